"""Violations of the rules on the path of article 87(7)."""

from datetime import date

from cooperation.models import Finding, Proceeding, ProceedingStep, Request, Visit
from states.models import TreatyAction
from tests.planted.common import act, breaks, change, retract, sources_of, without


@breaks("council-only-in-its-situations")
def _():
    return change(Finding, "hun-2025-07-24", referral="both")


@breaks("referral-needs-a-finding")
def _():
    without(Finding, "finding_referral_needs_a_finding")
    return change(Finding, "nga-2013-09-05", referral="asp")


@breaks("net-result-as-computed")
def _():
    return change(Proceeding, "jor-omar-al-bashir-2017", referral="both")  # before the appeal


@breaks("informed-is-not-found")
def _():
    return change(Proceeding, "dji-omar-al-bashir-2011", outcome="found")


@breaks("state-heard-before-the-finding")
def _():
    change(ProceedingStep, "hun-benjamin-netanyahu-2025-observations-invited-2025-04-16", occurred_on="2025-08-01")
    return "proceedings/hun-benjamin-netanyahu-2025"


@breaks("invitation-is-on-record")
def _():
    retract(ProceedingStep.objects.filter(slug="hun-benjamin-netanyahu-2025-observations-invited-2025-04-16"))
    return "proceedings/hun-benjamin-netanyahu-2025"


@breaks("finding-not-before-its-request")
def _():
    return change(Finding, "hun-2025-07-24", decided_on="2025-01-01", made_public_on="")


@breaks("finding-has-its-occasion")
def _():
    retract(ProceedingStep.objects.filter(proceeding__slug="hun-benjamin-netanyahu-2025", kind__in=("request", "occasion")))
    retract(Request.objects.filter(state="HUN"))
    retract(Visit.objects.filter(host="HUN", person__slug="benjamin-netanyahu"))
    return "proceedings/hun-benjamin-netanyahu-2025"


@breaks("remand-is-followed-or-open")
def _():
    retract(Finding.objects.filter(slug="ken-2016-09-19"))
    return "proceedings/ken-uhuru-kenyatta-2013"


@breaks("one-matter-has-one-proceeding")
def _():
    return change(Proceeding, "tcd-omar-al-bashir-2011", opened_on="2013-02-22")


@breaks("steps-in-their-order")
def _():
    change(ProceedingStep, "ita-osama-elmasry-njeem-2025-observations-received-2025-05-06", occurred_on="2025-01-30")
    return "proceedings/ita-osama-elmasry-njeem-2025"


@breaks("closed-when-decided")
def _():
    return change(Proceeding, "tjk-vladimir-putin-2025", path_status="closed")


@breaks("nothing-recorded-says-when-and-where")
def _():
    return change(ProceedingStep, "sdn-ahmad-harun-2010-none-recorded-2017-06-08", note="")


@breaks("finding-rests-on-the-courts-text")
def _():
    return sources_of(Finding, "zaf-2017-07-06", kind="press")


@breaks("leave-refused-is-not-upheld")
def _():
    return change(Finding, "mng-2024-11-29", outcome="upheld")


@breaks("no-failure-of-the-unbound")
def _():
    retract(TreatyAction.objects.filter(state="MNG", kind="ratification"))
    return "proceedings/mng-vladimir-putin-2024"


@breaks("no-word-beyond-the-stage-in-cooperation")
def _():
    return change(Visit, "vladimir-putin-mng-2024-09-02", note="The accused was received with honours.")


@breaks("state-exists-on-the-day")
def _():
    return change(TreatyAction, act("TLS", "accession"), effected_on=date(2002, 5, 1))
