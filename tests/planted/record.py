"""Violations of the rules of the record itself."""

import pgtrigger
from django.utils import timezone

from cases.models import CaseEvent, Person
from cooperation.models import Finding, Visit
from record import workflow
from record.models import Edition, Source
from tests.planted.common import breaks, change, citations_of, retract, sources_of, without


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
