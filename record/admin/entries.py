"""What the desk shows of every kind of entry. A kind adds the order of its fields and where to search."""

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from record import collection, workflow
from record.admin.citations import CitationInline
from record.admin.desk import DeskAdmin
from record.admin.fields import moment
from record.admin.forms import EntryForm, changed_meanwhile, version
from record.admin.refusals import REFUSALS, sentences
from record.admin.steps import BY_ACTION, MARKS, Panel


class ReadingFilter(admin.SimpleListFilter):
    title, parameter_name = _("reading"), "reading"

    def lookups(self, request, model_admin):
        return [("compiled", _("not yet read by a second person")), ("read", _("read against its source"))]

    def queryset(self, request, entries):
        return entries if self.value() is None else entries.filter(reviewer__isnull=self.value() == "compiled")


class EntryAdmin(DeskAdmin):
    """A kind declares `parts` (heading, fields) in the order of the work, and `search_fields`."""

    form = EntryForm
    inlines = (CitationInline,)
    parts = ()
    list_display = ("title", "standing", "reading", "author", "changed")
    list_filter = ("status", ReadingFilter, ("author", admin.RelatedOnlyFieldListFilter))
    view_on_site = False  # the panel has the link
    change_form_template = "admin/record/entry_form.html"

    def get_fieldsets(self, request, obj=None):
        address = (_("Address"), {"fields": ["slug"], "classes": ["collapse"]})
        return [*((heading, {"fields": fields}) for heading, fields in self.parts), address]

    def get_autocomplete_fields(self, request):
        return [field.name for field in self.opts.fields if field.many_to_one and field.editable]

    def get_queryset(self, request):
        related = collection.of(self.model).related
        return super().get_queryset(request).select_related("author", "reviewer", *related)

    # Who may: the rules of the workflow, not those of Django's permissions

    def may_change(self, request, obj):
        return workflow.may("edit", obj, request.user)

    def has_delete_permission(self, request, obj=None):
        if obj is None:
            return request.user.is_editor
        return workflow.may("edit", obj, request.user) and obj.author_id == request.user.pk and not obj.published_at

    # Saving

    def save_model(self, request, obj, form, change):
        obj.author = obj.author or request.user
        super().save_model(request, obj, form, change)

    def response_post_save_add(self, request, obj):
        return self._after(request, obj)

    def response_post_save_change(self, request, obj):
        return self._after(request, obj)

    def _after(self, request, obj):
        """The entry stays on the desk until it is closed; “Save and submit” goes one step further."""
        if "_submit" in request.POST:
            self._take(request, obj, BY_ACTION["submit"], "")
        return HttpResponseRedirect(self._address(obj))

    def _address(self, obj, name="change"):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{name}", args=[obj.pk])

    # The steps of the workflow

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_step"
        return [path("<path:object_id>/step/", self.admin_site.admin_view(self.step_view), name=name), *super().get_urls()]

    def step_view(self, request, object_id):
        """A button of the panel was pressed. What is refused is said on the page, with the text as it was typed."""
        with transaction.atomic():
            entry = self.get_object(request, object_id)
            if entry is None:
                return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
            step = BY_ACTION.get(request.POST.get("action"))
            done = step and self._may_still(request, entry) and self._take(request, entry, step, request.POST.get("text", ""))
        if done or step is None:
            return HttpResponseRedirect(self._address(entry))
        request.method = "GET"
        return self.change_view(request, object_id, extra_context={"typed": request.POST})

    def _may_still(self, request, entry):
        if request.POST.get("seen") == version(entry):
            return True
        messages.error(request, changed_meanwhile(entry, request.user))
        messages.error(request, _("Nothing was done. Read it again as it stands now."))
        return False

    def _take(self, request, entry, step, text):
        try:
            with transaction.atomic():
                step.take(entry, request.user, text)
        except REFUSALS as error:
            for sentence in sentences(error, self.model):
                messages.error(request, sentence)
            return False
        messages.success(request, step.done)
        return True

    def beside_form(self, request, obj, context):
        if obj is None:
            return {}
        return {
            "panel": Panel(obj, request.user, context.get("typed")),
            "step_address": self._address(obj, "step"),
            "seen": version(obj),
        }

    # Columns

    @admin.display(description=_("title"), ordering="slug")
    def title(self, entry):
        return str(entry)

    @admin.display(description=_("status"), ordering="status")
    def standing(self, entry):
        return format_html('<span class="desk-mark desk-mark--{}">{}</span>', MARKS[entry.status], entry.get_status_display())

    @admin.display(description=_("last changed"), ordering="updated_at")
    def changed(self, entry):
        return moment(entry.updated_at)

    @admin.display(description=_("reading"), ordering="reviewed_at")
    def reading(self, entry):
        if not entry.is_public:
            return ""
        return _("read") if entry.reviewer_id else _("compiled")
