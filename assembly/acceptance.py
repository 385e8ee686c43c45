"""For whom an amendment to the Statute is in force on a day: article 121(4) and (5). Plain values, no Django.

Article 121(5), amendments to articles 5 to 8: for each State Party that accepts, one year after its own deposit. Article 121(4),
the others: for all Parties, one year after seven eighths of them have deposited.
"""

from collections.abc import Iterable
from datetime import date

from record.dates import years_before
from states.membership import Period, one_year_after

__all__ = ["in_force", "in_force_since", "last_deposit_in_force", "needed_for_all", "one_year_after", "still_needed"]


def in_force_since(deposited_on: date | None, statute_since: date | None) -> date | None:
    """The first day on which an amendment to articles 5 to 8 is in force for a State that accepts it (article 121(5)).

    One year after its own deposit, and not before the Statute is in force for it; None where it has not deposited.
    """
    if deposited_on is None or statute_since is None:
        return None
    return max(one_year_after(deposited_on), statute_since)


def in_force(deposited_on: date | None, memberships: Iterable[Period], on: date) -> bool:
    """Whether such an amendment is in force for a State on a day: it is a Party then, and a year has passed since its deposit."""
    since = [in_force_since(deposited_on, period.since) for period in memberships if period.covers(on)]
    return any(first is not None and first <= on for first in since)


def last_deposit_in_force(on: date) -> date:
    """The last day of deposit from which a year has passed by a day; what was deposited on a 29 February takes effect on 1 March."""
    return years_before(on, 1)


def needed_for_all(parties: int) -> int:
    """How many Parties must accept for an amendment to enter into force for all of them: seven eighths (article 121(4))."""
    return -(-parties * 7 // 8)


def still_needed(accepted: int, parties: int) -> int:
    """How many more of the Parties must accept; 0 once seven eighths have."""
    return max(0, needed_for_all(parties) - accepted)
