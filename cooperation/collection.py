"""What this room declares: requests, proceedings and their steps, findings, visits."""

from django.db.models import Case, F, Q, Value, When
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.collection import DOCUMENT, NOTE, SLUG, SUMMARY, person_column, situation_column, state_column
from cooperation import filters
from cooperation.models import (
    BINDING, Finding, HostBound, Outcome, Proceeding, ProceedingStatus, ProceedingStep, Referral, Request, StepKind,
    Subject, Visit, VisitOutcome, VisitStatus,
)  # fmt: skip
from cooperation import panels  # noqa: F401  (registers the computed parts of pages)
from cooperation.panels import proceeding_standfirst
from record.collection import Collection, Column, Moment, On, Preset, register

OUTCOME_MARKS = {
    "found": "full", "informed": "half", "not_found": "open", "refused": "open", "upheld": "full", "reversed": "quarter",
    "reversed_in_part": "quarter", "remanded": "quarter", "leave_granted": "planned", "leave_refused": "gone",
}  # fmt: skip
VISIT_MARKS = {
    "took_place": "full", "announced": "planned", "cancelled": "gone", "overflight": "half", "transit": "half", "disputed": "split",
}  # fmt: skip
BOUND_MARKS = {**dict.fromkeys(BINDING, "full"), "disputed": "split", "not_bound": "open"}


def _proceeding_part(name, label, ref, path, **kwargs):
    return Column(name, label, _("As in its proceeding."), kind="ref", ref=ref, path=path, computed=lambda day: F(path), **kwargs)


def _say_request(request):
    to = request.state or _t("all States Parties")
    if request.person:
        return _t("Request to %(state)s in respect of %(person)s") % {"state": to, "person": request.person}
    return _t("Request to %(state)s in the situation “%(situation)s”") % {"state": to, "situation": request.situation}


REQUESTS = register(
    Collection(
        name="requests",
        menu=_("Requests"),
        model=Request,
        filterset=filters.RequestFilterSet,
        label=_("Requests"),
        kicker=_("Articles 87, 89, 92 and 93 of the Statute"),
        intro=_("Requests of the Court to States that are on the public record. Most are confidential (article 87(3)): what is not here may still have been sent."),
        columns=(
            SLUG,
            state_column(_("Addressee"), absent=_("all States Parties")),
            person_column(),
            situation_column(required=True, listed=False),
            Column("article", _("Article"), _("The article it was made under.")),
            Column("sent_on", _("Sent"), _("When the Registry sent it; empty: not known."), kind="date"),
            Column("made_public_on", _("Public"), _("When it became publicly known."), kind="date"),
            Column("document_no", _("Document"), _("Number as printed; empty: not found."), listed=False),
            Column("note", _("Note"), _("A neutral sentence.")),
        ),
        order=("-sent_on",),
        related=("state", "person", "situation"),
        on=(
            On("states", "state", _("Requests on the public record"), ("person", "article", "sent_on"), "state"),
            On("persons", "person", _("Requests on the public record"), ("state", "article", "sent_on"), "person"),
            On("situations", "situation", _("Requests on the public record"), ("state", "person", "sent_on"), "situation"),
        ),
        moments=(Moment("sent_on", _say_request, news=False),),
        facets=("situation", "state"),
        presets=(Preset(_("To Italy"), "state=ITA"), Preset(_("To Hungary"), "state=HUN")),
        method=_("Only requests that a decision, a filing or an announcement made public. An empty addressee means: circulated to all States Parties. A public warrant is not yet a request to a given State."),
        core=True,
    )
)

