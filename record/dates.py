"""Partial dates: what is known of a day, written in EDTF level 0 and 1.

`2025`, `2025-04` and `2025-04-03`, each with an optional `~` (approximate) or `?`
(uncertain) behind it. A month is the span of its days: it starts on the first and
ends on the last of them. Source of the notation: ISO 8601-2:2019, annex A.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

PATTERN = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[~?]?)", re.ASCII)


class NotADate(ValueError):
    """The text is no partial date; `args[0]` is a sentence an editor understands."""


@dataclass(frozen=True, slots=True)
class Partial:
    """A partial date: `earliest` and `latest` are inclusive; `precision` is year, month or day."""

    text: str
    earliest: date
    latest: date
    precision: str
    mark: str

    @property
    def exact(self) -> bool:
        return self.precision == "day" and not self.mark


def parse(text: str) -> Partial:
    """Read EDTF text; raises NotADate with the reason."""
    match = PATTERN.fullmatch(text)
    if not match:
        raise NotADate(f"“{text}” is not a date: write 2025, 2025-04 or 2025-04-03, with ~ or ? behind it if unsure.")
    year, month, day = (int(match[part]) if match[part] else None for part in ("year", "month", "day"))
    if year == 0:
        raise NotADate(f"“{text}” is not a date: there is no year 0000.")
    if month is not None and not 1 <= month <= 12:
        raise NotADate(f"“{text}” is not a date: there is no month {month:02}.")
    if day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise NotADate(f"“{text}” is not a date: {year}-{month:02} has no day {day:02}.")
    first = date(year, month or 1, day or 1)
    last_month = month or 12
    last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    precision = "day" if day else "month" if month else "year"
    return Partial(text, first, last, precision, match["mark"])


def years_before(day: date, years: int) -> date:
    """The same date so many years earlier: of a 29 February, the 28th where there is none; in the year 1 at the earliest."""
    year = max(day.year - years, 1)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def days_between(start: str, end: str) -> int | None:
    """Days from one exact day to another; None where either is not exact."""
    first, second = parse(start), parse(end)
    return (second.earliest - first.earliest).days if first.exact and second.exact else None
