"""What a host owed, what its government had said, and what it did: side by side, for a visit."""

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from cooperation.models import ArrestPosition
from record.collection import Panel, register_panel


def said_before(visit):
    """The positions of the host on that person stated by the first day of a visit, the latest first.

    One of which only the month or the year is known counts if it surely came before, or was about this visit.
    """
    if not visit.starts_on:
        return ArrestPosition.objects.none()
    positions = ArrestPosition.objects.public().filter(state=visit.host_id, person=visit.person_id)
    return _by(positions, visit.starts_on_latest, visit.pk)


def last_said():
    """The last stance before a visit, as an expression over visits."""
    positions = ArrestPosition.objects.public().filter(state=OuterRef("host"), person=OuterRef("person"))
    return Subquery(_by(positions, OuterRef("starts_on_latest"), OuterRef("pk")).values("stance")[:1])


def _by(positions, day, visit):
    sure = Q(stated_on_latest__lte=day) | Q(visit=visit)
    return positions.filter(sure, stated_on_earliest__lte=day).order_by("-stated_on_earliest", "-pk")


def owed_said_done(visit, day):
    """The three, for the page of a visit."""
    return {"visit": visit, "positions": list(said_before(visit)[:5])}


register_panel(Panel("visits", _("Owed, said and done"), "cooperation/panel_owed_said_done.html", owed_said_done))
