"""Whether the Statute is in force for a State on a day: articles 126 and 127.

Plain values in and out. Days are calendar days without a time zone, periods are half-open: `[since, until)`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

DEPOSITS = ("ratification", "acceptance", "approval", "accession")  # art. 125(2), (3)
ACTIONS = (  # in the order in which actions of one day are read
    "signature", "intent_not_to_ratify", *DEPOSITS, "succession",
    "instrument_withdrawn", "withdrawal_notified", "withdrawal_rescinded",
)  # fmt: skip

_SIXTIETH_DEPOSIT = date(2002, 4, 11)
_FIRST_DAY = date(2002, 7, 1)


@dataclass(frozen=True)
class Action:
    """One act towards the depositary. `effected_on` is the legal day: receipt, deposit, or succession.

    `takes_effect_on` only where a notice of withdrawal itself names a day later than one year (art. 127(1)).
    """

    kind: str
    effected_on: date
    takes_effect_on: date | None = None
    made_public_on: date | None = None
    source: str = ""
    key: str = ""


@dataclass(frozen=True)
class Period:
    """Membership from `since` until the day before `until`. A succession has no day of deposit."""

    since: date
    until: date | None = None
    deposited_on: date | None = None
    withdrawal_notified_on: date | None = None
    source: str = field(default="", compare=False)
    notice_source: str = field(default="", compare=False)

    def covers(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)


def entry_into_force(deposit: date) -> date:
    """The first day of the month after the 60th day after deposit; 1 July 2002 at the earliest (art. 126)."""
    if deposit <= _SIXTIETH_DEPOSIT:
        return _FIRST_DAY
    sixtieth = deposit + timedelta(days=60)
    return (sixtieth.replace(day=1) + timedelta(days=31)).replace(day=1)


def one_year_after(day: date) -> date:
    """The same date of the next year; of a 29 February, 1 March."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def withdrawal_effective(received: date, later: date | None = None) -> date:
    """One year after receipt, or the later day that the notice names (art. 127(1)).

    A notice received on 29 February takes effect on 1 March: our reading, the Statute is silent.
    """
    due = one_year_after(received)
    return max(due, later) if later else due


def known_by(actions: Iterable[Action], day: date) -> tuple[Action, ...]:
    """The actions public by that day: a succession reaches back, the knowledge of it does not."""
    return tuple(a for a in actions if (a.made_public_on or a.effected_on) <= day)


def periods(actions: Iterable[Action]) -> tuple[Period, ...]:
    """Every period of membership, oldest first, whatever the order of the actions (arts 11(2), 126, 127).

    Never raises: an action without legal effect (a second deposit, a late revocation) changes nothing.
    """
    closed: list[Period] = []
    current: Period | None = None
    for action in _in_order(actions):
        if current and current.until and current.until <= action.effected_on:
            closed.append(current)
            current = None
        current = _after(current, action)
    return tuple([*closed, current] if current else closed)


def _in_order(actions: Iterable[Action]) -> list[Action]:
    def place(action: Action) -> tuple[date, int, date, str]:
        named = action.takes_effect_on or date.min
        return action.effected_on, ACTIONS.index(action.kind), named, action.key

    return sorted((a for a in actions if a.kind in ACTIONS), key=place)


def _after(current: Period | None, action: Action) -> Period | None:
    """The open period once this action has been received."""
    day = action.effected_on
    if current is None:
        if action.kind in DEPOSITS:
            return Period(entry_into_force(day), deposited_on=day, source=action.source)
        return Period(day, source=action.source) if action.kind == "succession" else None
    if day < current.since:  # not yet a Party: it may take its instrument back, not withdraw (art. 127(1))
        return None if action.kind == "instrument_withdrawn" else current
    if action.kind == "withdrawal_notified" and current.until is None:
        until = withdrawal_effective(day, action.takes_effect_on)
        return replace(current, until=until, withdrawal_notified_on=day, notice_source=action.source)
    if action.kind == "withdrawal_rescinded":
        return replace(current, until=None, withdrawal_notified_on=None, notice_source="")
    return current


def party(actions: Iterable[Action], on: date) -> bool:
    """Whether the Statute is in force for the State on that day (arts 126, 127)."""
    return any(period.covers(on) for period in periods(actions))


def signatory(actions: Iterable[Action], on: date) -> bool:
    """Signed by that day and not yet a Party; a note of intent not to ratify changes nothing (VCLT 18)."""
    return status(actions, on) == "signatory"


def pending_until(actions: Iterable[Action], on: date) -> date | None:
    """The day a notice received and not revoked by `on` would take effect; None if none is (art. 127)."""
    received = periods(a for a in actions if a.effected_on <= on)
    until = received[-1].until if received else None
    return until if until and on < until else None


def status(actions: Iterable[Action], on: date) -> Literal["party", "withdrawn", "signatory", "non_party"]:
    """`withdrawn` only after a period that has ended, never on an announcement or a notice (art. 127)."""
    actions = tuple(actions)
    begun = [period for period in periods(actions) if period.since <= on]
    if begun:
        return "party" if begun[-1].covers(on) else "withdrawn"
    return "signatory" if last(actions, "signature", on) else "non_party"


def last(actions: Iterable[Action], kind: str, on: date) -> date | None:
    """The last day on which such an action was taken by `on`; None if there is none."""
    return max((a.effected_on for a in actions if a.kind == kind and a.effected_on <= on), default=None)
