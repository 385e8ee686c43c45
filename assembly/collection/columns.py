"""Columns that several collections of this room share, and lists whose columns stand in an order of their own."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from record.collection import Collection, Column


@dataclass(frozen=True)
class Listed(Collection):
    """A collection whose list begins with what tells its rows apart; the data file keeps the order of the columns."""

    listing: tuple[str, ...] = ()  # names of the columns of the list page, in their order there

    @property
    def listed_columns(self):
        return [self.column(name) for name in self.listing]


@dataclass(frozen=True)
class Title(Column):
    """A name put together from other columns; by it the list is sorted by a date."""

    sorted_by: str = ""

    def sort_path(self):
        return f"{self.sorted_by}_earliest"


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
