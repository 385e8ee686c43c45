"""Rules about sessions and what happens at them."""

from itertools import pairwise

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly.invariants.readers import agenda_items, decisions, elections, key, sessions
from assembly.models import DecidingOrgan, Decision, DecisionStep, Held, SessionKind
from cooperation.models import Finding, ProceedingStep, Referral, StepKind
from record.day import today
from record.invariants import Offence, Severity, invariant

AT_THE_ASSEMBLY = (StepKind.BEFORE_ASSEMBLY, StepKind.ASSEMBLY_ACTION, StepKind.NONE_RECORDED)
OF_AN_ORGAN = (StepKind.BEFORE_ASSEMBLY, StepKind.ASSEMBLY_ACTION, StepKind.BEFORE_COUNCIL, StepKind.COUNCIL_ACTION, StepKind.TRANSMITTED)


@invariant(
    "sessions-follow-one-another",
    _("Regular sessions are numbered from 1 without a gap, in the order of their days."),
    severity=Severity.ERROR,
    rule=_("Article 112(6)"),
)
def sessions_out_of_order():
    regular = sorted((session for session in sessions() if session.kind == SessionKind.REGULAR), key=lambda session: session.number)
    for before, after in pairwise(regular):
        if after.number != before.number + 1:
            yield Offence(key(after), _t("Session %(number)s is missing before it.") % {"number": after.number - 1})
        elif after.starts_on_earliest <= before.starts_on_earliest:
            yield Offence(key(after), _t("It begins before the session that precedes it."))


@invariant(
    "held-within-its-session",
    _("What the Assembly took up, decided and elected at a session has a day of that session."),
    severity=Severity.ERROR,
    rule=_("Our method: dates that contradict one another"),
)
def outside_the_session():
    dated = [(item, item.taken_up_on_earliest, item.taken_up_on_latest) for item in agenda_items()]
    dated += [(it, it.adopted_on_earliest, it.adopted_on_latest) for it in decisions() if it.organ != DecidingOrgan.BUREAU]
    dated += [(election, election.held_on_earliest, election.last_day) for election in elections()]
    for entry, first, last in dated:
        session = entry.session
        if session and first and (last < session.starts_on_earliest or (session.ends_on_latest and first > session.ends_on_latest)):
            yield Offence(key(entry), _t("Its day is not one of the session %(session)s.") % {"session": session.slug})


@invariant(
    "planned-is-confirmed-in-time",
    _("What was scheduled is confirmed, or corrected, once its days have passed."),
    severity=Severity.WARNING,
    rule=_("Our method: a future change is “would”, and after its day not confirmed until somebody has checked"),
)
def planned_and_past():
    planned = [(session, session.last_day) for session in sessions() if session.held == Held.SCHEDULED]
    planned += [(election, election.held_on_latest) for election in elections() if election.held == Held.SCHEDULED]
    for entry, last in planned:
        if last < today():
            yield Offence(key(entry), _t("It was due by %(day)s, and nobody has confirmed it.") % {"day": last})


@invariant(
    "decision-is-the-step-it-points-at",
    _("A decision that is a step of a proceeding has the day of that step, and the step is one of an organ."),
    severity=Severity.ERROR,
    rule=_("Our method: the step is the truth, the decision points at it"),
)
def decisions_at_odds_with_their_steps():
    links = DecisionStep.objects.filter(decision__in=Decision.objects.public()).select_related("decision", "step")
    for decision, step in ((link.decision, link.step) for link in links):
        if step.kind not in OF_AN_ORGAN:
            yield Offence(key(decision), _t("The step that it points at is not an act of the Assembly or the Council."))
        elif step.occurred_on_earliest and decision.adopted_on_earliest and not _meet(decision, step):
            yield Offence(key(decision), _t("The step that it points at has another day: %(day)s.") % {"day": step.occurred_on})


def _meet(decision, step):
    return decision.adopted_on_earliest <= step.occurred_on_latest and step.occurred_on_earliest <= decision.adopted_on_latest


@invariant(
    "referral-to-the-assembly-is-followed",
    _("For every finding referred to the Assembly the record says what the Assembly did, or that nothing was found, and as of when."),
    severity=Severity.WARNING,
    rule=_("Article 87(7); rule G36"),
)
def referrals_not_followed():
    last = {}
    for proceeding, day in ProceedingStep.objects.public().filter(kind__in=AT_THE_ASSEMBLY).values_list("proceeding_id", "occurred_on_latest"):
        last[proceeding] = max(filter(None, (last.get(proceeding), day)), default=None)
    referred = (Referral.ASP, Referral.BOTH)  # by this decision, and still after appeal
    for finding in Finding.objects.public().filter(referral__in=referred, proceeding__referral__in=referred):
        if (last.get(finding.proceeding_id) or finding.decided_on_earliest) <= finding.decided_on_earliest:
            yield Offence(key(finding), _t("Nothing on record says what the Assembly did after it, or that nothing was found."))
