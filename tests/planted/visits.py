"""Violations of the rules on visits."""

from cooperation.models import Visit
from tests.planted.common import breaks, change, without


@breaks("host-bound-as-computed")
def _():
    return change(Visit, "omar-al-bashir-egy-2009-03-25", host_bound="unsc")


@breaks("party-by-a-membership-of-that-day")
def _():
    return change(Visit, "vladimir-putin-kgz-2023-10-12", host_bound="party")


@breaks("residual-only-for-what-began-before")
def _():
    return change(Visit, "vladimir-putin-mng-2024-09-02", host_bound="residual")


@breaks("no-failure-before-warrant-or-request")
def _():
    return change(Visit, "vladimir-putin-mng-2024-09-02", starts_on="2022-09-02", ends_on="2022-09-03")


@breaks("overflight-is-no-failure")
def _():
    without(Visit, "visit_overflight_is_no_failure")
    return change(Visit, "benjamin-netanyahu-fra-2025-07-06", outcome="not_arrested")


@breaks("host-without-duty-never-failed")
def _():
    return change(Visit, "vladimir-putin-kgz-2023-10-12", outcome="not_arrested")


@breaks("bound-host-had-a-duty")
def _():
    return change(Visit, "vladimir-putin-mng-2024-09-02", outcome="no_duty")


@breaks("visit-within-the-warrants-life")
def _():
    return change(Visit, "vladimir-putin-kaz-2023-11-09", starts_on="2022-11-09")


@breaks("visit-is-not-told-before-it-was-made")
def _():
    return change(Visit, "vladimir-putin-kaz-2023-11-09", starts_on="2099")