PROCEEDINGS = register(
    Collection(
        name="proceedings",
        menu=_("Proceedings"),
        model=Proceeding,
        filterset=filters.ProceedingFilterSet,
        label=_("Proceedings"),
        kicker=_("Article 87(7) of the Statute"),
        intro=_("Each path from a request to its end: the State is heard, a Chamber finds or does not find that it failed to comply, and refers the matter or does not. One non-compliance is one proceeding, however many decisions."),
        columns=(
            SLUG,
            state_column(required=True),
            person_column(),
            situation_column(required=True, listed=False),
            Column("subject", _("Subject"), _("Which duty it is about."), kind="choice", choices=Subject.choices, required=True, listed=False),
            Column("opened_on", _("Opened"), _("A finding was sought, or the State was heard."), kind="date"),
            Column("outcome", _("Net outcome"), _("After appeal: the last operative decision on the finding. Empty: none yet."), kind="choice", absent=_("none yet"), choices=Outcome.choices, marks=OUTCOME_MARKS, computed=lambda day: F("outcome")),
            Column("referral", _("Net referral"), _("After appeal: the last operative decision on referral."), kind="choice", absent=_("none yet"), choices=Referral.choices, computed=lambda day: F("referral")),
            Column("status", _("Stands"), _("Open or closed."), kind="choice", path="path_status", choices=ProceedingStatus.choices, marks={"open": "planned", "closed": "full"}, required=True),
            SUMMARY,
        ),
        order=("-opened_on",),
        related=("state", "person", "situation"),
        facets=("status", "outcome", "referral", "subject", "situation", "state"),
        on=(
            On("states", "state", _("Proceedings under article 87(7)"), ("person", "opened_on", "outcome", "referral", "status"), "state"),
            On("persons", "person", _("Proceedings under article 87(7)"), ("state", "opened_on", "outcome", "referral"), "person", limit=25),
            On("situations", "situation", _("Proceedings under article 87(7)"), ("state", "person", "opened_on", "outcome"), "situation", limit=25),
        ),
        moments=(Moment("opened_on", lambda p: _t("Proceeding under article 87(7) opened: %(state)s, in respect of %(about)s") % {"state": p.state, "about": p.person or p.situation}, news=False),),
        presets=(
            Preset(_("Open today"), "status=open"),
            Preset(_("Failure found, standing after appeal"), "outcome=found"),
            Preset(_("Referred to the Assembly"), "referral=asp&referral=both"),
            Preset(_("Found, not referred"), "outcome=found&referral=none"),
        ),
        standfirst=proceeding_standfirst,
        docket=True,
        method=_("From the Court's decisions and filings first, then documents of the Assembly and the United Nations, then press where no filing was found. Net outcome and net referral are computed from the decisions: the last operative one on each limb."),
        core=True,
    )
)


def _say_step(step):
    return _t("%(state)s, in respect of %(about)s: %(step)s") % {
        "state": step.proceeding.state, "about": step.proceeding.person or step.proceeding.situation, "step": step.get_kind_display()
    }  # fmt: skip


def _step_in_brief(step):
    what = capfirst(step.get_kind_display())
    return _t("%(what)s: %(actor)s") % {"what": what, "actor": step.actor} if step.actor else what


STEPS = register(
    Collection(
        name="proceeding-steps",
        model=ProceedingStep,
        filterset=filters.ProceedingStepFilterSet,
        label=_("Steps of proceedings"),
        kicker=_("Article 87(7) of the Statute"),
        intro=_("Requests, consultations, observations, transmissions and what followed: the steps that are not decisions."),
        columns=(
            SLUG,
            Column("proceeding", _("Proceeding"), _("Address of the proceeding."), kind="ref", ref="proceedings", path="proceeding__slug", required=True),
            Column("kind", _("Step"), _("Which step."), kind="choice", choices=StepKind.choices, required=True),
            Column("occurred_on", _("On"), _("The day; empty: not known."), kind="date"),
            Column("actor", _("By"), _("Who acted.")),
            DOCUMENT,
            Column("deadline_on", _("Deadline"), _("The time limit set, if any."), kind="date", listed=False),
            NOTE,
        ),
        order=("-occurred_on",),
        related=("proceeding__state", "proceeding__person", "proceeding__situation"),
        facets=("kind",),
        on=(
            On("states", "proceeding__state", _("Steps of proceedings"), ("proceeding", "kind", "occurred_on"), "state", limit=0),
            On("proceedings", "proceeding", _("Steps"), ("kind", "occurred_on", "actor"), "proceeding", limit=0),
        ),
        moments=(Moment("occurred_on", _say_step, brief=_step_in_brief),),
        method=_("What was found in decisions, filings, documents of the Assembly and reports. A step that is missing may only not be public."),
        core=True,
    )
)


