"""Rules about where a person stands on a day: at large, in custody, no longer wanted."""

from datetime import date

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.derived import event_value, standings_of, warrant_value
from cases.invariants.readers import events_by_person, persons, standings, warrants_by_person
from cases.models import CaseEvent, EventKind, Person, Stage, Warrant, WarrantKind
from cases.stage import NOT_WANTED
from record.invariants import Offence, Severity, invariant

NOT_AT_LARGE = {*NOT_WANTED, Stage.APPLICATION_PENDING, Stage.SUSPECT_SUMMONED, Stage.SUSPECT_IN_CUSTODY}


def at_large():
    """(key of the person, primary key, standing) for each period in which somebody is shown at large."""
    for pk, periods in standings().items():
        for standing in periods:
            if standing.at_large and pk in persons():
                yield f"persons/{persons()[pk].slug}", pk, standing


@invariant(
    "standing-by-the-events",
    _("Where a person stands follows from public warrants and events alone, by the rule; it is never typed."),
    severity=Severity.BLOCKING,
    rule=_("Articles 58 to 85; rule G27"),
)
def standings_otherwise_than_computed():
    for pk in set(persons()) | set(standings()):
        own_warrants = [warrant_value(warrant) for warrant in warrants_by_person().get(pk, ())]
        own_events = [event_value(event) for event in events_by_person().get(pk, ())]
        if _plain(standings_of(pk, own_warrants, own_events)) != _plain(standings().get(pk, ())):
            yield Offence(_address(pk), _t("What is stored differs from what the warrants and events say."))


def _plain(periods):
    return [(period.since, period.until, period.stage, period.at_large) for period in periods]


def _address(pk):
    known = persons().get(pk) or Person.objects.addressable().filter(pk=pk).first()  # a standing that nothing supports: rare
    return f"persons/{known.slug}" if known else ""


@invariant(
    "not-at-large-after-the-end",
    _("Nobody is shown at large who is dead, acquitted, convicted, in the Court's custody, summoned only, or whose proceedings have ended."),
    severity=Severity.BLOCKING,
    rule=_("Articles 58 to 61 and 66; rule G28"),
    reads=(Person, Warrant, CaseEvent),
)
def at_large_after_the_end():
    for person, _pk, standing in at_large():
        if standing.stage in NOT_AT_LARGE:
            words = {"since": standing.since, "stage": standing.get_stage_display()}
            yield Offence(person, _t("Shown at large from %(since)s, when the stage is “%(stage)s”.") % words)


@invariant(
    "surrender-ends-at-large",
    _("Who was surrendered to the Court is not at large, until released and sought by a warrant again."),
    severity=Severity.BLOCKING,
    rule=_("Articles 59(7) and 89; rule G28"),
    reads=(Person, Warrant, CaseEvent),
)
def at_large_after_surrender():
    for person, pk, standing in at_large():
        own = [e for e in events_by_person().get(pk, ()) if e.kind in (EventKind.SURRENDERED, EventKind.RELEASED)]
        for place, event in enumerate(own):
            since, until = event.occurred_on_latest, own[place + 1].occurred_on_earliest if own[place + 1 :] else date.max
            if event.kind == EventKind.SURRENDERED and standing.since < until and since < (standing.until or date.max):
                yield Offence(person, _t("Shown at large from %(since)s, and surrendered on %(day)s.") % {"since": standing.since, "day": since})


@invariant(
    "at-large-only-on-a-public-warrant",
    _("Nobody is shown at large but under a public warrant of arrest that is in force: not on a summons, not on an application."),
    severity=Severity.BLOCKING,
    rule=_("Article 58; rule G29"),
    reads=(Person, Warrant, CaseEvent),
)
def at_large_without_warrant():
    for person, pk, standing in at_large():
        arrest = [warrant_value(w) for w in warrants_by_person().get(pk, ()) if w.kind == WarrantKind.ARREST]
        if not any(warrant.stands_publicly(standing.since) for warrant in arrest):
            yield Offence(person, _t("Shown at large from %(since)s, without a public warrant of arrest in force.") % {"since": standing.since})
