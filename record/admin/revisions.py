"""The desk's page of a revision: what would change, the form of the entry's kind, the steps; and the list of them."""

from django.contrib import admin
from django.contrib.admin import helpers
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Case, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat, NullIf, Trim
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from unfold.forms import AdminForm

from record import workflow
from record.admin.desk import DeskAdmin
from record.admin.fields import moment
from record.admin.forms import version
from record.admin.marked import marked
from record.admin.panel import MARKS, RevisionPanel
from record.admin.proposal import Writing
from record.admin.stepping import Stepping, address_of
from record.collection import collections
from record.models import Review, Revision, Source, Status
from record.models.revision import OPEN
from record.refusals import REFUSALS
from record.workflow.proposals import citation_in_words, conflicts, differences, proposal_of, stand_of
from record.workflow.resting import links_of
from record.workflow.revisions import conflicts_in_words

NAME = Coalesce(
    NullIf(Trim(Concat("assigned_to__first_name", Value(" "), "assigned_to__last_name")), Value("")), "assigned_to__username"
)  # as `Editor.__str__` says it


def with_entries(found):
    """Revisions with their entries, and with what the titles of these name."""
    return found.prefetch_related(GenericPrefetch("entry", [kind.with_related(kind.model.objects.all()) for kind in collections()]))


@admin.register(Revision)
class RevisionAdmin(Stepping, DeskAdmin):
    list_display = ("title", "what", "standing", "author", "assigned", "changed")
    list_filter = ("status", "kind", ("author", admin.RelatedOnlyFieldListFilter))
    ordering = (Case(When(status__in=OPEN, then=Value(0)), default=Value(1)).asc(), "-pk")  # open ones first
    change_form_template = "admin/record/revision_form.html"

    def get_queryset(self, request):
        reviews = Review.objects.filter(content_type__app_label="record", content_type__model="revision", object_id=OuterRef("pk"))
        found = super().get_queryset(request).select_related("author", "reviewer", "edition")
        return with_entries(found.annotate(asked=Subquery(reviews.annotate(name=NAME).values("name")[:1])))

    # Who may: a revision is begun on the page of its entry

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def may_change(self, request, obj):
        return workflow.may("edit", obj, request.user)

    def model_of(self, thing):
        return type(thing.entry)

    # Its page

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id is None or not self.has_view_permission(request):
            raise PermissionDenied
        with transaction.atomic():
            revision = self.get_object(request, unquote(object_id))
            if revision is None:
                return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
            kind_admin = self.admin_site.get_model_admin(type(revision.entry))
            writing, status = self._write(request, revision, kind_admin)
        if status == 302:
            return self.after_saving(request, revision)
        request.refusal = writing.fields.refusal  # the form is shown as it was typed, though it is refused
        context = self._forms(request, revision, writing, kind_admin) | (extra_context or {})
        response = self.render_change_form(request, context, change=True, obj=revision, form_url=form_url)
        response.status_code = status
        return response

    def _write(self, request, revision, kind_admin):
        """What was typed, and the status of the answer."""
        writing = Writing(request, revision, kind_admin)
        if request.method != "POST" or (self.may_change(request, revision) and not writing.is_valid()):
            return writing, 200
        try:
            with transaction.atomic():
                writing.save(request.user) if self.may_change(request, revision) else self._refuse()
            return writing, 302
        except REFUSALS as error:
            writing = Writing(request, revision, kind_admin, refusal=error)
            writing.is_valid()
            return writing, 403 if isinstance(error, PermissionDenied) else 409

    def _refuse(self):
        raise PermissionDenied

    def _forms(self, request, revision, writing, kind_admin):
        """What the template of a form needs; what may not be changed is only shown."""
        open_ = self.has_change_permission(request, revision)
        parts = [(heading, {"fields": fields}) for heading, fields in kind_admin.parts]
        links = [link.name for link in links_of(kind_admin.model)]
        if open_ and links:
            parts.append((_t("Beside it"), {"fields": links}))
        names = [name for _heading, options in parts for name in options["fields"]]
        form = AdminForm(writing.fields, parts, {}, () if open_ else _flat(names), model_admin=kind_admin)
        about = AdminForm(writing.about, [(_t("Why it is changed"), {"fields": list(writing.about.fields)})], {}, (), model_admin=self)
        inline = helpers.InlineAdminFormSet(
            writing.inline, writing.citations, writing.inline.get_fieldsets(request, revision.entry), {}, (), model_admin=kind_admin
        )
        errors = helpers.AdminErrorList(writing.fields, [writing.citations])
        errors.extend(writing.about.errors.values())
        return {
            **self.admin_site.each_context(request),
            "title": str(revision),
            "subtitle": None,
            "adminform": form,
            "about": about,
            "inline_admin_formsets": [inline] if open_ else [],
            "errors": errors,
            "media": self.media + form.media + writing.about.media + inline.media,
            "original": revision,
            "object_id": revision.pk,
            "is_popup": False,
            "to_field": None,
            "preserved_filters": self.get_preserved_filters(request),
        }

    def beside_form(self, request, obj, context):
        base, proposal, found = obj.base, proposal_of(obj), []
        if obj.status in OPEN:
            base = stand_of(obj.entry)
            found = conflicts(obj, base)
        return {
            "conflicts": conflicts_in_words(obj, base, found) if found else [],
            "panel": RevisionPanel(obj, request.user, context.get("typed")),
            "step_address": address_of(obj, "step"),
            "seen": version(obj),
            "differences": [(label, *marked(was, then)) for _name, label, was, then in differences(obj.entry, base, proposal)],
            "cited": _citations_in_words(obj),
            "has_open_form": self.has_change_permission(request, obj),
            "is_open": obj.status in OPEN,
        }

    # Columns

    @admin.display(description=_("entry"))
    def title(self, revision):
        return str(revision.entry)

    @admin.display(description=_("kind"), ordering="kind")
    def what(self, revision):
        return revision.short_kind

    @admin.display(description=_("status"), ordering="status")
    def standing(self, revision):
        return format_html('<span class="desk-mark desk-mark--{}">{}</span>', MARKS[revision.status], revision.get_status_display())

    @admin.display(description=_("to be read by"), ordering="asked")
    def assigned(self, revision):
        return revision.asked or "" if revision.status in (Status.DRAFT, Status.IN_REVIEW) else ""

    @admin.display(description=_("last changed"), ordering="updated_at")
    def changed(self, revision):
        return moment(revision.updated_at)


def _flat(names):
    return [name for part in names for name in ([part] if isinstance(part, str) else part)]


def _citations_in_words(revision):
    sources = Source.objects.in_bulk({citation["source"] for citation in revision.citations})
    return [capfirst(citation_in_words(citation, type(revision.entry), sources)) for citation in revision.citations]