def _say_finding(finding):
    said = {
        Outcome.FOUND: _t("%(chamber)s finds that %(state)s failed to comply"),
        Outcome.NOT_FOUND: _t("%(chamber)s makes no finding against %(state)s"),
        Outcome.REFUSED: _t("%(chamber)s refuses the request for a finding against %(state)s"),
        Outcome.INFORMED: _t("%(chamber)s informs of the position of %(state)s, without a reasoned finding"),
        Outcome.UPHELD: _t("%(chamber)s upholds the decision on %(state)s"),
        Outcome.REVERSED_IN_PART: _t("%(chamber)s reverses in part the decision on %(state)s"),
        Outcome.REMANDED: _t("%(chamber)s sends the decision on %(state)s back to be taken anew"),
        Outcome.LEAVE_GRANTED: _t("%(chamber)s grants leave to appeal in the proceeding on %(state)s"),
        Outcome.LEAVE_REFUSED: _t("%(chamber)s refuses leave to appeal in the proceeding on %(state)s"),
        Outcome.REVERSED: _t("%(chamber)s reverses the decision on %(state)s"),
    }[finding.outcome]
    sentence = said % {"chamber": finding.chamber, "state": finding.proceeding.state}
    if finding.referral in (Referral.ASP, Referral.UNSC, Referral.BOTH):
        sentence += _t(" and refers the matter: %(to)s") % {"to": finding.get_referral_display()}
    return sentence


FINDINGS = register(
    Collection(
        name="findings",
        menu=_("Findings"),
        model=Finding,
        filterset=filters.FindingFilterSet,
        label=_("Findings on cooperation"),
        kicker=_("Article 87(7) of the Statute"),
        intro=_("Decisions in which a Chamber ruled on whether a State failed to comply with a request of the Court, with those that later changed them."),
        columns=(
            SLUG,
            Column("proceeding", _("Proceeding"), _("Address of the proceeding."), kind="ref", ref="proceedings", path="proceeding__slug", listed=False, required=True),
            _proceeding_part("state", _("State"), "states", "proceeding__state_id"),
            Column("decided_on", _("Decided"), _("Date of the decision."), kind="date", required=True),
            Column("outcome", _("Outcome"), _("What this decision says."), kind="choice", choices=Outcome.choices, marks=OUTCOME_MARKS, required=True),
            Column("referral", _("Referred to"), _("What this decision says on referral; empty: nothing."), kind="choice", choices=Referral.choices, absent="–"),
            _proceeding_part("person", _("Person"), "persons", "proceeding__person__slug"),
            _proceeding_part("situation", _("Situation"), "situations", "proceeding__situation__slug", listed=False),
            Column("chamber", _("Chamber"), _("Which Chamber decided."), required=True),
            Column("document_no", _("Document"), _("Number as printed; empty: not found.")),
            Column("made_public_on", _("Public"), _("If later than the decision."), kind="date", listed=False),
            Column("articles", _("Articles"), _("The duties it speaks of."), kind="list", listed=False),
            SUMMARY,
        ),
        order=("-decided_on",),
        related=("proceeding__state", "proceeding__person", "proceeding__situation"),
        facets=("outcome", "referral", "situation", "state"),
        on=(
            On("states", "proceeding__state", _("Findings"), ("decided_on", "outcome", "referral", "person", "chamber"), "state"),
            On("persons", "proceeding__person", _("Findings"), ("state", "decided_on", "outcome", "referral"), "person", limit=30),
            On("situations", "proceeding__situation", _("Findings"), ("state", "decided_on", "outcome", "referral"), "situation"),
            On("proceedings", "proceeding", _("Decisions"), ("decided_on", "outcome", "referral", "chamber", "document_no"), "proceeding"),
        ),
        moments=(Moment("decided_on", _say_finding),),
        presets=(
            Preset(_("Failure found"), "outcome=found"),
            Preset(_("Referred to the Assembly"), "referral=asp&referral=both"),
            Preset(_("Found, not referred"), "outcome=found&referral=none"),
            Preset(_("On appeal"), "outcome=upheld&outcome=reversed_in_part&outcome=remanded&outcome=reversed"),
        ),
        method=_("From the Court's filings first, then documents of the Assembly and the United Nations, then press where no filing was found. A later decision does not replace an earlier one: both stand, linked by their proceeding. An empty document number means that we have not found it, not that there is none."),
        core=True,
    )
)


