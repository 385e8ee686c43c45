"""A session on the desk: one entry begun from another, its source at hand, submitted at once, the next one to read a click away."""

import pytest
from django.test import Client

from assembly.models import AgendaItem, Candidate, Decision, Election, Term
from record import workflow
from record.models import Status
from record.tests import factories as make
from record.tests.desk import page, press, said, typed

pytestmark = pytest.mark.django_db
CITED = "record-citation-content_type-object_id"


@pytest.fixture
def editor():
    return make.make_editor("ana")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def source():
    return make.make_source(title="Results of the ballots")


@pytest.fixture
def candidate(editor, source):
    election = make.made_public(make.make_election(office="prosecutor", rounds=2, parties_voting=["112", "110"]))
    candidate = make.make_candidate(election=election, official=make.make_official(), name="Jo Doe", votes=["50", "75"], author=editor)
    make.cite(candidate, source, locator="table 2", quotation="Jo Doe 75")
    make.cite(candidate, source, field="votes", locator="table 3")
    make.cite(candidate, field="votes", stance="contradicts", rival_value="74", reason="Press.")
    return candidate


def begun(desk, model, thing):
    """The empty form of a kind, reached from a thing's page."""
    return desk.get(page(model, "add"), {"after": f"{thing._meta.label}.{thing.pk}"})


def filled_in(answer):
    form = answer.context["adminform"].form
    return {name: form[name].value() for name in form.fields if form[name].value() not in (None, "", [])}


def rows(answer):
    """The sources that a form begins with."""
    names = ("source", "field", "locator", "quotation", "consulted")
    forms = answer.context["inline_admin_formsets"][-1].formset.forms
    return [tuple(form[name].value() or "" for name in names) for form in forms if form["source"].value()]


# Begun from another


def test_the_next_candidate_has_the_election_and_the_sources_and_nothing_else(desk, candidate, source):
    answer = begun(desk, Candidate, candidate)
    assert filled_in(answer) == {"election": candidate.election_id}
    assert rows(answer) == [(source.pk, "", "table 2", "", "full"), (source.pk, "votes", "table 3", "", "full")]
    assert "Begun from “Jo Doe”" in answer.text


def test_the_term_that_follows_has_the_person_the_office_and_the_source(desk, candidate, source):
    answer = begun(desk, Term, candidate)
    assert filled_in(answer) == {"official": candidate.official_id, "election": candidate.election_id, "office": "prosecutor"}
    assert rows(answer) == [(source.pk, "", "", "", "full")], "the passage is another one"


def test_what_is_decided_under_an_item_has_its_session_topic_and_day(desk, editor):
    item = make.make_agenda_item(author=editor, topic="budget")
    wanted = {"session": item.session_id, "agenda_item": item.pk, "topic": "budget", "adopted_on": "2001-12-03"}
    assert filled_in(begun(desk, Decision, item)) == wanted


@pytest.mark.parametrize("model", [AgendaItem, Decision, Election])
def test_what_happens_at_a_session_begins_with_it(desk, model):
    session = make.made_public(make.make_session())
    answer = begun(desk, model, session)
    assert (filled_in(answer), rows(answer)) == ({"session": session.pk}, []), "somebody else's sources are not taken over"


def test_a_change_that_confirms_an_election_hands_its_new_source_on(desk, editor, source):
    election = make.made_public(make.make_election(held="scheduled"))
    revision = workflow.begin(election, by=editor)
    new = {"source": source.pk, "field": "", "locator": "para. 2", "stance": "supports", "consulted": "excerpt"}
    blank = {"rival_value": "", "reason": "", "quotation": ""}
    workflow.propose(revision, by=editor, values={"held": "held"}, citations=[*revision.citations, new | blank])
    revision.refresh_from_db()
    answer = begun(desk, Candidate, revision)
    assert filled_in(answer) == {"election": election.pk}
    assert rows(answer) == [(source.pk, "", "", "", "excerpt")]
    assert f"/admin/assembly/candidate/add/?after=record.Revision.{revision.pk}" in desk.get(page(revision)).text


