"""Rules about the path of article 87(7): its order, its two limbs, what stands after appeal."""

from collections import Counter

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cooperation import docket
from cooperation.invariants.readers import decisions_of, findings_of, key, proceedings, requests, steps, steps_of, visits
from cooperation.models import Finding, Outcome, Proceeding, ProceedingStatus, Referral, StepKind
from record.invariants import Offence, Severity, invariant

REFERRED = (Referral.ASP, Referral.UNSC, Referral.BOTH)
STATED = (Outcome.FOUND, Outcome.INFORMED)


def problems():
    """(proceeding, codes of `docket.problems`) for each."""
    for proceeding in proceedings():
        codes = docket.problems(steps_of(proceeding), decisions_of(proceeding), situation=proceeding.situation.slug, status=proceeding.path_status)
        yield proceeding, codes


def with_problem(code, sentence):
    return (Offence(key(proceeding), sentence) for proceeding, codes in problems() if code in codes)


@invariant(
    "council-only-in-its-situations",
    _("A matter goes to the Security Council only in a situation that the Council has referred: Darfur and Libya."),
    severity=Severity.BLOCKING,
    rule=_("Article 87(7); rule G17"),
    reads=(Finding, Proceeding),
)
def referred_to_the_council_elsewhere():
    for proceeding in proceedings():
        for finding in findings_of(proceeding):
            if finding.referral in (Referral.UNSC, Referral.BOTH) and proceeding.situation.slug not in docket.COUNCIL_SITUATIONS:
                yield Offence(key(finding), _t("The Council did not refer this situation."))


@invariant(
    "referral-needs-a-finding",
    _("A matter is referred only where the Chamber found a failure, or informed without a finding and the entry gives its reason."),
    severity=Severity.BLOCKING,
    rule=_("Article 87(5) and (7); rule G18"),
    reads=(Finding, Proceeding),
)
def referrals_without_finding():
    for proceeding in proceedings():
        stated = False
        for finding in findings_of(proceeding):
            stated = stated or finding.outcome in STATED
            if finding.referral in REFERRED and finding.outcome in (*docket.ON_LEAVE, "remanded", "not_found", "refused"):
                yield Offence(key(finding), _t("A decision that says “%(outcome)s” refers nothing.") % {"outcome": finding.get_outcome_display()})
            elif finding.referral in REFERRED and not stated:
                yield Offence(key(finding), _t("The matter is referred, and no failure was found before."))
            elif finding.referral in REFERRED and finding.outcome == Outcome.INFORMED and not finding.summary:
                yield Offence(key(finding), _t("The Chamber informed without a finding, and its reason is not given."))


@invariant(
    "net-result-as-computed",
    _("What stands of a proceeding is the last operative decision on each limb, the finding and the referral, after appeal."),
    severity=Severity.BLOCKING,
    rule=_("Articles 82 and 87(7); rule G19"),
)
def results_otherwise_than_computed():
    for proceeding in proceedings():
        decisions = decisions_of(proceeding)
        computed = docket.net_outcome(decisions), docket.net_referral(decisions)
        if computed != (proceeding.outcome, proceeding.referral):
            words = {"stored": f"{proceeding.outcome or '–'}, {proceeding.referral or '–'}", "computed": ", ".join(c or "–" for c in computed)}
            yield Offence(key(proceeding), _t("Stored as “%(stored)s”, computed as “%(computed)s”.") % words)


@invariant(
    "informed-is-not-found",
    _("A failure stands only by a decision that found one: informing the Assembly or the Council, or inviting observations, is not a finding."),
    severity=Severity.BLOCKING,
    rule=_("Article 87(7); rule G22"),
    reads=(Finding, Proceeding),
)
def found_without_a_finding():
    for proceeding in proceedings():
        if proceeding.outcome == Outcome.FOUND and all(finding.outcome != Outcome.FOUND for finding in findings_of(proceeding)):
            yield Offence(key(proceeding), _t("A failure is shown as found, and no decision found one."))


@invariant(
    "state-heard-before-the-finding",
    _("A State is invited to be heard before a Chamber finds that it failed."),
    severity=Severity.ERROR,
    rule=_("Regulation 109(3) of the Regulations of the Court; rule G16"),
)
def invited_after_the_finding():
    return with_problem("finding_before_observations_invited", _t("The first invitation on record is later than the finding."))


