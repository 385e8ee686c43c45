"""On how many sources an entry rests, and the best kind among them: for pages that show many entries, whose own pages have the footnotes."""

from collections import defaultdict
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import ngettext

from record.models import Citation, SourceKind


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


def attach(entries):
    """Give each entry its `backing`, all in one query."""
    by_type = defaultdict(dict)
    for entry in entries:
        by_type[ContentType.objects.get_for_model(entry).pk].setdefault(entry.pk, []).append(entry)
    found = _supporting(by_type) if by_type else {}
    for type_id, by_pk in by_type.items():
        for pk, same in by_pk.items():
            kinds = found.get((type_id, pk), {}).values()
            backing = Backing(len(kinds), min(kinds, key=list(SourceKind).index)) if kinds else Backing()
            for entry in same:
                entry.backing = backing


def _supporting(by_type):
    """{(content type, key): {source: its kind}}"""
    wanted = reduce(or_, (Q(content_type=type_id, object_id__in=list(by_pk)) for type_id, by_pk in by_type.items()))
    found = defaultdict(dict)
    rows = Citation.objects.supporting().filter(wanted).order_by().values_list("content_type", "object_id", "source", "source__kind")
    for type_id, pk, source, kind in rows:
        found[type_id, pk][source] = SourceKind(kind)
    return found
