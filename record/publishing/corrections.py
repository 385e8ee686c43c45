"""Notices of corrections, retractions and redactions: what was wrong, before and after in words, who asked."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from record import dates
from record.collection import Collection, Column, collections
from record.exchange import field_of
from record.models import AskedBy, Correction, NoticeKind
from record.publishing.entry_page import heading
from record.publishing.tables import Names, cell

SOURCES = "sources"  # the field of a change that is one of its citations: in words already


@dataclass(frozen=True)
class Change:
    """A value that was another: its label and words, and for machines the column and the texts of the data files."""

    field: str
    label: str
    before: str
    after: str
    was: str
    is_: str


@dataclass(frozen=True)
class Notice:
    """A notice in words. `entry` is what it is about, as it stands now."""

    kind: str
    what_was_wrong: str
    asked_by: str
    edition: int
    at: datetime
    changes: list
    collection: Collection
    entry: object

    @property
    def heading(self):
        return heading(self.entry)

    @property
    def kind_words(self):
        return capfirst(str(NoticeKind(self.kind).label))

    @property
    def who_asked(self):
        return str(AskedBy(self.asked_by).label)

    def as_dict(self):
        """Without the entry, as on the entry's own page."""
        changes = [{"field": change.field, "before": change.was or None, "after": change.is_ or None} for change in self.changes]
        return {
            "edition": self.edition, "at": self.at.isoformat(), "kind": self.kind, "what_was_wrong": self.what_was_wrong,
            "asked_by": self.asked_by, "changes": changes,
        }  # fmt: skip


def attached(entries):
    """The entries, each with the plain values of its notices, in the same query."""
    notices = Correction.objects.filter(content_type=ContentType.objects.get_for_model(entries.model), object_id=OuterRef("pk")).newest_first()
    plain = {name: name for name in ("kind", "what_was_wrong", "asked_by", "changes")}
    return entries.annotate(notices=ArraySubquery(notices.values(json=JSONObject(**plain, number="edition_id", at="edition__at"))))


def notices_of(entry, collection):
    """[Notice] of an entry that came from `attached`, newest first."""
    return in_words([(collection, entry, plain) for plain in entry.notices])


def in_words(items):
    """[Notice] of (collection, entry, plain values); names are looked up once for all."""
    names = _Shown([(collection, change) for collection, _entry, plain in items for change in plain["changes"]])
    return [
        Notice(
            plain["kind"], plain["what_was_wrong"], plain["asked_by"], plain["number"], _moment(plain["at"]),
            [_change(collection, change, names, plain["kind"]) for change in plain["changes"]], collection, entry,
        )
        for collection, entry, plain in items
    ]  # fmt: skip


def _moment(at):
    return at if isinstance(at, datetime) else datetime.fromisoformat(at)


class _Shown:
    """The names behind references. What is not shown now has none, and its key is not told either."""

    def __init__(self, changes):
        tables = []
        for collection, change in changes:
            column = _column(collection, change["field"])
            if column and column.ref:
                tables += [((column,), [[_value(column, change[when])]]) for when in ("before", "after")]
        self._names = Names(tables)

    def of(self, collection, key):
        name, address = self._names.of(collection, key)
        return (name, address) if address else (_("an entry that is not shown"), "")

    def key(self, column, text):
        """A text of the data files, with what is not shown left out."""
        if not column or not column.ref:
            return text
        return ";".join(key for key in text.split(";") if key and self._names.of(column.ref, key)[1])


def _column(collection, name) -> Column | None:
    """By its name, or by that of the model's field."""
    by_name = {field_of(column): column for column in collection.stored_columns} | {column.name: column for column in collection.columns}
    return by_name.get(name)


def _change(collection, change, names, kind):
    column, texts = _column(collection, change["field"]), (change["before"], change["after"])
    if kind == NoticeKind.REDACTION:
        return Change(change["field"], _label(column, change["field"]), _("Removed"), _("Removed"), "", "")
    before, after = (_words(column, text, names) for text in texts)
    was, is_ = (names.key(column, text) for text in texts)
    return Change(change["field"], _label(column, change["field"]), before, after, was, is_)


def _label(column, field):
    if field == SOURCES:
        return _("Source")
    return str(column.label) if column else field


def _words(column, text, names):
    if column is None:
        return text or _("None")
    try:
        shown = cell(column, _value(column, text), names)
    except dates.NotADate:  # part of the text was redacted
        return text
    return shown.words or shown.absent or _("Not known")


def _value(column, text):
    """What a text of the data files stands for, as far as words depend on it."""
    if column.kind == "boolean":
        return text == "true" if text else None
    if column.kind in ("list", "refs"):
        return text.split(";") if text else []
    return text


# All of them


def shown(chosen):
    """Notices of the entries chosen, a QuerySet for each kind, newest first."""
    of_them = Q(pk__in=[])
    for entries in chosen:
        of_them |= Q(content_type=ContentType.objects.get_for_model(entries.model), object_id__in=entries.values("pk"))
    return Correction.objects.filter(of_them).newest_first()


def told(corrections):
    """[Notice] of a slice of `shown`: one query for them, one for each kind of entry among them."""
    plain = corrections.values(
        "kind", "what_was_wrong", "asked_by", "changes", "content_type", "object_id", number=F("edition_id"), at=F("edition__at")
    )
    rows = list(plain)
    kinds = {ContentType.objects.get_for_model(collection.model).pk: collection for collection in collections()}
    wanted = {}
    for row in rows:
        wanted.setdefault(row["content_type"], set()).add(row["object_id"])
    entries = {pk: kinds[pk].with_related(kinds[pk].model.objects.addressable()).in_bulk(keys) for pk, keys in wanted.items()}
    return in_words([(kinds[row["content_type"]], entries[row["content_type"]][row["object_id"]], row) for row in rows])
