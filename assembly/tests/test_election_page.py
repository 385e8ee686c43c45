"""The page of an election: votes ballot by ballot against the majority, seats, terms; of one to come, the terms that end."""

from datetime import date

import pytest

from assembly.models import Election
from assembly.panels.elections import election_standfirst, result
from conftest import TODAY
from record import day
from record.day import today
from record.tests.factories import made_public, make_candidate, make_election, make_official, make_state, make_term
from tests import loaded as test_database

pytestmark = pytest.mark.django_db


def panel(election):
    """What the page computes of the election."""
    return result(election, today())


def html(client, election):
    return client.get(election.get_absolute_url()).content.decode()


def numbers(counts):
    return [count.number for count in counts]


def lines(shown):
    return {str(label): words for label, words in shown["lines"]}


ELECTIONS = {
    "three ballots": (
        {"rounds": 4, "parties_voting": ["119", "122", "?", "?"], "seats": 3},
        {"name": "A", "votes": ["70", "?", "90"], "elected_in_round": 3},
        {"name": "B", "votes": ["80"], "elected_in_round": 1},
        {"name": "C", "votes": ["84"], "elected_in_round": 1},
    ),
    "nobody counted": ({"rounds": 20}, {"outcome": "not_elected"}),
    "one voted": ({"rounds": 1}, {"votes": ["82"]}),
    "twelve ballots": ({"rounds": 12}, {"votes": ["1"] * 12}),
    "many ballots": ({"rounds": 33}, {"votes": ["1"] * 33}),
    "prosecutor of 2021": ({"office": "prosecutor", "held_on": "2021-02-12"}, {"votes": ["59", "72"], "elected_in_round": 2}),
    "prosecutor of 2025": ({"office": "prosecutor", "held_on": "2025-12-03"}, {"votes": ["59", "72"], "elected_in_round": 2}),
    "over the new year": ({"office": "prosecutor", "held_on": "2024-12-30", "ended_on": "2025-01-02"}, {}),
    "registrar": ({"office": "registrar", "elector": "judges"}, {}),
    "committee": ({"office": "budget_committee_member", "parties_voting": ["81"]}, {"votes": ["81"]}),
    "all seats": ({"seats": 2}, {"name": "A"}, {"name": "B"}, {"name": "C", "outcome": "not_elected"}),
    "a seat left": ({"seats": 3}, {"name": "A"}, {"name": "B"}),
    "seats unknown": ({"seats": None}, {"name": "A"}, {"name": "B"}),
    "seven": ({"seats": 7}, *({"name": name} for name in "ABCDEFG")),
    "outcome unknown": ({}, {"outcome": ""}),
    "withdrew": ({"rounds": 2}, {"name": "A", "outcome": "withdrew", "votes": ["12"]}, {"name": "B", "outcome": "not_elected", "votes": ["10", "9"]}),
    "scheduled": ({"office": "nominations_committee_member", "held": "scheduled", "held_on": "2030-12", "seats": 9},),
    "nominated": ({"office": "oversight_head", "held": "scheduled", "held_on": "2030-12"}, {"name": "Somebody", "outcome": ""}),
    "late": ({"office": "nominations_committee_member", "held": "scheduled", "held_on": "2025-12"},),
}  # fmt: skip


class Scene:
    """Elections by name, with terms of the Advisory Committee that end around the one scheduled, and some that follow."""

    def __init__(self):
        entries = []
        for place, (name, (values, *candidates)) in enumerate(ELECTIONS.items()):
            held = make_election(**{"held_on": f"2021-11-{place + 1:02}", "session": None, **values})
            entries += [held, *(make_candidate(election=held, **own) for own in candidates)]
            setattr(self, name.replace(" ", "_"), held)
        periods = [("2027-12-09", "2030-12-09"), ("2027-12-09", "2031-03-11"), ("2030-01-01", "2033-01-01"), ("2027-12-09", "2030-11-30")]
        self.committee_terms = [make_term(office="nominations_committee_member", since=since, until=until) for since, until in periods]
        self.followed, self.state, official = make_election(session=None, held_on="2021-11-29"), make_state(), make_official()
        self.judge = make_term(official=official, election=self.followed, since="2022-03-11", until="2031-03-11")
        self.seat = make_term(state=self.state, office="bureau_member", election=self.followed, since="2022-01-01", until="2025-01-01")
        self.other = make_term(election=self.followed, since="2022-03-11", until="2031-03-11")
        stood = [{"official": official}, {"name": str(self.state), "nominated_by": self.state}]
        entries += [make_candidate(election=self.followed, **own) for own in stood]
        made_public(*entries, *self.committee_terms, self.judge, self.seat, self.other)


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), test_database.undone(), day.pinned(TODAY):
        yield Scene()


# Ballots


def test_the_votes_stand_by_ballot_and_end_with_the_election(scene):
    row = panel(scene.three_ballots)["rows"][-1]
    assert numbers(row.counts) == [70, None, 90, None]
    assert [count.stood for count in row.counts] == [True, True, True, False]
    assert [count.ballot for count in row.counts if count.elected] == [3]


