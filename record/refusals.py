"""What the database or the workflow refuses, in words."""

from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import DataError, IntegrityError
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from record.fields import SpanEdgeField

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


def place_of(error, thing):
    """The name of the field at which a refusal by the database is said; empty: it is said of the thing as a whole."""
    said = getattr(error.__cause__, "diag", None)
    return place_of_constraint(said.constraint_name, thing) if said and said.constraint_name else ""


def place_of_constraint(name, thing):
    """The same for a constraint or trigger by its name: the last field that the part that fails speaks of.

    Where that is not the one to look at, or a trigger refuses, the model says so (`refused_at`).
    """
    constraint = next((constraint for constraint in thing._meta.constraints if constraint.name == name), None)
    if name in getattr(thing, "refused_at", {}):
        return thing.refused_at[name]
    if isinstance(constraint, CheckConstraint):
        spoken_of = _failing_part(constraint.condition, thing).referenced_base_fields
    elif isinstance(constraint, UniqueConstraint):
        spoken_of = constraint.fields
    else:
        spoken_of = ()
    typed = {_typed(thing._meta.get_field(name)) for name in spoken_of}
    return next((field.name for field in reversed(thing._meta.concrete_fields) if field.name in typed and field.editable), "")


def _failing_part(condition, thing):
    """Of a condition all of whose parts are to hold, the first that does not; else the condition."""
    for part in condition.children if condition.connector == Q.AND and not condition.negated else ():
        try:
            CheckConstraint(condition=Q(part), name="part").validate(type(thing), thing)
        except ValidationError:
            return Q(part)
    return condition


def _typed(field):
    """The name of the field that is typed: a span is read off its partial date."""
    return field.text_field if isinstance(field, SpanEdgeField) else field.name
