"""Part A of the rules: who is a State Party, from when until when."""

import random
from datetime import timedelta

import pytest

from states.membership import Period, known_by, party, pending_until, periods, signatory, status
from states.tests.histories import HISTORIES, acts, day

ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("state", "since", "until"),
    [
        pytest.param("SEN", "2002-07-01", None, id="SEN"),
        pytest.param("JOR", "2002-07-01", None, id="JOR"),
        pytest.param("COD", "2002-07-01", None, id="COD"),
        pytest.param("NER", "2002-07-01", None, id="NER-announcement-only"),
        pytest.param("BFA", "2004-07-01", None, id="BFA-announcement-only"),
        pytest.param("MLI", "2002-07-01", None, id="MLI-announcement-only"),
        pytest.param("GRC", "2002-08-01", None, id="GRC"),
        pytest.param("AUS", "2002-09-01", None, id="AUS"),
        pytest.param("HND", "2002-09-01", None, id="HND"),
        pytest.param("GMB", "2002-09-01", None, id="GMB-revoked"),
        pytest.param("ALB", "2003-05-01", None, id="ALB"),
        pytest.param("GTM", "2012-07-01", None, id="GTM"),
        pytest.param("VCT", "2003-03-01", None, id="VCT"),
        pytest.param("TCD", "2007-01-01", None, id="TCD"),
        pytest.param("VUT", "2012-02-01", None, id="VUT"),
        pytest.param("BDI", "2004-12-01", "2017-10-27", id="BDI-left"),
        pytest.param("PHL", "2011-11-01", "2019-03-17", id="PHL-left"),
        pytest.param("ZAF", "2002-07-01", None, id="ZAF-revoked"),
        pytest.param("HUN", "2002-07-01", None, id="HUN-revoked"),
        pytest.param("UKR", "2025-01-01", None, id="UKR"),
        pytest.param("ARM", "2024-02-01", None, id="ARM"),
        pytest.param("PSE", "2015-04-01", None, id="PSE"),
        pytest.param("MDV", "2011-12-01", None, id="MDV"),
        pytest.param("KIR", "2020-02-01", None, id="KIR"),
        pytest.param("COK", "2008-10-01", None, id="COK"),
        pytest.param("JPN", "2007-10-01", None, id="JPN"),
        pytest.param("MNE", "2006-06-03", None, id="MNE-succession"),
        pytest.param("CIV", "2013-05-01", None, id="CIV"),
        pytest.param("VEN", "2002-07-01", "2027-07-24", id="VEN-notified"),
    ],
)
def test_a_period_runs_from_entry_into_force_until_the_withdrawal_takes_effect(state, since, until):
    (period,) = periods(HISTORIES[state])
    assert (period.since, period.until) == (day(since), day(until) if until else None)
    assert not party(HISTORIES[state], period.since - ONE_DAY)
    assert party(HISTORIES[state], period.since)
    if period.until:
        assert party(HISTORIES[state], period.until - ONE_DAY)
        assert not party(HISTORIES[state], period.until)


