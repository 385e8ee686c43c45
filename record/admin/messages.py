"""The inbox on the desk: what was sent, in turn, and what an editor does with it. Its words are never changed here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib import messages as notes
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin

from record import inbox, workflow
from record.admin.desk import OnlyRead
from record.admin.fields import moment
from record.admin.stepping import address_of
from record.collection import get
from record.models import Message, MessageKind, MessageStatus, RevisionKind, Status
from record.refusals import REFUSALS, sentences
from record.workflow import revisions

MARKS = {MessageStatus.NEW: "open", MessageStatus.ACKNOWLEDGED: "planned", MessageStatus.ACCEPTED: "full", MessageStatus.DECLINED: "gone"}


@dataclass(frozen=True)
class Act:
    """A button: what it does (and where it leads, if elsewhere), what it says, what it asks for."""

    name: str
    take: Callable[[Message, Any, str], Any]
    label: Any
    means: Any
    asks: Any = ""


ACTS = (
    Act(
        "acknowledge",
        lambda message, by, text: inbox.acknowledge(message, by=by),
        _("Acknowledged"),
        _("You have told the sender that it was received. The desk sends no mail: write from the address of the record."),
    ),
    Act(
        "verify",
        lambda message, by, text: inbox.verify(message, by=by, how=text),
        _("Sender verified"),
        _("It comes from the State, organisation or person that it names. Only then may a reply stand as an official communication."),
        _("How: which mission or ministry was asked, by which way"),
    ),
    Act(
        "prepare",
        lambda message, by, text: revisions.begin(message.entry, by=by, kind=RevisionKind.CORRECTION, asked_by=message.role, message=message),
        _("Prepare a correction"),
        _("A revision of the entry, which names who asked. It goes to a second person like any other."),
    ),
    Act(
        "accept",
        lambda message, by, text: inbox.decide(message, by=by, status=MessageStatus.ACCEPTED, note=text),
        _("Accept"),
        _("What it asks for has been done, or will be."),
        _("What came of it, for the editors"),
    ),
    Act(
        "decline",
        lambda message, by, text: inbox.decide(message, by=by, status=MessageStatus.DECLINED, note=text),
        _("Decline"),
        _("Nothing changes on the record."),
        _("Why, for the editors"),
    ),
)
BY_NAME = {act.name: act for act in ACTS}


def acts_open(message, user):
    """The buttons that this message has now."""
    left_out = set()
    if message.status not in inbox.OPEN:
        return []
    if message.acknowledged_at:
        left_out.add("acknowledge")
    if message.verified_at:
        left_out.add("verify")
    if message.entry is None or not workflow.may("revise", message.entry, user):
        left_out.add("prepare")
    return [act for act in ACTS if act.name not in left_out]


def draft_of_reply(message):
    """The address of an empty reply that points at what the message is about; empty where no reply can."""
    replies, entry = get("replies"), message.entry
    if replies is None or entry is None or entry.status != Status.PUBLISHED:
        return ""
    points_at = [field for field in replies.model._meta.concrete_fields if field.is_relation and field.related_model is type(entry)]
    if not points_at:
        return ""
    said = {"stated_on": message.received_at.date().isoformat()}
    if message.kind == MessageKind.OFFICIAL and message.verified_at:
        said["official"] = "on"
    page = reverse(f"admin:{replies.model._meta.app_label}_{replies.model._meta.model_name}_add")
    return f"{page}?{urlencode({points_at[0].name: entry.pk, **said})}"


@admin.register(Message)
class MessageAdmin(OnlyRead, ModelAdmin):
    list_display = ("what", "from_whom", "standing", "due", "received")
    list_filter = ("status", "kind", "role")
    list_per_page = 50
    search_fields = ("about", "organisation", "name", "text")
    fields = readonly_fields = (
        "kind", "role", "about", "text", "sources", "name", "organisation", "email", "received", "status", "due", "acknowledged",
        "verified", "handled_by", "outcome_note",
    )  # fmt: skip
    change_form_template = "admin/record/message.html"

    def get_queryset(self, request):
        return inbox.in_turn(Message.objects.select_related("handled_by", "verified_by", "content_type"))

    def get_ordering(self, request):
        return ("closed", "turn", "received_at")  # as `inbox.in_turn`, unless a head is pressed

    def get_urls(self):
        act = path("<int:pk>/act/", self.admin_site.admin_view(self.act_view), name="record_message_act")
        return [act, *super().get_urls()]

    def act_view(self, request, pk):
        """A button was pressed. What is refused is said on the page, with the text as it was typed."""
        act, message = BY_NAME.get(request.POST.get("act")), self.get_object(request, str(pk))
        if act is None or message is None:
            return HttpResponseRedirect(reverse("admin:record_message_changelist"))
        try:
            with transaction.atomic():
                led_to = act.take(message, request.user, request.POST.get("text", ""))
        except REFUSALS as error:
            for sentence in sentences(error, Message):
                notes.error(request, sentence)
            request.method = "GET"
            return self.change_view(request, str(pk), extra_context={"typed": request.POST})
        notes.success(request, _t("Done: %(what)s.") % {"what": act.label})
        return HttpResponseRedirect(address_of(led_to or message))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        context, message = {"typed": {}}, self.get_object(request, object_id)
        if message:
            context |= {
                "message_read": message,
                "acts": acts_open(message, request.user),
                "act_address": reverse("admin:record_message_act", args=[message.pk]),
                "reply_address": draft_of_reply(message),
                "overdue": inbox.is_overdue(message),
                "entry_address": address_of(message.entry) if message.entry else "",
            }
        return super().change_view(request, object_id, form_url, context | (extra_context or {}))

    # Columns

    @admin.display(description=_("message"), ordering="kind")
    def what(self, message):
        return format_html("{}: {}", capfirst(message.get_kind_display()), message.about or _t("the record as a whole"))

    @admin.display(description=_("from"), ordering="organisation")
    def from_whom(self, message):
        return ", ".join(filter(None, [message.get_role_display(), message.organisation, message.name]))

    @admin.display(description=_("status"), ordering="status")
    def standing(self, message):
        return format_html('<span class="desk-mark desk-mark--{}">{}</span>', MARKS[message.status], message.get_status_display())

    @admin.display(description=_("answer due"), ordering="due_on")
    def due(self, message):
        if message.due_on is None:
            return ""
        day = date_format(message.due_on, "j F Y")
        return format_html('<span class="desk-mark desk-mark--gone">{}: {}</span>', _t("overdue"), day) if inbox.is_overdue(message) else day

    @admin.display(description=_("received"), ordering="received_at")
    def received(self, message):
        return moment(message.received_at)

    @admin.display(description=_("acknowledged"))
    def acknowledged(self, message):
        return moment(message.acknowledged_at) if message.acknowledged_at else ""

    @admin.display(description=_("sender verified"))
    def verified(self, message):
        if not message.verified_at:
            return _t("not yet")
        said = {"who": message.verified_by, "when": moment(message.verified_at), "how": message.verified_how}
        return _t("%(who)s, %(when)s: %(how)s") % said
