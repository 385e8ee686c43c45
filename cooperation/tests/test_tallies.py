"""Published numbers beside ours: what each tally counts, when two numbers agree, and what the methodology page says of them."""

from datetime import date

import pytest

from cases.models import Situation
from cooperation.models import TotalOf
from cooperation.tallies import TALLIES, YEARLY, Compared, compared, years
from record.day import today
from record.invariants import reading_once
from record.tests import factories as make

pytestmark = pytest.mark.django_db

DAY = date(2020, 12, 31)


def count(measure, day=DAY):
    with reading_once():
        return TALLIES[measure].count(day)


def grown(measure, *entries, day=DAY):
    """By how much the count grows when these become public."""
    before = count(measure, day)
    make.made_public(*entries)
    return count(measure, day) - before


def test_a_warrant_counts_from_the_day_on_which_it_was_public():
    warrant = make.make_warrant(issued_on="2020-01-01", unsealed_on="2021-06-01")
    assert grown(TotalOf.WARRANTS_ISSUED, warrant) == 0
    assert count(TotalOf.WARRANTS_ISSUED, date(2021, 6, 1)) - count(TotalOf.WARRANTS_ISSUED, date(2021, 5, 31)) >= 1


def test_two_warrants_against_one_person_are_two_warrants_and_one_person():
    person = make.make_person()
    two = [make.make_warrant(person=person, issued_on=day, unsealed_on=day) for day in ("2019-01-01", "2020-01-01")]
    before = count(TotalOf.PERSONS_SOUGHT)
    assert grown(TotalOf.WARRANTS_ISSUED, *two) == 2
    assert count(TotalOf.PERSONS_SOUGHT) - before == 1


def test_a_summons_is_no_warrant():
    summons = make.make_warrant(kind="summons", issued_on="2020-01-01", unsealed_on="2020-01-01")
    before = count(TotalOf.WARRANTS_ISSUED)
    assert grown(TotalOf.SUMMONSES_ISSUED, summons) == 1
    assert count(TotalOf.WARRANTS_ISSUED) == before


@pytest.mark.parametrize(
    ("kind", "measure"),
    [
        ("surrendered", TotalOf.PERSONS_SURRENDERED),
        ("convicted", TotalOf.PERSONS_CONVICTED),
        ("acquitted", TotalOf.PERSONS_ACQUITTED),
        ("conviction_reversed", TotalOf.PERSONS_ACQUITTED),
    ],
)
def test_persons_count_once_whatever_the_number_of_events(kind, measure):
    person = make.make_person()
    two = [make.make_case_event(person=person, kind=kind, occurred_on=day) for day in ("2019-01-01", "2020-01-01")]
    assert grown(measure, *two) == 1


@pytest.mark.parametrize(("outcome", "more"), [("found", 1), ("informed", 0), ("not_found", 0), ("refused", 0)])
def test_only_a_decision_that_a_state_failed_is_a_finding(outcome, more):
    assert grown(TotalOf.FINDINGS, make.make_finding(outcome=outcome, decided_on="2020-02-02")) == more


def test_an_investigation_counts_from_its_opening_on():
    assert grown(TotalOf.INVESTIGATIONS, make.make_situation(investigation_opened_on="2020-03")) == 1
    assert count(TotalOf.INVESTIGATIONS, date(2002, 7, 1)) == 0


def total(**values):
    return make.make_published_total(**values)


@pytest.mark.parametrize(
    ("ours", "explained", "agrees"), [(123, None, True), (125, 2, True), (125, None, False), (121, 2, False), (121, -2, True), (None, None, True)]
)
def test_numbers_agree_where_the_difference_is_the_one_explained(ours, explained, agrees):
    because = "It counts otherwise." if explained else ""
    assert Compared(total(figure=123, explained=explained, because=because), ours).agrees is agrees


def test_what_this_record_does_not_count_is_compared_with_nothing():
    assert compared(total(measure="visits")).ours is None


def test_every_tally_is_of_a_total_and_says_what_it_counts():
    assert set(TALLIES) <= set(TotalOf)
    assert all(str(tally.words).endswith(".") for tally in TALLIES.values())


def test_the_years_go_from_the_entry_into_force_to_this_one_and_add_up():
    with reading_once():
        _heads, rows = years()
        now = [TALLIES[measure].count(today()) for measure, _label, _flow in YEARLY]
    assert [row[0] for row in rows] == list(range(2002, today().year + 1))
    for place, (_measure, label, flow) in enumerate(YEARLY):
        counts = [row[1][place] for row in rows]
        assert (sum(counts) if flow else counts[-1]) == now[place], label


def test_the_page_shows_the_number_ours_and_the_reason(client):
    made = total(as_of="2020-06-30", figure=99, explained=count(TotalOf.STATES_PARTIES, date(2020, 6, 30)) - 99, because="It counts deposits.")
    make.made_public(made)
    page = client.get("/methodology/").content.decode()
    assert f'<a href="{made.get_absolute_url()}">' in page
    assert "It counts deposits." in page


def test_a_difference_that_nobody_explained_is_said_to_be_one(client):
    made = total(as_of="2020-06-30", figure=9999)
    make.made_public(made)
    page = client.get("/methodology/").content.decode()
    row = page[page.index(f'<a href="{made.get_absolute_url()}">') :].split("</tr>")[0]
    assert "Not explained" in row


def test_a_situation_has_its_opening_in_the_record():
    assert Situation.objects.public().exclude(investigation_opened_on="").exists()
