"""What every page of the desk shares: editors see everything, and a refused or stale form is told so."""

from unfold.admin import ModelAdmin

from record.admin.fields import WordsAndDays
from record.admin.forms import DeskForm
from record.admin.refusals import RefusalsMixin


class SeenByEditors:
    """For a ModelAdmin: who signs in as an editor or a reviewer sees it and may add to it."""

    def has_module_permission(self, request):
        return request.user.is_editor

    def has_view_permission(self, request, obj=None):
        return request.user.is_editor

    def has_add_permission(self, request):
        return request.user.is_editor


class DeskAdmin(SeenByEditors, WordsAndDays, RefusalsMixin, ModelAdmin):
    form = DeskForm
    list_per_page = 50
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

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """One way to save. A form that was refused has changed its object: the rest of the page shows what is stored."""
        context |= {"show_save_and_continue": False, "show_save_and_add_another": False}
        if obj is not None and request.method == "POST":
            obj = context["original"] = self.get_queryset(request).get(pk=obj.pk)
        return super().render_change_form(request, context | self.beside_form(request, obj, context), add, change, form_url, obj)

    def beside_form(self, request, obj, context):
        """What else the page of a stored thing says."""
        return {}

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"refusal": getattr(request, "refusal", None), "user": request.user})
