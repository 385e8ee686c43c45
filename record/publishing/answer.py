"""From the parameters of an address to rows, or to errors that name them. The only reader of a FilterSet's results.

django-filter gives all rows for an invalid value and takes no notice of an unknown name; so names and
values are checked here first, and nothing is shown that was not asked for.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from record.asking import is_tracking
from record.clocks import Clocks
from record.collection import Collection, get
from record.filters import ChoicesFilter, FoundFilter, KeyFilter, ListedFilter, YesNoFilter
from record.models import Sweep

CONTROLS = ("sort", "page", "format", "on", "known")
FORMATS = ("html", "csv", "json")
PAGE_SIZE = 25


@dataclass(frozen=True)
class Problem:
    """A parameter that cannot be answered: its name, the value given, what is allowed, and a sentence."""

    name: str
    value: str
    message: str
    allowed: tuple[str, ...] = ()

    def as_dict(self):
        return {"parameter": self.name, "value": self.value, "message": self.message, "allowed": list(self.allowed)}


class Refused(Exception):
    """The question cannot be answered: `problems` says why. Status 400 in every format."""

    def __init__(self, problems):
        self.problems = list(problems)
        super().__init__("; ".join(problem.message for problem in self.problems))


@dataclass(frozen=True)
class Option:
    """A value of a facet: its key, its words, how many entries it would leave, whether it is chosen."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass
class Answer:
    """The entries that a question leaves, and how it was asked. `entries` is filtered and ordered, not cut."""

    collection: Collection
    clocks: Clocks
    filterset: object
    chosen: dict  # name -> list of given values, of filters only
    sort: tuple[str, ...] = ()
    page: int = 1
    format: str = "html"
    everything: QuerySet = field(default=None, repr=False)
    _facets: dict = field(default_factory=dict, repr=False)

    @property
    def day(self) -> date:
        return self.clocks.day

    @cached_property
    def entries(self):
        return self.collection.ordered(self.filterset.qs, self.day, self.sort)

    @cached_property
    def count(self):
        return self.filterset.qs.order_by().count()

    @cached_property
    def total(self):
        """How many there are in all, without filters."""
        return self.everything.order_by().count() if self.chosen else self.count

    @cached_property
    def coverage(self):
        """The last Sweep of the collection; None where none is recorded. What entries cite is not swept for."""
        return Sweep.objects.latest_of(self.collection.name) if self.collection.of_entries else None

    def query(self, *, drop=(), page=None, sort=None, format=None):
        """The query string of this question with something changed; `drop`: (name, value) pairs or names left out."""
        pairs = [
            (name, value) for name, values in self.chosen.items() for value in values
            if name not in drop and (name, value) not in drop
        ]  # fmt: skip
        pairs += [(name, value) for name, value in self.clocks.pairs if name not in drop]
        sort = ",".join(self.sort) if sort is None else sort
        pairs += [(name, value) for name, value in (("sort", sort), ("format", format), ("page", page)) if value]
        return urlencode(pairs)

    def facet(self, name):
        """The options of a filter with counts, each under all the other filters of the question."""
        if name not in self._facets:
            self._facets[name] = self._options(name)
        return self._facets[name]

    def _options(self, name):
        filter_ = self.filterset.filters[name]
        entries = self._without(name)
        path = filter_.field_name
        rows = Count("pk", distinct=True) if getattr(filter_, "many", False) else Count("*")
        texts = isinstance(filter_, ChoicesFilter)  # years too
        if isinstance(filter_, ListedFilter):
            entries, path = filter_.each(entries)
        found = entries.order_by().values_list(path).annotate(n=rows)
        counts = {str(key) if texts else key: n for key, n in found if key is not None}
        given = set(self.chosen.get(name, ()))
        return [Option(value, label, counts.get(key, 0), value in given) for key, value, label in self._values(filter_, counts, given)]

    def _without(self, name):
        entries = self.everything
        for other, value in self.filterset.form.cleaned_data.items():
            if other != name:
                entries = self.filterset.filters[other].filter(entries, value)
        return entries

    def _values(self, filter_, counts, given):
        if isinstance(filter_, ChoicesFilter):
            options = filter_.named({*counts, *given}) if isinstance(filter_, FoundFilter) else filter_.options
            return [(value, value, str(label)) for value, label in options]
        if isinstance(filter_, YesNoFilter):
            return [(True, "true", _("yes")), (False, "false", _("no"))]
        return self._key_values(filter_, [*counts, *given])

    def _key_values(self, filter_, keys):
        """Those that some entry has, and those that were asked for."""
        target = get(filter_.collection)
        key = target.key
        found = target.with_related(target.model.objects.public()).filter(**{f"{key}__in": keys})
        named = {getattr(entry, key): str(entry) for entry in found}
        return sorted(((value, value, label) for value, label in named.items()), key=lambda option: option[2])


