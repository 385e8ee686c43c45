"""Where persons stood, as stored, is what the plain rule computes: every person of the record, on every drawn day."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases import stage
from cases.derived import event_value, warrant_value
from cases.models import CaseEvent, Person, Stage, Standing, Warrant

pytestmark = pytest.mark.django_db

DAYS = st.dates(min_value=date(2002, 7, 1), max_value=date(2027, 12, 31))
ON_THE_RECORD = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def lives():
    """{primary key: (warrants, events)} of every person, as plain values."""
    found = {pk: ([], []) for pk in Person.objects.public().values_list("pk", flat=True)}
    for warrant in Warrant.objects.public().select_related("case"):
        found[warrant.person_id][0].append(warrant_value(warrant))
    for event in CaseEvent.objects.public().exclude(occurred_on="").select_related("case"):
        found[event.person_id][1].append(event_value(event))
    return found


def days_around_turns(warrants, events):
    """The days on which something happened to a person, those before and those after."""
    turns = [day for day in stage.turning_days(events, warrants) if day < date(9999, 1, 1)]
    return {day + timedelta(days=shift) for day in turns for shift in (-1, 0, 1)}


def stage_of(warrants, events, day):
    """That of the core case; of the article 70 case where there is no other."""
    return stage.stage(events, warrants, day) or stage.stage(events, warrants, day, case_kind=stage.ARTICLE_70)


def stored(day):
    return {
        pk: (told or "", wanted or False) for pk, told, wanted in Person.objects.public().with_standing(on=day).values_list("pk", "stage", "at_large")
    }


def computed(lives, day):
    return {pk: (stage_of(*life, day), stage.at_large(*life, day)) for pk, life in lives.items()}


@ON_THE_RECORD
@given(day=DAYS)
def test_stage_and_at_large_are_those_of_the_rule_on_any_day(lives, day):
    assert stored(day) == computed(lives, day)


def test_stage_and_at_large_are_those_of_the_rule_around_every_turn_of_a_life(lives):
    wrong = []
    for pk, (warrants, events) in lives.items():
        periods = Standing.objects.filter(person=pk).values_list("since", "until", "stage", "at_large")
        for day in days_around_turns(warrants, events):
            told = next((words for since, until, *words in periods if since <= day and (until is None or day < until)), ["", False])
            if told != [stage_of(warrants, events, day), stage.at_large(warrants, events, day)]:
                wrong.append((pk, day, told))
    assert not wrong


@ON_THE_RECORD
@given(day=DAYS)
def test_persons_at_large_are_those_of_the_rule_on_any_day(lives, day):
    wanted = {pk for pk, (warrants, events) in lives.items() if stage.at_large(warrants, events, day)}
    assert set(Person.objects.public().at_large(on=day).values_list("pk", flat=True)) == wanted


@ON_THE_RECORD
@given(day=DAYS)
def test_warrants_in_force_are_those_of_the_rule_on_any_day(lives, day):
    in_force = Warrant.objects.public().in_force(on=day).values_list("slug", flat=True)
    plain = {w.slug for w in Warrant.objects.public().select_related("case") if w.kind == "arrest" and warrant_value(w).in_force(day)}
    assert set(in_force) == plain


def test_every_stage_of_the_rule_has_a_word():
    assert {code for code in stage.STAGES if code} == set(Stage.values)


@pytest.mark.parametrize(
    ("person", "on", "told", "at_large"),
    [
        ("joseph-kony", "2026-11-24", "accused_at_large", True),
        ("abdallah-banda", "2026-11-24", "accused_at_large", True),
        ("vladimir-putin", "2022-12-31", "", False),
        ("vladimir-putin", "2023-03-17", "suspect_at_large", True),
        ("benjamin-netanyahu", "2026-11-24", "suspect_at_large", True),
        ("omar-al-bashir", "2026-11-24", "suspect_at_large", True),
        ("osama-elmasry-njeem", "2025-01-20", "suspect_in_custody_of_state", False),
        ("rodrigo-duterte", "2025-03-13", "suspect_in_custody", False),
        ("rodrigo-duterte", "2026-11-24", "accused", False),
        ("laurent-gbagbo", "2026-11-24", "acquitted_final", False),
        ("jean-pierre-bemba", "2018-06-08", "acquitted_final", False),
        ("uhuru-kenyatta", "2026-11-24", "charges_withdrawn", False),
        ("william-ruto", "2026-11-24", "terminated", False),
        ("thomas-lubanga", "2026-11-24", "sentence_served", False),
        ("saif-al-islam-gaddafi", "2026-11-24", "deceased", False),
    ],
)
def test_persons_stand_where_the_record_says(person, on, told, at_large):
    found = Person.objects.with_standing(on=date.fromisoformat(on)).get(slug=person)
    assert (found.stage or "", found.at_large or False) == (told, at_large)
