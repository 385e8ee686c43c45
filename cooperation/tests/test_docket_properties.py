"""What holds for any decisions and steps of a proceeding."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cooperation.docket import FIRST_INSTANCE, ON_APPEAL, ON_LEAVE, Decision, Step, path
from cooperation.tests.rulings import net

days = st.dates(date(2010, 1, 1), date(2026, 11, 24))
referrals = st.sampled_from(("", "asp", "unsc", "both", "none", "deferred"))
outcomes = st.sampled_from((*FIRST_INSTANCE, *ON_APPEAL, *ON_LEAVE))
rulings = st.lists(st.builds(Decision, outcomes, days, referrals, key=st.uuids().map(str)), max_size=6)
leaves = st.lists(st.builds(Decision, st.sampled_from(ON_LEAVE), days, referrals), max_size=3)
walks = st.lists(
    st.builds(Step, st.sampled_from(("occasion", "request", "transmitted", "lapsed")), st.none() | days),
    max_size=5,
)


@given(rulings, leaves)
def test_leave_to_appeal_changes_nothing(rows, asked):
    assert net(rows + asked) == net(rows)


@given(rulings, days)
def test_an_appeal_that_upholds_changes_nothing(rows, on):
    rows = [row for row in rows if row.on < on]
    upheld = [*rows, Decision("upheld", on, "none")]
    assert net(upheld) == net(rows)


@given(rulings, days)
def test_a_reversal_in_part_leaves_the_finding(rows, on):
    rows = [row for row in rows if row.on < on]
    reversed_ = [*rows, Decision("reversed_in_part", on)]
    assert net(reversed_) == (net(rows)[0], "none")


@given(rulings, days)
def test_a_remand_opens_both_limbs(rows, on):
    rows = [row for row in rows if row.on < on]
    remanded = [*rows, Decision("remanded", on, "none")]
    assert net(remanded) == ("remanded", "")


@given(st.data(), rulings)
def test_the_order_of_the_rows_does_not_matter(data, rows):
    shuffled = data.draw(st.permutations(rows))
    assert net(shuffled) == net(rows)


@given(rulings)
def test_the_net_outcome_is_one_that_a_chamber_gave(rows):
    outcome, _ = net(rows)
    assert outcome in {"", *(row.outcome for row in rows)}
    assert outcome not in (*ON_LEAVE, "upheld", "reversed_in_part")


@given(walks, rulings)
def test_the_path_loses_nothing_and_never_runs_backwards(walked, rows):
    stops = path(walked, rows)
    assert len(stops) == len(walked) + len(rows)
    assert all(stop.days is None or stop.days >= 0 for stop in stops)
    dated = [stop.entry.on for stop in stops if stop.entry.on]
    assert dated == sorted(dated)
    if dated:
        assert sum(stop.days or 0 for stop in stops) == (dated[-1] - dated[0]).days
