"""Collection and Column: what a kind of entry shows, declared once.

From it come the list page, the facets, CSV and JSON, the loader and the exporter, the entry page and its
sections on the pages of others. Nothing is public until a Column says so. This module imports no web code.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Expression, F, Model, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy

from record.day import today


@dataclass(frozen=True)
class Column:
    """One public value of an entry. `kind` says how it is written:

    text, slug, number (of a thing or a year), amount (a count or a sum: its label names the unit), signed (a difference), choice (a word of
    `choices`), date (EDTF), day (an exact ISO date), url, boolean, list (texts joined by `;`), ref (the key of an entry of
    the collection `ref`), refs (several of them, by `;`).
    """

    name: str
    label: Any
    meaning: Any
    kind: str = "text"
    path: str = ""  # the way from the model to the value; the name where empty
    ref: str = ""
    choices: tuple = ()
    marks: Mapping[str, str] = field(default_factory=dict)  # value -> shape of the mark beside its word
    computed: Callable[[date], Expression | F] | None = None  # by rule, as of a day: written out, never loaded
    listed: bool = True  # stands on the list page
    fact: bool = True  # stands among the facts of the entry page
    required: bool = False
    rests_on: Callable[[Any], bool] | None = None  # computed: of which entries of the timeline its sources are
    contradicted: bool = False  # computed: a source that gives another value may be cited for it
    why: Callable[[Any], str] | None = None  # computed: the address that shows from what; the entry's own timeline where None
    absent: Any = ""  # what an empty value means, in words, where it does not mean “not known”
    unsorted: bool = False  # counted or looked up row by row: too slow to sort a long list by
    sorted_by: str = ""  # of a name put together from other columns: the date by which it is sorted

    @property
    def stored(self) -> bool:
        """Part of the data files."""
        return self.computed is None

    @property
    def source_path(self) -> str:
        return self.path or self.name

    @property
    def sortable(self) -> bool:
        return self.kind not in ("list", "refs") and not self.unsorted

    def expression(self, model: type[Model], day: date):
        """What reads the value in a query on the model, as of a day."""
        if self.computed:
            return self.computed(day)
        if self.kind == "refs":
            link = model._meta.get_field(self.source_path)
            own, other = link.m2m_field_name(), link.m2m_reverse_field_name()
            rows = link.remote_field.through.objects.filter(**{own: OuterRef("pk")})
            return ArraySubquery(rows.order_by(f"{other}_id").values(f"{other}_id"))
        return F(self.source_path)

    def sort_path(self) -> str:
        if self.sorted_by:
            return f"{self.sorted_by}_earliest"
        return f"{self.source_path}_earliest" if self.kind == "date" else f"c_{self.name}"


@dataclass(frozen=True)
class On:
    """How entries of a collection appear on the page of an entry of another one (`noun`: its collection's name)."""

    noun: str
    path: str  # from this model to that entry
    heading: Any
    columns: tuple[str, ...]
    filter: str  # the list's filter for it, behind “all”
    limit: int = 15  # rows shown; 0: in the timeline only
    timeline: bool = True  # what happened in them stands in the timeline; False with limit 0: a panel shows them
    template: str = ""  # shows them in full, right after the facts
    chapter: str = ""  # in which chapter of that page, where it has any
    empty: Any = gettext_lazy("None on record")  # what its chapter says where there are none


@dataclass(frozen=True)
class Moment:
    """A dated happening in an entry, for timelines and the latest events.

    `say(entry)` gives the sentence, empty where another moment of the entry says it already; `brief(entry, noun)`
    leaves out what the page it stands on names. `own` is False for acts of others than the Court or the depositary.
    """

    field: str
    say: Callable[[Any], str]
    brief: Callable[[Any, str], str] | None = None  # the sentence on the page of an entry of the collection named
    own: bool = True
    news: bool = True
    newsworthy: Callable[[Any], bool] = lambda entry: True  # of a moment that is news: in which entries
    apart: Q = field(default_factory=Q)  # the entries in which no other moment says it already


@dataclass(frozen=True)
class Preset:
    """A question that people ask of a list, as a link."""

    label: Any
    query: str


@dataclass(frozen=True)
class Lead:
    """What stands above a list before anything is asked of it: `compute(day)` gives the context of `template`."""

    template: str
    compute: Callable[[date], dict]


@dataclass(frozen=True)
class Collection:
    """A kind of entry and everything that is public about it."""

    name: str
    model: type[Model]
    filterset: type
    label: Any
    kicker: Any
    intro: Any
    columns: tuple[Column, ...]
    order: tuple[str, ...]  # names of columns, a minus in front for descending
    key: str = "slug"  # the field by which others refer to it, and its first column
    aliases: tuple[str, ...] = ()  # other fields that find it in an address
    related: tuple[str, ...] = ()  # select_related of its sentences and its page
    annotate: Callable[[QuerySet, date], QuerySet] | None = None  # what filters and columns need, as of a day
    by_day: bool = False  # answers `on=`
    listing: tuple[str, ...] = ()  # names of the columns of the list page in an order of their own; empty: as declared
    facets: tuple[str, ...] = ()
    presets: tuple[Preset, ...] = ()
    on: tuple[On, ...] = ()
    moments: tuple[Moment, ...] = ()
    begins: str = ""  # without moments of its own: the way to the first day on which what it belongs to may have happened
    chapters: tuple[tuple[str, Any], ...] = ()  # key and heading: how the page of an entry groups what appears on it
    method: Any = ""  # how the list is compiled, in a paragraph
    core: bool = False  # kept current
    standfirst: Callable[[Any, date], str] | None = None
    lead: Lead | None = None
    named: bool = False  # its entries have a name of their own, though no column is called so
    docket: bool = False  # its timeline runs from the oldest, with the days between
    menu: Any = ""  # its word in the menu; empty: it does not stand there
    of_entries: bool = True  # its rows are entries, with a status, sources and a data file of their own

    def __str__(self):
        return str(self.label)

    @property
    def stored_columns(self):
        return [column for column in self.columns if column.stored]

    @property
    def cited_columns(self):
        """What a citation may speak of: what is stored, and what is computed and given otherwise by others."""
        return [column for column in self.columns if column.stored or column.contradicted]

    @property
    def listed_columns(self):
        if self.listing:
            return [self.column(name) for name in self.listing]
        return [column for column in self.columns if column.listed]

    @property
    def acts(self):
        """Whether an entry is a dated act without a name of its own: what happened is its heading."""
        return bool(self.moments) and not self.docket and not self.named and all(column.name != "name" for column in self.columns)

    def column(self, name) -> Column:
        return next(column for column in self.columns if column.name == name)

    def public(self, day):
        """The published entries, with what columns and filters need as of a day; for a past day, what had happened by then."""
        entries = self._with_day(self.model.objects.public(), day)
        if day < today() and self.began_paths:
            return entries.filter(reduce(or_, (Q(**{f"{path}__lte": day}) for path in self.began_paths)))
        return entries

    @property
    def began_paths(self):
        """The ways to the first days on which what an entry tells may have happened; none for kinds without a date."""
        own = [m.field if self.column(m.field).kind == "day" else f"{m.field}_earliest" for m in self.moments]
        return [*own, self.begins] if self.begins else own

    def starts_after(self, entry, day):
        """Whether nothing of what the entry tells had happened yet on a day."""
        days = [begun for path in self.began_paths if (begun := reduce(getattr, path.split("__"), entry))]
        return bool(days) and min(days) > day

    def every(self, day):
        """All entries, drafts too, with the same: for the page of one that the reader may see."""
        return self._with_day(self.model.objects.all(), day)

    def _with_day(self, entries, day):
        return self.annotate(entries, day) if self.annotate else entries

    def with_related(self, entries):
        """The entries with what their titles and sentences name, in the same query."""
        return entries.select_related(*self.related) if self.related else entries

    def rows(self, entries, day, columns=None):
        """Tuples of the columns' values, in their order; the same for page, CSV, JSON and export."""
        columns = columns or self.columns
        values = {f"c_{column.name}": column.expression(self.model, day) for column in columns}
        return entries.annotate(**values).values_list(*values)

    def ordered(self, entries, day, sort=()):
        """In the order asked for, else in that of the collection; ties by primary key."""
        terms = []
        for name in sort or self.order:
            column = self.column(name.removeprefix("-"))
            path = column.sort_path()
            if path == f"c_{column.name}":
                entries = entries.annotate(**{f"s_{column.name}": column.expression(self.model, day)})
                path = f"s_{column.name}"
            terms.append(F(path).desc(nulls_last=True) if name.startswith("-") else F(path).asc(nulls_last=True))
        return entries.order_by(*terms, "-pk" if (sort or self.order)[0].startswith("-") else "pk")

    def appearances(self):
        """(collection, On) of all that appears on the page of an entry of this collection."""
        return [(other, on) for other in collections() for on in other.on if on.noun == self.name]


_collections: dict[str, Collection] = {}


@dataclass(frozen=True)
class Panel:
    """A computed part of an entry's page, registered by the room that can compute it.

    `compute(entry, day)` gives the context of `template`, or None where there is nothing to show.
    """

    noun: str
    heading: Any
    template: str
    compute: Callable[[Any, date], dict | None]
    chapter: str = ""
    empty: Any = ""  # what its chapter says where there is nothing to show; empty: nothing


_panels: list[Panel] = []


def register_panel(panel: Panel) -> Panel:
    _panels.append(panel)
    return panel


def panels_of(noun: str) -> list[Panel]:
    return [panel for panel in _panels if panel.noun == noun]


_standfirsts: dict[str, Callable[[Any, date], str]] = {}


def register_standfirst(noun: str, say: Callable[[Any, date], str]) -> None:
    """The answer in a sentence on the pages of a collection whose own room cannot give it: `say(entry, day)`."""
    _standfirsts[noun] = say


def standfirst_of(collection: Collection) -> Callable[[Any, date], str] | None:
    return collection.standfirst or _standfirsts.get(collection.name)


def register(collection: Collection) -> Collection:
    """Make a collection known. Rooms call it in the order in which the loader may fill them."""
    assert collection.name == collection.model.collection, collection.name
    _collections[collection.name] = collection
    return collection


def collections() -> list[Collection]:
    """The kinds of entries: what is loaded, exported, written and reviewed."""
    return [collection for collection in _collections.values() if collection.of_entries]


def lists() -> list[Collection]:
    """All that has a public list: the kinds of entries, and the sources."""
    return [*collections(), *(other for other in _collections.values() if not other.of_entries)]


def get(name: str) -> Collection | None:
    return _collections.get(name)


def of(entry) -> Collection:
    """The collection of an entry, or of a model of entries."""
    return _collections[entry.collection]
