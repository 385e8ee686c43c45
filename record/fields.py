"""A partial date as a model field: the text an editor wrote, and the span it stands for."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from record import dates


class SpanAttribute(DeferredAttribute):
    """Reads the edge of the span off the text; nothing can set it to something else."""

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        text = getattr(instance, self.field.text_field)
        try:
            return getattr(dates.parse(text), self.field.edge) if text else None
        except dates.NotADate:
            return None

    def __set__(self, instance, value):
        """The database's own copy is the same span; keep reading it off the text."""


class SpanEdgeField(models.DateField):
    """The `earliest` or `latest` day of a PartialDateField; also written by a trigger, so that both agree."""

    descriptor_class = SpanAttribute

    def __init__(self, text_field=None, edge=None, **kwargs):
        self.text_field, self.edge = text_field, edge
        super().__init__(**{"null": True, "editable": False, "blank": True, **kwargs})

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "text_field": self.text_field, "edge": self.edge}

    def contribute_to_class(self, cls, name, **kwargs):
        if any(field.name == name for field in cls._meta.local_fields):
            return  # a copy of the model (an event table, a migration) that lists it again
        super().contribute_to_class(cls, name, **kwargs)


class PartialDateField(models.CharField):
    """EDTF text, with `<name>_earliest` and `<name>_latest` beside it (dates, or null where unknown)."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": 11, "blank": True, "default": "", **kwargs})

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        if cls.__module__ == "__fake__" or cls._meta.abstract:
            return
        for edge in ("earliest", "latest"):
            SpanEdgeField(text_field=name, edge=edge).contribute_to_class(cls, f"{name}_{edge}")

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if value:
            try:
                dates.parse(value)
            except dates.NotADate as reason:
                raise ValidationError(str(reason), code="not_a_date") from None


def partial_date_fields(model):
    """The names of a model's partial dates."""
    return [field.name for field in model._meta.local_fields if isinstance(field, PartialDateField)]
