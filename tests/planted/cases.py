"""Violations of the rules on duties, situations and persons."""

from datetime import date

from cases.models import CaseEvent, Duty, Person, Situation, Warrant
from tests.planted.common import breaks, change, standing


@breaks("council-obliged-two-states")
def _():
    return change(Duty, "sdn-unsc-2005-03-31", situation=Situation.objects.get(slug="libya"))


@breaks("declaration-has-its-situation")
def _():
    return change(Duty, "ukr-art12-3-2014-04-17", since=date(2013, 11, 21))  # from the day of the crimes


@breaks("duty-names-its-ground")
def _():
    return change(Duty, "sdn-unsc-2005-03-31", articles=[])


@breaks("public-after-it-happened")
def _():
    return change(Duty, "lby-unsc-2011-02-26", made_public_on="2010")


@breaks("situation-opens-in-order")
def _():
    return change(Situation, "darfur", investigation_opened_on="2005-01")


@breaks("council-referred-two-situations")
def _():
    return change(Situation, "uganda", trigger="unsc_referral")


@breaks("no-word-beyond-the-stage")
def _():
    return change(Person, "vladimir-putin", summary="The accused is at large.")


@breaks("sealed-is-absent")
def _():
    return change(Warrant, "vladimir-putin-2023-03-17", unsealed_on="")


@breaks("summons-is-no-warrant")
def _():
    return change(Warrant, "uhuru-kenyatta-2011-03-08", end_reason="executed")


@breaks("article-70-stands-apart")
def _():
    return change(CaseEvent, "jean-pierre-bemba-convicted-2016-10-19", case=None)


@breaks("person-is-in-the-case")
def _():
    return change(CaseEvent, "rodrigo-duterte-arrested-2025-03-11", case=Warrant.objects.get(slug="omar-al-bashir-2009-03-04").case)


@breaks("case-and-person-share-their-situation")
def _():
    change(Person, "omar-al-bashir", situation=Situation.objects.get(slug="ukraine"))
    return "cases/al-bashir"


@breaks("events-in-their-order")
def _():
    return change(CaseEvent, "rodrigo-duterte-charges-confirmed-2026-04-23", occurred_on="2025-03-01")


@breaks("nothing-after-death")
def _():
    return change(CaseEvent, "saif-al-islam-gaddafi-released-by-state-2016-04-12", occurred_on="2026-05")


@breaks("warrant-ends-by-what-happened")
def _():
    return change(Warrant, "rodrigo-duterte-2025-03-07", ended_on="2025-03-20")


@breaks("standing-by-the-events")
def _():
    return standing("vladimir-putin", stage="accused_at_large")


@breaks("not-at-large-after-the-end")
def _():
    return standing("saif-al-islam-gaddafi", at_large=True)


@breaks("surrender-ends-at-large")
def _():
    return standing("rodrigo-duterte", at_large=True)


@breaks("at-large-only-on-a-public-warrant")
def _():
    return standing("uhuru-kenyatta", at_large=True)
