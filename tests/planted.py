"""For every rule of the record a violation, planted into the loaded record; each returns the key of the entry that breaks it.

An empty key: the record as a whole. What a constraint forbids is planted without the constraint, what a trigger
forbids without the trigger; the test undoes it all.
"""

from datetime import date

import pgtrigger
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone

from cases.models import CaseEvent, Duty, Person, Situation, Standing, Warrant
from cooperation.models import Finding, Proceeding, ProceedingStep, Request, Visit
from record import workflow
from record.models import Citation, Edition, Source
from record.tests import factories
from states.models import Membership, State, TreatyAction

PLANTED = {}


def breaks(rule):
    """Decorator: registers what breaks the rule."""

    def wrap(plant):
        assert rule not in PLANTED, rule
        PLANTED[rule] = plant
        return plant

    return wrap


def change(model, slug, **values):
    """Change an entry past all code but the database's; returns its key."""
    with workflow.edition("Planted"):
        assert model.objects.filter(slug=slug).update(**values) == 1, slug
    return f"{model.collection}/{slug}"


def retract(entries):
    with workflow.edition("Planted"):
        assert entries.update(status="retracted", retraction_reason="Planted.")


def without(model, constraint):
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {model._meta.db_table} DROP CONSTRAINT {constraint}")


def citations_of(model, slug):
    entry = model.objects.get(slug=slug)
    return Citation.objects.filter(content_type=ContentType.objects.get_for_model(model), object_id=entry.pk)


def sources_of(model, slug, **values):
    """Change every source of an entry; returns its key."""
    with workflow.edition("Planted"):
        Source.objects.filter(citations__in=citations_of(model, slug)).update(**values)
    return f"{model.collection}/{slug}"


def membership(state, **values):
    with workflow.edition("Planted"):
        Membership.objects.filter(state=state).update(**values)


def standing(person, **values):
    with workflow.edition("Planted"):
        assert Standing.objects.filter(person__slug=person).update(**values)
    return f"persons/{person}"


def act(state, kind):
    return TreatyAction.objects.get(state=state, kind=kind).slug


# The record itself


@breaks("published-has-its-source")
def _():
    with workflow.edition("Planted"):
        citations_of(Visit, "vladimir-putin-mng-2024-09-02").delete()
    return "visits/vladimir-putin-mng-2024-09-02"


@breaks("public-points-to-public")
def _():
    change(Person, "vladimir-putin", hold="sealed")
    return "visits/vladimir-putin-mng-2024-09-02"


@breaks("source-shown-where-cited")
def _():
    source = Source.objects.filter(shown=True).first()
    with workflow.edition("Planted"):
        Source.objects.filter(pk=source.pk).update(shown=False)
    return f"sources/{source.slug}"


@breaks("read-by-another-or-loaded")
def _():
    without(Visit, "visit_public_was_read_or_loaded")
    return change(Visit, "vladimir-putin-mng-2024-09-02", origin="editor")


@breaks("history-tells-the-record")
def _():
    with pgtrigger.ignore():
        Visit.objects.filter(slug="vladimir-putin-mng-2024-09-02").update(place="Elsewhere")
    return "visits/vladimir-putin-mng-2024-09-02"


@breaks("retraction-has-its-notice")
def _():
    retract(Visit.objects.filter(slug="vladimir-putin-mng-2024-09-02"))
    return "visits/vladimir-putin-mng-2024-09-02"


@breaks("editions-without-gaps")
def _():
    Edition.objects.create(number=99, at=timezone.now(), kind="check", summary="Planted")
    return ""


@breaks("nothing-dated-after-today")
def _():
    return change(Finding, "zaf-2017-07-06", decided_on="2099-01-01", made_public_on="")


@breaks("source-not-older-than-the-fact")
def _():
    return sources_of(CaseEvent, "vladimir-putin-application-filed-2023-02-22", published_on="1999")


# States


@breaks("membership-by-articles-126-and-127")
def _():
    membership("ALB", since=date(2003, 4, 1))  # the first of the third month: the common error
    return "states/albania"


@breaks("notice-taken-back-in-time")
def _():
    return change(TreatyAction, act("HUN", "withdrawal_rescinded"), effected_on=date(2026, 6, 2))


@breaks("no-end-without-a-notice")
def _():
    membership("NER", until=date(2026, 9, 22))  # announced, never received
    return "states/niger"


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


@breaks("states-parties-as-the-court-counts")
def _():
    with workflow.edition("Planted"):
        Membership.objects.filter(state="KIR").delete()
    return ""


# Duties, situations, persons


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


@breaks("warrants-as-the-court-counts")
def _():
    retract(Warrant.objects.filter(slug="joseph-kony-2005-07-08"))
    return ""


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


# Visits


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


# The path of article 87(7)


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
