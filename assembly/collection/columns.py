"""Columns that several collections of this room share."""

from django.utils.translation import gettext_lazy as _

from record.collection import Column


def session_column(**kwargs):
    """The session an entry belongs to."""
    return Column("session", _("Session"), _("Address of the session."), kind="ref", ref="assembly", path="session__slug", **kwargs)


def decision_column(**kwargs):
    """The decision by which something was adopted."""
    return Column(
        "decision", _("Decision"), _("Address of the decision."), kind="ref", ref="decisions", path="decision__slug", listed=False, **kwargs
    )


def official_column(**kwargs):
    """The official an entry concerns."""
    return Column("official", _("Official"), _("Address of the official."), kind="ref", ref="officials", path="official__slug", **kwargs)


def amount(name, label, meaning, **kwargs):
    """A count or a sum."""
    return Column(name, label, meaning, kind="amount", **kwargs)
