"""What holds of stages for any events and warrants."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cases.stage import ARTICLE_70, NOT_WANTED, STAGES, STEPS, Event, Warrant, at_large, stage, turning_days

CORE = "core"
ONE_DAY = timedelta(days=1)
days = st.dates(date(2020, 1, 1), date(2020, 2, 10))  # few days, so that they meet
kinds = st.sampled_from([kind for kind in STEPS if kind not in ("warrant", "summons", "warrant_ended")])
reasons = st.sampled_from(
    (
        "executed",
        "appeared",
        "withdrawn",
        "vacated",
        "replaced",
        "death",
        "inadmissible",
        "charges_not_confirmed",
        "proceedings_terminated",
    )
)


def events_of(*case_kinds):
    return st.lists(st.builds(Event, kinds, days, st.sampled_from(case_kinds)), max_size=6).map(tuple)


def warrants_of(*case_kinds):
    one = st.builds(
        Warrant,
        kind=st.sampled_from(("arrest", "summons")),
        issued_on=days,
        unsealed_on=st.none() | days,
        ended_on=st.none() | days,
        end_reason=reasons,
        case_kind=st.sampled_from(case_kinds),
    )
    return st.lists(one.filter(lambda w: not w.ended_on or w.ended_on >= w.issued_on), max_size=3).map(tuple)


both_events, both_warrants = events_of(CORE, ARTICLE_70), warrants_of(CORE, ARTICLE_70)


@given(both_events, both_warrants, days)
def test_the_stage_is_one_of_the_words(events, warrants, on):
    assert stage(events, warrants, on) in STAGES


@given(both_warrants, both_events, days)
def test_at_large_means_a_public_warrant_of_arrest_in_force_and_no_surrender_since(warrants, events, on):
    if not at_large(warrants, events, on):
        return
    standing = [
        w for w in warrants if w.kind == "arrest" and w.unsealed_on and max(w.issued_on, w.unsealed_on) <= on and (not w.ended_on or on < w.ended_on)
    ]
    assert standing
    surrenders = [e.on for e in events if e.kind == "surrendered" and e.on <= on]
    assert any(all(surrender < w.issued_on for surrender in surrenders) for w in standing)


@given(both_warrants, both_events, days)
def test_under_one_warrant_at_large_implies_no_surrender_before(warrants, events, on):
    earliest = [w for w in warrants if all(e.on >= w.issued_on for e in events if e.kind == "surrendered")]
    if at_large(earliest, events, on):
        assert not [e for e in events if e.kind == "surrendered" and e.on <= on]


@given(both_warrants, both_events, days)
def test_nobody_dead_is_at_large(warrants, events, on):
    if any(e.kind == "died" and e.on <= on for e in events):
        assert not at_large(warrants, events, on)


@given(warrants_of(CORE), events_of(CORE), days)
def test_nobody_whose_case_is_over_is_at_large(warrants, events, on):
    if stage(events, warrants, on) in NOT_WANTED:
        assert not at_large(warrants, events, on)


@given(warrants_of(CORE), events_of(CORE), days)
def test_whom_the_stage_calls_suspect_at_large_is_at_large(warrants, events, on):
    if stage(events, warrants, on) == "suspect_at_large":
        assert at_large(warrants, events, on)


@given(both_events, both_warrants, days)
def test_an_arrest_by_a_state_does_not_end_being_at_large(events, warrants, on):
    if at_large(warrants, events, on):
        assert at_large(warrants, (*events, Event("arrested", on)), on)


@given(st.data(), both_events, both_warrants, days)
def test_the_order_of_the_rows_does_not_matter(data, events, warrants, on):
    shuffled = data.draw(st.permutations(events)), data.draw(st.permutations(warrants))
    assert stage(*shuffled, on) == stage(events, warrants, on)
    assert at_large(shuffled[1], shuffled[0], on) == at_large(warrants, events, on)


@given(both_events, both_warrants, days)
def test_what_happens_later_changes_no_earlier_day(events, warrants, on):
    past = [e for e in events if e.on <= on]
    assert stage(past, warrants, on) == stage(events, warrants, on)
    assert at_large(warrants, past, on) == at_large(warrants, events, on)


@given(both_events, both_warrants, days)
def test_nothing_changes_between_turning_days(events, warrants, on):
    if on not in turning_days(events, warrants):
        eve = on - ONE_DAY
        assert stage(events, warrants, on) == stage(events, warrants, eve)
        assert at_large(warrants, events, on) == at_large(warrants, events, eve)


@given(events_of(CORE), events_of(ARTICLE_70), warrants_of(CORE), days)
def test_an_article_70_case_never_moves_the_core_stage(events, others, warrants, on):
    """Save that a death, and custody of the Court, are the person's, not the case's."""
    personal = (
        "died",
        "death_reported",
        "arrested",
        "released_by_state",
        "surrendered",
        "first_appearance",
        "released",
    )
    apart = tuple(e for e in others if e.kind not in personal)
    assert stage((*events, *apart), warrants, on) == stage(events, warrants, on)


@given(events_of(CORE), days)
def test_without_charges_confirmed_or_a_trial_nobody_is_accused(events, on):
    words = ("charges_confirmed", "charges_confirmed_in_absence", "trial_opened")
    warrants = (Warrant("arrest", date(2020, 1, 1), date(2020, 1, 1)),)
    if not any(e.kind in words for e in events):
        assert not stage(events, warrants, on).startswith("accused")


@given(events_of(CORE), warrants_of(CORE), days)
def test_nobody_is_called_convicted_without_a_conviction(events, warrants, on):
    past = {e.kind for e in events if e.on <= on}
    word = stage(events, warrants, on)
    assert not word.startswith("convicted") or "convicted" in past
    assert word != "convicted_final" or "conviction_confirmed" in past
    assert word != "sentence_served" or "convicted" in past
