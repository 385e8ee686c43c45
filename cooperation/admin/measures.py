from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cooperation.models import ArrestPosition, Assistance, CoerciveMeasure, Contact, MeasureOfficial, MeasureResponse, ResponseMeasure  # fmt: skip
from record.admin import EntryAdmin, LinkInline
from states.admin import OF_STATE

OF_PERSON = ("person__name",)


class MeasureOfficialInline(LinkInline):
    model = MeasureOfficial
    autocomplete_fields = ("official",)
    verbose_name, verbose_name_plural = _("Official"), _("Elected officials that it names")


@admin.register(CoerciveMeasure)
class CoerciveMeasureAdmin(EntryAdmin):
    parts = (
        (_("Who did what"), ["actor", "actor_body", "kind", "attribution"]),
        (_("Against whom"), ["target_kind", "target"]),
        (_("By which act"), ["instrument", "document_no"]),
        (_("When"), ["announced_on", "in_force_on", "ended_on", "end_reason"]),
        (_("What was said, and what came of it"), ["reason", "effect", "note"]),
    )
    inlines = (MeasureOfficialInline, *EntryAdmin.inlines)
    search_fields = ("slug", "target", "actor__name", "actor__iso3", "instrument", "document_no")
    carried = ("actor", "actor_body", "kind", "target_kind", "attribution", "instrument", "document_no", "announced_on", "in_force_on")


class ResponseMeasureInline(LinkInline):
    model = ResponseMeasure
    autocomplete_fields = ("measure",)
    verbose_name, verbose_name_plural = _("Measure"), _("Measures that it answers")


@admin.register(MeasureResponse)
class MeasureResponseAdmin(EntryAdmin):
    parts = (
        (_("Who did what"), ["state", "body", "kind", "title"]),
        (_("When"), ["responded_on", "ended_on"]),
        (_("Where it is on record"), ["document_no", "summary"]),
    )
    inlines = (ResponseMeasureInline, *EntryAdmin.inlines)
    search_fields = ("slug", "title", "body", *OF_STATE, "document_no")


@admin.register(Assistance)
class AssistanceAdmin(EntryAdmin):
    parts = (
        (_("Who did what"), ["state", "kind"]),
        (_("For whom, in what"), ["person", "situation", "warrant"]),
        (_("When and where"), ["occurred_on", "ended_on", "place"]),
        (_("Where it is on record"), ["document_no", "note"]),
    )
    search_fields = ("slug", *OF_STATE, *OF_PERSON, "document_no")
    carried = ("state", "person", "situation", "warrant")


@admin.register(ArrestPosition)
class ArrestPositionAdmin(EntryAdmin):
    parts = (
        (_("Whose position, about whom"), ["state", "person", "situation", "visit"]),
        (_("What was said, by whom"), ["stance", "stated_on", "speaker", "capacity"]),
        (_("In our words"), ["summary", "superseded_by"]),
    )
    search_fields = ("slug", *OF_STATE, *OF_PERSON, "speaker")
    carried = ("state", "person", "visit")


@admin.register(Contact)
class ContactAdmin(EntryAdmin):
    parts = (
        (_("Who met whom"), ["state", "who", "person", "kind"]),
        (_("When and where"), ["occurred_on", "place", "note"]),
    )
    search_fields = ("slug", *OF_STATE, *OF_PERSON, "who")
    carried = ("person",)
