"""What the page of an entry shows: facts with their sources, what appears on it, its timeline, its footnotes."""

from dataclasses import dataclass, field
from functools import cached_property

from django.urls import reverse
from django.utils.text import capfirst

from record import dates
from record.collection import Collection, On, of, panels_of, standfirst_of
from record.dated import machine_date, words_for
from record.day import today
from record.exchange import field_of
from record.publishing.footnotes import Footnotes
from record.publishing.tables import Names, cell, cells_of

MOMENTS_OF_EACH = 35  # the newest of each kind; a page that is too heavy to open tells nobody anything


@dataclass(frozen=True)
class Fact:
    """A value of the entry, with its source marks and what sources say otherwise; `why` leads to what it is computed from."""

    cell: object
    marks: list
    rivals: list
    why: str = ""


@dataclass
class Section:
    """Entries of another collection on this page: the newest few, and the way to all of them; no rows where it is said that there are none."""

    collection: Collection
    on: On
    columns: list
    rows: list
    address: str  # of the list of all of them
    more: bool = False  # whether there are more than these
    anchor: str = ""


@dataclass(frozen=True)
class Chapter:
    """What appears on the page under one heading; `none`: what is not on record of it, as (words, [(heading, address of the list)])."""

    key: str
    heading: str
    panels: list
    sections: list
    none: list

    @classmethod
    def of(cls, key, heading, panels, sections):
        """`panels`: all (panel, context or None) of the page; `sections`: all of its sections, those without rows too."""
        own_panels = [(panel, context) for panel, context in panels if panel.chapter == key]
        own_sections = [section for section in sections if section.on.chapter == key]
        none = {}
        for panel, context in own_panels:
            if context is None and panel.empty:
                none.setdefault(str(panel.empty), []).append((panel.heading, ""))
        for section in own_sections:
            if not section.rows:
                none.setdefault(str(section.on.empty), []).append((section.on.heading, section.address))
        shown = [(panel, context) for panel, context in own_panels if context is not None]
        return cls(key, heading, shown, [section for section in own_sections if section.rows], list(none.items()))


@dataclass(frozen=True)
class Beside:
    """Entries of another collection that stand in full right after the facts: [(entry, its source marks)]."""

    collection: Collection
    on: On
    entries: list


@dataclass
class Happening:
    """A moment of the timeline: when, what, of which entry. `days` until the next one, on a docket."""

    text: str
    sentence: str
    entry: object
    own: bool
    planned: bool
    brief: str = ""
    note: str = ""
    marks: list = field(default_factory=list)
    days: int | None = None

    @property
    def words(self):
        return words_for(self.text)

    @property
    def machine(self):
        return machine_date(self.text)


def happenings(collection, entries, day, *, news=False, noun=""):
    """The dated moments of entries, as Happening, unsorted; `noun`: the collection on whose page they stand."""
    found = []
    for entry in entries:
        for moment in collection.moments:
            value = getattr(entry, moment.field)
            if value and (not news or (moment.news and moment.newsworthy(entry))) and (said := moment.say(entry)):
                text = str(value)
                brief = moment.brief(entry, noun) if moment.brief and noun else said
                planned = dates.parse(text).earliest > day
                if planned and day < today():  # a later event, on the page of a past day
                    continue
                found.append(Happening(text, said, entry, moment.own, planned, brief, getattr(entry, "note", "")))
    return found


def heading(entry):
    """The name of an entry, or what happened where it is a dated act without a name of its own."""
    collection = of(entry)
    said = collection.moments[0].say(entry) if collection.acts else ""
    return said or capfirst(str(entry))


def when(happening):
    """Sorts by the first day that it may have been, then by address."""
    return (dates.parse(happening.text).earliest, dates.parse(happening.text).latest, happening.entry.slug)


