"""What each edition changed of a source, from the edition in which readers first saw it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from record.chronicle.recorded import SOURCE_FIELDS, history_of
from record.collection import get
from record.models import Edition, Source
from record.publishing.tables import Names, cell

FIELDS = (*SOURCE_FIELDS, "link")


@dataclass(frozen=True)
class Difference:
    """Of one column: its values before and after, and how a page shows them."""

    column: object
    before: object
    after: object

    @property
    def was(self):
        return self._words(self.before)

    @property
    def became(self):
        return self._words(self.after)

    def _words(self, value):
        return cell(self.column, value, Names([])).words or _("nothing")


@dataclass(frozen=True)
class SourceChanged:
    """What an edition changed; nothing, where it is the one in which the source became public."""

    edition: Edition
    differences: tuple[Difference, ...] = ()

    def as_dict(self):
        changes = [{"column": d.column.name, "before": d.before or None, "after": d.after or None} for d in self.differences]
        return {"edition": self.edition.number, "at": self.edition.at, "changes": changes}


def source_changes(source, upto=None):
    """[SourceChanged], newest first, up to an edition."""
    events = history_of(Source).objects.filter(pgh_obj_id=source.pk, pgh_edition__gt=0).order_by("pgh_id")
    if upto is not None:
        events = events.filter(pgh_edition__lte=upto)
    last = {event["pgh_edition"]: event for event in events.values("pgh_edition", "shown", *FIELDS)}
    seen = [event for event in last.values() if event["shown"]]
    editions = Edition.objects.defer("summary").in_bulk([event["pgh_edition"] for event in seen])
    found = []
    for before, now in zip([None, *seen], seen, strict=False):
        differences = _differences(before, now) if before else ()
        if differences or not before:
            found.append(SourceChanged(editions[now["pgh_edition"]], differences))
    return found[::-1]


def _differences(before, now):
    columns = {column.name: column for column in get("sources").columns}
    return tuple(Difference(columns[name], before[name], now[name]) for name in FIELDS if before[name] != now[name])
