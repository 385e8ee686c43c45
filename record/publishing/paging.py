"""A page of many, and the way to the others."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from record.publishing.answer import Problem, Refused


@dataclass(frozen=True)
class Paged:
    """Page `number` of `total` things, `size` to a page; `pairs` is the question that the links repeat."""

    number: int
    total: int
    size: int
    pairs: tuple

    def __post_init__(self):
        if self.number > self.pages:
            message = _("There is no page %(page)s: there are %(pages)s.") % {"page": self.number, "pages": self.pages}
            raise Refused([Problem("page", str(self.number), message)])

    @property
    def pages(self):
        return max(1, -(-self.total // self.size))

    @property
    def start(self):
        return (self.number - 1) * self.size

    @property
    def first(self):
        return self.start + 1

    @property
    def last(self):
        return min(self.start + self.size, self.total)

    @property
    def many(self):
        return self.pages > 1

    @property
    def links(self):
        """[(number, query)] of the first, the last and those nearby."""
        near = sorted({1, self.pages, *range(max(1, self.number - 2), min(self.pages, self.number + 2) + 1)})
        return [(number, self.query(number)) for number in near]

    @property
    def previous(self):
        return self.query(self.number - 1) if self.number > 1 else ""

    @property
    def next(self):
        return self.query(self.number + 1) if self.number < self.pages else ""

    def query(self, number):
        return urlencode([*self.pairs, ("page", number)])
