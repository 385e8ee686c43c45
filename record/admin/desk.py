"""What every page of the desk shares: editors see everything; what is refused is said there, and nothing typed is lost."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpResponseRedirect
from unfold.admin import ModelAdmin

from record.admin.fields import WordsAndDays
from record.admin.forms import DeskForm
from record.refusals import DATABASE_REFUSALS, REFUSALS, sentences


class SeenByEditors:
    """For a ModelAdmin: who signs in as an editor or a reviewer sees it and may add to it."""

    def has_module_permission(self, request):
        return request.user.is_editor

    def has_view_permission(self, request, obj=None):
        return request.user.is_editor

    def has_add_permission(self, request):
        return request.user.is_editor


class OnlyRead(SeenByEditors):
    """For what the worker, the workflow or a reader has written: nobody adds, changes or deletes it on the desk."""

    actions = None

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    has_delete_permission = has_change_permission


class DeskAdmin(SeenByEditors, WordsAndDays, ModelAdmin):
    form = DeskForm
    list_per_page = 50
    list_filter_sheet = False
    actions = None
    warn_unsaved_form = True

    def may_change(self, request, obj):
        raise NotImplementedError

    def has_change_permission(self, request, obj=None):
        if obj is None or getattr(request, "refusal", None):  # a refused form is shown again, and refuses itself
            return request.user.is_editor
        return self.may_change(request, obj)

    def get_object(self, request, object_id, from_field=None):
        """What is about to change is locked, so that the version compared is the version replaced."""
        found = super().get_object(request, object_id, from_field)
        if found and request.method == "POST":
            return self.model.objects.select_for_update().filter(pk=found.pk).first()
        return found

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"refusal": getattr(request, "refusal", None), "user": request.user})

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """One way to save. A form that was refused has changed its object: the rest of the page shows what is stored."""
        context |= {"show_save_and_continue": False, "show_save_and_add_another": False}
        if obj is not None and request.method == "POST":
            obj = context["original"] = self.get_queryset(request).get(pk=obj.pk)
        return super().render_change_form(request, context | self.beside_form(request, obj, context), add, change, form_url, obj)

    def beside_form(self, request, obj, context):
        """What else the page of a stored thing says."""
        return {}

    # What is refused

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Once more after a refusal, which the form then makes its own (`DeskForm.refusal`)."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except REFUSALS as error:
            if request.method != "POST":
                raise
            request.refusal = error
            response = super().changeform_view(request, object_id, form_url, extra_context)
            response.status_code = 403 if isinstance(error, PermissionDenied) else 409
            return response

    def delete_view(self, request, object_id, extra_context=None):
        try:
            return super().delete_view(request, object_id, extra_context)
        except DATABASE_REFUSALS as error:
            return self._back(request, error)

    def changelist_view(self, request, extra_context=None):
        try:
            return super().changelist_view(request, extra_context)
        except DATABASE_REFUSALS as error:
            return self._back(request, error)

    def _back(self, request, error):
        for sentence in sentences(error, self.model):
            messages.error(request, sentence)
        return HttpResponseRedirect(request.path)

    def save_related(self, request, form, formsets, change):
        """Deferred triggers speak here, not at commit, when the page would have said that all is well."""
        super().save_related(request, form, formsets, change)
        connection.check_constraints()

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        connection.check_constraints()
