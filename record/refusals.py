"""What the database or the workflow refuses, in words."""

from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import DataError, IntegrityError
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
