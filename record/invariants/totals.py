"""The Court's own published numbers beside ours, with the difference explained."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _t

from record import dates
from record.invariants.registry import Offence, Severity, invariant


@dataclass(frozen=True)
class Document:
    """Where a number stands: its title and number, and the address at which it was read."""

    title: str
    url: str


@dataclass(frozen=True)
class Total:
    """A number that the Court or the Assembly has published for a day; `count(day)` counts the same on our record.

    `on` is EDTF: of a month, its last day is counted. `difference`: by how much ours is larger, where it is
    known why; `because` says it.
    """

    what: Any
    on: str
    number: int
    count: Callable[[date], int]
    document: Document
    difference: int = 0
    because: Any = ""

    @property
    def ours(self) -> int:
        return self.count(dates.parse(self.on).latest)

    @property
    def agrees(self) -> bool:
        return self.ours == self.number + self.difference

    def as_words(self):
        values = {"what": self.what, "day": self.on, "theirs": self.number, "ours": self.ours, "explained": self.difference}
        if self.difference:
            return _t("%(what)s, %(day)s: the Court says %(theirs)s, this record %(ours)s; a difference of %(explained)s is explained.") % values
        return _t("%(what)s, %(day)s: the Court says %(theirs)s, this record %(ours)s.") % values


_totals: list[Total] = []


def totals() -> list[Total]:
    """All that are compared, in the order in which rooms registered them."""
    return list(_totals)


def compare(key, text, *, rule, totals):
    """Register numbers of the Court, and the rule that ours agree with them but for what is explained."""
    _totals.extend(totals)

    @invariant(key, text, severity=Severity.ERROR, rule=rule)
    def disagreeing():
        return [Offence("", total.as_words()) for total in totals if not total.agrees]
