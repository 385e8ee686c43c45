"""What holds for every history of a State, however its rows are ordered."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.membership import ACTIONS, DEPOSITS, Action, entry_into_force, known_by, party, pending_until, periods, status, withdrawal_effective
from states.obligation import BASES, HOST_BOUND, Duty, Situation, bound, host_bound
from states.tests.histories import DUTIES, HISTORIES, SITUATIONS

ONE_DAY = timedelta(days=1)
days = st.dates(date(1998, 7, 17), date(2035, 12, 31))
later_deposits = st.dates(date(2002, 4, 12), date(2035, 12, 31))
actions = st.builds(
    Action,
    kind=st.sampled_from(ACTIONS),
    effected_on=days,
    takes_effect_on=st.none() | days,
    made_public_on=st.none() | days,
    key=st.uuids().map(str),
)
histories = st.lists(actions, max_size=8).map(tuple)
duties = st.builds(
    Duty,
    state=st.sampled_from(("AAA", "BBB")),
    situation=st.sampled_from((None, "one", "two")),
    basis=st.sampled_from(("unsc", "art12_3", "agreement")),
    since=days,
    contested=st.sampled_from(("", "by a minister")),
)
situations = st.builds(
    Situation,
    slug=st.sampled_from(("one", "two", "three")),
    states=st.sampled_from(((), ("AAA",), ("BBB",))),
    began_on=st.none() | days,
    examined_from=st.none() | days,
)
# A State that deposits once, then gives notice and takes it back, in turn.
lives = st.tuples(st.sampled_from(DEPOSITS), st.lists(later_deposits, min_size=1, max_size=6, unique=True)).map(
    lambda life: tuple(
        Action(kind, on) for kind, on in zip((life[0], *("withdrawal_notified", "withdrawal_rescinded") * 3), sorted(life[1]), strict=False)
    )
)


@given(later_deposits)
def test_entry_into_force_is_a_first_61_to_91_days_after_deposit(deposit):
    since = entry_into_force(deposit)
    assert since.day == 1
    assert 60 < (since - deposit).days <= 91


@given(later_deposits, later_deposits)
def test_who_deposits_later_joins_no_earlier(one, other):
    assert entry_into_force(min(one, other)) <= entry_into_force(max(one, other))


@given(days, st.none() | days)
def test_a_withdrawal_takes_a_year_or_more(received, later):
    effective = withdrawal_effective(received, later)
    assert (effective - received).days >= 365
    assert effective == later or (effective - received).days <= 366


@given(histories)
def test_membership_never_begins_before_deposit_save_succession(history):
    successions = {a.effected_on for a in history if a.kind == "succession"}
    for period in periods(history):
        if period.deposited_on:
            assert period.since > period.deposited_on
        else:
            assert period.since in successions


@given(histories)
def test_periods_are_half_open_and_never_overlap(history):
    found = periods(history)
    for period in found:
        assert party(history, period.since)
        if period.until:
            assert period.since < period.until
            assert party(history, period.until - ONE_DAY)
            assert not period.covers(period.until)
    for earlier, later in pairwise(found):
        assert earlier.until
        assert earlier.until <= later.since


@given(histories)
def test_a_period_ends_only_by_a_notice_a_year_before(history):
    notices = {a.effected_on for a in history if a.kind == "withdrawal_notified"}
    for period in periods(history):
        assert (period.until is None) == (period.withdrawal_notified_on is None)
        if period.until:
            assert period.withdrawal_notified_on in notices
            assert (period.until - period.withdrawal_notified_on).days >= 365


@given(histories.flatmap(lambda history: st.tuples(st.just(history), st.permutations(history))))
def test_the_order_of_the_rows_does_not_matter(pair):
    history, shuffled = pair
    assert periods(history) == periods(shuffled)


@given(histories, days)
def test_what_happens_later_changes_no_earlier_day(history, on):
    so_far = [a for a in history if a.effected_on <= on]
    assert party(history, on) == party(so_far, on)
    assert pending_until(history, on) == pending_until(so_far, on)


@given(histories, days, days)
def test_what_is_known_only_grows(history, one, other):
    assert set(known_by(history, min(one, other))) <= set(known_by(history, max(one, other)))


@given(lives, days)
def test_a_notice_taken_back_in_time_leaves_no_gap(life, on):
    deposit, *turns = life
    for notice, revoked in zip(turns[::2], turns[1::2], strict=False):
        if revoked.effected_on < withdrawal_effective(notice.effected_on):
            since = entry_into_force(deposit.effected_on)
            first = periods([deposit, notice, revoked])
            assert [(p.since, p.until) for p in first] == [(since, None)]
            assert party([deposit, notice, revoked], on) == (since <= on)


@given(lives, days)
def test_a_pending_end_lies_ahead_of_a_party_and_comes_unless_taken_back(life, on):
    until = pending_until(life, on)
    if until is None:
        return
    assert until > on
    assert any(a.kind == "withdrawal_notified" and a.effected_on <= on for a in life)
    taken_back = any(a.kind == "withdrawal_rescinded" and on < a.effected_on < until for a in life)
    assert taken_back or any(period.until == until for period in periods(life))


@given(histories, days)
def test_status_is_one_word_and_agrees_with_membership(history, on):
    word = status(history, on)
    assert (word == "party") == party(history, on)
    if word == "withdrawn":
        assert any(p.until and p.until <= on for p in periods(history))


@given(days)
def test_malaysia_is_a_party_on_no_day(on):
    assert status(HISTORIES["MYS"], on) == "non_party"


@given(histories, st.lists(duties, max_size=5), situations, days, st.none() | st.just("somebody"))
def test_an_answer_hangs_together(history, rows, situation, on, person):
    answer = bound("AAA", on, history, rows, situation=situation, person=person)
    host = host_bound(answer)
    assert host in HOST_BOUND
    assert (answer.bound is False) == (host == "not_bound") == (not answer.bases)
    assert (answer.bound == "disputed") == (host == "disputed")
    assert bool(answer.reasons) == (answer.bound is not True)
    assert answer.contested is None or any(b.basis in ("unsc", "art12_3", "agreement") for b in answer.bases)
    strengths = [BASES.index(b.basis) for b in answer.bases]
    assert strengths == sorted(strengths)
    for basis in answer.bases:
        assert basis.since <= on
        assert basis.until is None or on < basis.until


@given(histories, st.lists(duties, max_size=5), situations, days)
def test_a_party_is_bound_in_every_situation(history, rows, situation, on):
    if party(history, on):
        answer = bound("AAA", on, history, rows, situation=situation)
        assert (answer.bound, host_bound(answer)) == (True, "party")
        assert bound("AAA", on, history, rows).bound is True


@pytest.mark.parametrize("state", [s for s in HISTORIES if s not in ("SDN", "LBY")])
@given(on=days, slug=st.sampled_from(sorted(SITUATIONS)))
def test_no_resolution_binds_any_other_state(state, on, slug):
    answer = bound(state, on, HISTORIES[state], DUTIES, situation=SITUATIONS[slug])
    assert host_bound(answer) != "unsc"


@given(on=days, slug=st.sampled_from(sorted(SITUATIONS)))
def test_a_resolution_binds_in_its_own_situation_only(on, slug):
    for state, own in (("SDN", "darfur"), ("LBY", "libya")):
        answer = bound(state, on, HISTORIES[state], DUTIES, situation=SITUATIONS[slug])
        assert slug == own or "unsc" not in [b.basis for b in answer.bases]
