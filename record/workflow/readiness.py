"""What an entry still needs before a second person reads it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from record import collection

OWN_WORDS = frozenset({"summary", "note", "name_fr", "name_es"})  # may be cited, need not be


@dataclass(frozen=True)
class Gap:
    """Something that an entry still needs: the field (or empty) and a sentence for its author."""

    field: str
    message: str


def missing_sources(entry, citations):
    """What an entry with these citations lacks."""
    found = []
    supporting = [citation for citation in citations if citation.stance == "supports"]
    if not supporting:
        found.append(Gap("", _("No source supports this entry yet.")))
    covered = {citation.field for citation in supporting}
    if supporting and "" not in covered:
        found += [
            Gap(field.name, _("No source for “%(field)s”.") % {"field": field.verbose_name})
            for field in citable(entry)
            if field.name not in covered | OWN_WORDS and getattr(entry, field.attname) not in (None, "", [])
        ]
    known = facts(entry)
    found += [
        Gap(citation.field, _("A source is cited for “%(field)s”, which this kind of entry does not have.") % {"field": citation.field})
        for citation in citations
        if citation.field and citation.field not in known
    ]
    return found


def facts(entry):
    """{name: label} of what a citation may speak of: the fields, and the computed columns that may be contradicted."""
    fields = {field.name: field.verbose_name for field in citable(entry)}
    return fields | {column.name: column.label for column in contradicted(entry)}


def contradicted(entry):
    """The computed columns of an entry (or of a model of entries) for which a source that says otherwise may be cited."""
    return [column for column in collection.of(entry).columns if column.contradicted]


def citable(entry):
    """The fields of an entry (or of a model of entries) that an editor writes, and a citation may speak of."""
    return [field for field in entry._meta.concrete_fields if field.editable and not field.primary_key and field.name != "slug"]
