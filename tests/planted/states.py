"""Violations of the rules on what States did towards the Statute."""

from datetime import date

from record import workflow
from record.tests import factories
from states.models import Agreement, Membership, State, TreatyAction
from tests.planted.common import act, breaks, change, key_of, membership, retract, without


@breaks("membership-by-articles-126-and-127")
def _():
    membership("ALB", since=date(2003, 4, 1))  # the first of the third month: the common error
    return "states/albania"


@breaks("notice-taken-back-in-time")
def _():
    return change(TreatyAction, act("HUN", "withdrawal_rescinded"), effected_on=date(2026, 6, 2))


@breaks("no-end-without-a-notice")
def _():
    membership("NGA", until=date(2026, 9, 22))  # announced, never received
    return "states/nigeria"


@breaks("instrument-fits-the-signature")
def _():
    factories.made_public(factories.make_treaty_action(state=State.objects.get(iso3="JPN"), kind="signature", effected_on=date(2000, 1, 5)))
    return f"treaty-actions/{act('JPN', 'accession')}"


@breaks("withdrawn-instrument-makes-no-party")
def _():
    with workflow.edition("Planted"):
        Membership.objects.create(state_id="MYS", since=date(2019, 6, 1))
    return "states/malaysia"


@breaks("memberships-do-not-overlap")
def _():
    without(Membership, "membership_periods_do_not_overlap")
    with workflow.edition("Planted"):
        Membership.objects.create(state_id="ZAF", since=date(2017, 10, 19))
    return "states/south-africa"


@breaks("note-of-intent-keeps-the-signature")
def _():
    retract(TreatyAction.objects.filter(state="USA", kind="signature"))
    return f"treaty-actions/{act('USA', 'intent_not_to_ratify')}"


@breaks("no-act-before-the-treaty")
def _():
    return change(TreatyAction, act("ALB", "signature"), effected_on=date(1998, 7, 16))


@breaks("agreement-is-of-a-party")
def _():
    return change(Agreement, "aut-sentence-enforcement-2005-10-27", state="USA")


@breaks("pact-status-fits-its-days")
def _():
    return key_of(factories.made_public(factories.make_non_surrender_agreement(in_force_on="2003-05-01")))


@breaks("no-law-stands-beside-none")
def _():
    land = State.objects.get(iso3="KIR")
    factories.made_public(factories.make_national_law(state=land))
    return key_of(factories.made_public(factories.make_national_law(state=land, covers="none", title="", adopted_on="")))
