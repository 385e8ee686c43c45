"""The emergency door on the desk: what is withheld, since when, and the decision of a second person."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin

from record.admin.desk import OnlyRead
from record.admin.fields import moment
from record.models import Decision, Withholding
from record.refusals import REFUSALS, sentences
from record.workflow import holds


@dataclass(frozen=True)
class Choice:
    """A button of a second person."""

    action: str
    take: Any
    label: Any
    means: Any


CHOICES = (
    Choice("restore", holds.restore, _("Show again"), _("It was right. All that was taken along is public again, in a new edition.")),
    Choice("confirm", holds.confirm, _("Keep withheld"), _("It stays off the site, and its address says so, while it is examined.")),
    Choice(
        "seal",
        holds.seal,
        _("Seal"),
        _(
            "It is under seal, or would expose somebody. No page, download or earlier edition has it, and its address answers as if it had never been."
        ),
    ),
)


@admin.register(Withholding)
class WithholdingAdmin(OnlyRead, ModelAdmin):
    list_display = ("what", "standing", "at_time", "by")
    list_filter = ("decision",)
    list_select_related = ("by", "decided_by")
    list_per_page = 50
    fields = readonly_fields = ("what", "reason", "by", "at_time", "taken", "decision", "decided_by", "decided")
    change_form_template = "admin/record/withholding.html"

    def get_urls(self):
        decide = path("<int:pk>/decide/", self.admin_site.admin_view(self.decide_view), name="record_withholding_decide")
        return [decide, *super().get_urls()]

    def decide_view(self, request, pk):
        """A button was pressed."""
        choice = next((choice for choice in CHOICES if choice.action == request.POST.get("action")), None)
        withholding = self.get_object(request, str(pk))
        if choice and withholding:
            try:
                with transaction.atomic():
                    choice.take(withholding, by=request.user)
                messages.success(request, _t("Done: %(what)s.") % {"what": choice.label})
            except REFUSALS as error:
                for sentence in sentences(error):
                    messages.error(request, sentence)
        return HttpResponseRedirect(reverse("admin:record_withholding_change", args=[pk]))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        withholding = self.get_object(request, object_id)
        context = {}
        if withholding:
            context = {
                "choices": CHOICES if holds.may_decide(withholding, request.user) else (),
                "own": withholding.by_id == request.user.pk,
                "decide_address": reverse("admin:record_withholding_decide", args=[withholding.pk]),
                "withholding": withholding,
            }
        return super().change_view(request, object_id, form_url, (extra_context or {}) | context)

    @admin.display(description=_("withheld"))
    def what(self, withholding):
        return withholding.entries[0]

    @admin.display(description=_("with all that points to it"))
    def taken(self, withholding):
        return "\n".join(withholding.entries[1:]) or _t("nothing else")

    @admin.display(description=_("withheld at"), ordering="at")
    def at_time(self, withholding):
        return moment(withholding.at)

    @admin.display(description=_("decided at"))
    def decided(self, withholding):
        return moment(withholding.decided_at) if withholding.decided_at else ""

    @admin.display(description=_("decision"), ordering="decision")
    def standing(self, withholding):
        if withholding.decision == Decision.PENDING and withholding.is_overdue:
            return format_html('<span class="desk-mark desk-mark--gone">{}</span>', _t("overdue: a second person was to decide within a day"))
        mark = {"": "planned", "confirmed": "full", "sealed": "full", "restored": "open"}[withholding.decision]
        return format_html('<span class="desk-mark desk-mark--{}">{}</span>', mark, withholding.get_decision_display())