def test_those_elected_stand_by_ballot_and_within_it_by_votes(scene):
    assert [str(row.candidate) for row in panel(scene.three_ballots)["rows"]] == ["C", "B", "A"]


def test_the_majority_of_judges_is_computed_ballot_by_ballot_from_those_voting(scene):
    heads = dict(panel(scene.three_ballots)["heads"])
    assert numbers(heads["Majority required"]) == [80, 82, None, None]


def test_without_those_voting_no_majority_of_judges_is_shown(scene):
    assert panel(scene.one_voted)["heads"] == []


@pytest.mark.parametrize(("name", "parties", "needed"), [("prosecutor_of_2021", 123, 62), ("prosecutor_of_2025", 125, 63)])
def test_the_majority_of_the_prosecutor_is_that_of_the_parties_of_the_day(scene, name, parties, needed):
    shown = panel(getattr(scene, name))
    assert numbers(dict(shown["heads"])["Majority required"]) == [needed, needed]
    assert lines(shown)["Majority"] == f"An absolute majority of all {parties} States Parties, {needed} votes (article 42(4))."


def test_where_the_number_of_parties_changed_between_first_and_last_day_none_is_given(scene):
    expected = {"Seats filled": "1 of 1", "Majority": "An absolute majority of all States Parties (article 42(4))."}
    assert lines(panel(scene.over_the_new_year)) == expected


def test_the_judges_elect_by_their_own_majority(scene):
    assert lines(panel(scene.registrar)) == {"Seats filled": "1 of 1", "Majority": "An absolute majority of the judges (article 43(4))."}


def test_for_an_office_without_an_article_of_its_own_no_number_is_claimed(scene):
    shown = panel(scene.committee)
    assert "The Statute fixes none for this office." in lines(shown)["Majority"]
    assert "Majority required" not in dict(shown["heads"])


@pytest.mark.parametrize(("name", "folded"), [("twelve_ballots", False), ("many_ballots", True)])
def test_more_ballots_than_stand_side_by_side_are_folded(client, scene, name, folded):
    assert ("ballots--many" in html(client, getattr(scene, name))) is folded


def test_of_whom_no_count_is_known_it_is_said_once(client, scene):
    assert html(client, scene.nobody_counted).count("Not found") == 1


# Seats, and who withdrew


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("all_seats", "2 of 2"),
        ("a_seat_left", "2 of 3 on record as filled"),
        ("seats_unknown", "2 on record; how many were to be filled was not found."),
    ],
)
def test_seats_filled_are_counted_against_those_to_be_filled(scene, name, said):
    assert lines(panel(getattr(scene, name)))["Seats filled"] == said


def test_who_withdrew_comes_last_and_stood_no_more_after_the_last_vote(scene):
    other, withdrew = panel(scene.withdrew)["rows"]
    assert str(withdrew.candidate) == "A"
    assert [count.stood for count in withdrew.counts] == [True, False]
    assert [count.stood for count in other.counts] == [True, True]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("all_seats", "Elected: A, B."),
        ("seven", "7 elected."),
        ("outcome_unknown", "Held on 15 November 2021; who was elected was not found."),
        ("scheduled", "Scheduled for December 2030."),
    ],
)
def test_first_of_all_it_is_said_who_was_elected(scene, name, said):
    assert election_standfirst(getattr(scene, name), TODAY).replace("\xa0", " ") == said


# Terms


def test_the_term_that_follows_stands_beside_who_was_elected_and_nowhere_else(client, scene):
    assert scene.judge in [term for row in panel(scene.followed)["rows"] for term in row.terms]
    assert html(client, scene.followed).count(f'href="{scene.judge.get_absolute_url()}"') == 1


def test_the_seat_of_a_state_follows_from_the_election_of_that_state(scene):
    row = next(row for row in panel(scene.followed)["rows"] if row.candidate.nominated_by == scene.state)
    assert row.terms == [scene.seat]


def test_a_term_of_nobody_among_the_candidates_is_shown_too(scene):
    assert panel(scene.followed)["other_terms"] == [scene.other]


# To come


def test_an_election_to_come_names_the_terms_that_end_with_it_or_within_a_year(scene):
    assert panel(scene.scheduled)["ending"] == scene.committee_terms[:2]


def test_an_election_to_come_has_no_result_and_no_seat_filled(client, scene):
    page = html(client, scene.scheduled)
    assert "there is no result yet" in page
    assert "No candidate is on record so far." in page
    assert "Seats filled" not in page


def test_who_is_nominated_is_on_record_before_the_election(client, scene):
    page = html(client, scene.nominated)
    table = page[page.index("Candidates on record so far") :]
    assert "Somebody" in table
    assert "Not known" not in table[: table.index("</table>")]


def test_an_election_whose_day_is_past_is_not_taken_to_have_been_held(client, scene):
    assert "Whether it was held is not on record." in html(client, scene.late)


def test_on_the_record_six_terms_of_judges_end_with_the_election_of_december_2026():
    ending = panel(Election.objects.get(slug="judge-2026-12"))["ending"]
    assert [term.until_earliest for term in ending] == [date(2027, 3, 11)] * 6
