"""States, their acts and their periods: what is refused, and in which words; who is a Party on a day."""

from datetime import date

import pytest
from django.db import connection

from record import workflow
from record.tests.factories import made_public, make_reviewer, make_state, make_treaty, make_treaty_action
from record.tests.refusals import refused, words_of_form
from states.models import Membership, State, TreatyAction

pytestmark = pytest.mark.django_db


def make_membership(state, since, until=None):
    """As the rule would compute it: in an edition."""
    with workflow.edition("Computed"):
        return Membership.objects.create(state=state, since=since, until=until)


@pytest.fixture
def member():
    """A State that was a Party in 2010 and 2011."""
    state = make_state()
    make_membership(state, date(2010, 1, 1), date(2012, 1, 1))
    return state


# States


@pytest.mark.parametrize("code", ["hun", "HU", "H1N"])
def test_a_code_is_three_capitals(code):
    with refused("state_code_is_three_capitals"):
        make_state(iso3=code)


def test_a_code_that_is_not_three_capitals_is_refused_in_words():
    state = make_state()
    state.iso3 = "hun"
    assert words_of_form(state) == "A State's code is three capitals, as in ISO 3166-1 alpha-3."


def test_two_states_have_not_the_same_code(member):
    with refused("states_state_iso3_key"):
        make_state(iso3=member.iso3)


def test_an_address_is_made_of_the_name():
    assert make_state(name="Côte du Levant (Islamic Republic of)").slug == "cote-du-levant-islamic-republic-of"


def test_an_address_that_is_taken_gets_a_number():
    assert [make_state(name="Ruritania").slug for _ in range(3)] == ["ruritania", "ruritania-2", "ruritania-3"]


# Membership


def test_a_membership_that_ends_before_it_begins_is_refused():
    with refused("membership_ends_after_it_begins"):
        make_membership(make_state(), date(2012, 1, 1), date(2010, 1, 1))


def test_a_membership_that_ends_as_it_begins_is_refused():
    with refused("membership_ends_after_it_begins"):
        make_membership(make_state(), date(2012, 1, 1), date(2012, 1, 1))


def test_a_reversed_membership_is_refused_in_words():
    reversed_ = Membership(state=make_state(), since=date(2012, 1, 1), until=date(2010, 1, 1))
    assert words_of_form(reversed_) == "A membership ends after it begins."


def test_memberships_of_a_state_do_not_overlap(member):
    with refused("membership_periods_do_not_overlap"):
        make_membership(member, date(2011, 12, 31))


def test_overlapping_memberships_are_refused_in_words(member):
    second = Membership(state=member, since=date(2011, 12, 31))
    assert words_of_form(second) == "Two periods of membership of a State cannot overlap."


def test_a_second_membership_may_begin_on_the_day_the_first_ends(member):
    make_membership(member, date(2012, 1, 1))
    connection.check_constraints()


def test_memberships_of_two_states_may_overlap(member):
    make_membership(make_state(), date(2010, 6, 1))
    connection.check_constraints()


@pytest.mark.parametrize(("on", "party"), [("2009-12-31", False), ("2010-01-01", True), ("2011-12-31", True), ("2012-01-01", False)])
def test_a_state_is_a_party_from_the_first_day_to_the_one_before_the_last(member, on, party):
    assert State.objects.parties(on=date.fromisoformat(on)).filter(pk=member.pk).exists() is party


@pytest.mark.parametrize(
    ("on", "since", "until", "party"),
    [
        ("2009-12-31", None, None, False),
        ("2010-06-01", date(2010, 1, 1), date(2012, 1, 1), True),
        ("2013-01-01", date(2010, 1, 1), date(2012, 1, 1), False),
        ("2016-01-01", date(2015, 1, 1), None, True),
    ],
)
def test_the_membership_told_is_that_of_the_day_or_the_last_before_it(member, on, since, until, party):
    make_membership(member, date(2015, 1, 1))
    told = State.objects.with_membership(on=date.fromisoformat(on)).get(pk=member.pk)
    assert (told.since, told.until, told.party) == (since, until, party)


# Treaty actions


@pytest.fixture
def withdrawal():
    return make_treaty_action(kind="withdrawal_notified", effected_on="2020-05-01", takes_effect_on="2022-01-01")


def test_an_act_does_not_take_effect_before_it_is_effected(withdrawal):
    with refused("treaty_action_takes_effect_after_it_is_effected"):
        TreatyAction.objects.filter(pk=withdrawal.pk).update(takes_effect_on="2020-04-30")


def test_an_act_that_takes_effect_too_early_is_refused_in_words(withdrawal):
    withdrawal.refresh_from_db()
    withdrawal.takes_effect_on = date(2020, 4, 30)
    assert words_of_form(withdrawal) == "An act cannot take effect before it is effected."


def test_only_a_notice_of_withdrawal_names_its_day():
    with refused("treaty_action_only_a_withdrawal_names_its_day"):
        make_treaty_action(kind="accession", takes_effect_on="2022-01-01")


def test_an_act_is_on_record_once(withdrawal):
    with refused("treaty_action_happens_once"):
        make_treaty_action(state=withdrawal.state, kind="withdrawal_notified", effected_on="2020-05-01")


def test_an_act_may_be_done_to_another_treaty_on_the_same_day():
    action = make_treaty_action()
    make_treaty_action(state=action.state, treaty=make_treaty(), effected_on=action.effected_on)
    connection.check_constraints()


def test_an_address_of_an_act_says_who_did_what_when():
    action = make_treaty_action(kind="withdrawal_notified", effected_on=date(2020, 5, 1))
    assert action.slug == f"{action.state_id.lower()}-rome-statute-withdrawal-notified-2020-05-01"


def test_acts_towards_other_treaties_are_not_of_the_statute():
    acts = [make_treaty_action(), make_treaty_action(treaty=make_treaty())]
    assert list(TreatyAction.objects.of_statute().filter(pk__in=[act.pk for act in acts])) == acts[:1]


# Membership, computed


def periods(state):
    return list(state.memberships.values_list("since", "until"))


def published_acts(state, **acts):
    made_public(*(make_treaty_action(state=state, kind=kind, effected_on=day) for kind, day in acts.items()))
    return periods(state)


def test_a_published_deposit_makes_a_membership():
    assert published_acts(make_state(), accession="2012-04-02") == [(date(2012, 7, 1), None)]


def test_a_draft_of_a_deposit_makes_no_membership():
    state = make_state()
    make_treaty_action(state=state, kind="accession", effected_on="2012-04-02")
    assert published_acts(state, signature="2000-01-01") == []


def test_a_notice_ends_a_membership_a_year_later():
    acts = published_acts(make_state(), accession="2012-04-02", withdrawal_notified="2020-03-17")
    assert acts == [(date(2012, 7, 1), date(2021, 3, 17))]


def test_a_deposit_under_another_treaty_makes_no_membership():
    action = made_public(make_treaty_action(treaty=make_treaty(), kind="accession"))
    assert periods(action.state) == []


def test_a_retracted_deposit_ends_the_membership_as_if_it_never_was():
    action = made_public(make_treaty_action())
    workflow.retract(action, by=make_reviewer(), reason="Another State's.")
    assert periods(action.state) == []
