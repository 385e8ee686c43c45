"""Violations of the rules on statements and votes, calls and pledges."""

from assembly.models import Demand, Pledge, Session, Signatory, Statement, Vote
from record import workflow
from record.tests import factories
from states.models import State
from tests.planted.common import breaks, change, citations_of, key_of

REPORT = "icc-annual-report-2025"
DARFUR = "unsc-resolution-1593-2005-03-31"


def signed(statement, state):
    with workflow.edition("Planted"):
        Signatory.objects.create(statement=Statement.objects.get(slug=statement), state=State.objects.get(iso3=state))
    return f"statements/{statement}"


@breaks("signatory-was-a-state-that-day")
def _():
    signed("states-parties-support-2020-11-02", "SSD")
    return change(State, "south-sudan", independent_on="2021-07-09") and "statements/states-parties-support-2020-11-02"


@breaks("only-what-several-sign-has-signatories")
def _():
    return change(Statement, REPORT, signatories_said=1)


@breaks("signatories-fit-their-number")
def _():
    return change(Statement, "nordic-countries-report-2025-11-11", signatories_said=4)


@breaks("one-annual-report-a-year")
def _():
    return change(Statement, REPORT, delivered_on="2024-10-29")


@breaks("annual-report-is-the-presidents")
def _():
    return change(Statement, REPORT, delivered_on="2029-11-11")


@breaks("official-speaks-in-office")
def _():
    return change(Statement, REPORT, delivered_on="2049-11-11")


@breaks("vote-by-name-is-on-a-resolution")
def _():
    vote = factories.make_vote(statement=Statement.objects.get(slug=REPORT), state=State.objects.get(iso3="FRA"))
    return key_of(factories.made_public(vote))


@breaks("votes-by-name-add-up")
def _():
    change(Vote, f"{DARFUR}-usa", vote="against")
    return f"statements/{DARFUR}"


@breaks("council-votes-by-its-rule")
def _():
    return change(Statement, DARFUR, abstained=5)


@breaks("what-was-voted-down-was-voted-on")
def _():
    return change(Statement, DARFUR, adopted=False, adopted_by="consensus")


@breaks("statement-follows-its-measure")
def _():
    return change(Statement, "can-judge-prost-2025-09-02", delivered_on="2025-08-19")


@breaks("said-at-a-session-on-its-days")
def _():
    return change(Statement, "can-judge-prost-2025-09-02", session=Session.objects.get(slug="24"))


@breaks("follow-up-has-a-source-of-its-own")
def _():
    slug = Demand.objects.exclude(follow_up="no_information").first().slug
    with workflow.edition("Planted"):
        citations_of(Demand, slug).filter(field="follow_up").update(field="")
    return f"demands/{slug}"


@breaks("follow-up-comes-after-the-call")
def _():
    demand = Demand.objects.filter(call__slug="cicc-urgent-call-24th-session-2025-11").exclude(as_of="").first()
    return change(Demand, demand.slug, as_of="2025-10")


@breaks("pledge-to-ratify-kept-by-a-deposit")
def _():
    pledge = factories.make_pledge(state=State.objects.get(iso3="FRA"), kept="kept", kept_on="2013-01-01")
    return key_of(factories.made_public(pledge))


@breaks("pledge-past-its-day-is-not-pending")
def _():
    return change(Pledge, "aut-kampala-amendments-11", kept="pending", kept_on="", due_on="2015")
