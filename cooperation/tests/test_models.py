"""Requests, proceedings, findings, visits: what is refused, in which words; what stands against a State."""

from datetime import date

import pytest
from django.db import IntegrityError, connection

from cooperation.models import BINDING, Finding, HostBound, Proceeding, Request, Visit
from record import workflow
from record.tests.factories import (
    made_public,
    make_duty,
    make_finding,
    make_person,
    make_proceeding,
    make_request,
    make_reviewer,
    make_situation,
    make_state,
    make_treaty_action,
    make_visit,
)
from record.tests.refusals import refused, words_of_form

pytestmark = pytest.mark.django_db


# Findings


def test_a_finding_without_referral_can_be_published():
    made_public(make_finding(outcome="found", referral="none"))
    connection.check_constraints()


@pytest.mark.parametrize("outcome", ["not_found", "refused"])
@pytest.mark.parametrize("referral", ["asp", "unsc", "both"])
def test_a_matter_is_not_referred_without_a_finding(outcome, referral):
    with refused("finding_referral_needs_a_finding"):
        make_finding(outcome=outcome, referral=referral)


def test_a_referral_without_a_finding_is_refused_in_words():
    finding = make_finding(outcome="not_found", referral="")
    finding.referral = "asp"
    assert words_of_form(finding) == "A matter is referred only where the Chamber found a failure or informed (article 87(7))."


@pytest.mark.parametrize(
    ("outcome", "referral"),
    [("found", "asp"), ("found", "deferred"), ("informed", "both"), ("not_found", "none"), ("refused", ""), ("upheld", "none")],
)
def test_a_decision_may_refer_or_not(outcome, referral):
    make_finding(outcome=outcome, referral=referral)
    connection.check_constraints()


def test_a_decision_has_a_date():
    with refused("finding_has_its_day"):
        make_finding(decided_on="")


def test_a_decision_without_a_date_is_refused_in_words():
    finding = make_finding()
    finding.decided_on = ""
    assert words_of_form(finding) == "This field cannot be blank."


def test_a_decision_does_not_become_public_before_it_is_made():
    with refused("finding_is_public_after_it_is_decided"):
        make_finding(decided_on="2021-06-01", made_public_on="2021-05")


@pytest.fixture
def proceeding():
    """A public proceeding with no decision yet."""
    return made_public(make_proceeding())


def decided(proceeding, *decisions):
    """Publishes decisions `(day, outcome, referral)` and computes what stands."""
    made = [make_finding(proceeding=proceeding, decided_on=day, outcome=outcome, referral=referral) for day, outcome, referral in decisions]
    if made:
        made_public(*made)
    proceeding.refresh_from_db()
    return made


JORDAN = [("2017-12-11", "found", "both"), ("2018-02-21", "leave_granted", ""), ("2019-05-06", "upheld", ""), ("2019-05-06", "reversed_in_part", "")]


@pytest.mark.parametrize(
    ("decisions", "standing"),
    [
        ([("2017-07-06", "found", "none")], 1),
        (JORDAN, 1),
        ([("2013-09-05", "not_found", "")], 0),
        ([("2010-08-27", "informed", "both")], 0),
        ([("2017-12-11", "found", "both"), ("2019-05-06", "reversed", "")], 0),
        ([("2014-12-03", "refused", ""), ("2015-08-19", "remanded", ""), ("2016-09-19", "found", "asp")], 1),
        ([("2025-10-17", "found", "deferred"), ("2026-01-26", "found", "asp")], 2),
    ],
)
def test_against_a_state_are_the_findings_that_stand(proceeding, decisions, standing):
    decided(proceeding, *decisions)
    assert Finding.objects.against(proceeding.state).count() == standing


def test_a_finding_stands_against_its_own_state_only(proceeding):
    decided(proceeding, ("2017-07-06", "found", "none"))
    assert not Finding.objects.against(make_state()).exists()