@pytest.mark.parametrize(
    ("state", "on", "expected"),
    [
        pytest.param("SEN", "2002-06-30", "signatory", id="SEN-before"),
        pytest.param("GRC", "2002-07-01", "signatory", id="GRC-deposited-but-not-yet-a-Party"),
        pytest.param("GMB", "2017-11-10", "party", id="GMB-would-have-left"),
        pytest.param("GMB", "2026-11-24", "party", id="GMB-today"),
        pytest.param("BDI", "2017-10-26", "party", id="BDI-last-day"),
        pytest.param("BDI", "2017-10-27", "withdrawn", id="BDI-out"),
        pytest.param("PHL", "2019-03-16", "party", id="PHL-last-day"),
        pytest.param("PHL", "2019-03-17", "withdrawn", id="PHL-out"),
        pytest.param("ZAF", "2017-10-19", "party", id="ZAF-would-have-left"),
        pytest.param("HUN", "2025-04-03", "party", id="HUN-announced"),
        pytest.param("HUN", "2026-01-01", "party", id="HUN-pending"),
        pytest.param("HUN", "2026-05-29", "party", id="HUN-revoked"),
        pytest.param("HUN", "2026-06-02", "party", id="HUN-would-have-left"),
        pytest.param("HUN", "2026-11-24", "party", id="HUN-today"),
        pytest.param("MYS", "2019-04-28", "non_party", id="MYS-deposited"),
        pytest.param("MYS", "2019-06-01", "non_party", id="MYS-would-have-joined"),
        pytest.param("MYS", "2026-11-24", "non_party", id="MYS-today"),
        pytest.param("UKR", "2024-12-31", "signatory", id="UKR-eve"),
        pytest.param("PSE", "2015-01-02", "non_party", id="PSE-deposit"),
        pytest.param("VEN", "2026-11-24", "party", id="VEN-today"),
        pytest.param("VEN", "2027-07-23", "party", id="VEN-last-day"),
        pytest.param("VEN", "2027-07-24", "withdrawn", id="VEN-out"),
        pytest.param("NER", "2026-09-22", "party", id="NER-a-year-after-the-announcement"),
        pytest.param("USA", "2000-12-30", "non_party", id="USA-eve-of-signature"),
        pytest.param("USA", "2026-11-24", "signatory", id="USA-intent-not-to-ratify"),
        pytest.param("ISR", "2026-11-24", "signatory", id="ISR"),
        pytest.param("RUS", "2026-11-24", "signatory", id="RUS"),
        pytest.param("SDN", "2026-11-24", "signatory", id="SDN"),
        pytest.param("KGZ", "2023-10-12", "signatory", id="KGZ"),
        pytest.param("LBY", "2026-11-24", "non_party", id="LBY"),
    ],
)
def test_status_on_a_day(state, on, expected):
    assert status(HISTORIES[state], day(on)) == expected
    assert party(HISTORIES[state], day(on)) is (expected == "party")
    assert signatory(HISTORIES[state], day(on)) is (expected == "signatory")


@pytest.mark.parametrize(
    ("state", "on", "expected"),
    [
        pytest.param("HUN", "2025-06-01", None, id="HUN-announced-not-received"),
        pytest.param("HUN", "2025-06-02", "2026-06-02", id="HUN-received"),
        pytest.param("HUN", "2026-01-01", "2026-06-02", id="HUN-in-between"),
        pytest.param("HUN", "2026-05-28", "2026-06-02", id="HUN-eve-of-revocation"),
        pytest.param("HUN", "2026-05-29", None, id="HUN-revoked"),
        pytest.param("ZAF", "2017-01-01", "2017-10-19", id="ZAF"),
        pytest.param("GMB", "2017-02-10", None, id="GMB-revoked"),
        pytest.param("BDI", "2017-10-26", "2017-10-27", id="BDI-last-day"),
        pytest.param("BDI", "2017-10-27", None, id="BDI-took-effect"),
        pytest.param("VEN", "2026-07-23", None, id="VEN-eve"),
        pytest.param("VEN", "2026-11-24", "2027-07-24", id="VEN-today"),
        pytest.param("NER", "2026-11-24", None, id="NER-announced-only"),
        pytest.param("MYS", "2019-04-29", None, id="MYS"),
        pytest.param("LBY", "2026-11-24", None, id="LBY"),
    ],
)
def test_a_notice_is_pending_from_receipt_until_it_is_revoked_or_takes_effect(state, on, expected):
    assert pending_until(HISTORIES[state], day(on)) == (day(expected) if expected else None)


def test_malaysia_was_never_a_party():
    assert periods(HISTORIES["MYS"]) == ()


def test_a_signatory_is_never_a_party():
    assert periods(HISTORIES["USA"]) == periods(HISTORIES["KGZ"]) == ()


