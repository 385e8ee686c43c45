"""Columns that collections of every room share."""

from django.utils.translation import gettext_lazy as _

from record.collection import Column

SLUG = Column("slug", _("Address"), _("Last part of the entry's permanent address."), kind="slug", listed=False, fact=False)
NOTE = Column("note", _("Note"), _("A neutral sentence."), listed=False)
SUMMARY = Column("summary", _("Summary"), _("One neutral paragraph in our own words."), listed=False, fact=False)
DOCUMENT = Column("document_no", _("Document"), _("Number as printed on it; empty: not found."), listed=False)


def state_column(label="", **kwargs):
    """The State an entry concerns."""
    return Column("state", label or _("State"), _("ISO 3166-1 alpha-3 code."), kind="ref", ref="states", path="state_id", **kwargs)
