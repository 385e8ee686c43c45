"""What a host owed, what its government had said, and what it did: side by side, for a visit."""

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from cooperation.models import ArrestPosition
from record.collection import Panel, register_panel


def said_before(visit):
    """The positions of the host on that person stated by the first day of a visit, the latest first.

    It counts if it surely came before, or was about this visit and may have.
    """
    if not visit.starts_on:
        return ArrestPosition.objects.none()
    positions = ArrestPosition.objects.public().filter(state=visit.host_id, person=visit.person_id)
    return _before(positions, visit.starts_on_earliest, visit.starts_on_latest, visit.pk)


def last_said():
    """The last stance before a visit, as an expression over visits."""
    positions = ArrestPosition.objects.public().filter(state=OuterRef("host"), person=OuterRef("person"))
    before = _before(positions, OuterRef("starts_on_earliest"), OuterRef("starts_on_latest"), OuterRef("pk"))
    return Subquery(before.values("stance")[:1])


def _before(positions, first, last, visit):
    """Those that came by the start of a visit, which was on one of the days from first to last."""
    sure = Q(stated_on_latest__lte=first)
    return positions.filter(sure | Q(visit=visit, stated_on_earliest__lte=last)).order_by("-stated_on_earliest", "-pk")


def owed_said_done(visit, day):
    """The three, for the page of a visit."""
    return {"visit": visit, "positions": list(said_before(visit)[:5])}


register_panel(Panel("visits", _("Owed, said and done"), "cooperation/panel_owed_said_done.html", owed_said_done))
