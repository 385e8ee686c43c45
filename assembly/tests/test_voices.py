"""Statements, votes, calls and pledges: what is refused, by form and by database, where and in which words.

What the loader refuses stands in tests/test_refused_rows.py.
"""

import json

import pytest
from django.core.exceptions import ValidationError

from assembly.models import Pledge, PledgingBody, Signatory, Statement, StatementMeasure
from record import workflow
from record.refusals import place_of_constraint
from record.tests import factories as make
from record.tests.desk import page, typed
from record.tests.refusals import database_refuses, form_refuses, refused

pytestmark = pytest.mark.django_db

WHO_CAN = "A State pledges, or an organisation of States: name one of them. No other body can."
NOT_YET = "A State cannot sign before it was one: look at the day from which it is independent."
# what the record promises: (what is made, with what that breaks it, the constraint, the field at which the form says it)
PROMISES = {
    "a_statement_has_its_day": (make.make_statement, {"delivered_on": ""}, "statement_has_its_day", "delivered_on"),
    "a_statement_has_an_author": (make.make_statement, {"state": None}, "statement_is_of_its_author", "body"),
    "a_statement_has_one_author": (make.make_statement, {"body": "A ministry"}, "statement_is_of_its_author", "body"),
    "an_annual_report_is_of_an_official": (
        lambda **values: make.make_statement(body="The Court", **values), {"kind": "annual_report"}, "statement_report_is_of_an_official", "official",
    ),
    "only_a_resolution_is_adopted": (make.make_statement, {"adopted": True}, "statement_is_adopted_only_if_a_resolution", "adopted"),
    "votes_are_of_a_vote": (
        lambda **values: make.make_resolution(in_favour=9, **values), {"adopted_by": "consensus"}, "statement_votes_are_of_a_vote", "adopted_by",
    ),
    "a_call_has_its_day": (make.make_call, {"issued_on": ""}, "call_has_its_day", "issued_on"),
    "a_follow_up_has_its_day": (make.make_demand, {"follow_up": "met"}, "demand_follow_up_has_its_day", "as_of"),
    "a_pledge_has_its_day": (make.make_pledge, {"pledged_on": ""}, "pledge_has_its_day", "pledged_on"),
    "a_pledge_is_of_somebody": (make.make_pledge, {"state": None}, "pledge_is_of_one_who_can", "state"),
    "a_pledge_is_of_one": (make.make_pledge, {"organisation": "african_union"}, "pledge_is_of_one_who_can", "state"),
    "only_a_pledge_that_was_kept_has_its_day": (make.make_pledge, {"kept_on": "2013"}, "pledge_kept_on_a_day_was_kept", "kept"),
    "a_pledge_is_kept_after_it_is_made": (
        make.make_pledge, {"kept": "kept", "kept_on": "2012-11-14"}, "pledge_is_kept_after_it_is_made", "kept_on",
    ),
}  # fmt: skip
ONCE = {
    "a_symbol_is_given_to_one_statement": (
        lambda **values: make.make_statement(**{"document_no": "A/99/1", **values}), ("document_no",), "statement_document_is_given_once",
        "document_no",
    ),
    "a_state_votes_once": (make.make_vote, ("statement", "state"), "vote_is_cast_once", "state"),
    "a_number_is_given_once_in_a_call": (make.make_demand, ("call", "number"), "demand_has_a_number_of_its_own", "number"),
}  # fmt: skip


@pytest.mark.parametrize(("maker", "values", "constraint", "place"), PROMISES.values(), ids=PROMISES)
def test_the_database_holds_that(maker, values, constraint, place):
    database_refuses(maker, values, constraint)


@pytest.mark.parametrize(("maker", "values", "constraint", "place"), PROMISES.values(), ids=PROMISES)
def test_the_form_says_in_words_that(maker, values, constraint, place):
    form_refuses(maker, values, constraint, place)


