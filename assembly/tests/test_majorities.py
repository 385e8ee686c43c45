"""What majority an election needs: articles 36(6)(a), 38(1), 42(4) and 43(4)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembly import majorities
from assembly.models import BY_THE_JUDGES, Office

VOTING = st.integers(0, 200)


@pytest.mark.parametrize(("voting", "needed"), [(119, 80), (122, 82), (123, 82), (98, 66), (105, 70), (3, 2), (1, 1)])
def test_a_judge_needs_two_thirds_of_those_present_and_voting(voting, needed):
    assert majorities.required("judge", voting=voting, parties=125) == needed


@given(VOTING)
def test_the_majority_of_a_judge_is_the_least_number_that_is_two_thirds(voting):
    needed = majorities.for_a_judge(voting)
    assert 3 * needed >= 2 * voting > 3 * (needed - 1)


@pytest.mark.parametrize("office", ["prosecutor", "deputy_prosecutor"])
@pytest.mark.parametrize(("parties", "needed"), [(123, 62), (125, 63), (124, 63)])
def test_the_prosecutor_and_the_deputies_need_more_than_half_of_all_parties(office, parties, needed):
    assert majorities.required(office, voting=60, parties=parties) == needed


@given(VOTING)
def test_the_majority_of_the_prosecutor_is_the_least_number_above_half(parties):
    needed = majorities.for_the_prosecutor(parties)
    assert 2 * needed > parties >= 2 * (needed - 1)


def test_without_those_voting_the_majority_of_a_judge_is_not_known():
    assert majorities.required("judge", voting=None, parties=125) is None


def test_without_the_parties_the_majority_of_the_prosecutor_is_not_known():
    assert majorities.required("prosecutor", voting=120, parties=None) is None


@pytest.mark.parametrize("office", ["bureau_member", "budget_committee_member", "registrar", "president"])
def test_no_number_is_given_where_no_article_fixes_one_for_the_assembly(office):
    assert majorities.required(office, voting=120, parties=125) is None


def test_the_judges_elect_by_their_absolute_majority_to_the_offices_that_are_theirs_to_fill():
    assert {office for office in Office if majorities.rule(office) == "majority_of_the_judges"} == set(BY_THE_JUDGES)


def test_every_office_of_the_rule_is_one_of_the_record():
    assert set(majorities.RULES) <= set(Office.values)
