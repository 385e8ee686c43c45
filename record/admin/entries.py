"""What the desk shows of every kind of entry. A kind adds the order of its fields and where to search."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from record import collection, workflow
from record.admin.beginning import BegunFromOthers, begun_from, sources_after
from record.admin.citations import CitationInline
from record.admin.desk import DeskAdmin
from record.admin.fields import moment
from record.admin.forms import EntryForm, version
from record.admin.panel import MARKS, EntryPanel
from record.admin.stepping import Stepping, address_of
from record.models import Comment, Review


class ReadingFilter(admin.SimpleListFilter):
    title, parameter_name = _("reading"), "reading"

    def lookups(self, request, model_admin):
        return [("compiled", _("not yet read by a second person")), ("read", _("read against its source"))]

    def queryset(self, request, entries):
        return entries if self.value() is None else entries.filter(reviewer__isnull=self.value() == "compiled")


class EntryAdmin(BegunFromOthers, Stepping, DeskAdmin):
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
        return workflow.may("delete", obj, request.user)

    # Saving

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """A new entry that is begun from another begins with its sources; what is sent back is compared with empty rows."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if request.method == "GET" and isinstance(inline, CitationInline) and not obj.pk:
            kwargs["initial"] = sources_after(begun_from(request), self.model, request.user)
        return kwargs

    def save_model(self, request, obj, form, change):
        obj.author = obj.author or request.user
        super().save_model(request, obj, form, change)

    def response_post_save_add(self, request, obj):
        return self.after_saving(request, obj)

    def response_post_save_change(self, request, obj):
        return self.after_saving(request, obj)

    def delete_model(self, request, obj):
        """With what was said of it."""
        Comment.objects.of(obj).delete()
        Review.objects.of(obj).delete()
        super().delete_model(request, obj)

    def beside_form(self, request, obj, context):
        if obj is None:
            return {"begun_from": begun_from(request), "submits_at_once": not context["is_popup"]}
        return {
            "panel": EntryPanel(obj, request.user, context.get("typed")),
            "step_address": address_of(obj, "step"),
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