def answer(collection, params, clocks=None, *, formats=FORMATS) -> Answer:
    """Read the parameters of a list (a QueryDict), but for its clocks. Raises Refused with every problem."""
    clocks = clocks or Clocks()
    given = {name: [v for v in params.getlist(name) if v != ""] for name in params if not is_tracking(name)}
    given = {name: values for name, values in given.items() if values}
    problems = []
    everything = collection.public(clocks.day)
    asked = params.copy()
    for name in [*CONTROLS, *(name for name in params if is_tracking(name))]:
        asked.pop(name, None)
    filterset = collection.filterset(asked, queryset=everything)
    _check_names(filterset, given, problems)
    _check_values(filterset, given, problems)
    sort = _sort(collection, given, problems)
    format_ = _one_of("format", given, formats, formats[0], problems)
    page = _page(given, problems)
    if problems:
        raise Refused(problems)
    chosen = {name: values for name, values in given.items() if name in filterset.filters}
    return Answer(collection, clocks, filterset, chosen, sort, page, format_, everything)


def _check_names(filterset, given, problems):
    allowed = [*filterset.filters, *CONTROLS]
    for name in given:
        if name not in allowed:
            message = _("There is no filter “%(name)s” here. There are: %(allowed)s.") % {"name": name, "allowed": ", ".join(allowed)}
            problems.append(Problem(name, ", ".join(given[name]), message, tuple(allowed)))


def _check_values(filterset, given, problems):
    for name, errors in filterset.form.errors.items():
        filter_ = filterset.filters[name]
        allowed = _allowed(filter_)
        for value in _refused_values(filter_, given.get(name, []), allowed):
            message = _("“%(value)s” is not a value of “%(name)s”.") % {"value": value, "name": name}
            if allowed:
                message += " " + _("Allowed: %(allowed)s.") % {"allowed": ", ".join(allowed)}
            elif isinstance(filter_, KeyFilter):
                message += " " + _("The values allowed are listed at /%(collection)s/.") % {"collection": filter_.collection}
            else:
                message = " ".join(errors)
            problems.append(Problem(name, value, message, allowed))


def _allowed(filter_):
    if isinstance(filter_, ChoicesFilter):
        return tuple(value for value, _label in filter_.options)
    return ("true", "false") if isinstance(filter_, YesNoFilter) else ()


def _refused_values(filter_, values, allowed):
    if isinstance(filter_, KeyFilter):
        target = get(filter_.collection)
        known = set(
            target.model.objects.public().filter(**{f"{target.key}__in": [v.replace("\x00", "") for v in values]}).values_list(target.key, flat=True)
        )
        return [value for value in values if value not in known]
    if allowed:
        return [value for value in values if value not in allowed]
    return values


def _sort(collection, given, problems):
    names = tuple(name for text in given.get("sort", []) for name in text.split(",") if name)
    allowed = tuple(column.name for column in collection.columns if column.sortable)
    for name in names:
        if name.removeprefix("-") not in allowed:
            message = _("The list cannot be sorted by “%(value)s”. Allowed: %(allowed)s; with a minus in front: descending.")
            problems.append(Problem("sort", name, message % {"value": name, "allowed": ", ".join(allowed)}, allowed))
    return names


def _one_of(name, given, allowed, default, problems):
    value = given.get(name, [default])[-1]
    if value in allowed:
        return value
    message = _("“%(value)s” is not a value of “%(name)s”. Allowed: %(allowed)s.")
    problems.append(Problem(name, value, message % {"value": value, "name": name, "allowed": ", ".join(allowed)}, tuple(allowed)))
    return default


def _page(given, problems):
    text = given.get("page", ["1"])[-1]
    if text.isascii() and text.isdigit() and int(text[:9]) > 0 and len(text) < 9:
        return int(text)
    problems.append(Problem("page", text, _("“%(value)s” is not the number of a page.") % {"value": text}))
    return 1