@pytest.mark.parametrize(("maker", "names", "constraint", "place"), ONCE.values(), ids=ONCE)
def test_it_is_refused_twice_that(maker, names, constraint, place):
    first = maker()
    with refused(constraint):
        maker(**{name: getattr(first, name) for name in names})
    assert place_of_constraint(constraint, first) == place


@pytest.mark.parametrize("body", PledgingBody)
def test_an_organisation_of_states_can_pledge(body):
    assert make.make_pledge(organisation=body).pk


def test_the_database_takes_no_pledge_of_a_body_that_cannot():
    pledge = make.make_pledge(organisation="european_union")
    with refused("pledge_is_of_one_who_can"):
        Pledge.objects.filter(pk=pledge.pk).update(organisation="a_coalition")


def test_a_measure_is_spoken_of_once():
    statement, measure = make.make_statement(), make.make_measure()
    StatementMeasure.objects.create(statement=statement, measure=measure)
    with refused("statement_speaks_of_a_measure_once"):
        StatementMeasure.objects.create(statement=statement, measure=measure)


# Signatories


@pytest.fixture
def young():
    """A State since 9 July 2011."""
    return make.make_state(independent_on="2011-07-09")


def signs(state, **values):
    return Signatory.objects.create(statement=make.make_statement(make.make_state(), **values), state=state)


@pytest.mark.parametrize("day", ["2011-07-08", "2011-06", "2010"])
def test_the_database_takes_no_signatory_before_it_was_a_state(young, day):
    with refused("signatory_was_a_state", NOT_YET):
        signs(young, delivered_on=day)


@pytest.mark.parametrize("day", ["2011-07-09", "2011-07", "2011"])
def test_a_state_may_sign_from_its_first_day(young, day):
    assert signs(young, delivered_on=day).pk


def test_signatories_at_once_are_refused_as_well(young):
    statement = make.make_statement(make.make_state(), delivered_on="2011-07-08")
    with refused("signatory_was_a_state", NOT_YET):
        Signatory.objects.bulk_create([Signatory(statement=statement, state=young)])


def test_a_day_before_a_signatory_was_a_state_is_refused_by_the_database(young):
    statement = signs(young, delivered_on="2011-07-09").statement
    with refused("signatory_was_a_state", NOT_YET):
        Statement.objects.filter(pk=statement.pk).update(delivered_on="2011-07-08")


def test_a_state_signs_once():
    statement = make.make_statement(state := make.make_state())
    with refused("signatory_signs_once"):
        Signatory.objects.create(statement=statement, state=state)


# The form


@pytest.fixture
def editor():
    return make.make_editor("ana")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


TYPED = {
    "a pledge by a body that cannot": (
        lambda **values: make.make_pledge(organisation="commonwealth", **values), {"organisation": "a_coalition"}, "organisation",
        "Select a valid choice. a_coalition is not one of the available choices.",
    ),
    "a pledge by nobody": (make.make_pledge, {"state": ""}, "state", WHO_CAN),
    "a pledge by a State and an organisation": (make.make_pledge, {"organisation": "african_union"}, "state", WHO_CAN),
    "a pledge kept before it is made": (
        make.make_pledge, {"kept": "kept", "kept_on": "2012-11-14"}, "kept_on", "A pledge cannot be kept before it is made.",
    ),
    "a follow-up as of no day": (make.make_demand, {"follow_up": "met"}, "as_of", "A follow-up holds for a day: give it."),
    "a statement of nobody": (
        make.make_statement, {"state": ""}, "body", "A statement is a State's or a body's: name one of them. Of several States, its signatories are listed.",
    ),
    "votes on words": (make.make_statement, {"in_favour": "3"}, "adopted", "Only a resolution, or a draft of one, is adopted and voted on."),
}  # fmt: skip