def _to_bound(visits, day):
    """Annotates `to_bound` by the QuerySet's own word."""
    made = Q(pk__in=Visit.objects.to_bound_states().values("pk"))
    return visits.annotate(to_bound=Case(When(made, then=Value(True)), default=Value(False)))


def _say_visit(visit):
    said = {
        VisitStatus.TOOK_PLACE: _t("%(person)s visits %(host)s"),
        VisitStatus.ANNOUNCED: _t("Visit of %(person)s to %(host)s announced for this day"),
        VisitStatus.CANCELLED: _t("Visit of %(person)s to %(host)s called off"),
        VisitStatus.OVERFLIGHT: _t("%(person)s flies over %(host)s"),
        VisitStatus.TRANSIT: _t("%(person)s passes through %(host)s"),
        VisitStatus.DISPUTED: _t("%(person)s travels to territory in dispute: %(host)s"),
    }[visit.visit_status]
    sentence = said % {"person": visit.person, "host": visit.host}
    return f"{sentence} ({visit.place})" if visit.place else sentence


VISITS = register(
    Collection(
        name="visits",
        menu=_("Visits"),
        model=Visit,
        filterset=filters.VisitFilterSet,
        label=_("Visits"),
        kicker=_("Articles 59, 86 and 89 of the Statute"),
        intro=_("Travel of persons under a public warrant: made, announced, called off or overhead. A host that owed nothing is never shown as having failed."),
        annotate=_to_bound,
        columns=(
            SLUG,
            person_column(required=True),
            Column("host", _("Host"), _("ISO 3166-1 alpha-3 code of the State whose territory it was."), kind="ref", ref="states", path="host_id", required=True),
            Column("place", _("Place"), _("City, occasion."), listed=False),
            Column("starts_on", _("From"), _("First day."), kind="date"),
            Column("ends_on", _("To"), _("Last day."), kind="date"),
            Column("status", _("Status"), _("Announced, made, called off, overhead."), kind="choice", path="visit_status", choices=VisitStatus.choices, marks=VISIT_MARKS, required=True),
            Column("host_bound", _("Host bound"), _("The strongest basis that bound the host on the first day; computed."), kind="choice", choices=HostBound.choices, marks=BOUND_MARKS, computed=lambda day: F("host_bound")),
            Column("outcome", _("Outcome"), _("What the host did; no duty where it was not bound."), kind="choice", choices=VisitOutcome.choices, required=True),
            Column("host_dispute", _("Host in dispute"), _("Occupied territory: who controls it."), absent=_("no"), listed=False),
            Column("purpose", _("Purpose"), _("Summit, official visit."), listed=False),
            Column("made_public_on", _("Public"), _("When it became publicly known."), kind="date", listed=False),
            NOTE,
        ),
        order=("-starts_on",),
        related=("person", "host"),
        facets=("status", "outcome", "host_bound", "person", "state"),
        on=(
            On("states", "host", _("Visits hosted"), ("person", "starts_on", "ends_on", "status", "outcome"), "state", limit=25),
            On("persons", "person", _("Visits"), ("host", "starts_on", "status", "host_bound", "outcome"), "person", limit=60),
        ),
        moments=(Moment("starts_on", _say_visit, own=False),),
        presets=(
            Preset(_("Made to a State that was bound"), "bound=true"),
            Preset(_("Vladimir Putin since March 2023"), "person=vladimir-putin&from=2023-03-17"),
            Preset(_("Benjamin Netanyahu since November 2024"), "person=benjamin-netanyahu&from=2024-11-21"),
            Preset(_("Called off"), "status=cancelled"),
            Preset(_("Overflights"), "status=overflight"),
        ),
        method=_("From decisions of the Court and announcements of hosts and travellers, then press. Whether the host was bound on the first day is computed from its acts and duties, never typed. An overflight is counted and the question of law left open."),
        core=True,
    )
)
