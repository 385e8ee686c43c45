"""Sessions, elections, terms, budgets and their like: what is refused, by which constraint, in which words and where."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from assembly.models import OF_ONE_HOLDER, Candidate, Election
from record import workflow
from record.refusals import place_of_constraint
from record.tests import factories as make
from record.tests.refusals import database_refuses, form_refuses, refused, sentence_of, words_of_form

pytestmark = pytest.mark.django_db

DAY = "2001-12-05"
# what the record promises: (what is made, with what that breaks it, the constraint, the field at which the form says it)
PROMISES = {
    "a_regular_session_has_its_number": (make.make_session, {"number": None}, "session_number_is_of_a_regular_one", "number"),
    "a_special_session_has_no_number": (make.make_session, {"kind": "special"}, "session_number_is_of_a_regular_one", "number"),
    "a_resumed_session_says_which": (make.make_session, {"kind": "resumed", "number": None}, "session_resumed_says_which", "resumes"),
    "a_session_has_its_day": (make.make_session, {"starts_on": ""}, "session_has_its_day", "starts_on"),
    "a_session_ends_after_it_begins": (make.make_session, {"ends_on": "2001-11"}, "session_ends_after_it_begins", "ends_on"),
    "votes_are_of_a_vote": (make.make_decision, {"in_favour": 80}, "decision_votes_are_of_a_vote", "adopted_by"),
    "no_more_vote_than_are_present": (
        make.make_decision, {"adopted_by": "vote", "in_favour": 80, "against": 3, "parties_voting": 82}, "decision_votes_fit_those_voting",
        "parties_voting",
    ),
    "only_the_bureau_decides_between_sessions": (make.make_decision, {"session": None}, "decision_is_of_a_session_or_the_bureau", "session"),
    "the_judges_elect_the_president": (make.make_election, {"office": "president"}, "election_elector_fits_the_office", "elector"),
    "the_assembly_elects_the_judges": (make.make_election, {"elector": "judges"}, "election_elector_fits_the_office", "elector"),
    "an_election_has_its_day": (make.make_election, {"held_on": ""}, "election_has_its_day", "held_on"),
    "an_election_ends_after_it_begins": (make.make_election, {"ended_on": "2001-12-03"}, "election_ends_after_it_begins", "ended_on"),
    "there_is_a_count_for_each_ballot": (
        make.make_election, {"rounds": 2, "parties_voting": ["112"]}, "election_ballots_are_counted", "parties_voting",
    ),
    "only_who_was_elected_was_elected_in_a_ballot": (
        make.make_candidate, {"outcome": "withdrew", "elected_in_round": 1}, "candidate_elected_in_a_ballot", "elected_in_round",
    ),
    "a_term_has_its_first_day": (make.make_term, {"since": ""}, "term_has_its_day", "since"),
    "a_term_ends_after_it_begins": (make.make_term, {"until": "2001-03-11"}, "term_ends_after_it_begins", "until"),
    "a_term_has_a_holder": (make.make_term, {"official": None}, "term_is_of_one_holder", "official"),
    "a_term_has_one_holder": (make.make_term, {"institution": "An audit office"}, "term_is_of_one_holder", "official"),
    "an_act_of_oversight_has_its_day": (make.make_oversight_act, {"acted_on": ""}, "oversight_has_its_day", "acted_on"),
    "an_act_of_oversight_has_its_organ": (make.make_oversight_act, {"organ": ""}, "oversight_has_its_organ", "organ"),
    "an_act_becomes_public_after_it_is_done": (
        make.make_oversight_act, {"made_public_on": "2020-06-30"}, "oversight_is_public_after_it_is_done", "made_public_on",
    ),
    "a_rule_of_entry_into_force_fits_the_instrument": (
        make.make_amendment, {"rule": "art_121_5"}, "amendment_rule_fits_the_instrument", "rule",
    ),
    "an_amendment_is_adopted_after_it_is_proposed": (
        make.make_amendment, {"proposed_on": "2014"}, "amendment_is_adopted_after_it_is_proposed", "adopted_on",
    ),
    "an_amendment_is_in_force_after_it_is_adopted": (
        make.make_amendment, {"stage": "in_force", "in_force_on": "2012"}, "amendment_is_in_force_after_it_is_adopted", "in_force_on",
    ),
    "only_an_amendment_in_force_says_since_when": (
        make.make_amendment, {"in_force_on": "2014"}, "amendment_in_force_says_since_when", "in_force_on",
    ),
    "a_budget_is_of_a_year_of_the_court": (make.make_budget, {"year": 2001}, "budget_has_its_year", "year"),
    "the_total_proposed_is_with_the_loan": (
        make.make_budget, {"proposed_eur": 100_000_000, "host_state_loan_eur": 1, "proposed_with_loan_eur": 100_000_002},
        "budget_proposed_total_is_with_the_loan", "proposed_with_loan_eur",
    ),
    "the_total_recommended_is_with_the_loan": (
        make.make_budget, {"recommended_eur": 100_000_000, "host_state_loan_eur": 1, "recommended_with_loan_eur": 100_000_002},
        "budget_recommended_total_is_with_the_loan", "recommended_with_loan_eur",
    ),
    "the_total_approved_is_with_the_loan": (
        make.make_budget, {"host_state_loan_eur": 1, "approved_with_loan_eur": 150_000_000}, "budget_approved_total_is_with_the_loan",
        "approved_with_loan_eur",
    ),
    "a_budget_is_in_euros_not_thousands": (
        make.make_budget, {"recommended_eur": 141_600}, "budget_is_in_euros_not_thousands", "recommended_eur",
    ),
    "a_budget_line_is_in_euros_not_thousands": (
        make.make_budget_line, {"approved_eur": 47_382}, "budget_line_is_in_euros_not_thousands", "approved_eur",
    ),
    "a_budget_line_has_an_amount": (make.make_budget_line, {"approved_eur": None}, "budget_line_has_an_amount", "approved_eur"),
    "an_amount_stands_as_of_a_day": (make.make_financial_position, {"as_of": ""}, "position_has_its_day", "as_of"),
    "a_contribution_is_of_a_year_of_the_court": (make.make_contribution, {"year": 2001}, "contribution_has_its_year", "year"),
    "a_contribution_says_something": (make.make_contribution, {"assessed_eur": None}, "contribution_says_something", "outstanding_eur"),
    "what_is_outstanding_is_so_on_a_day": (make.make_contribution, {"outstanding_eur": 1}, "contribution_outstanding_has_its_day", "as_of"),
    "no_more_is_outstanding_than_was_assessed": (
        make.make_contribution, {"outstanding_eur": 100_001, "as_of": "2015-12-31"}, "contribution_outstanding_is_of_the_assessed",
        "outstanding_eur",
    ),
    "a_vote_is_lost_as_of_a_day": (make.make_voting_right, {"as_of": ""}, "voting_right_has_its_day", "as_of"),
    "an_amount_has_its_currency": (
        make.make_voluntary_contribution, {"currency": ""}, "voluntary_contribution_amount_has_its_unit", "currency",
    ),
    "a_currency_has_its_amount": (
        make.make_voluntary_contribution, {"amount": None}, "voluntary_contribution_amount_has_its_unit", "currency",
    ),
    "a_currency_is_a_code": (
        make.make_voluntary_contribution, {"currency": "eur"}, "voluntary_contribution_amount_has_its_unit", "currency",
    ),
    "a_gift_is_of_one_donor": (make.make_voluntary_contribution, {"donor": "A foundation"}, "voluntary_contribution_is_of_one_donor", "donor"),
    "an_act_on_complementarity_has_its_day": (make.make_complementarity_act, {"occurred_on": ""}, "complementarity_has_its_day", "occurred_on"),
}  # fmt: skip
ONCE = {
    "a_number_of_a_session_is_given_once": (make.make_session, ("number",), "session_number_is_given_once", "number"),
    "a_number_of_a_decision_is_given_once": (make.make_decision, ("number",), "decision_number_is_given_once", "number"),
    "a_candidate_stands_once_in_an_election": (make.make_candidate, ("election", "name"), "candidate_stands_once", "name"),
    "a_programme_has_one_line_in_a_budget": (make.make_budget_line, ("budget", "programme"), "budget_line_of_a_programme_once", "programme"),
}


@pytest.mark.parametrize(("maker", "values", "constraint", "place"), PROMISES.values(), ids=PROMISES)
def test_the_database_holds_that(maker, values, constraint, place):
    database_refuses(maker, values, constraint)


@pytest.mark.parametrize(("maker", "values", "constraint", "place"), PROMISES.values(), ids=PROMISES)
def test_the_form_says_in_words_that(maker, values, constraint, place):
    form_refuses(maker, values, constraint, place)


@pytest.mark.parametrize(("maker", "names", "constraint", "place"), ONCE.values(), ids=ONCE)
def test_it_is_refused_twice_that(maker, names, constraint, place):
    first, second = maker(), maker()
    same = {name: getattr(first, name) for name in names}
    with refused(constraint):
        maker(**same)
    for name, value in same.items():
        setattr(second, name, value)
    assert sentence_of(second, constraint) in words_of_form(second)
    assert place_of_constraint(constraint, second) == place


# Terms


@pytest.mark.parametrize("office", OF_ONE_HOLDER)
def test_a_term_that_overlaps_another_in_an_office_of_one_holder_is_refused(office):
    make.make_term(office=office, since="1990-03-11", until="1993-03-11")
    with refused("term_of_one_office_does_not_overlap"):
        make.make_term(office=office, since="1993-03-10", until="1996-03-11")


def test_the_overlap_is_said_in_words():
    make.make_term(office="prosecutor", since="1990-03-11", until="1993-03-11")
    later = make.make_term(office="prosecutor", since="1993-03-11", until="1996-03-11")
    later.since = "1993-03-10"
    assert words_of_form(later) == "Somebody else holds this office in that period: only one person can."


@pytest.mark.parametrize(
    ("since", "until"), [("1993-03-11", "1996-03-11"), ("1993-03", "1994"), ("1993", "1994"), ("1987-03-11", "1990-03-11"), ("1987", "1990")]
)
def test_terms_that_follow_one_another_may_meet(since, until):
    make.make_term(office="registrar", since="1990-03-11", until="1993-03-11")
    make.make_term(office="registrar", since=since, until=until)
    connection.check_constraints()


def test_a_term_without_an_end_holds_the_office():
    make.make_term(office="oversight_head", since="2101-01-01", until="")
    with refused("term_of_one_office_does_not_overlap"):
        make.make_term(office="oversight_head", since="2150-01-01", until="")


def test_judges_serve_side_by_side():
    make.make_term(office="judge"), make.make_term(office="judge")
    connection.check_constraints()


def test_a_person_is_in_an_office_once_at_a_time():
    judge = make.make_official()
    make.make_term(official=judge, since="1990-03-11", until="1999-03-11")
    with refused("term_of_one_person_does_not_overlap"):
        make.make_term(official=judge, since="1999-03-10", until="2000")


def test_a_retracted_term_leaves_the_office_free():
    term = make.made_public(make.make_term(office="registrar", since="1990-03-11", until="1993-03-11"))
    workflow.retract(term, by=make.make_reviewer(), reason="A mistake.")
    make.make_term(office="registrar", since="1990-03-11", until="1993-03-11")
    connection.check_constraints()


# Votes by ballot


@pytest.fixture
def candidate():
    election = make.make_election(rounds=3, parties_voting=["112", "?", "110"])
    return make.make_candidate(election=election, votes=["75", "120", "?"], elected_in_round=1)


def test_a_candidate_has_no_more_votes_than_were_cast(candidate):
    with refused("candidate_votes_fit_those_voting", "A candidate has more votes in a ballot"):
        Candidate.objects.filter(pk=candidate.pk).update(votes=["75", "?", "111"])


def test_a_candidate_beyond_those_voting_is_refused_in_words(candidate):
    candidate.votes = ["113", "?", "111"]
    assert words_of_form(candidate) == (
        "Ballot 1: 113 votes, where 112 States Parties were present and voting. "
        "Ballot 3: 111 votes, where 110 States Parties were present and voting."
    )


def test_those_voting_are_no_fewer_than_the_votes_of_a_candidate(candidate):
    with refused("candidate_votes_fit_those_voting", "A candidate has more votes in a ballot"):
        Election.objects.filter(pk=candidate.election_id).update(parties_voting=["74", "?", "110"])


def test_a_count_lowered_below_the_votes_is_refused_in_words(candidate):
    candidate.election.parties_voting = ["74", "119", "110"]
    assert words_of_form(candidate.election) == (
        f"Ballot 1: {candidate.name} has 75 votes, more than the 74 present and voting. "
        f"Ballot 2: {candidate.name} has 120 votes, more than the 119 present and voting."
    )


@pytest.mark.parametrize("counts", [["many"], ["1.5"], ["-1"], ["1", "two"]])
def test_counts_are_whole_numbers_or_not_published(candidate, counts):
    with refused("ballot_counts_are_numbers", "A whole number for each ballot"):
        Candidate.objects.filter(pk=candidate.pk).update(votes=counts)
    with refused("ballot_counts_are_numbers", "A whole number for each ballot"):
        Election.objects.filter(pk=candidate.election_id).update(parties_voting=counts, rounds=None)


def test_a_count_that_is_none_is_refused_in_words(candidate):
    candidate.votes = ["many"]
    with pytest.raises(ValidationError) as error:
        candidate.full_clean()
    assert "A whole number for each ballot, or ? where it was not published." in str(error.value)


# Budgets


def test_a_budget_has_a_year():
    with pytest.raises(IntegrityError, match='null value in column "year"'), transaction.atomic():
        make.make_budget(year=None)


def test_a_year_has_one_budget():
    budget = make.make_budget()
    with refused("assembly_budget_year_key"):
        make.make_budget(year=budget.year)
