"""For whom an amendment to the Statute is in force on a day: article 121(4) and (5). Plain values, no Django."""

from calendar import monthrange
from datetime import date


def one_year_after(day: date) -> date:
    """The same day of the next year; of a 29 February, the 28th where there is none."""
    year = day.year + 1
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def in_force_since(deposited_on: date | None, statute_since: date | None) -> date | None:
    """The first day on which an amendment to articles 5 to 8 is in force for a State that accepts it (article 121(5)).

    One year after its own deposit, and not before the Statute is in force for it; None where it has not deposited.
    """
    if deposited_on is None or statute_since is None:
        return None
    return max(one_year_after(deposited_on), statute_since)


def needed_for_all(parties: int) -> int:
    """How many acceptances make an amendment enter into force for all Parties: seven eighths of them (article 121(4))."""
    return -(-parties * 7 // 8)
