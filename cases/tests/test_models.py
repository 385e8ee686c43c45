"""Situations, duties, cases, warrants, persons: what is refused, in which words; who is wanted on a day."""

from datetime import date

import pytest
from django.db import connection

from cases.models import Duty, Participation, Person, SituationState, Standing, Warrant
from record import derived, workflow
from record.tests.factories import made_public, make_case, make_case_event, make_duty, make_person, make_situation, make_state, make_warrant
from record.tests.refusals import refused, words_of_form

pytestmark = pytest.mark.django_db


def day(text):
    return date.fromisoformat(text)


# Warrants

TOO_EARLY = [
    ({"ended_on": "2019-12-31"}, "warrant_ends_after_it_is_issued", "A warrant cannot end before it is issued."),
    ({"ended_on": "2019"}, "warrant_ends_after_it_is_issued", "A warrant cannot end before it is issued."),
    ({"unsealed_on": "2019-12"}, "warrant_is_public_after_it_is_issued", "A warrant cannot become public before it is issued."),
]


@pytest.mark.parametrize(("dates", "constraint", "sentence"), TOO_EARLY)
def test_a_warrant_neither_ends_nor_becomes_public_before_it_is_issued(dates, constraint, sentence):
    with refused(constraint):
        make_warrant(**{"issued_on": "2020-01-01", "unsealed_on": "", "end_reason": "withdrawn", **dates})


@pytest.mark.parametrize(("dates", "constraint", "sentence"), TOO_EARLY)
def test_a_warrant_that_ends_too_early_is_refused_in_words(dates, constraint, sentence):
    warrant = Warrant(person=make_person(), kind="arrest", issued_on="2020-01-01", end_reason="withdrawn", slug="a", **dates)
    assert words_of_form(warrant) == sentence


@pytest.mark.parametrize("ended_on", ["2020-01-01", "2020", "2020-01~"])
def test_a_warrant_may_end_within_the_span_in_which_it_was_issued(ended_on):
    make_warrant(issued_on="2020-01-01", unsealed_on="", ended_on=ended_on, end_reason="withdrawn")
    connection.check_constraints()


def test_an_end_has_its_reason():
    with refused("warrant_end_has_its_reason"):
        make_warrant(ended_on="2021-01-01")


@pytest.mark.parametrize(
    ("warrant", "on", "in_force"),
    [
        ({}, "2019-12-31", False),
        ({}, "2020-01-01", True),
        ({"issued_on": "2020"}, "2020-12-30", False),
        ({"issued_on": "2020"}, "2020-12-31", True),
        ({"unsealed_on": ""}, "2020-01-01", True),
        ({"issued_on": "", "unsealed_on": "2020-03-01"}, "2020-02-29", False),
        ({"issued_on": "", "unsealed_on": "2020-03-01"}, "2020-03-01", True),
        ({"issued_on": "", "unsealed_on": ""}, "2024-01-01", False),
        ({"ended_on": "2021-05-05", "end_reason": "withdrawn"}, "2021-05-04", True),
        ({"ended_on": "2021-05-05", "end_reason": "withdrawn"}, "2021-05-05", False),
        ({"ended_on": "2021-05", "end_reason": "withdrawn"}, "2021-05-30", True),
        ({"kind": "summons"}, "2020-01-01", False),
    ],
)
def test_a_warrant_is_in_force_from_its_issue_until_it_surely_ended(warrant, on, in_force):
    made = make_warrant(**warrant)
    assert Warrant.objects.in_force(on=day(on)).filter(pk=made.pk).exists() is in_force


# Persons


def standing(person, **values):
    return Standing(person=person, **{"since": day("2020-01-01"), "stage": "suspect_at_large", "at_large": True, **values})


def test_a_person_stands_in_one_place_at_a_time():
    person = make_person()
    with workflow.edition("Computed"):
        standing(person).save()
    with refused("standing_is_one_at_a_time"), workflow.edition("Computed"):
        standing(person, since=day("2021-01-01")).save()


def test_a_standing_ends_after_it_begins():
    with refused("standing_ends_after_it_begins"), workflow.edition("Computed"):
        standing(make_person(), until=day("2019-01-01")).save()


