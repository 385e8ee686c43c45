from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from record.admin import EntryAdmin
from states.models import Agreement, FocalPoint, NationalLaw, NonSurrenderAgreement, State, Treaty, TreatyAction

OF_STATE = ("state__name", "state__iso3")


@admin.register(State)
class StateAdmin(EntryAdmin):
    parts = (
        (_("Which State"), ["iso3", "name", "name_fr", "name_es"]),
        (_("Its place"), ["regional_group", "un_status", "independent_on", "note"]),
    )
    search_fields = ("name", "name_fr", "name_es", "iso3", "slug")


@admin.register(Treaty)
class TreatyAdmin(EntryAdmin):
    parts = (
        (_("Which treaty"), ["name", "kind"]),
        (_("Its days"), ["adopted_on", "in_force_on", "note"]),
    )
    search_fields = ("name", "slug")


@admin.register(TreatyAction)
class TreatyActionAdmin(EntryAdmin):
    parts = (
        (_("Who did what"), ["state", "treaty", "kind"]),
        (_("When"), ["effected_on", "takes_effect_on", "made_public_on"]),
        (_("Where it is on record"), ["notification_no", "note"]),
    )
    search_fields = ("slug", *OF_STATE, "treaty__name", "notification_no")


@admin.register(Agreement)
class AgreementAdmin(EntryAdmin):
    parts = (
        (_("Who agreed to what"), ["state", "kind"]),
        (_("When"), ["signed_on", "in_force_on", "ended_on"]),
        (_("Where it is on record"), ["document_no", "note"]),
    )
    search_fields = ("slug", *OF_STATE, "document_no")
    carried = ("kind",)


@admin.register(NonSurrenderAgreement)
class NonSurrenderAgreementAdmin(EntryAdmin):
    parts = (
        (_("Between whom"), ["state", "other_state", "pact_status"]),
        (_("When"), ["signed_on", "in_force_on", "ended_on"]),
        (_("Where it is on record"), ["text_public", "document_no", "note"]),
    )
    search_fields = ("slug", *OF_STATE, "document_no")
    carried = ("other_state",)


@admin.register(NationalLaw)
class NationalLawAdmin(EntryAdmin):
    parts = (
        (_("Whose law, on what"), ["state", "covers"]),
        (_("Which law"), ["title", "number", "adopted_on", "in_force_on"]),
        (_("Where it says what"), ["arrest_provisions", "immunity_provisions", "channel_provisions", "note"]),
    )
    search_fields = ("slug", *OF_STATE, "title", "number")


@admin.register(FocalPoint)
class FocalPointAdmin(EntryAdmin):
    parts = (
        (_("Whose, for what"), ["state", "role"]),
        (_("The office"), ["office", "languages"]),
        (_("From when to when"), ["since", "until", "note"]),
    )
    search_fields = ("slug", *OF_STATE, "office")