@pytest.mark.parametrize(
    ("decisions", "net"),
    [
        ([], ("", "")),
        (JORDAN, ("found", "none")),
        ([("2024-10-24", "found", "asp"), ("2024-11-29", "leave_refused", "")], ("found", "asp")),
        ([("2025-10-17", "found", "deferred"), ("2026-01-26", "found", "asp")], ("found", "asp")),
        ([("2014-12-03", "refused", ""), ("2015-08-19", "remanded", "")], ("remanded", "")),
    ],
)
def test_a_proceeding_tells_what_stands_after_appeal(proceeding, decisions, net):
    decided(proceeding, *decisions)
    assert (proceeding.outcome, proceeding.referral) == net


def test_a_draft_of_a_decision_changes_no_net_result(proceeding):
    make_finding(proceeding=proceeding, outcome="found")
    decided(proceeding)
    assert proceeding.outcome == ""


def test_a_retracted_decision_no_longer_counts(proceeding):
    finding = decided(proceeding, ("2017-07-06", "found", "none"))[0]
    workflow.retract(finding, by=make_reviewer(), reason="Not a decision of this Chamber.")
    proceeding.refresh_from_db()
    assert proceeding.outcome == ""


def test_proceedings_are_open_until_closed(proceeding):
    closed = make_proceeding(path_status="closed")
    assert set(Proceeding.objects.open().filter(pk__in=[proceeding.pk, closed.pk])) == {proceeding}


# Requests


def test_a_request_does_not_become_public_before_it_is_sent():
    with refused("request_is_public_after_it_is_sent"):
        make_request(sent_on="2023-04", made_public_on="2023-03-31")


def test_a_request_to_all_is_a_request_to_each():
    to_all, to_one, to_another = make_request(), make_request(state=make_state()), make_request(state=make_state())
    found = Request.objects.to(to_one.state).filter(pk__in=[to_all.pk, to_one.pk, to_another.pk])
    assert set(found) == {to_all, to_one}


# Visits


def test_a_visit_does_not_end_before_it_starts():
    with refused("visit_ends_after_it_starts"):
        make_visit(starts_on="2021-02", ends_on="2021-01-31")


def test_a_visit_may_start_and_end_in_one_month():
    make_visit(starts_on="2021-02-10", ends_on="2021-02")
    connection.check_constraints()


@pytest.mark.parametrize("outcome", ["not_arrested", "arrested_released", "surrendered", "did_not_travel"])
def test_an_overflight_is_no_failure(outcome):
    with refused("visit_overflight_is_no_failure"):
        make_visit(visit_status="overflight", outcome=outcome)


@pytest.mark.parametrize("status", ["cancelled", "announced", "rerouted"])
@pytest.mark.parametrize("outcome", ["not_arrested", "surrendered", "no_duty", "no_occasion"])
def test_a_visit_that_was_not_made_is_no_failure(status, outcome):
    with refused("visit_not_made_has_no_arrest"):
        make_visit(visit_status=status, outcome=outcome)


@pytest.mark.parametrize("status", ["took_place", "cancelled", "rerouted", "overflight"])
def test_only_of_an_announced_visit_it_may_be_unknown_whether_it_was_made(status):
    make_visit(visit_status="announced", outcome="not_known")
    with pytest.raises(IntegrityError, match="visit_not_known_was_announced|visit_not_made_has_no_arrest|visit_overflight_is_no_failure"):
        make_visit(visit_status=status, outcome="not_known")


@pytest.mark.parametrize("status", ["took_place", "transit", "overflight"])
def test_a_host_in_dispute_makes_a_visit_disputed(status):
    with refused("visit_disputed_host_is_disputed"):
        make_visit(host_dispute="Controlled by another State.", visit_status=status, outcome="no_occasion")


RULES_OF_VISITS = [
    ({"starts_on": "2021-02", "ends_on": "2021-01-31"}, "A visit cannot end before it starts."),
    ({"visit_status": "overflight", "outcome": "not_arrested"}, "No Chamber has found an overflight to be a failure: no occasion, or no duty."),
    ({"visit_status": "cancelled"}, "A visit that was not made has the outcome “did not travel”, or it is not known whether it was made."),
    ({"host_dispute": "Controlled by another State."}, "Where the host is in dispute, the status is “disputed”."),
]


