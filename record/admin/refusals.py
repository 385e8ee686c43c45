"""What the database or the workflow refuses, said on the page in words and with nothing typed lost."""

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, connection
from django.http import HttpResponseRedirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _

DATABASE_REFUSALS = (IntegrityError, DataError)
REFUSALS = (*DATABASE_REFUSALS, ValidationError, PermissionDenied)
UNIQUE_VIOLATION = "23505"


def sentences(error, model=None):
    """What was refused, as sentences; `model` gives the labels of its fields."""
    if isinstance(error, ValidationError):
        if not hasattr(error, "error_dict"):
            return error.messages
        return [_with_label(model, name, text) for name, texts in error.message_dict.items() for text in texts]
    if isinstance(error, PermissionDenied):
        return [str(error) or _("This is not open to you.")]
    return [_of_database(error)]


def _with_label(model, name, text):
    if name == NON_FIELD_ERRORS or model is None:
        return text
    return f"{capfirst(str(model._meta.get_field(name).verbose_name))}: {text}"


def _of_database(error):
    """A trigger speaks for itself; for a constraint its model has the sentence."""
    said = getattr(error.__cause__, "diag", None)
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if said and constraint.name == said.constraint_name:
                return str(constraint.get_violation_error_message())
    if said and said.sqlstate == UNIQUE_VIOLATION:
        return _("This is on record already: %(what)s") % {"what": said.message_detail}
    return said.message_primary if said and said.message_primary else str(error)


class RefusalsMixin:
    """For a ModelAdmin. The form of a refused request is shown again and refuses itself (`DeskForm.refusal`)."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
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