def test_what_was_filled_in_is_saved_with_its_sources_though_nobody_touched_it(desk, candidate, source):
    form = typed(begun(desk, Candidate, candidate), name="Sam Roe", votes="62; 35")
    desk.post(f"{page(Candidate, 'add')}?after={candidate._meta.label}.{candidate.pk}", form)
    saved = Candidate.objects.get(name="Sam Roe")
    assert (saved.election, saved.votes, saved.official) == (candidate.election, ["62", "35"], None)
    assert set(saved.citations.values_list("source", "field")) == {(source.pk, ""), (source.pk, "votes")}


def test_a_form_is_not_begun_from_what_is_no_entry(desk, source):
    assert desk.get(page(Candidate, "add"), {"after": f"record.Source.{source.pk}"}).status_code == 200


@pytest.mark.parametrize("after", ["", "x", "no.Such.1", "assembly.Candidate.x", "assembly.Candidate.0", "assembly.Candidate"])
def test_a_form_begun_from_nothing_is_empty(desk, after):
    answer = desk.get(page(Candidate, "add"), {"after": after})
    assert (answer.status_code, filled_in(answer), rows(answer)) == (200, {}, [])


def test_a_page_leads_to_what_is_written_after_it(desk, candidate):
    shown = desk.get(page(candidate)).text
    assert f'/admin/assembly/candidate/add/?after=assembly.Candidate.{candidate.pk}">another candidate</a>' in shown
    assert f'/admin/assembly/term/add/?after=assembly.Candidate.{candidate.pk}">term of office</a>' in shown


def test_nothing_is_begun_from_what_was_retracted(desk):
    session = make.made_public(make.make_session())
    workflow.retract(session, by=make.make_reviewer(), reason="There was none.")
    assert "?after=" not in desk.get(page(session)).text


def test_a_decision_that_is_no_step_is_changed_like_all_others(desk, editor):
    """Its number comes days after it was adopted."""
    decision = make.made_public(make.make_decision(number=""))
    revision = workflow.begin(decision, by=editor)
    desk.post(page(revision), typed(desk.get(page(revision)), number="ICC-ASP/99/Res.1"))
    revision.refresh_from_db()
    assert revision.values["number"] == "ICC-ASP/99/Res.1"


# Its source at hand


def test_before_a_letter_is_typed_the_newest_source_is_offered_first(desk, source):
    query = {"app_label": "record", "model_name": "citation", "field_name": "source"}
    first = make.make_source(slug="zz-added-last")
    offered = [result["id"] for result in desk.get("/admin/autocomplete/", query).json()["results"]]
    assert offered[:2] == [str(first.pk), str(source.pk)]


# Submitted at once


def test_what_is_complete_is_saved_and_submitted_in_one_step(desk, candidate):
    assert 'name="_submit"' in desk.get(page(Candidate, "add")).text
    desk.post(page(Candidate, "add"), typed(begun(desk, Candidate, candidate), name="Sam Roe", _submit="1"))
    assert Candidate.objects.get(name="Sam Roe").status == Status.IN_REVIEW


def test_what_is_not_complete_is_saved_and_says_what_is_missing(desk, candidate):
    form = typed(begun(desk, Candidate, candidate), name="Sam Roe", _submit="1")
    form |= {f"{CITED}-{row}-DELETE": "on" for row in range(2)}
    answer = desk.post(page(Candidate, "add"), form, follow=True)
    assert "No source supports this entry yet." in said(answer)
    assert Candidate.objects.get(name="Sam Roe").status == Status.DRAFT


def test_in_a_window_of_its_own_an_entry_is_saved_only(desk):
    assert 'name="_submit"' not in desk.get(page(Candidate, "add"), {"_popup": "1"}).text


# The next one to read


def test_who_has_published_one_entry_is_led_to_the_next(candidate, editor):
    reading = Client()
    reading.force_login(make.make_reviewer("rita"))
    item = make.in_review(make.make_agenda_item(session=make.made_public(make.make_session())), editor)
    decision = make.in_review(make.make_decision(session=item.session, title="The next decision"), editor)
    press(reading, item, "publish")
    shown = reading.get(page(item)).text
    assert f'Next to be read: <a href="{page(decision)}">{decision}</a>' in shown
    press(reading, decision, "publish")
    assert "Next to be read" not in reading.get(page(decision)).text
