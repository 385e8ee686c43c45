"""Sources and editions."""

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin

from record import workflow
from record.admin.copies import CopiesOfSource
from record.admin.desk import DeskAdmin, OnlyRead
from record.admin.fields import moment
from record.admin.links import mark
from record.collection import collections
from record.models import Edition, EditionKind, Source, Status


def cited_by(source):
    """The statuses of the entries that cite it: readers see those that are public. Asked once per source."""
    if not hasattr(source, "_cited_by"):
        cited = {}
        for model, pk in source.citations.values_list("content_type__model", "object_id"):
            cited.setdefault(model, []).append(pk)
        kinds = [kind.model for kind in collections() if kind.model._meta.model_name in cited]
        source._cited_by = {
            status for kind in kinds for status in kind.objects.filter(pk__in=cited[kind._meta.model_name]).values_list("status", flat=True)
        }
    return source._cited_by


def is_public(source):
    return not cited_by(source).isdisjoint({Status.PUBLISHED, Status.RETRACTED})


@admin.register(Source)
class SourceAdmin(CopiesOfSource, DeskAdmin):
    """Any editor adds one and changes what only drafts cite; what a reader is reading or has read is a reviewer's."""

    fieldsets = [
        (_("What it is"), {"fields": ["kind", "title", "publisher", ("published_on", "language")]}),
        (_("Where it is found"), {"fields": ["document_no", "url", "archived_url", "slug"]}),
    ]
    ordering = ("slug",)  # said here: counting drops the order of the model
    list_display = ("title", "kind", "publisher", "published_on", "document_no", "address", "cited")
    list_filter = ("kind", "link", "language")
    search_fields = ("slug", "title", "publisher", "document_no", "url")
    search_help_text = _("Title, publisher, document number, key, address")
    prepopulated_fields = {"slug": ("publisher", "title")}
    change_form_template = "admin/record/source_form.html"

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(times_cited=Count("citations"))

    def get_readonly_fields(self, request, obj=None):
        return ("slug",) if obj is not None and is_public(obj) else ()

    def get_prepopulated_fields(self, request, obj=None):
        return self.prepopulated_fields if obj is None else {}

    def get_object(self, request, object_id, from_field=None):
        """An edition may follow: its turn comes before the lock of the source, as everywhere."""
        if request.method == "POST":
            workflow.take_turn()
        return super().get_object(request, object_id, from_field)

    def may_change(self, request, obj):
        return request.user.is_editor if cited_by(obj) <= {Status.DRAFT} else request.user.is_reviewer

    def has_delete_permission(self, request, obj=None):
        return request.user.is_editor and (obj is None or not obj.citations.exists())

    def save_model(self, request, obj, form, change):
        if not change or not is_public(obj):
            return super().save_model(request, obj, form, change)
        changed = [str(form.fields[name].label) for name in form.changed_data if name != "seen"]
        if not changed:
            return None
        summary = _t("Source changed (%(what)s): %(source)s") % {"what": ", ".join(changed).lower(), "source": obj.slug}
        with workflow.edition(summary, request.user, EditionKind.SOURCE):
            return super().save_model(request, obj, form, change)

    def view_on_site(self, source):
        return source.get_absolute_url() if source.shown else None

    def beside_form(self, request, obj, context):
        if obj is None:
            return {}
        copies = self.copies_of(obj)
        if not self.may_change(request, obj):
            return copies | {"note": _t("An entry that is public or in review cites it: only a reviewer changes it.")}
        if is_public(obj):
            return copies | {"note": _t("A public entry cites it: what you change here is public at once, in an edition that names you.")}
        return copies

    @admin.display(description=_("address"), ordering="link")
    def address(self, source):
        return mark(source)

    @admin.display(description=_("cited"), ordering="times_cited")
    def cited(self, source):
        return source.times_cited


@admin.register(Edition)
class EditionAdmin(OnlyRead, ModelAdmin):
    list_display = ("number", "made", "by", "summary")
    list_select_related = ("by",)
    list_per_page = 50
    search_fields = ("summary",)

    @admin.display(description=_("made"), ordering="at")
    def made(self, edition):
        return moment(edition.at)
