"""What of the Assembly lies ahead of a day, and where to go from its list."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from assembly.models import Election, Session
from record.collection import get
from record.day import today


@dataclass(frozen=True)
class Way:
    """A link to another part of the record of the Assembly, with what stands there."""

    words: str
    href: str
    leads_to: str


def next_session(day):
    """The session that is meeting on a day or comes after it, the nearest; None where none is on record."""
    not_over = Q(ends_on_latest__gte=day) | Q(ends_on="", starts_on_latest__gte=day)
    return Session.objects.public().filter(not_over).select_related("resumes").order_by("starts_on_earliest", "pk").first()


def elections_due(day):
    """Scheduled elections that have not been held by a day, the nearest first."""
    return Election.objects.public().due(on=day).order_by("held_on_earliest", "office", "pk")


def lead(day):
    """The head of the list of sessions: the ways to what they have in common; on no past day, the next one and the elections due."""
    ahead = day >= today()
    return {"ahead": ahead, "session": next_session(day) if ahead else None, "due": list(elections_due(day)) if ahead else [], "ways": _ways(day)}


def _ways(day):
    held = get("terms").public(day).filter(held=True).count()
    return [
        Way(_("One topic through all sessions"), reverse("assembly-topics"), _("ten topics")),
        Way(_("Budget, year by year"), reverse("assembly-budget"), _counted("budgets", day)),
        Way(_("Who holds office"), reverse("assembly-offices"), _("%(n)s terms on this day") % {"n": held}),
        Way(_("Elections"), _list("elections"), _counted("elections", day)),
        Way(_("Resolutions and decisions"), _list("decisions"), _counted("decisions", day)),
        Way(_("Amendments to the Statute and the Rules"), _list("amendments"), _counted("amendments", day)),
        Way(_("Oversight of the Court"), _list("oversight"), _counted("oversight", day)),
        Way(_("Assessed contributions"), _list("contributions"), _counted("contributions", day)),
        Way(_("Voluntary contributions"), _list("voluntary-contributions"), _counted("voluntary-contributions", day)),
    ]


def _list(name):
    return reverse("list", args=[name])


def _counted(name, day):
    collection = get(name)
    number, meta = collection.public(day).count(), collection.model._meta
    return f"{number} {meta.verbose_name if number == 1 else meta.verbose_name_plural}"
