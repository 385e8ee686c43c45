from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from record.admin import EntryAdmin
from states.models import State, Treaty, TreatyAction


@admin.register(State)
class StateAdmin(EntryAdmin):
    parts = (
        (_("Which State"), ["iso3", "name", "name_fr", "name_es"]),
        (_("Its place"), ["regional_group", "un_status", "note"]),
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
    search_fields = ("slug", "state__name", "state__iso3", "treaty__name", "notification_no")
