"""A topic followed through all sessions: what is on record of it, what is not, and how much of the record a page asks for."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assembly.models import Topic
from assembly.referrals import referrals
from record.tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def page(client, topic, **query):
    return client.get(reverse("assembly-topic", args=[topic]), query)


def as_json(client, topic, **query):
    return page(client, topic, format="json", **query).json()


def of_session(body, session):
    return next(found for found in body["sessions"] if found["session"] == session.slug)


def referral_of(finding, day=TODAY):
    return next(one for one in referrals(day) if one.finding == finding)


def referred(**values):
    """A public finding that refers a matter to the Assembly."""
    return make.made_public(make.make_finding(**{"referral": "asp", "decided_on": "2021-06-01", **values}))


def step(finding, kind, day, **values):
    return make.made_public(make.make_step(proceeding=finding.proceeding, kind=kind, occurred_on=day, **values))


def test_sessions_stand_newest_first(client):
    body = as_json(client, "cooperation")
    starts = [session["starts_on"] for session in body["sessions"]]
    assert len(starts) > 10
    assert starts == sorted(starts, reverse=True)


def test_what_was_on_the_agenda_stands_with_what_was_decided(client):
    item = make.make_agenda_item(title="Ways to cooperate")
    make.made_public(item, make.make_decision(session=item.session, title="On cooperation", operative="Calls upon States."))
    found = of_session(as_json(client, "cooperation"), item.session)
    assert [entry["title"] for entry in found["agenda_items"]] == ["Ways to cooperate"]
    assert [(entry["title"], entry["adopted_by"], entry["operative"]) for entry in found["decisions"]] == [
        ("On cooperation", "consensus", "Calls upon States.")
    ]


def test_an_item_is_shown_with_its_best_source(client):
    item = make.make_agenda_item()
    make.cite(item, make.make_source(kind="press"))
    make.cite(item, make.make_source(kind="assembly_document"))
    make.made_public(item)
    entry = of_session(as_json(client, "cooperation"), item.session)["agenda_items"][0]
    assert (entry["sources"], entry["best_source"]) == (2, "assembly_document")
    assert f'href="{item.get_absolute_url()}#sources">2 sources, the best: Assembly document</a>' in page(client, "cooperation").content.decode()


def test_a_session_with_nothing_on_the_topic_is_listed_as_nothing_on_record(client):
    session = make.made_public(make.make_session())
    assert session.slug in as_json(client, "universality")["nothing_on_record"]
    html = page(client, "universality").content.decode()
    assert "not that nothing happened" in html
    assert f'id="session-{session.slug}"' not in html


def test_a_page_says_how_far_its_lists_are_swept(client):
    swept = {row["collection"]: row["sweep"] for row in as_json(client, "elections")["coverage"]}
    assert set(swept) == {"assembly", "agenda-items", "decisions", "elections", "candidates"}
    assert all(sweep["swept_to"] for sweep in swept.values())


def test_a_past_day_does_not_see_a_later_session(client):
    body = as_json(client, "cooperation", on="2020-01-01")
    assert max(session["starts_on"] for session in body["sessions"]) < "2020"
    assert "25" not in body["nothing_on_record"]


def test_the_first_edition_has_the_topic_as_it_was_loaded(client):
    make.made_public(make.make_agenda_item(title="Entered since", topic="universality"))
    assert "Entered since" in page(client, "universality").content.decode()
    assert "Entered since" not in page(client, "universality", known="1").content.decode()


@pytest.mark.parametrize(("address", "status", "words"), [
    ("/assembly/topics/cooperation/?topic=budget", 400, "There is no parameter “topic” here"),
    ("/assembly/topics/cooperation/?format=pdf", 400, "is not a format"),
    ("/assembly/topics/?on=yesterday", 400, "is not a day"),
    ("/assembly/topics/weather/", 404, "There is no such page"),
    ("/assembly/topics/non_cooperation/", 404, "There is no such page"),
])  # fmt: skip
def test_what_cannot_be_answered_is_refused(client, address, status, words):
    response = client.get(address)
    assert response.status_code == status
    content = response.json()["errors"][0]["message"] if "json" in response["Content-Type"] else response.content.decode()
    assert words in content


def test_every_topic_has_its_page_with_the_counts_of_the_list(client):
    rows = client.get("/assembly/topics/?format=json").json()["topics"]
    assert [row["topic"] for row in rows] == Topic.values
    for row in rows:
        trail = page(client, row["topic"].replace("_", "-")).context["trail"]
        assert (row["sessions"], row["agenda_items"], row["decisions"]) == (trail.on_the_agenda, trail.items, trail.decisions), row["topic"]


def test_an_election_stands_at_its_session_with_those_elected(client):
    election = make.make_election()
    make.made_public(
        make.make_candidate(election=election, name="Ada Elected"), make.make_candidate(election=election, name="Bo Beaten", outcome="not_elected")
    )
    found = of_session(as_json(client, "elections"), election.session)
    assert [entry["elected"] for entry in found["elections"]] == [["Ada Elected"]]


def test_a_budget_stands_at_its_session_in_whole_euros(client):
    budget = make.made_public(make.make_budget(session=make.make_session(), approved_eur=150_000_000))
    found = of_session(as_json(client, "budget"), budget.session)
    assert [(entry["approved_eur"], entry["proposed_eur"]) for entry in found["budgets"]] == [(150_000_000, None)]
    assert f"Budget for {budget.year} (EUR)" in page(client, "budget").content.decode()


def test_a_past_day_does_not_see_a_later_budget_of_no_session(client):
    budget = make.made_public(make.make_budget())
    address = budget.get_absolute_url()
    assert address in page(client, "budget").content.decode()
    assert address not in page(client, "budget", on="2020-01-01").content.decode()


@pytest.mark.parametrize(("on", "there"), [("2019-01-01", False), ("2019-06-01", True), ("2021-01-01", True)])
def test_a_proposal_is_seen_from_the_day_on_which_it_was_made(client, on, there):
    proposal = make.made_public(make.make_amendment(stage="proposed", proposed_on="2019-05-20", adopted_on=""))
    assert (proposal.get_absolute_url() in page(client, "amendments", on=on).content.decode()) is there


def test_an_act_on_complementarity_stands_before_the_next_regular_session(client):
    session = make.make_session()
    act = make.make_complementarity_act(occurred_on="2001-05-01")
    make.made_public(session, act)
    assert of_session(as_json(client, "complementarity"), session)["complementarity"][0]["slug"] == act.slug
    assert session.slug in as_json(client, "complementarity")["nothing_on_record"], "it is no act of the Assembly"


def test_what_came_before_a_referral_is_no_answer_to_it():
    finding = referred()
    step(finding, "assembly_action", "2021-05-01")
    after = step(finding, "assembly_action", "2021-12-08")
    assert referral_of(finding).done == [after]


def test_a_referral_without_an_action_says_when_and_where_it_was_looked_for(client):
    finding = referred()
    step(finding, "none_recorded", "2022-01-15", actor="Assembly of States Parties", note="Looked for in the official records.")
    found = next(one for one in as_json(client, "non-cooperation")["referred_findings"] if one["finding"] == finding.slug)
    assert found["assembly_action"] == []
    assert (found["none_recorded"]["occurred_on"], found["none_recorded"]["note"]) == ("2022-01-15", "Looked for in the official records.")


def test_that_the_council_did_nothing_is_no_word_on_the_assembly():
    finding = referred(referral="both")
    step(finding, "none_recorded", "2022-01-15", actor="Security Council")
    assert referral_of(finding).searched is None


def test_a_referral_reversed_on_appeal_does_not_stand():
    finding = referred()
    make.made_public(make.make_finding(proceeding=finding.proceeding, outcome="reversed_in_part", referral="none", decided_on="2022-03-01"))
    assert not referral_of(finding).stands
    assert referral_of(finding, date(2022, 2, 1)).stands


def test_the_same_act_in_several_proceedings_stands_once(client):
    session = make.made_public(make.make_session())
    for _number in range(2):
        make.made_public(make.make_step(kind="assembly_action", occurred_on="2001-12-05", actor="Assembly of States Parties", note="Takes note."))
    assert len(of_session(as_json(client, "non-cooperation"), session)["proceeding_steps"]) == 2
    assert page(client, "non-cooperation").content.decode().count("Takes note.") == 1


def one_more_of_each(session, number):
    """An entry of each kind that a topic page shows, at a session."""
    finding = make.make_finding(referral="asp")
    election = make.make_election(session=session, held_on=f"2001-12-{number + 1:02}")
    decision = make.make_decision(session=session, topic="non_cooperation")
    decision.steps.add(make.make_step(proceeding=finding.proceeding, kind="assembly_action", occurred_on="2001-12-05"))
    return [
        make.make_agenda_item(session=session, topic="victims", number=str(number)), make.make_candidate(election=election),
        make.make_term(election=election), make.make_budget(session=session), make.make_amendment(session=session, adopted_on="2001-12-05"),
        make.make_complementarity_act(occurred_on="2001-12-01"), finding, decision, *decision.steps.all(),
    ]  # fmt: skip


def queries(client, topic):
    page(client, topic.slug)
    with CaptureQueriesContext(connection) as captured:
        page(client, topic.slug)
    return len(captured)


def test_a_topic_costs_the_same_queries_however_much_is_on_record(client, empty_record):
    session = make.make_session()
    make.made_public(*one_more_of_each(session, 0))
    with_one = {topic: queries(client, topic) for topic in Topic}
    make.made_public(*one_more_of_each(session, 1), *one_more_of_each(session, 2))
    make.made_public(*[make.make_agenda_item(session=session, topic="victims", number=str(number)) for number in range(3, 31)])
    assert {topic: queries(client, topic) for topic in Topic} == with_one
    assert max(with_one.values()) <= 15


def test_the_list_of_topics_costs_the_same_queries_however_much_is_on_record(client, empty_record):
    with CaptureQueriesContext(connection) as captured:
        client.get("/assembly/topics/")
    make.made_public(*one_more_of_each(make.make_session(), 0))
    with CaptureQueriesContext(connection) as later:
        client.get("/assembly/topics/")
    assert len(later) == len(captured)
