"""The chart of budgets as shapes with places: columns on a wide page, rows on a narrow one. Plain values in whole euros.

What is known without the host State loan is a full bar; with it, a hatched one, on top of the full one where both are known.
A year without an amount is a dotted outline. One scale, from nought.
"""

from dataclasses import dataclass, field
from math import floor, log10

MILLION = 1_000_000
ROOM = 1.06  # above the largest amount
WITH_LOAN = "†"
FULL, MARGIN, FOOT, AXIS = 0.68, 20, 28, 46  # of a column's slot; above and below the columns; for the words of the axis
ROW, BAR, NAMES, VALUES = 19, 13, 44, 54  # of a row, its bar, and for the words on both sides


@dataclass(frozen=True)
class Year:
    """The amounts of a year; None where not found. `assessed` is drawn only where no amount approved is known."""

    year: int
    approved: int | None = None
    approved_with_loan: int | None = None
    proposed: int | None = None
    proposed_with_loan: int | None = None
    assessed: int | None = None

    @property
    def shown(self):
        """The larger amount approved that is known."""
        return self.approved if self.approved_with_loan is None else self.approved_with_loan

    @property
    def largest(self):
        return max(filter(None, (self.shown, self.proposed, self.proposed_with_loan, self.assessed)), default=0)

    @property
    def words(self):
        """In millions to one place, a dagger where the loan is in it; a question mark for what was not found."""
        if self.shown is None:
            return "?"
        return f"{self.shown / MILLION:.1f}" + (WITH_LOAN if self.approved_with_loan is not None else "")


@dataclass(frozen=True)
class Box:
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True)
class Line:
    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class Point:
    x: str
    y: str


@dataclass(frozen=True)
class Words:
    text: str
    x: str
    y: str
    anchor: str = "start"
    strong: bool = False


@dataclass
class Drawing:
    """Shapes by what they stand for, in the order in which they are drawn."""

    width: int
    height: int
    axis: Line
    grid: list = field(default_factory=list)
    gaps: list = field(default_factory=list)
    bars: list = field(default_factory=list)
    loans: list = field(default_factory=list)
    ticks: list = field(default_factory=list)
    open_ticks: list = field(default_factory=list)
    points: list = field(default_factory=list)
    words: list = field(default_factory=list)

    def add(self, year, place):
        """The shapes of a year at its place."""
        if year.shown is None:
            self.gaps.append(place.whole())
        if year.approved is not None:
            self.bars.append(place.span(0, year.approved))
        if year.approved_with_loan is not None:
            self.loans.append(place.span(year.approved or 0, year.approved_with_loan))
        if year.proposed is not None:
            self.ticks.append(place.tick(year.proposed))
        if year.proposed_with_loan is not None:
            self.open_ticks.append(place.open_tick(year.proposed_with_loan))
        if year.assessed is not None and year.shown is None:
            self.points.append(place.point(year.assessed))


@dataclass(frozen=True)
class Scale:
    """So many units of the drawing for an amount."""

    largest: int
    room: float

    def of(self, amount):
        return self.room * amount / (self.largest * ROOM)

    def steps(self):
        """The amounts of three to six grid lines, nought first: 1, 2 or 5 times a power of ten apart."""
        power = 10 ** floor(log10(self.largest / 3))
        step = next(power * times for times in (5, 2, 1) if power * times * 3 <= self.largest)
        return range(0, int(self.largest * ROOM) + 1, step)


@dataclass(frozen=True)
class Column:
    """A place on a wide page: it stands on the axis."""

    x: float
    thick: float
    foot: float
    scale: Scale

    def span(self, low, high):
        return _box(self.x, self.foot - self.scale.of(high), self.thick, self.scale.of(high) - self.scale.of(low))

    def whole(self):
        return _box(self.x, self.foot - self.scale.room, self.thick, self.scale.room)

    def tick(self, amount):
        y = self.foot - self.scale.of(amount)
        return _line(self.x - 3, y, self.x + self.thick + 3, y)

    def open_tick(self, amount):
        return _box(self.x - 3, self.foot - self.scale.of(amount) - 2, self.thick + 6, 4)

    def point(self, amount):
        return Point(_n(self.middle), _n(self.foot - self.scale.of(amount)))

    def words(self, text, y, **how):
        return Words(text, _n(self.middle), _n(y), "middle", **how)

    @property
    def middle(self):
        return self.x + self.thick / 2


@dataclass(frozen=True)
class Row:
    """A place on a narrow page: it begins at the axis."""

    left: float
    y: float
    scale: Scale

    def span(self, low, high):
        return _box(self.left + self.scale.of(low), self.y, self.scale.of(high) - self.scale.of(low), BAR)

    def whole(self):
        return _box(self.left, self.y, self.scale.room, BAR)

    def tick(self, amount):
        x = self.left + self.scale.of(amount)
        return _line(x, self.y - 2, x, self.y + BAR + 2)

    def open_tick(self, amount):
        return _box(self.left + self.scale.of(amount) - 2, self.y - 2, 4, BAR + 4)

    def point(self, amount):
        return Point(_n(self.left + self.scale.of(amount)), _n(self.y + BAR / 2))


def wide(years, width=660, height=400):
    """Columns, with the first and the last value known."""
    foot, right = height - FOOT, width - AXIS
    scale, slot = Scale(_largest(years), foot - MARGIN), (right - 4) / len(years)
    drawing = Drawing(width, height, _line(4, foot, right, foot))
    for amount in scale.steps():
        y = foot - scale.of(amount)
        drawing.words.append(Words(f"{amount // MILLION}", _n(right + 6), _n(y + 4)))
        drawing.grid += [_line(4, y, right, y)] if amount else []
    for place, year in enumerate(years):
        column = Column(4 + slot * (place + (1 - FULL) / 2), slot * FULL, foot, scale)
        drawing.add(year, column)
        if year.shown is None:
            drawing.words.append(column.words("?", foot - 8))
        if place in _ends(years):
            drawing.words.append(column.words(year.words, foot - scale.of(year.largest) - 8, strong=True))
        if slot >= 40 or (len(years) - place) % 2:
            drawing.words.append(column.words(str(year.year), foot + 18))
    return drawing


def narrow(years, width=358):
    """Rows, each with its value."""
    scale, height = Scale(_largest(years), width - NAMES - VALUES), ROW * len(years) + 2
    drawing = Drawing(width, height, _line(NAMES, 0, NAMES, height))
    for place, year in enumerate(years):
        y = ROW * place + 3
        drawing.add(year, Row(NAMES, y, scale))
        drawing.words += [Words(str(year.year), "0", _n(y + BAR - 1)), Words(year.words, str(width), _n(y + BAR - 1), "end")]
    return drawing


def _largest(years):
    return max([MILLION, *(year.largest for year in years)])


def _ends(years):
    """The places of the first and the last year that are known."""
    known = [place for place, year in enumerate(years) if year.shown is not None]
    return known[:1] + known[-1:]


def _n(number):
    return f"{number:.1f}"


def _box(x, y, width, height):
    return Box(_n(x), _n(y), _n(max(width, 0)), _n(max(height, 0)))


def _line(x1, y1, x2, y2):
    return Line(_n(x1), _n(y1), _n(x2), _n(y2))
