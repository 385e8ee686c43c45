"""What the computed pages of this room answer to any question: on any day, of any edition, with any words."""

import pytest
from django.test import Client

from record import workflow
from record.models import Hold
from record.tests import factories as make

pytestmark = pytest.mark.django_db

COMPUTED = (
    "/assembly/budget/", "/assembly/offices/", "/assembly/topics/", "/assembly/topics/budget/", "/assembly/topics/elections/",
    "/assembly/topics/amendments/", "/assembly/topics/complementarity/", "/assembly/topics/non-cooperation/",
)  # fmt: skip
ENTRIES = (
    "/assembly/24/", "/assembly/25/", "/elections/judge-2026-12/", "/amendments/aggression-kampala-2010/", "/officials/karim-khan/",
    "/states/germany/",
)  # fmt: skip
LONG = 200_000  # bytes, more than any of these pages has


@pytest.mark.parametrize("address", [*COMPUTED, *ENTRIES, "/terms/", "/assembly/"])
@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_a_page_answers_for_the_first_and_the_last_of_days(client, address, on):
    response = client.get(address, {"on": on})
    assert response.status_code == 200
    assert len(response.content) < LONG


@pytest.mark.parametrize("address", COMPUTED[:3])
@pytest.mark.parametrize("query", [
    "known=0", "known=1999-01-01", "known=99999999999999999999", f"known={'9' * 3000}", "on=2024-02-30", "on=%00", f"on={'x' * 3000}",
    "on=2024-01-01&on=never", "format=pdf", "format=json&on=2024", f"{'x' * 3000}=1", "on=2024-01-01&session=24",
])  # fmt: skip
def test_what_cannot_be_answered_is_refused_and_never_fails(address, query):
    assert Client(raise_request_exception=False).get(f"{address}?{query}").status_code == 400


def test_a_page_answers_where_nothing_is_on_record(client, empty_record):
    for address in COMPUTED:
        assert client.get(address).status_code == 200, address
        assert client.get(f"{address}?format=json").json()["edition"] is None, address


# What is not public


def text_of(client, *addresses):
    return "".join(client.get(address).content.decode() for address in addresses)


def test_what_is_withheld_is_on_no_computed_page(client):
    session = make.make_session(starts_on="1901-12-01", ends_on="1901-12-06")
    official = make.make_official(name="Qz Withheld")
    term = make.make_term(office="president", official=official, since="1900-03-11", until="1903-03-11")
    candidate = make.make_candidate(name="Qz Candidate", official=official, election=make.make_election(session=session, held_on="1901-12-02"))
    make.made_public(session, term, candidate)
    seen = ["/assembly/offices/?on=1901-12-02", "/assembly/topics/elections/", candidate.election.get_absolute_url(), session.get_absolute_url()]
    assert "Qz" in text_of(client, *seen)
    workflow.holds.withhold(official, by=make.make_editor(), reason="For safety.")
    assert type(candidate).objects.get(pk=candidate.pk).hold == Hold.WITHHELD
    assert "Qz" not in text_of(client, *seen)


def test_a_step_is_withheld_with_the_decision_that_it_is(client):
    decision = make.make_decision(topic="non_cooperation", title="Qz decision")
    step = make.make_step(kind="assembly_action", occurred_on="2001-12-05")
    decision.steps.add(step)
    make.made_public(decision)
    workflow.holds.withhold(step, by=make.make_editor(), reason="For safety.")
    assert "Qz" not in text_of(client, "/assembly/topics/non-cooperation/", decision.session.get_absolute_url(), "/decisions/")


def test_the_history_of_a_decision_tells_that_a_step_was_added(client):
    author, reviewer = make.make_editor(), make.make_reviewer()
    decision, step = make.made_public(make.make_decision(topic="non_cooperation"), make.make_step(kind="assembly_action", occurred_on="2001-12-05"))
    revision = workflow.begin(decision, by=author, note="It is a step.")
    workflow.propose(revision, by=author, links={"steps": [step.pk]})
    revision.refresh_from_db()
    workflow.submit(revision, by=author)
    workflow.publish(revision, by=reviewer)
    [last, _first] = client.get(f"{decision.get_absolute_url()}history/?format=json").json()["history"]
    assert ("steps", [], [step.slug]) in [(change["field"], change["before"], change["after"]) for change in last["changes"]]
