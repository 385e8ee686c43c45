from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cases.models import Case, CaseEvent, ComplementarityAct, Duty, Participation, Person, Situation, SituationState, Warrant
from record.admin import EntryAdmin, LinkInline


class SituationStateInline(LinkInline):
    model = SituationState
    autocomplete_fields = ("state",)
    verbose_name, verbose_name_plural = _("State"), _("States named in it")


@admin.register(Situation)
class SituationAdmin(EntryAdmin):
    parts = (
        (_("Which situation"), ["name", "number"]),
        (_("How it began"), ["trigger", "situation_referral_on", "examination_opened_on", "investigation_opened_on"]),
        (_("Where it stands"), ["phase", "phase_since", "summary"]),
    )
    inlines = (SituationStateInline, *EntryAdmin.inlines)
    search_fields = ("name", "number", "slug")


@admin.register(Duty)
class DutyAdmin(EntryAdmin):
    parts = (
        (_("Who is bound, and by what"), ["state", "situation", "basis", "instrument", "document_no"]),
        (_("From when to when"), ["since", "until", "made_public_on"]),
        (_("To what"), ["articles", ("covers_from", "covers_to"), "contested", "note"]),
    )
    search_fields = ("slug", "state__name", "state__iso3", "instrument", "document_no")


@admin.register(Person)
class PersonAdmin(EntryAdmin):
    parts = (
        (_("Who"), ["name", "also_known_as", "nationality"]),
        (_("Why on record"), ["situation", "summary"]),
    )
    search_fields = ("name", "also_known_as", "slug")


@admin.register(Case)
class CaseAdmin(EntryAdmin):
    parts = (
        (_("Which case"), ["name", "number", "kind"]),
        (_("What it is about"), ["situation", "summary"]),
    )
    search_fields = ("name", "number", "slug")


@admin.register(Participation)
class ParticipationAdmin(EntryAdmin):
    parts = ((_("Who, in which case"), ["person", "case", "note"]),)
    search_fields = ("slug", "person__name", "case__name")


@admin.register(Warrant)
class WarrantAdmin(EntryAdmin):
    parts = (
        (_("Against whom"), ["person", "case", "kind"]),
        (_("The charges"), ["crimes", "articles", "liability"]),
        (_("The decision"), ["chamber", "document_no", "issued_on", "unsealed_on"]),
        (_("Its end"), ["ended_on", "end_reason", "note"]),
    )
    search_fields = ("slug", "person__name", "document_no")


@admin.register(CaseEvent)
class CaseEventAdmin(EntryAdmin):
    parts = (
        (_("What happened to whom"), ["person", "case", "kind"]),
        (_("When and where"), ["occurred_on", "state", "place"]),
        (_("On what charges, where on record"), ["articles", "document_no", "note"]),
    )
    search_fields = ("slug", "person__name", "document_no", "place")


@admin.register(ComplementarityAct)
class ComplementarityActAdmin(EntryAdmin):
    parts = (
        (_("Which act, in what"), ["situation", "case", "state", "kind"]),
        (_("What came of it"), ["outcome", "occurred_on", "organ"]),
        (_("Where it is on record"), ["document_no", "summary"]),
    )
    search_fields = ("slug", "document_no", "organ", "situation__name", "case__name", "state__name")
