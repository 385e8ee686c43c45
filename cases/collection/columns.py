"""Columns that several collections share."""

from django.utils.translation import gettext_lazy as _

from record.collection import Column

SLUG = Column("slug", _("Address"), _("Last part of the entry's permanent address."), kind="slug", listed=False, fact=False)
NOTE = Column("note", _("Note"), _("A neutral sentence."), listed=False)
SUMMARY = Column("summary", _("Summary"), _("One neutral paragraph in our own words."), listed=False, fact=False)
DOCUMENT = Column("document_no", _("Document"), _("Number as printed on it; empty: not found."), listed=False)


def person_column(**kwargs):
    """The person an entry concerns."""
    return Column("person", _("Person"), _("Address of the person."), kind="ref", ref="persons", path="person__slug", **kwargs)


def situation_column(path="situation__slug", **kwargs):
    """The situation an entry arises from."""
    return Column("situation", _("Situation"), _("Address of the situation."), kind="ref", ref="situations", path=path, **kwargs)


def state_column(label="", **kwargs):
    """The State an entry concerns."""
    return Column("state", label or _("State"), _("ISO 3166-1 alpha-3 code."), kind="ref", ref="states", path="state_id", **kwargs)


def case_column(**kwargs):
    """The case an entry belongs to."""
    return Column(
        "case",
        _("Case"),
        _("Address of the case; empty: no case number is public."),
        absent=_("none public"),
        kind="ref",
        ref="cases",
        path="case__slug",
        **kwargs,
    )