class EntryPage:
    """Everything on the page of one entry as of a day; each part is computed once."""

    def __init__(self, entry, day):
        self.entry, self.day = entry, day
        self.collection = of(entry)
        self.heading = heading(entry)
        self.cut = []  # (label, how many of them, address of all) of kinds of which only the newest stand in the timeline
        self.timeline = self._timeline()
        self.footnotes = Footnotes([entry, *(h.entry for h in self.timeline)])
        self.marks = self.footnotes.marks(entry)
        self.tables = self._tables()
        self.facts = self._facts()
        self.beside = self._beside()
        self._mark_timeline()
        sections = self._sections()
        panels = [(panel, panel.compute(entry, day)) for panel in panels_of(self.collection.name)]
        self.chapters = [Chapter.of(key, heading, panels, sections) for key, heading in self.collection.chapters]
        told = {chapter.key for chapter in self.chapters}
        self.sections = [section for section in sections if section.rows and section.on.chapter not in told]
        self.panels = [(panel, context) for panel, context in panels if context is not None and panel.chapter not in told]

    @cached_property
    def standfirst(self):
        """The answer in a sentence; of an act, its day."""
        say = standfirst_of(self.collection)
        if say:
            return say(self.entry, self.day)
        text = str(getattr(self.entry, self.collection.moments[0].field)) if self.collection.acts else ""
        return words_for(text)

    def _tables(self):
        """Raw rows of this entry's facts and of each section, so that names are looked up once for all."""
        own = [column for column in self.collection.columns if column.fact]
        itself = self.collection.every(self.day)
        tables = [(own, list(self.collection.rows(itself.filter(pk=self.entry.pk), self.day, own)))]
        for other, on in self.collection.appearances():
            if on.limit:
                columns = [other.column("slug"), *(other.column(name) for name in on.columns)]
                entries = other.ordered(other.public(self.day).filter(**{on.path: self.entry}), self.day)
                tables.append((columns, list(other.rows(entries, self.day, columns)[: on.limit + 1])))
        self.names = Names(tables)
        return tables

    def _facts(self):
        columns, rows = self.tables[0]
        facts = [self._fact(column, value) for column, value in zip(columns, rows[0], strict=True)]
        return [fact for fact in facts if not fact.cell.unknown or fact.cell.column.listed or fact.rivals]

    def _fact(self, column, value):
        shown = cell(column, value, self.names)
        marks = [] if shown.unknown else self._marks_of(column)
        rivals = self.footnotes.rivals(self.entry, field_of(column))
        computed = column.computed and not marks and not shown.unknown
        return Fact(shown, marks, rivals, self._why(column) if computed else "")

    def _why(self, column):
        if column.why:
            return column.why(self.entry)
        return "#timeline" if self.timeline else f"{reverse('data')}#{self.collection.name}"

    def _marks_of(self, column):
        """Of a fact: its own sources; else the best of those of the whole entry, which the page shows once.

        Of what is computed: those of the entries that it rests on, never the entry's own.
        """
        if column.computed and column.kind != "ref":
            resting = [h.entry for h in self.timeline if column.rests_on and column.rests_on(h.entry)]
            marks = [mark for entry in resting for mark in self.footnotes.marks(entry, most=1)]
            return list({mark.number: mark for mark in marks}.values())
        name = field_of(column)
        return self.footnotes.marks(self.entry, name, most=None if self.footnotes.has_own(self.entry, name) else 1)

    def _beside(self):
        """What the timeline has of them, the newest first."""
        found, newest_first = [], self.timeline[::-1] if self.collection.docket else self.timeline
        for other, on in self.collection.appearances():
            entries = dict.fromkeys(happening.entry for happening in newest_first if on.template and happening.entry.collection == other.name)
            if entries:
                found.append(Beside(other, on, [(entry, self.footnotes.marks(entry)) for entry in entries]))
        return found

    def _mark_timeline(self):
        """Sources behind each happening; the note of an entry once, and not where it is among the facts."""
        noted = {(type(self.entry), self.entry.pk)}
        for happening in self.timeline:
            happening.marks = self.footnotes.marks(happening.entry)
            entry = (type(happening.entry), happening.entry.pk)
            happening.note = "" if entry in noted else happening.note
            noted.add(entry)

    def _sections(self):
        shown, anchors = [], set()
        appearing = [(other, on) for other, on in self.collection.appearances() if on.limit]
        for (other, on), (columns, rows) in zip(appearing, self.tables[1:], strict=True):
            if rows or on.chapter:
                address = self._list_of(other, on)
                anchor = f"{other.name}-{on.filter}" if other.name in anchors else other.name
                anchors.add(other.name)
                cells = cells_of(columns[1:], rows[: on.limit], self.names)
                shown.append(Section(other, on, columns[1:], cells, address, len(rows) > on.limit, anchor))
        return shown

    def _list_of(self, other, on):
        """The address of all entries of another collection that appear on this page."""
        return f"{reverse('list', args=[other.name])}?{on.filter}={getattr(self.entry, self.collection.key)}"

    def _timeline(self):
        found = happenings(self.collection, [self.entry], self.day)
        for other, on in self.collection.appearances():
            if other.moments and on.timeline:
                entries = other.with_related(other.public(self.day).filter(**{on.path: self.entry}))[: MOMENTS_OF_EACH + 1]
                if len(entries) > MOMENTS_OF_EACH:
                    self.cut.append((other.label, MOMENTS_OF_EACH, self._list_of(other, on)))
                found += happenings(other, entries[:MOMENTS_OF_EACH], self.day, noun=self.collection.name)
        found.sort(key=when, reverse=not self.collection.docket)
        if self.collection.docket:
            for before, after in zip(found, found[1:], strict=False):
                before.days = dates.days_between(before.text, after.text)
        return found
