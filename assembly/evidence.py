"""What sources say of entries, for pages of this room: the best source behind each, and who says otherwise."""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from record.amounts import grouped
from record.collection import of
from record.exchange import field_of
from record.models import Citation, SourceKind, Stance


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
        return grouped(int(self.value)) if len(self.value) > 4 and self.value.isdecimal() else self.value

    @property
    def chosen_words(self):
        """The value chosen; empty where none was found."""
        return grouped(self.chosen) if self.column.kind == "amount" else str(self.chosen)


class Evidence:
    """The citations of entries, read in one query, the best sources first."""

    def __init__(self, entries):
        self._entries = {_key(entry): entry for entry in entries}
        by_type, wanted = defaultdict(list), Q(pk__in=[])
        for type_id, pk in self._entries:
            by_type[type_id].append(pk)
        for type_id, pks in by_type.items():
            wanted |= Q(content_type=type_id, object_id__in=pks)
        self._citations = defaultdict(list)
        for citation in sorted(Citation.objects.filter(wanted).select_related("source"), key=_rank):
            self._citations[citation.content_type_id, citation.object_id].append(citation)

    def best(self, entry, *fields):
        """The best source for the first of the fields that has one of its own, else for the whole entry; None without any."""
        supporting = [citation for citation in self._citations[_key(entry)] if citation.stance == Stance.SUPPORTS]
        for name in (*fields, ""):
            if found := next((citation.source for citation in supporting if citation.field == name), None):
                return found
        return None

    def rivals(self):
        """Every value that a source gives otherwise, in the order of the entries."""
        return [
            _rival(entry, citation)
            for key, entry in self._entries.items()
            for citation in sorted(self._citations[key], key=lambda citation: citation.field)
            if citation.stance == Stance.CONTRADICTS
        ]


def _key(entry):
    return ContentType.objects.get_for_model(entry).pk, entry.pk


def _rank(citation):
    return SourceKind.values.index(citation.source.kind), citation.source.slug, citation.pk


def _rival(entry, citation):
    column = next(column for column in of(entry).cited_columns if field_of(column) == citation.field)
    return Rival(entry, column, getattr(entry, citation.field), citation.rival_value, citation.reason, citation.source)
