from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cooperation.models import Finding, Official, Proceeding, ProceedingStep, Reply, Request, Visit
from record.admin import EntryAdmin

PROCEEDING = ("proceeding__slug", "proceeding__state__name", "proceeding__state__iso3", "proceeding__person__name")


@admin.register(Request)
class RequestAdmin(EntryAdmin):
    parts = (
        (_("To whom, for what"), ["state", "person", "situation", "article"]),
        (_("When"), ["sent_on", "made_public_on"]),
        (_("Where it is on record"), ["document_no", "note"]),
    )
    search_fields = ("slug", "state__name", "state__iso3", "person__name", "document_no")


@admin.register(Proceeding)
class ProceedingAdmin(EntryAdmin):
    parts = (
        (_("Whose cooperation, in what"), ["state", "person", "situation", "subject"]),
        (_("The path"), ["opened_on", "path_status", "summary"]),
    )
    search_fields = ("slug", "state__name", "state__iso3", "person__name", "situation__name")


@admin.register(ProceedingStep)
class ProceedingStepAdmin(EntryAdmin):
    parts = (
        (_("Which step"), ["proceeding", "kind", "actor"]),
        (_("When"), ["occurred_on", "deadline_on"]),
        (_("Where it is on record"), ["document_no", "note"]),
    )
    search_fields = ("slug", "document_no", *PROCEEDING)


@admin.register(Finding)
class FindingAdmin(EntryAdmin):
    parts = (
        (_("The decision"), ["proceeding", "chamber", "decided_on", "made_public_on", "document_no"]),
        (_("What it says"), ["outcome", "referral", "articles"]),
        (_("In our words"), ["summary"]),
    )
    search_fields = ("slug", "document_no", "chamber", *PROCEEDING)


@admin.register(Visit)
class VisitAdmin(EntryAdmin):
    parts = (
        (_("Who went where"), ["person", "host", "place", "purpose"]),
        (_("When"), ["starts_on", "ends_on", "made_public_on"]),
        (_("What came of it"), ["visit_status", "outcome", "host_dispute", "note"]),
    )
    search_fields = ("slug", "person__name", "host__name", "host__iso3", "place")


@admin.register(Reply)
class ReplyAdmin(EntryAdmin):
    parts = (
        (_("Whose position, on what"), ["state", "person", "finding", "proceeding", "visit"]),
        (_("How it was stated"), ["stated_on", "official"]),
        (_("In our words"), ["summary"]),
    )
    search_fields = ("slug", "state__name", "state__iso3", "person__name", "finding__slug", "proceeding__slug", "visit__slug")


@admin.register(Official)
class OfficialAdmin(EntryAdmin):
    parts = (
        (_("Who"), ["name", "also_known_as", "nationality"]),
        (_("In our words"), ["summary"]),
    )
    search_fields = ("slug", "name", "also_known_as")