@pytest.mark.parametrize(("maker", "values", "place", "sentence"), TYPED.values(), ids=TYPED)
def test_the_form_refuses_at_its_field_and_loses_nothing(desk, editor, maker, values, place, sentence):
    draft = maker(author=editor)
    answer = desk.post(page(draft), typed(desk.get(page(draft)), **values))
    form = answer.context["adminform"].form
    assert (answer.status_code, form.errors.get(place)) == (200, [sentence])
    assert {name: form[name].value() or "" for name in values} == values


@pytest.fixture
def statement(editor):
    return make.make_statement(make.make_state(), delivered_on="2011-07-08", author=editor)


def signatories_of(answer):
    [inline] = [one.formset for one in answer.context["inline_admin_formsets"] if one.formset.model is Signatory]
    return inline.forms


def test_the_form_refuses_a_signatory_that_was_no_state_that_day_at_its_row(desk, statement, young):
    row = {"signatory_set-TOTAL_FORMS": 2, "signatory_set-1-state": young.iso3, "summary": "What was typed besides."}
    answer = desk.post(page(statement), typed(desk.get(page(statement))) | row)
    [_kept, new] = signatories_of(answer)
    assert (answer.status_code, new.errors) == (200, {"state": [NOT_YET]})
    assert (new["state"].value(), answer.context["adminform"].form["summary"].value()) == (young.iso3, "What was typed besides.")
    assert statement.signatories.count() == 1


def test_the_form_takes_a_signatory_with_the_day_on_which_it_was_one(desk, statement, young):
    row = {"signatory_set-TOTAL_FORMS": 2, "signatory_set-1-state": young.iso3, "delivered_on": "2011-07-09"}
    answer = desk.post(page(statement), typed(desk.get(page(statement))) | row)
    assert (answer.status_code, statement.signatories.count()) == (302, 2)


def test_the_form_refuses_a_day_on_which_a_signatory_was_no_state(desk, editor, young):
    statement = make.make_statement(young, delivered_on="2011-07-09", author=editor)
    answer = desk.post(page(statement), typed(desk.get(page(statement)), delivered_on="2011-07-08"))
    statement.refresh_from_db()
    assert NOT_YET in str(answer.context["adminform"].form.errors) + str([form.errors for form in signatories_of(answer)])
    assert (answer.context["adminform"].form["delivered_on"].value(), statement.delivered_on) == ("2011-07-08", "2011-07-09")


# What is refused at publication


def refused_at_publication(draft, sentence):
    entry = make.in_review(draft, make.make_editor())
    with pytest.raises(ValidationError, match=sentence):
        workflow.publish(entry, by=make.make_reviewer())


def test_a_follow_up_without_a_source_of_its_own_is_not_published():
    draft = make.make_demand(call=make.made_public(make.make_call()), follow_up="met", as_of="2013")
    refused_at_publication(draft, "No source supports its follow-up.")


def test_a_vote_on_words_is_not_published():
    said, state = make.made_public(make.make_statement(), make.make_state())
    refused_at_publication(make.make_vote(statement=said, state=state), "What it was cast on is no resolution.")


def test_the_statement_of_one_has_no_signatories():
    said = make.make_statement(state=make.made_public(make.make_state()))
    Signatory.objects.create(statement=said, state=make.made_public(make.make_state()))
    refused_at_publication(said, "It is one author's word, and has signatories.")


# On a past day


def slugs(client, name, **asked):
    response = client.get(f"/{name}/", {"format": "json", **asked})
    return {row["slug"] for row in json.loads(b"".join(response.streaming_content))["results"]}


@pytest.mark.parametrize(("day", "shown"), [("2012-02-02", False), ("2012-02-03", True)])
def test_a_vote_is_not_shown_before_its_day(client, day, shown):
    vote = make.made_public(make.make_vote())
    assert (vote.slug in slugs(client, "votes", on=day)) is shown


@pytest.mark.parametrize(("day", "shown"), [("2012-10-31", False), ("2012-11-01", True)])
def test_a_demand_is_not_shown_before_its_call(client, day, shown):
    demand = make.made_public(make.make_demand())
    assert (demand.slug in slugs(client, "demands", on=day)) is shown
