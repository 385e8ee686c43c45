from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from assembly.models import Call, Demand, Pledge, Signatory, Statement, StatementMeasure, Vote
from record.admin import ITSELF, EntryAdmin, FollowUp, LinkInline
from states.admin import OF_STATE


class SignatoryInline(LinkInline):
    model = Signatory
    autocomplete_fields = ("state",)
    verbose_name, verbose_name_plural = _("Signatory"), _("States that signed or sponsored it")


class StatementMeasureInline(LinkInline):
    model = StatementMeasure
    autocomplete_fields = ("measure",)
    verbose_name, verbose_name_plural = _("Measure"), _("Measures against the Court that it speaks of")


@admin.register(Statement)
class StatementAdmin(EntryAdmin):
    parts = (
        (_("What it is"), ["kind", "title", "topic", "document_no"]),
        (_("Whose word"), ["state", "body", "speaker", "capacity", "official"]),
        (_("Where and when"), ["forum", "delivered_on", "session"]),
        (_("Of a joint statement"), ["signatories_said"]),
        (_("Of a resolution or draft"), ["adopted", "adopted_by", "in_favour", "against", "abstained"]),
        (_("In our words"), ["summary"]),
    )
    inlines = (SignatoryInline, StatementMeasureInline, *EntryAdmin.inlines)
    search_fields = ("slug", "title", "speaker", "body", *OF_STATE, "document_no")
    carried = ("kind", "forum", "delivered_on", "session", "topic")
    follow_ups = (FollowUp(Vote, {"statement": ITSELF}),)


@admin.register(Vote)
class VoteAdmin(EntryAdmin):
    parts = (
        (_("Whose vote, on what"), ["statement", "state"]),
        (_("Which"), ["vote", "note"]),
    )
    search_fields = ("slug", "statement__title", "statement__document_no", *OF_STATE)
    carried = ("statement", "vote")


@admin.register(Call)
class CallAdmin(EntryAdmin):
    parts = (
        (_("Who called"), ["issuer", "title"]),
        (_("When"), ["issued_on", "session"]),
        (_("In our words"), ["summary"]),
    )
    search_fields = ("slug", "issuer", "title")
    follow_ups = (FollowUp(Demand, {"call": ITSELF}),)


@admin.register(Demand)
class DemandAdmin(EntryAdmin):
    parts = (
        (_("What is asked, of whom"), ["call", "number", "addressee", "text"]),
        (_("What is on record since"), ["follow_up", "as_of", "follow_up_note"]),
    )
    search_fields = ("slug", "text", "addressee", "call__title", "call__issuer")
    carried = ("call", "addressee")


@admin.register(Pledge)
class PledgeAdmin(EntryAdmin):
    parts = (
        (_("Who promised"), ["state", "organisation", "session", "pledged_on"]),
        (_("What"), ["subject", "text", "due_on"]),
        (_("What became of it"), ["kept", "kept_on", "note"]),
    )
    search_fields = ("slug", "subject", *OF_STATE)
    carried = ("session", "pledged_on")
