"""What sources say of entries, for pages of this room that show many: how many support each, the best of them, who says otherwise."""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import ngettext

from record.amounts import grouped
from record.collection import of
from record.exchange import field_of
from record.models import Citation, SourceKind, Stance


@dataclass(frozen=True)
class Backing:
    """The number of sources that support an entry, and the kind of the best of them; None without any."""

    sources: int = 0
    best: SourceKind | None = None

    def __str__(self):
        if self.best is None:
            return ""
        said = ngettext("%(n)s source: %(kind)s", "%(n)s sources, the best: %(kind)s", self.sources)
        return said % {"n": self.sources, "kind": self.best.label}


@dataclass(frozen=True)
class Rival:
    """A source that gives another value than the one chosen, and why the record differs."""

    entry: object
    column: object
    chosen: object
    value: str
    reason: str
    source: object

    @property
    def words(self):
        """Its value; digits grouped where it is an amount."""
        return grouped(int(self.value)) if self.column.kind == "amount" and self.value.isdecimal() else self.value

    @property
    def chosen_words(self):
        """The value chosen; empty where none was found."""
        return grouped(self.chosen) if self.column.kind == "amount" else str(self.chosen)


class Sources:
    """Behind entries of any kinds: their citations, read in one query, the best sources first."""

    def __init__(self, entries):
        self._entries = list(dict.fromkeys(entries))
        self._citations = defaultdict(list)
        for citation in sorted(Citation.objects.of(self._entries).select_related("source"), key=lambda citation: citation.rank):
            self._citations[citation.content_type_id, citation.object_id].append(citation)

    def _of(self, entry, stance):
        key = ContentType.objects.get_for_model(entry).pk, entry.pk
        return [citation for citation in self._citations[key] if citation.stance == stance]

    def best(self, entry, *fields):
        """The best source for the first of the fields that has one of its own, else for the whole entry; None without any."""
        supporting = self._of(entry, Stance.SUPPORTS)
        found = [citation.source for name in (*fields, "") for citation in supporting if citation.field == name]
        return found[0] if found else None

    def backing(self, entry):
        """On how many sources it rests, and the best kind among them."""
        sources = list(dict.fromkeys(citation.source for citation in self._of(entry, Stance.SUPPORTS)))
        return Backing(len(sources), SourceKind(sources[0].kind)) if sources else Backing()

    def rivals(self):
        """Every value that a source gives otherwise, in the order of the entries."""
        return [
            _rival(entry, citation)
            for entry in self._entries
            for citation in sorted(self._of(entry, Stance.CONTRADICTS), key=lambda citation: citation.field)
        ]


def _rival(entry, citation):
    column = next(column for column in of(entry).cited_columns if field_of(column) == citation.field)
    return Rival(entry, column, getattr(entry, citation.field), citation.rival_value, citation.reason, citation.source)


def give_backing(entries):
    """Each entry its `backing`, all in one query."""
    entries = list(entries)
    sources = Sources(entries)
    for entry in entries:
        entry.backing = sources.backing(entry)
