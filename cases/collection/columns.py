"""Columns that several collections share."""

from django.utils.translation import gettext_lazy as _

from record.collection import Column
from states.collection.columns import DOCUMENT, NOTE, SLUG, SUMMARY, state_column

__all__ = ["DOCUMENT", "NOTE", "SLUG", "SUMMARY", "case_column", "person_column", "situation_column", "state_column"]


def person_column(**kwargs):
    """The person an entry concerns."""
    return Column("person", _("Person"), _("Address of the person."), kind="ref", ref="persons", path="person__slug", **kwargs)


def situation_column(path="situation__slug", **kwargs):
    """The situation an entry arises from."""
    return Column("situation", _("Situation"), _("Address of the situation."), kind="ref", ref="situations", path=path, **kwargs)


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