@invariant(
    "invitation-is-on-record",
    _("Where a failure was found, the invitation to the State to be heard is on record. That it is not does not show that there was none."),
    severity=Severity.WARNING,
    rule=_("Regulation 109(3) of the Regulations of the Court; rules G16 and G36"),
)
def invitations_not_found():
    return with_problem("finding_without_invitation_on_record", _t("The invitation to the State to be heard was not found."))


@invariant(
    "finding-not-before-its-request",
    _("A Chamber finds a failure, or informs of one, only after the request, the visit or other occasion that it is about."),
    severity=Severity.ERROR,
    rule=_("Article 87(7): failure to comply with a request"),
)
def findings_before_their_occasion():
    for proceeding in proceedings():
        occasions = _occasions(proceeding)
        for finding in findings_of(proceeding):
            if finding.outcome in STATED and occasions and min(occasions) > finding.decided_on_latest:
                yield Offence(key(finding), _t("The first request or occasion on record is of %(day)s.") % {"day": min(occasions)})


@invariant(
    "finding-has-its-occasion",
    _("For each failure found, a request to the State, a visit or another occasion is on record with its day. If not, it was not found."),
    severity=Severity.WARNING,
    rule=_("Article 87(7): failure to comply with a request; rule G36"),
)
def findings_without_occasion():
    for proceeding in proceedings():
        if proceeding.outcome in STATED and not _occasions(proceeding):
            yield Offence(key(proceeding), _t("Neither a request nor an occasion is on record with its day."))


def _occasions(proceeding):
    """The first days of requests to the State in this matter, of visits of the person there, of occasions on the path."""
    days = [step.on for step in steps_of(proceeding) if step.kind in (StepKind.REQUEST, StepKind.OCCASION)]
    if proceeding.person_id:
        days += [v.starts_on_earliest for v in visits() if (v.host_id, v.person_id) == (proceeding.state_id, proceeding.person_id)]
        days += [r.sent_on_earliest for r in requests() if r.person_id == proceeding.person_id and r.state_id in (None, proceeding.state_id)]
    return [day for day in days if day]


@invariant(
    "remand-is-followed-or-open",
    _("A matter that the Appeals Chamber sent back has a new decision, or is shown as open."),
    severity=Severity.ERROR,
    rule=_("Article 83; rule G20"),
)
def remands_left_alone():
    return with_problem("remand_without_new_decision", _t("It was sent back, there is no new decision, and it is shown as closed."))


@invariant(
    "one-matter-has-one-proceeding",
    _("One failure counts once, whatever the number of decisions: a matter of one State, person and day has one proceeding."),
    severity=Severity.ERROR,
    rule=_("Rule G21"),
)
def matters_counted_twice():
    def matter(proceeding):
        return proceeding.state_id, proceeding.person_id, proceeding.situation_id, proceeding.subject, proceeding.opened_on

    times = Counter(matter(proceeding) for proceeding in proceedings() if proceeding.opened_on)
    for proceeding in proceedings():
        if times[matter(proceeding)] > 1:
            yield Offence(key(proceeding), _t("Another proceeding is about the same State, person, duty and day."))


@invariant(
    "steps-in-their-order",
    _("The steps of a proceeding stand in the order of their days: no reply before the invitation, no decision on leave before it is sought."),
    severity=Severity.ERROR,
    rule=_("Regulation 109 of the Regulations of the Court, article 82(1)(d); rule G26"),
)
def steps_out_of_order():
    return with_problem("steps_out_of_order", _t("A step is dated before one that it follows."))


@invariant(
    "closed-when-decided",
    _("A proceeding is closed only once a Chamber has decided, or the matter has lapsed or been complied with."),
    severity=Severity.ERROR,
    rule=_("Our method: open until decided"),
)
def closed_without_decision():
    for proceeding in proceedings():
        ended = any(step.kind in (StepKind.LAPSED, StepKind.LATER_COMPLIANCE) for step in steps_of(proceeding))
        decided = docket.net_outcome(decisions_of(proceeding)) not in docket.UNDECIDED
        if proceeding.path_status == ProceedingStatus.CLOSED and not ended and not decided:
            yield Offence(key(proceeding), _t("It is shown as closed, and no decision is on record."))


@invariant(
    "nothing-recorded-says-when-and-where",
    _("That no action is recorded is said as of a day, and of whom it is said."),
    severity=Severity.WARNING,
    rule=_("Our method: silence proves nothing; rule G36"),
)
def silence_without_a_day():
    for step in steps():
        if step.kind == StepKind.NONE_RECORDED and not (step.occurred_on and step.actor and step.note):
            yield Offence(key(step), _t("It does not say as of which day, of whom, or how that is known."))
