"""Rules about travel of persons under a warrant, and what the hosts owed: articles 59, 86, 89 and 127."""

from datetime import date

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.invariants.readers import warrants_by_person
from cases.models import Duty, Situation, Warrant, WarrantKind
from cooperation.bound import request_value
from cooperation.derived import host_bound
from cooperation.invariants.readers import grounds, key, requests, visits
from cooperation.models import HostBound, Request, Visit, VisitOutcome, VisitStatus
from cooperation.models.visit import BINDING
from record.day import today
from record.invariants import Offence, Severity, invariant
from states.invariants.readers import stored
from states.models import State, TreatyAction

MADE = (VisitStatus.TOOK_PLACE, VisitStatus.TRANSIT)
FAILED = (VisitOutcome.NOT_ARRESTED, VisitOutcome.ARRESTED_RELEASED)


def first_day(visit):
    """The first day by which it had surely begun, as the rule that binds the host takes it."""
    return visit.starts_on_latest or visit.ends_on_earliest


@invariant(
    "host-bound-as-computed",
    _("Whether the host of a visit was bound on its first day follows from treaty actions, duties and situations; it is never typed."),
    severity=Severity.BLOCKING,
    rule=_("Articles 12(3), 86, 87(5) and 127; rule G9"),
)
def hosts_otherwise_than_computed():
    for visit in visits():
        computed = host_bound(visit, grounds())
        if visit.host_bound != computed:
            words = {"stored": visit.host_bound or "–", "computed": computed or "–"}
            yield Offence(key(visit), _t("The host is stored as “%(stored)s” and computed as “%(computed)s”.") % words)


@invariant(
    "party-by-a-membership-of-that-day",
    _("A host is shown as bound as a State Party only on a day on which the Statute was in force for it: no duty before entry into force."),
    severity=Severity.BLOCKING,
    rule=_("Articles 126 and 127(1)"),
    reads=(Visit, TreatyAction, State),
)
def hosts_bound_outside_membership():
    for visit in visits():
        day = first_day(visit)
        periods = stored().get(visit.host_id, ())
        if visit.host_bound == HostBound.PARTY and not any(since <= day < (until or date.max) for since, until in periods):
            yield Offence(key(visit), _t("The host was not a State Party on %(day)s.") % {"day": day})


@invariant(
    "residual-only-for-what-began-before",
    _("What remains after a withdrawal binds only after it, in proceedings that had begun before it."),
    severity=Severity.BLOCKING,
    rule=_("Article 127(2); rule G12"),
    reads=(Visit, TreatyAction, State, Situation),
)
def residual_without_ground():
    for visit in visits():
        if visit.host_bound == HostBound.RESIDUAL:
            began, day = visit.person.situation.investigation_opened_on_latest, first_day(visit)
            ends = [until for _since, until in stored().get(visit.host_id, ()) if until and until <= day]
            if not ends or began is None or began >= ends[-1]:
                yield Offence(key(visit), _t("The host had not withdrawn by then, or the investigation began after it withdrew."))


@invariant(
    "no-failure-before-warrant-or-request",
    _("No host is shown as having arrested nobody, or released somebody, before the warrant was public or a request to it was known to be sent."),
    severity=Severity.BLOCKING,
    rule=_("Articles 59(1) and 89(1); rule G13"),
    reads=(Visit, Warrant, Request),
)
def failures_before_the_duty():
    for visit in visits():
        last_day = visit.ends_on_latest or visit.starts_on_latest
        if visit.outcome in FAILED and last_day:
            public = [w.unsealed_on_latest for w in _arrest_warrants(visit) if w.unsealed_on_latest]
            asked = [request for request in requests() if request.person_id == visit.person_id and request.state_id in (None, visit.host_id)]
            sent = [request_value(request).sent_by for request in asked]
            if min([*public, *sent], default=date.max) > last_day:
                yield Offence(key(visit), _t("By its last day no warrant was public, and no request to the host is known to have been sent."))


def _arrest_warrants(visit):
    return [warrant for warrant in warrants_by_person().get(visit.person_id, ()) if warrant.kind == WarrantKind.ARREST]


@invariant(
    "overflight-is-no-failure",
    _("An overflight by a person who is free is no occasion for arrest, or no duty: no Chamber has found a breach in one."),
    severity=Severity.BLOCKING,
    rule=_("Article 89(3); rule G14"),
    reads=(Visit,),
)
def failures_by_overflight():
    for visit in visits():
        if visit.visit_status == VisitStatus.OVERFLIGHT and visit.outcome not in (VisitOutcome.NO_DUTY, VisitOutcome.NO_OCCASION):
            yield Offence(key(visit), _t("An overflight has the outcome “%(outcome)s”.") % {"outcome": visit.get_outcome_display()})


@invariant(
    "host-without-duty-never-failed",
    _("A host that was not bound is never shown as having failed to arrest."),
    severity=Severity.BLOCKING,
    rule=_("Article 87(5); rule G14"),
    reads=(Visit, TreatyAction, State, Duty, Situation),
)
def failures_of_the_unbound():
    for visit in visits():
        if visit.host_bound == HostBound.NOT_BOUND and visit.outcome == VisitOutcome.NOT_ARRESTED:
            yield Offence(key(visit), _t("The host was not bound, and the outcome is “not arrested”."))


@invariant(
    "bound-host-had-a-duty",
    _("Where a visit was made to a host that was bound, its outcome is not that there was no duty."),
    severity=Severity.ERROR,
    rule=_("Articles 86 and 89(1)"),
)
def duties_denied():
    for visit in visits():
        if visit.visit_status in MADE and visit.host_bound in BINDING and visit.outcome == VisitOutcome.NO_DUTY:
            yield Offence(
                key(visit), _t("The host was bound as “%(basis)s”, and the outcome is “no duty”.") % {"basis": visit.get_host_bound_display()}
            )


@invariant(
    "visit-within-the-warrants-life",
    _("A visit is on record only while a warrant of arrest against the traveller was in force."),
    severity=Severity.ERROR,
    rule=_("Article 58(4): a warrant lasts until the Court orders otherwise"),
)
def visits_outside_the_warrant():
    for visit in visits():
        first, last = visit.starts_on_earliest or visit.ends_on_earliest, visit.ends_on_latest or visit.starts_on_latest
        lives = [(w.issued_on_earliest or w.unsealed_on_earliest, w.ended_on_latest or date.max) for w in _arrest_warrants(visit)]
        if first and not any(begun and begun <= last and first <= ended for begun, ended in lives):
            yield Offence(key(visit), _t("No warrant of arrest against the traveller was in force."))


@invariant(
    "visit-is-not-told-before-it-was-made",
    _("A visit that was made, or an overflight, is not on a day still to come."),
    severity=Severity.ERROR,
    rule=_("Our method: a future change is said to be one"),
)
def visits_to_come():
    for visit in visits():
        first = visit.starts_on_earliest or visit.ends_on_earliest
        if visit.visit_status in (*MADE, VisitStatus.OVERFLIGHT) and first and first > today():
            yield Offence(key(visit), _t("It is told as made, on a day still to come."))
