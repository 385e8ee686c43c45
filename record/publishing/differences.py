"""The steps of entries in words: for each difference a label, what stood before and what stands after, as pages print it."""

from dataclasses import dataclass

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from record.chronicle import Done, Step
from record.collection import Collection, get
from record.dated import words_for
from record.exchange import field_of
from record.models import Citation, Source, Stance
from record.publishing.tables import cell, plain

DONE = {
    Done.PUBLISHED: gettext_lazy("published"),
    Done.RETRACTED: gettext_lazy("retracted"),
    Done.WITHHELD: gettext_lazy("no longer shown"),
    Done.RESTORED: gettext_lazy("shown again"),
    Done.REDACTED: gettext_lazy("redacted"),
    Done.CORRECTED: gettext_lazy("corrected"),
    Done.UPDATED: gettext_lazy("updated"),
    Done.READ: gettext_lazy("read against its source"),
    Done.SOURCE: gettext_lazy("a source changed"),
    Done.COMPUTED: gettext_lazy("computed anew"),
}


@dataclass(frozen=True)
class Difference:
    """One line of a history. `before` and `after` are words; `was` and `is_` the same for machines."""

    field: str
    label: str
    before: str
    after: str
    was: object
    is_: object


class References:
    """The entries that differences name: one query for each collection referred to. What is held now has no name."""

    def __init__(self, steps_by_collection):
        wanted = {}
        for collection, steps in steps_by_collection:
            for change in (change for step in steps for change in step.values if change.column.ref):
                keys = wanted.setdefault((change.column.ref, _key_of(collection, change.column)), set())
                for value in (change.before, change.after):
                    keys.update(value if change.column.kind == "refs" else [] if value is None else [value])
        self._found = {place: self._fetch(get(place[0]), place[1], keys) for place, keys in wanted.items()}

    @staticmethod
    def _fetch(collection, key, wanted):
        entries = collection.with_related(collection.model.objects.addressable()).filter(**{f"{key}__in": wanted})
        return {getattr(entry, key): (getattr(entry, collection.key), str(entry), entry.get_absolute_url()) for entry in entries}

    def of(self, collection, column, value):
        """(public key, name, address) of what the table of this collection names by `value`."""
        withheld = ("withheld", _("an entry that is not shown"), "")
        return self._found.get((column.ref, _key_of(collection, column)), {}).get(value, withheld)


def _key_of(collection, column):
    """The field of the entry referred to whose value the table holds."""
    field = collection.model._meta.get_field(field_of(column))
    if column.kind == "refs":
        field = field.remote_field.through._meta.get_field(field.m2m_reverse_field_name())
    return field.target_field.attname


class _Named:
    """Names by public key, as `cell` asks for them."""

    def __init__(self, names):
        self._names = names

    def of(self, _collection, key):
        return self._names[key]


def differences(collection: Collection, step: Step, references: References):
    """[Difference] of a step, in the order in which a page tells them."""
    found = [_of_value(collection, change, references) for change in step.values]
    found += [_of_periods(change) for change in step.periods]
    found += [difference for change in step.citations for difference in _of_citation(collection, change)]
    found += [difference for change in step.sources for difference in _of_source(change)]
    return _of_status(step) + found


_STATUSES = {
    Done.PUBLISHED: (None, "published"),
    Done.RETRACTED: ("published", "retracted"),
    Done.WITHHELD: ("shown", "not_shown"),
    Done.RESTORED: ("not_shown", "shown"),
}
_STATUS_WORDS = {
    None: "",
    "published": gettext_lazy("Published"),
    "retracted": gettext_lazy("Retracted"),
    "shown": gettext_lazy("Shown"),
    "not_shown": gettext_lazy("Not shown"),
}


def _of_status(step):
    """What a reader is told before the facts: that it was published, retracted, read."""
    changes = [_STATUSES[done] for done in step.done if done in _STATUSES]
    told = [Difference("status", _("Status"), str(_STATUS_WORDS[was]), str(_STATUS_WORDS[is_]), was, is_) for was, is_ in changes]
    if Done.READ in step.done:
        told.append(Difference("reading", _("Reading"), _("Compiled"), _("Read by a second person"), "compiled", "read"))
    return told


