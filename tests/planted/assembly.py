"""Violations of the rules on the Assembly and the money."""

from datetime import date

from assembly.models import (
    Amendment,
    Budget,
    Candidate,
    Contribution,
    Decision,
    DecisionStep,
    Election,
    OversightAct,
    Session,
    Term,
    VotingRight,
)  # fmt: skip
from cases.models import ComplementarityAct
from cooperation.models import Official, ProceedingStep
from record import workflow
from states.models import TreatyAction
from tests.planted.common import breaks, change, citations_of, key_of, retract, sources_of, without


def term_of(official, office):
    return Term.objects.get(official__slug=official, office=office).slug


def link(decision, step):
    with workflow.edition("Planted"):
        DecisionStep.objects.create(decision=Decision.objects.get(slug=decision), step=step)
    return f"decisions/{decision}"


@breaks("deferral-was-requested")
def _():
    retract(ComplementarityAct.objects.filter(kind="deferral_requested", situation__slug="philippines"))
    return key_of(ComplementarityAct.objects.filter(kind="deferral_decided", situation__slug="philippines").first())


@breaks("outcome-fits-the-act-on-complementarity")
def _():
    request = ComplementarityAct.objects.filter(kind="deferral_requested").first()
    return change(ComplementarityAct, request.slug, outcome="confirmed")


@breaks("sessions-follow-one-another")
def _():
    retract(Session.objects.filter(slug="15"))
    return "assembly/16"


@breaks("held-within-its-session")
def _():
    return change(Decision, "icc-asp-15-res-1", adopted_on="2016-12-24")


@breaks("planned-is-confirmed-in-time")
def _():
    return change(Session, "25", starts_on="2026-06-07", ends_on="2026-06-17")


@breaks("decision-is-the-step-it-points-at")
def _():
    return link("icc-asp-15-res-1", ProceedingStep.objects.filter(kind="request").first())


@breaks("referral-to-the-assembly-is-followed")
def _():
    retract(
        ProceedingStep.objects.filter(proceeding__slug="mng-vladimir-putin-2024", kind__in=("before_assembly", "assembly_action", "none_recorded"))
    )
    return "findings/mng-2024-10-24"


@breaks("oversight-tells-acts-not-allegations")
def _():
    return change(OversightAct, "karim-khan-leave-began-2025-05-16", summary="He is said to have harassed somebody.")


@breaks("elector-fits-the-office")
def _():
    without(Election, "election_elector_fits_the_office")
    return change(Election, Election.objects.filter(office="registrar").first().slug, elector="assembly")


@breaks("term-fits-the-office")
def _():
    return change(Term, term_of("osvaldo-zavala-giler", "registrar"), until="2030-04-17")


@breaks("no-more-elected-than-seats")
def _():
    return change(Election, "prosecutor-2021-02-12", seats=0)


@breaks("elected-with-the-majority")
def _():
    change(Candidate, "prosecutor-2021-02-12-karim-khan", votes=["59", "61"])
    return "candidates/prosecutor-2021-02-12-karim-khan"


@breaks("one-judge-of-a-nationality")
def _():
    change(Official, "iulia-motoc", nationality="FRA")
    return f"terms/{term_of('nicolas-guillou', 'judge')}"


@breaks("elected-to-an-office-has-a-term")
def _():
    return change(Term, term_of("iulia-motoc", "judge"), since="2023-03-11", until="2032-03-11")


@breaks("budget-is-the-sum-of-its-parts")
def _():
    return change(Budget, "2017", approved_eur=141_600_001, approved_with_loan_eur=None)


@breaks("budget-says-what-of-the-loan")
def _():
    return change(Budget, "2017", host_state_loan_eur=None)


@breaks("budget-stages-have-their-sources")
def _():
    with workflow.edition("Planted"):
        citations_of(Budget, "2017").filter(field="").update(field="note")
        citations_of(Budget, "2017").filter(field="approved_eur").delete()
    return "budgets/2017"


@breaks("lost-vote-leaves-a-party")
def _():
    return change(VotingRight, "bra-lost-2015-01-01", state="USA")


@breaks("permission-to-vote-is-of-a-session")
def _():
    return change(VotingRight, "bra-lost-2015-01-01", kind="exempted")


@breaks("what-a-state-owes-rests-on-an-official-report")
def _():
    return sources_of(VotingRight, "bra-lost-2015-01-01", kind="press")


@breaks("contribution-is-of-a-party")
def _():
    return change(Contribution, "deu-2024", state="USA")


@breaks("amendment-in-force-a-year-after-the-first-deposit")
def _():
    return change(Amendment, "aggression-kampala-2010", in_force_on="2012-05-08")  # the day of the first deposit itself


@breaks("amendment-accepted-after-it-was-adopted")
def _():
    act = TreatyAction.objects.get(state="LIE", treaty__slug="aggression-amendments")
    return change(TreatyAction, act.slug, effected_on=date(2009, 5, 8))


@breaks("amendment-of-the-statute-has-its-treaty")
def _():
    return change(Amendment, "aggression-kampala-2010", treaty=None)