@pytest.mark.parametrize(("values", "sentence"), RULES_OF_VISITS)
def test_a_visit_against_the_rules_is_refused_in_words(values, sentence):
    visit = make_visit()
    for name, value in values.items():
        setattr(visit, name, value)
    assert words_of_form(visit) == sentence


@pytest.mark.parametrize("status", ["took_place", "transit"])
@pytest.mark.parametrize("bound", BINDING)
def test_a_visit_made_to_a_state_that_was_bound_is_one_to_a_bound_state(status, bound):
    visit = make_visit(visit_status=status, host_bound=bound)
    assert Visit.objects.to_bound_states().filter(pk=visit.pk).exists()


@pytest.mark.parametrize(
    ("status", "outcome", "bound"),
    [
        ("took_place", "no_duty", HostBound.NOT_BOUND),
        ("took_place", "no_occasion", HostBound.DISPUTED),
        ("took_place", "no_occasion", ""),
        ("announced", "did_not_travel", HostBound.PARTY),
        ("cancelled", "did_not_travel", HostBound.PARTY),
        ("overflight", "no_occasion", HostBound.PARTY),
        ("disputed", "no_occasion", HostBound.PARTY),
    ],
)
def test_other_visits_are_not_to_bound_states(status, outcome, bound):
    visit = make_visit(visit_status=status, outcome=outcome, host_bound=bound)
    assert not Visit.objects.to_bound_states().filter(pk=visit.pk).exists()


# Whether the host was bound, computed


def visited(host, person=None, **values):
    return made_public(make_visit(host=host, person=person or make_person(), **values))


@pytest.fixture
def party():
    """A Party since 1 January 2012."""
    state = make_state()
    made_public(make_treaty_action(state=state, kind="accession", effected_on="2011-10-15"))
    return state


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "bound"),
    [
        ("2011-12-31", "2011-12-31", "not_bound"),
        ("2012-01-01", "2012-01-02", "party"),
        ("2011-12", "", "not_bound"),
        ("2012", "", "party"),
        ("", "2012-01-02", "party"),
        ("", "", ""),
    ],
)
def test_a_host_is_bound_on_the_first_day_of_the_visit_or_not(party, starts_on, ends_on, bound):
    assert visited(party, starts_on=starts_on, ends_on=ends_on).host_bound == bound


def test_a_host_in_dispute_is_disputed(party):
    visit = visited(party, starts_on="2015-01-01", visit_status="disputed", outcome="no_occasion", host_dispute="Another State.")
    assert visit.host_bound == HostBound.DISPUTED


def test_a_duty_binds_the_host_in_its_own_situation_only():
    host = make_state()
    person, other = make_person(situation=make_situation(host)), make_person()
    made_public(make_duty(state=host, situation=person.situation, basis="unsc"))
    assert [visited(host, who).host_bound for who in (person, other)] == ["unsc", "not_bound"]


def test_a_notice_of_withdrawal_changes_what_its_visits_say(party):
    visit = visited(party, starts_on="2020-01-01")
    made_public(make_treaty_action(state=party, kind="withdrawal_notified", effected_on=date(2018, 12, 31)))
    visit.refresh_from_db()
    assert visit.host_bound == HostBound.NOT_BOUND


def test_a_retracted_visit_to_a_retracted_situation_stops_no_later_edition(party):
    visit = visited(party, starts_on="2020-01-01")
    for entry in (visit, visit.person, visit.person.situation):
        workflow.retract(entry, by=make_reviewer(), reason="A mistake.")
    made_public(make_treaty_action(state=party, kind="withdrawal_notified", effected_on=date(2018, 12, 31)))
    visit.refresh_from_db()
    assert visit.status == "retracted"