def _of_value(collection, change, references):
    column = change.column
    label = _("%(label)s (computed)") % {"label": column.label} if column.computed else str(column.label)
    (before, was), (after, is_) = (_value(collection, column, value, references) for value in (change.before, change.after))
    return Difference(column.name, label, before, after, was, is_)


def _value(collection, column, value, references):
    """(words, for machines)"""
    names = {}
    if column.ref and value not in (None, "", ()):
        held = list(value) if column.kind == "refs" else [value]
        known = [references.of(collection, column, key) for key in held]
        names = {key: (name, address) for key, name, address in known}
        value = [key for key, _name, _address in known] if column.kind == "refs" else known[0][0]
    shown = cell(column, list(value) if isinstance(value, tuple) else value, _Named(names))
    return shown.words or shown.absent or _("Not known"), plain(column, list(value) if isinstance(value, tuple) else value)


def _of_periods(change):
    computed = change.computed
    label = _("%(label)s (computed)") % {"label": computed.label}
    before, after = ([computed.say(_Row(row)) for row in rows] for rows in (change.before, change.after))
    return Difference(computed.name, label, "\n".join(before) or _("None"), "\n".join(after) or _("None"), before or None, after or None)


class _Row:
    """A row of the history, read by name."""

    def __init__(self, values):
        self.__dict__.update(values)


def _of_citation(collection, change):
    about = _cited_field(collection, (change.after or change.before)["field"])
    source = source_words(change.source)
    if change.before and change.after:
        return _of_changed_citation(change, source, about)
    label = _("Source of “%(field)s”") % {"field": about} if about else _("Source of the entry")
    before, after = (f"{source}\n{_citation_words(row)}" if row else _("Not cited") for row in (change.before, change.after))
    was, is_ = (_citation_plain(row, change.source) for row in (change.before, change.after))
    return [Difference("citations", label, before, after, was, is_)]


def _cited_field(collection, name):
    """The label of the Column whose field a citation names; empty for the whole entry."""
    if not name:
        return ""
    column = next((column for column in collection.cited_columns if field_of(column) == name), None)
    return str(column.label) if column else name


CITATION_PARTS = ("field", "stance", "locator", "rival_value", "reason", "quotation", "consulted")


def _of_changed_citation(change, source, about):
    """One line for each part of the citation that is another."""
    lines = []
    for name in CITATION_PARTS:
        was, is_ = change.before[name], change.after[name]
        if was != is_:
            part = capfirst(Citation._meta.get_field(name).verbose_name)
            label = _("Source “%(source)s”: %(part)s") % {"source": source, "part": part}
            lines.append(
                Difference(f"citations#{name}", label, _part_words(Citation, name, was), _part_words(Citation, name, is_), was or None, is_ or None)
            )
    return lines


def _citation_words(row):
    """“p. 3; says otherwise: “2 May” (why); read in full; “the words””."""
    parts = [row["locator"]]
    if row["stance"] == Stance.CONTRADICTS:
        parts.append(_("says otherwise: “%(value)s” (%(reason)s)") % {"value": row["rival_value"], "reason": row["reason"]})
    parts.append(_part_words(Citation, "consulted", row["consulted"]))
    parts.append(f"“{row['quotation']}”" if row["quotation"] else "")
    return "; ".join(part for part in parts if part)


def _citation_plain(row, source):
    if row is None:
        return None
    return {"source": source.get("slug"), **{name: row[name] or None for name in CITATION_PARTS}}


def _of_source(change):
    source = source_words(change.source)
    lines = []
    for name, was, is_ in change.changes:
        label = _("Source “%(source)s”: %(part)s") % {"source": source, "part": Source._meta.get_field(name).verbose_name}
        field = f"sources/{change.source['slug']}#{name}"
        lines.append(Difference(field, label, _part_words(Source, name, was), _part_words(Source, name, is_), was or None, is_ or None))
    return lines


def source_words(source):
    """Publisher and title, as footnotes begin."""
    return f"{source['publisher']}: {source['title']}" if source else _("a source")


def _part_words(model: type[Model], name, value):
    field = model._meta.get_field(name)
    if not value:
        return _("None")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return words_for(value) if name == "published_on" else str(value)