def test_a_period_tells_its_deposit_and_its_notice():
    assert periods(HISTORIES["BDI"]) == (Period(day("2004-12-01"), day("2017-10-27"), day("2004-09-21"), day("2016-10-27")),)
    assert periods(HISTORIES["HUN"]) == (Period(day("2002-07-01"), None, day("2001-11-30"), None),)


def test_a_succession_has_no_deposit_and_is_known_only_from_its_notification():
    assert periods(HISTORIES["MNE"]) == (Period(day("2006-06-03")),)
    assert not party(known_by(HISTORIES["MNE"], day("2006-10-22")), day("2006-07-01"))
    assert party(known_by(HISTORIES["MNE"], day("2006-10-23")), day("2006-07-01"))


def test_a_state_that_comes_back_has_two_periods_and_a_gap():
    actions = (*HISTORIES["BDI"], *acts(accession="2030-01-15"))
    assert [(p.since, p.until) for p in periods(actions)] == [
        (day("2004-12-01"), day("2017-10-27")),
        (day("2030-04-01"), None),
    ]
    assert status(actions, day("2030-03-31")) == "withdrawn"
    assert status(actions, day("2030-04-01")) == "party"


def test_an_accession_on_the_day_the_withdrawal_takes_effect_opens_a_second_period():
    assert len(periods((*HISTORIES["BDI"], *acts(accession="2017-10-27")))) == 2


@pytest.mark.parametrize(
    ("extra", "until"),
    [
        pytest.param({"withdrawal_rescinded": "2017-10-27"}, "2017-10-27", id="revoked-too-late"),
        pytest.param({"withdrawal_rescinded": "2017-10-26"}, None, id="revoked-on-the-last-day"),
        pytest.param({"instrument_withdrawn": "2010-01-01"}, "2017-10-27", id="instrument-after-entry"),
        pytest.param({"acceptance": "2010-01-01"}, "2017-10-27", id="second-deposit"),
        pytest.param({"accession": "2017-06-01"}, "2017-10-27", id="deposit-while-still-a-Party"),
    ],
)
def test_an_act_without_legal_effect_changes_nothing(extra, until):
    (period,) = periods((*HISTORIES["BDI"], *acts(**extra)))
    assert period.until == (day(until) if until else None)


def test_a_second_notice_after_a_revoked_one_counts_from_its_own_day():
    actions = (*HISTORIES["GMB"], *acts(withdrawal_notified="2030-05-05"))
    (period,) = periods(actions)
    assert (period.until, period.withdrawal_notified_on) == (day("2031-05-05"), day("2030-05-05"))


@pytest.mark.parametrize("notice", ["2000-06-01", "2002-06-30"])
def test_a_notice_before_entry_into_force_is_no_withdrawal(notice):
    """Only a State Party withdraws (article 127(1)); one that is not yet takes its instrument back."""
    (period,) = periods(acts(ratification="2000-01-01", withdrawal_notified=notice))
    assert (period.since, period.until) == (day("2002-07-01"), None)
    assert pending_until(acts(ratification="2000-01-01", withdrawal_notified=notice), day(notice)) is None


def test_acts_on_a_state_that_never_deposited_make_no_period():
    assert periods(acts(withdrawal_notified="2016-10-27", withdrawal_rescinded="2017-01-01")) == ()
    assert periods(acts(announcement="2025-09-22")) == ()


def test_an_end_on_the_day_of_notice_covers_no_day_after_it():
    """Article 121(6): never used; the period must allow it."""
    period = Period(day("2002-07-01"), day("2030-01-01"), day("2000-01-01"), day("2030-01-01"))
    assert period.covers(day("2029-12-31"))
    assert not period.covers(day("2030-01-01"))


@pytest.mark.parametrize("state", HISTORIES)
def test_the_order_of_the_rows_does_not_matter(state):
    shuffled = list(HISTORIES[state])
    random.Random(0).shuffle(shuffled)
    assert periods(shuffled) == periods(reversed(HISTORIES[state])) == periods(HISTORIES[state])
