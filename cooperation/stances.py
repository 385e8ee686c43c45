"""What a host owed, what its government had said, and what it did: side by side, for a visit."""

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from cooperation.models import ArrestPosition
from record.collection import Panel, register_panel


def said_before(visit):
    """The positions of the host on that person stated up to the first day of a visit, or about it, the latest first."""
    before = Q(person=visit.person_id, stated_on_earliest__lte=visit.starts_on_latest) if visit.starts_on else Q()
    positions = ArrestPosition.objects.public().filter(before | Q(visit=visit), state=visit.host_id)
    return positions.order_by("-stated_on_earliest", "-pk")


def last_said():
    """The last stance before a visit, as an expression over visits."""
    positions = ArrestPosition.objects.public().filter(
        state=OuterRef("host"), person=OuterRef("person"), stated_on_earliest__lte=OuterRef("starts_on_latest")
    )
    return Subquery(positions.order_by("-stated_on_earliest", "-pk").values("stance")[:1])


def owed_said_done(visit, day):
    """The three, for the page of a visit."""
    return {"visit": visit, "positions": list(said_before(visit)[:5])}


register_panel(Panel("visits", _("Owed, said and done"), "cooperation/panel_owed_said_done.html", owed_said_done))
