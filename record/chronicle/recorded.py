"""Which public Columns stand in the history of an entry's own row, and which in that of its links."""

from django.db.models import F

from record.day import today
from record.exchange import field_of

SOURCE_FIELDS = ("kind", "title", "publisher", "published_on", "document_no", "url", "archived_url", "language")
CITATION_FIELDS = ("field", "source_id", "stance", "locator", "rival_value", "reason", "quotation", "consulted")


def own_columns(collection):
    """[(column, field)]: stored in the entry's own row, typed or computed. What is computed for a day is in none."""
    found = []
    for column in collection.columns:
        field = _own_field(collection.model, column)
        if field is not None:
            found.append((column, field))
    return found


def _own_field(model, column):
    if column.kind in ("slug", "refs"):
        return None
    if column.stored:
        return model._meta.get_field(field_of(column))
    expression = column.computed(today())
    names = {field.name: field for field in model._meta.concrete_fields}
    return names.get(expression.name) if type(expression) is F else None


def link_columns(collection):
    """[(column, many-to-many field)]"""
    return [(column, collection.model._meta.get_field(column.source_path)) for column in collection.columns if column.kind == "refs"]


def history_of(model):
    """The model of a tracked model's history."""
    return model.history.rel.related_model
