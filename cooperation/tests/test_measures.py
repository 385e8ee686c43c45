"""Measures against the Court and responses to them: what is refused, where and in which words, and what is in force on a day.

What the loader refuses stands in tests/test_refused_rows.py.
"""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from cooperation.models import CoerciveMeasure, MeasureOfficial, MeasureResponse, ResponseMeasure
from record import workflow
from record.tests import factories as make
from record.tests.desk import page, typed
from record.tests.refusals import database_refuses, form_refuses, refused

pytestmark = pytest.mark.django_db

ENDS_LATER = "A measure cannot end before it starts."
SAYS_HOW = "A measure that ended has its day and how it ended; one that did not has neither."
LIFTED = {"ended_on": "2001-05-01", "end_reason": "lifted"}
# what the record promises: (what is made, with what that breaks it, the constraint, the field at which the form says it)
PROMISES = {
    "a_measure_has_its_day": (make.make_measure, {"announced_on": ""}, "measure_has_its_day", "announced_on"),
    "a_measure_ends_after_it_is_announced": (make.make_measure, LIFTED, "measure_ends_after_it_starts", "ended_on"),
    "a_measure_ends_after_it_is_in_force": (
        make.make_measure, {"in_force_on": "2001-07", "ended_on": "2001-06", "end_reason": "expired"}, "measure_ends_after_it_starts", "ended_on",
    ),
    "a_measure_that_ended_says_how": (make.make_measure, {"ended_on": "2001-06"}, "measure_that_ended_says_how", "end_reason"),
    "a_measure_that_did_not_end_did_not_end_somehow": (
        make.make_measure, {"end_reason": "lifted"}, "measure_that_ended_says_how", "end_reason",
    ),
    "a_measure_of_a_state_is_attributed": (
        make.make_measure, {"attribution": "not_attributed"}, "measure_is_attributed_to_its_actor", "actor",
    ),
    "a_measure_of_nobody_is_attributed_to_nobody": (make.make_measure, {"actor": None}, "measure_is_attributed_to_its_actor", "actor"),
    "a_response_has_its_day": (make.make_response, {"responded_on": ""}, "response_has_its_day", "responded_on"),
    "a_response_has_an_author": (make.make_response, {"body": ""}, "response_is_of_one_author", "body"),
    "a_response_ends_after_it_starts": (make.make_response, {"ended_on": "2001-06-01"}, "response_ends_after_it_starts", "ended_on"),
}  # fmt: skip


@pytest.mark.parametrize(("maker", "values", "constraint", "place"), PROMISES.values(), ids=PROMISES)
def test_the_database_holds_that(maker, values, constraint, place):
    database_refuses(maker, values, constraint)


@pytest.mark.parametrize(("maker", "values", "constraint", "place"), PROMISES.values(), ids=PROMISES)
def test_the_form_says_in_words_that(maker, values, constraint, place):
    form_refuses(maker, values, constraint, place)


def test_a_response_is_not_of_a_state_and_a_body():
    response = make.make_response()
    with refused("response_is_of_one_author"):
        MeasureResponse.objects.filter(pk=response.pk).update(state=make.make_state())


def test_a_measure_names_an_official_once():
    measure = make.make_measure(official := make.make_official())
    with refused("measure_names_an_official_once"):
        MeasureOfficial.objects.create(measure=measure, official=official)


def test_a_response_answers_a_measure_once():
    response = make.make_response(measure := make.make_measure())
    with refused("response_answers_a_measure_once"):
        ResponseMeasure.objects.create(response=response, measure=measure)


def test_a_measure_that_ends_on_the_day_of_its_announcement_is_taken():
    assert make.make_measure(announced_on="2001-05-02", ended_on="2001-05-02", end_reason="annulled").pk


def test_a_measure_of_a_year_may_end_in_a_month_of_it():
    assert make.make_measure(announced_on="2001", ended_on="2001-02", end_reason="expired").pk


# In force on a day


def in_force(on, **values):
    measure = make.make_measure(**values)
    return CoerciveMeasure.objects.in_force(on=date.fromisoformat(on)).filter(pk=measure.pk).exists()


