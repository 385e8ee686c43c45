"""Membership on the loaded record: the counts and worked examples of part A of the rules."""

from datetime import date

import pytest

from states import membership
from states.derived import actions_by_state
from states.models import Membership, State

pytestmark = pytest.mark.django_db


def day(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("on", "count"),
    [
        ("2002-06-30", 0),
        ("2002-07-01", 66),
        ("2017-10-26", 124),
        ("2017-10-27", 123),
        ("2019-03-16", 123),
        ("2019-03-17", 122),
        ("2020-01-31", 122),
        ("2020-02-01", 123),
        ("2024-01-31", 123),
        ("2024-02-01", 124),
        ("2024-12-31", 124),
        ("2025-01-01", 125),
        ("2026-11-24", 125),
    ],
)
def test_so_many_states_are_parties_on_a_day(on, count):
    assert State.objects.public().parties(on=day(on)).count() == count


SINCE = {
    "SEN": "2002-07-01", "JOR": "2002-07-01", "COD": "2002-07-01", "NER": "2002-07-01", "MNG": "2002-07-01",
    "GRC": "2002-08-01", "AUS": "2002-09-01", "HND": "2002-09-01", "GMB": "2002-09-01", "ALB": "2003-05-01",
    "GTM": "2012-07-01", "VCT": "2003-03-01", "TCD": "2007-01-01", "VUT": "2012-02-01", "BDI": "2004-12-01",
    "PHL": "2011-11-01", "UKR": "2025-01-01", "ARM": "2024-02-01", "PSE": "2015-04-01", "MDV": "2011-12-01",
    "KIR": "2020-02-01", "COK": "2008-10-01", "JPN": "2007-10-01", "MNE": "2006-06-03", "CIV": "2013-05-01",
    "HUN": "2002-07-01", "ITA": "2002-07-01", "TJK": "2002-07-01", "VEN": "2002-07-01", "ZAF": "2002-07-01",
    "BFA": "2004-07-01", "MLI": "2002-07-01",
}  # fmt: skip
UNTIL = {
    "BDI": "2017-10-27", "PHL": "2019-03-17", "NER": "2027-06-18", "BFA": "2027-06-24", "MLI": "2027-06-24", "VEN": "2027-07-24",
    "TCD": "2027-07-27",
}  # fmt: skip


@pytest.mark.parametrize("state", SINCE)
def test_a_state_is_a_party_since_and_until(state):
    periods = Membership.objects.filter(state=state).values_list("since", "until")
    assert list(periods) == [(day(SINCE[state]), day(UNTIL.get(state)))]


def test_no_other_state_has_an_end():
    assert set(Membership.objects.filter(until__isnull=False).values_list("state_id", flat=True)) == set(UNTIL)


@pytest.mark.parametrize(
    ("state", "on", "party"),
    [
        ("SEN", "2002-06-30", False),
        ("GRC", "2002-07-01", False),
        ("GMB", "2017-11-10", True),
        ("GMB", "2026-11-24", True),
        ("BDI", "2017-10-26", True),
        ("BDI", "2017-10-27", False),
        ("PHL", "2019-03-16", True),
        ("PHL", "2019-03-17", False),
        ("ZAF", "2017-10-19", True),
        ("HUN", "2025-04-03", True),
        ("HUN", "2026-01-01", True),
        ("HUN", "2026-06-02", True),
        ("HUN", "2026-11-24", True),
        ("UKR", "2024-12-31", False),
        ("UKR", "2025-01-01", True),
        ("PSE", "2015-01-02", False),
        ("VEN", "2026-11-24", True),
        ("VEN", "2027-07-23", True),
        ("VEN", "2027-07-24", False),
        ("BFA", "2026-11-24", True),
        ("MLI", "2026-11-24", True),
        ("NER", "2026-11-24", True),
    ],
)
def test_a_state_is_a_party_on_a_day(state, on, party):
    assert State.objects.parties(on=day(on)).filter(iso3=state).exists() is party


@pytest.mark.parametrize("state", ["MYS", "USA", "RUS", "ISR", "KGZ", "SDN", "EGY", "LBY", "CHN"])
def test_a_state_was_never_a_party(state):
    assert State.objects.get(iso3=state).memberships.count() == 0


@pytest.mark.parametrize(
    ("state", "on", "status"),
    [
        ("USA", "2026-11-24", "signatory"),
        ("KGZ", "2026-11-24", "signatory"),
        ("RUS", "2026-11-24", "signatory"),
        ("ISR", "2026-11-24", "signatory"),
        ("SDN", "2026-11-24", "signatory"),
        ("MYS", "2019-06-01", "non_party"),
        ("MYS", "2026-11-24", "non_party"),
        ("BDI", "2017-10-27", "withdrawn"),
        ("PHL", "2026-11-24", "withdrawn"),
        ("UKR", "2024-12-31", "signatory"),
    ],
)
def test_a_state_that_is_no_party_is_called_what_it_is(state, on, status):
    assert membership.status(actions_by_state([state])[state], day(on)) == status


@pytest.mark.parametrize(
    ("state", "on", "pending"),
    [
        ("HUN", "2025-06-01", None),
        ("HUN", "2025-06-02", "2026-06-02"),
        ("HUN", "2026-01-01", "2026-06-02"),
        ("HUN", "2026-05-28", "2026-06-02"),
        ("HUN", "2026-05-29", None),
        ("HUN", "2026-11-24", None),
        ("GMB", "2016-12-01", "2017-11-10"),
        ("GMB", "2017-02-10", None),
        ("ZAF", "2017-01-01", "2017-10-19"),
        ("ZAF", "2017-03-07", None),
        ("VEN", "2026-07-23", None),
        ("VEN", "2026-07-24", "2027-07-24"),
        ("BFA", "2026-06-23", None),  # announced in September 2025, which has no effect
        ("BFA", "2026-06-24", "2027-06-24"),
        ("MLI", "2026-11-24", "2027-06-24"),
        ("NER", "2026-06-18", "2027-06-18"),
        ("TCD", "2026-07-26", None),
        ("TCD", "2026-07-27", "2027-07-27"),
    ],
)
def test_a_withdrawal_is_pending_from_its_receipt_until_it_is_taken_back(state, on, pending):
    assert membership.pending_until(actions_by_state([state])[state], day(on)) == day(pending)


@pytest.mark.parametrize(("known", "party"), [("2006-10-22", False), ("2006-10-23", True)])
def test_montenegro_was_known_as_a_party_from_its_notification_on(known, party):
    acts = membership.known_by(actions_by_state(["MNE"])["MNE"], day(known))
    assert membership.party(acts, day("2006-07-01")) is party


def test_what_is_stored_is_what_the_rule_computes():
    computed = {(state, p.since, p.until) for state, acts in actions_by_state().items() for p in membership.periods(acts)}
    assert set(Membership.objects.values_list("state_id", "since", "until")) == computed
