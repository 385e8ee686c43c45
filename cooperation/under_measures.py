"""Which officials of the Court are under measures of a State on a day, from the measures in force."""

from dataclasses import dataclass

from django.db.models import Case, F, Min, Q, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cooperation.models import CoerciveMeasure, MeasureKind, MeasureOfficial
from record.dated import words_for

KINDS = (
    (MeasureKind.SANCTIONS_DESIGNATION, gettext_lazy("Under sanctions")),
    (MeasureKind.CONVICTION_IN_ABSENTIA, gettext_lazy("Convicted in absentia")),
    (MeasureKind.WANTED_NOTICE, gettext_lazy("Listed as wanted")),
)


@dataclass(frozen=True)
class Named:
    """The officials whom measures of a kind by one State name on a day, by name."""

    heading: str
    actor: str
    officials: list
    kind: str
    iso3: str


def links_in_force(day):
    """The links of officials to the measures that surely are in force on a day."""
    return MeasureOfficial.objects.filter(measure__in=CoerciveMeasure.objects.public().in_force(on=day))


def officials_named(day):
    """[Named] for each kind and actor, in the order of KINDS; one query."""
    links = links_in_force(day).filter(measure__kind__in=[kind for kind, _heading in KINDS])
    found = {}
    for link in links.select_related("official", "measure__actor").order_by("official__name"):
        found.setdefault((link.measure.kind, link.measure.actor), {})[link.official] = None
    return [
        Named(heading, str(actor), list(officials), kind, actor.iso3)
        for kind, heading in KINDS
        for (found_kind, actor), officials in sorted(found.items(), key=lambda item: -len(item[1]))
        if found_kind == kind
    ]


def lead(day):
    """The head of the list of measures."""
    return {"named": officials_named(day), "day": day}


def sanctions_sentence(official, day):
    """By which States an official is designated on a day, since when; empty where by none."""
    designations = links_in_force(day).filter(official=official, measure__kind=MeasureKind.SANCTIONS_DESIGNATION)
    begun = Case(When(~Q(measure__in_force_on=""), then=F("measure__in_force_on")), default=F("measure__announced_on"))
    by_actor = designations.values("measure__actor__name").annotate(since=Min(begun)).order_by("since")
    return " ".join(
        _("Under sanctions since %(since)s (%(actor)s).") % {"actor": row["measure__actor__name"], "since": words_for(row["since"])}
        for row in by_actor
    )
