"""Source marks and footnotes: one number for each source, in reading order; rival values beside the chosen one."""

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from record.amounts import grouped
from record.collection import of
from record.dated import words_for
from record.exchange import field_of
from record.models import ArchivedCopy, Citation, Stance


@dataclass(frozen=True)
class Mark:
    """A mark behind a fact: its number, the footnote or the passage in it, whether the source is a primary document."""

    number: int
    target: str
    primary: bool
    label: str
    first: bool


@dataclass
class Passage:
    """Where a source says it: what it speaks of, the place, the words; `otherwise` is its value where it disagrees."""

    target: str
    entry: str
    locator: str
    quotation: str
    otherwise: str
    fields: list = field(default_factory=list)

    @property
    def speaks_of(self):
        """“Chamber, decided on”, behind the entry where it is not that of the page; empty for the whole of it."""
        return capfirst(", ".join(filter(None, [self.entry, *dict.fromkeys(self.fields)])))


@dataclass
class Note:
    """A footnote: the source, how it was consulted, the passages cited, what became of its address."""

    number: int
    source: object
    consulted: set = field(default_factory=set)
    passages: dict = field(default_factory=dict)

    @property
    def how(self):
        """How it was consulted, in words."""
        return capfirst("; ".join(sorted(self.consulted)))

    @property
    def copy(self):
        """The latest archived copy, or None."""
        return next(iter(self.source.copies.all()), None)

    def target_of(self, citation, entry, named):
        """The passage that a citation names, else the footnote."""
        if not (citation.locator or citation.quotation):
            return f"s{self.number}"
        key = (citation.content_type_id, citation.object_id, citation.locator, citation.quotation, citation.rival_value)
        target = f"s{self.number}-{len(self.passages) + 1}"
        passage = self.passages.setdefault(key, Passage(target, named, citation.locator, citation.quotation, citation.rival_value))
        if citation.field:
            passage.fields.append(label_of(type(entry), citation.field))
        return passage.target


@dataclass(frozen=True)
class Rival:
    """What a source says otherwise, and why the record differs."""

    value: str
    reason: str
    mark: Mark


class Footnotes:
    """The sources of a page. Ask for marks in reading order; `notes` lists the sources at the end.

    The first of the entries is the one that the page is about.
    """

    def __init__(self, entries):
        self._notes: dict[int, Note] = {}
        self._citations = _citations_of(entries)
        self._page = entries[0] if entries else None

    @property
    def notes(self):
        return list(self._notes.values())

    def marks(self, entry, name="", most=None):
        """Marks of a field of an entry, the best sources first: its own citations, else those of the whole entry."""
        supporting = [c for c in self._of(entry) if c.stance == Stance.SUPPORTS]
        own = [citation for citation in supporting if citation.field == name]
        chosen = own or [citation for citation in supporting if not citation.field] or ([] if name else supporting)
        by_source = {}
        for citation in chosen:
            by_source.setdefault(citation.source_id, []).append(citation)
        return [self._mark(entry, citations) for citations in list(by_source.values())[:most]]

    def has_own(self, entry, name):
        """Whether a source is cited for this field and not only for the whole entry."""
        return any(c.stance == Stance.SUPPORTS and c.field == name for c in self._of(entry))

    def rivals(self, entry, name):
        """What sources say otherwise of a field."""
        return [
            Rival(_in_words(entry, citation), citation.reason, self._mark(entry, [citation]))
            for citation in self._of(entry)
            if citation.stance == Stance.CONTRADICTS and citation.field == name
        ]

    def _of(self, entry):
        return self._citations.get((type(entry), entry.pk), [])

    def _mark(self, entry, citations):
        """Of citations of one source: it leads to the first passage that they name."""
        source = citations[0].source
        first = source.pk not in self._notes
        note = self._notes.setdefault(source.pk, Note(len(self._notes) + 1, source))
        note.consulted.update(str(citation.get_consulted_display()) for citation in citations)
        named = "" if entry == self._page else str(entry)
        target, *_others = [note.target_of(citation, entry, named) for citation in citations]
        label = _("Source %(number)s: %(kind)s") % {"number": note.number, "kind": source.get_kind_display()}
        return Mark(note.number, target, source.is_primary, label, first)


def _in_words(entry, citation):
    """A rival value as the page prints amounts, dates and words of a vocabulary, where it is one."""
    value, column = citation.rival_value, column_of(type(entry), citation.field)
    if column and column.kind == "choice":
        return capfirst(str(dict(column.choices).get(value, value)))
    return grouped(int(value)) if column and column.kind == "amount" and value.isdecimal() else words_for(value)


def column_of(model, name):
    """The column that a field of a citation stands for; None where none does."""
    return next((column for column in of(model).cited_columns if field_of(column) == name), None)


def label_of(model, name):
    """A field that a citation speaks of, in the words of the page; empty for the whole entry."""
    if not name:
        return ""
    column = column_of(model, name)
    return str(column.label if column else model._meta.get_field(name).verbose_name)


def _citations_of(entries):
    """{(model, pk): [Citation]} in two queries, best sources first, with the latest archived copy of each source."""
    models = {ContentType.objects.get_for_model(entry).pk: type(entry) for entry in entries}
    latest = ArchivedCopy.objects.order_by("source_id", "-fetched_at", "-pk").distinct("source_id")
    cited = Citation.objects.of(entries).select_related("source").prefetch_related(Prefetch("source__copies", latest))
    found = {}
    for citation in sorted(cited, key=lambda citation: citation.rank):
        found.setdefault((models[citation.content_type_id], citation.object_id), []).append(citation)
    return found