FROM_MAY = {"announced_on": "2001-05-02"}
LAW = {"kind": "legislation", "target_kind": "court"}
ON_A_DAY = {
    "not_on_the_day_before": ("2001-05-01", FROM_MAY, False),
    "from_the_day_of_its_announcement": ("2001-05-02", FROM_MAY, True),
    "without_an_end_for_ever": ("2101-05-02", FROM_MAY, True),
    "not_before_it_took_legal_effect": ("2001-06-30", FROM_MAY | {"in_force_on": "2001-07-01"}, False),
    "from_when_it_took_legal_effect": ("2001-07-01", FROM_MAY | {"in_force_on": "2001-07-01"}, True),
    "until_the_day_before_its_end": ("2001-08-31", FROM_MAY | {"ended_on": "2001-09-01", "end_reason": "lifted"}, True),
    "not_on_the_day_of_its_end": ("2001-09-01", FROM_MAY | {"ended_on": "2001-09-01", "end_reason": "lifted"}, False),
    "not_surely_in_the_month_in_which_it_began": ("2001-05-30", {"announced_on": "2001-05"}, False),
    "surely_on_the_last_day_of_that_month": ("2001-05-31", {"announced_on": "2001-05"}, True),
    "not_surely_in_the_year_in_which_it_ended": ("2002-01-01", FROM_MAY | {"ended_on": "2002", "end_reason": "expired"}, False),
    "surely_on_the_last_day_before_that_year": ("2001-12-31", FROM_MAY | {"ended_on": "2002", "end_reason": "expired"}, True),
    "not_as_a_bill": ("2101-05-02", FROM_MAY | LAW, False),
    "as_a_law_from_its_entry_into_force": ("2001-07-01", FROM_MAY | LAW | {"in_force_on": "2001-07-01"}, True),
    "not_as_a_bill_that_was_rejected": ("2001-06-01", FROM_MAY | LAW | {"ended_on": "2001-07-01", "end_reason": "not_adopted"}, False),
    "never_as_an_act_of_a_day": ("2001-05-02", FROM_MAY | {"kind": "threat"}, False),
    "never_as_a_withdrawal": ("2001-05-02", FROM_MAY | {"kind": "withdrawal", "target_kind": "statute"}, False),
}


@pytest.mark.parametrize(("on", "values", "expected"), ON_A_DAY.values(), ids=ON_A_DAY)
def test_a_measure_is_in_force(on, values, expected):
    assert in_force(on, **values) is expected


def test_measures_against_an_official_are_those_that_name_them():
    official, other = make.make_official(), make.make_official()
    measure = make.make_measure(official, other)
    make.make_measure(other)
    assert list(CoerciveMeasure.objects.against(official)) == [measure]


# The form


@pytest.fixture
def editor():
    return make.make_editor("ana")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


TYPED = {
    "a measure that ends before it starts": (make.make_measure, LIFTED, "ended_on", ENDS_LATER),
    "an end that does not say how": (make.make_measure, {"ended_on": "2001-06"}, "end_reason", SAYS_HOW),
    "an act attributed to nobody": (
        make.make_measure, {"attribution": "not_attributed"}, "actor",
        "Where nobody is named as the actor it is attributed to nobody, and the other way round.",
    ),
    "a response that ends before it starts": (
        make.make_response, {"ended_on": "2001-06-01"}, "ended_on", "A response cannot end before it starts.",
    ),
    "a response of nobody": (make.make_response, {"body": ""}, "body", "Name the State or the body that acted, one of them."),
}  # fmt: skip


@pytest.mark.parametrize(("maker", "values", "place", "sentence"), TYPED.values(), ids=TYPED)
def test_the_form_refuses_at_its_field_and_loses_nothing(desk, editor, maker, values, place, sentence):
    draft = maker(author=editor)
    answer = desk.post(page(draft), typed(desk.get(page(draft)), **values))
    form = answer.context["adminform"].form
    assert (answer.status_code, form.errors.get(place)) == (200, [sentence])
    assert {name: form[name].value() for name in values} == values
    assert not type(draft).objects.filter(pk=draft.pk, **values).exists()


def test_the_form_of_a_published_measure_refuses_the_same(desk, editor):
    revision = workflow.begin(make.made_public(make.make_measure(make.make_official())), by=editor)
    answer = desk.post(page(revision), typed(desk.get(page(revision)), **LIFTED))
    assert answer.context["adminform"].form.errors["ended_on"] == [ENDS_LATER]


def test_a_measure_against_an_official_that_names_none_is_not_published(editor):
    entry = make.in_review(make.make_measure(actor=make.made_public(make.make_state())), editor)
    with pytest.raises(ValidationError, match="It is against an elected official, and names none."):
        workflow.publish(entry, by=make.make_reviewer())