def test_a_reversed_standing_is_refused_in_words():
    assert words_of_form(standing(make_person(), until=day("2019-01-01"))) == "A period ends after it begins."


@pytest.fixture
def surrendered():
    """A person wanted from 2020 and surrendered on 1 June 2021, as the record computes it."""
    person = make_person()
    warrant = make_warrant(person=person, ended_on="2021-06-01", end_reason="executed")
    made_public(warrant, make_case_event(person=person, occurred_on="2021-06-01"))
    return person


@pytest.mark.parametrize(("on", "at_large"), [("2019-12-31", False), ("2020-01-01", True), ("2021-05-31", True), ("2021-06-01", False)])
def test_a_person_is_at_large_until_surrendered(surrendered, on, at_large):
    assert Person.objects.at_large(on=day(on)).filter(pk=surrendered.pk).exists() is at_large


@pytest.mark.parametrize(
    ("on", "stage"),
    [("2019-12-31", None), ("2020-01-01", "suspect_at_large"), ("2021-06-01", "suspect_in_custody"), ("2026-01-01", "suspect_in_custody")],
)
def test_a_person_stands_at_the_stage_of_the_day(surrendered, on, stage):
    assert Person.objects.with_standing(on=day(on)).get(pk=surrendered.pk).stage == stage


def test_a_draft_of_an_event_changes_no_standing(surrendered):
    make_case_event(person=surrendered, kind="charges_confirmed", occurred_on="2022-01-01")
    with workflow.edition("Computed"):
        derived.recompute([surrendered])
    assert Person.objects.with_standing(on=day("2022-06-01")).get(pk=surrendered.pk).stage == "suspect_in_custody"


def test_a_draft_of_a_warrant_makes_nobody_wanted():
    person = made_public(make_person())
    make_warrant(person=person)
    with workflow.edition("Computed"):
        derived.recompute([person])
    assert not person.standings.exists()


# Cases


def test_a_number_stands_for_one_case():
    make_case(number="ICC-99/99")
    with refused("case_number_is_used_once"):
        make_case(number="ICC-99/99")


def test_cases_may_have_no_number():
    make_case(), make_case()
    connection.check_constraints()


def test_a_case_is_addressed_by_whom_it_is_about():
    assert make_case(name="The Prosecutor v. A. N. Other").slug == "a-n-other"


def test_a_person_is_in_a_case_once():
    person = make_person()
    case = make_case(person)
    with refused("participation_is_recorded_once"):
        Participation.objects.create(person=person, case=case)


# Situations


def test_what_the_prosecutor_took_up_was_not_referred():
    with refused("situation_only_a_referral_has_its_day"):
        make_situation(trigger="proprio_motu", situation_referral_on="2015")


def test_a_situation_names_a_state_once():
    state = make_state()
    situation = make_situation(state)
    with refused("situation_names_a_state_once"):
        SituationState.objects.create(situation=situation, state=state)


# Duties


@pytest.mark.parametrize("until", ["2015-01-01", "2014-12-31"])
def test_a_duty_ends_after_it_begins(until):
    with refused("duty_ends_after_it_begins"):
        make_duty(since="2015-01-01", until=until)


def test_a_reversed_duty_is_refused_in_words():
    duty = make_duty()
    duty.since, duty.until = day("2015-01-01"), day("2014-12-31")
    assert words_of_form(duty) == "A duty ends after it begins."


def test_what_a_duty_covers_ends_after_it_begins():
    with refused("duty_covers_a_span"):
        make_duty(covers_from="2014-06", covers_to="2014-05-31")


def test_a_duty_may_cover_part_of_a_month():
    make_duty(covers_from="2014-06-10", covers_to="2014-06")
    connection.check_constraints()


@pytest.mark.parametrize(("on", "in_force"), [("2014-12-31", False), ("2015-01-01", True), ("2015-03-31", True), ("2015-04-01", False)])
def test_a_duty_binds_until_the_day_before_its_end(on, in_force):
    duty = make_duty(since="2015-01-01", until="2015-04-01")
    assert Duty.objects.in_force(on=day(on)).filter(pk=duty.pk).exists() is in_force
