"""Removes a text for good: from live pages, from the history, from archived copies, from what editors alone see.

The one change of the past that the record knows. It leaves a notice (that something was removed, where, why) and is
made in an edition, so that no cached page outlives it. Other stores of what was public register here how they forget.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pghistory
import pgtrigger
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from psycopg import sql

from record import derived
from record.archive import store
from record.archive.words import PAGES, words
from record.fields import PartialDateField
from record.models import (
    ArchivedCopy,
    AskedBy,
    Citation,
    Comment,
    Correction,
    Edition,
    EditionKind,
    LinkCheck,
    Message,
    NoticeKind,
    Reading,
    Review,
    Revision,
    Source,
    SweepDifference,
    Withholding,
)  # fmt: skip
from record.workflow.editions import edition

REMOVED = "[redacted]"
PRIVATE = (Revision, Review, Comment, Message, Withholding, LinkCheck)

_stores: list[tuple[str, Callable]] = []


def register(name):
    """Decorator: `forget(text, replacement)` removes a text from a store (past packages, deliveries) and returns how often it was there."""

    def wrap(forget):
        _stores.append((name, forget))
        return forget

    return wrap


@dataclass
class Report:
    """How many rows or files had the text, by place; the fields of the entry; where it still stands."""

    removed: dict = field(default_factory=dict)
    fields: list = field(default_factory=list)
    remains: list = field(default_factory=list)
    unsearched: list = field(default_factory=list)  # sources with archived copies that cannot be searched


def redact(entry, text, *, reason, by=None, asked_by=AskedBy.EDITOR, forget_copies=False):
    """Remove a text, in whatever case it is written, from an entry and all that belongs to it. Returns a Report.

    An archived copy that has it goes as a whole; one that cannot be searched (a PDF) only with `forget_copies`.
    """
    report = Report()
    with edition("Redaction", by, EditionKind.REDACTION) as made, pgtrigger.ignore(*_append_only()):
        report.fields = _fields_with(entry, text)
        sources = list(Source.objects.filter(pk__in=_sources_ever_cited(entry)))
        for model, condition, values in _places(entry, sources):
            _replace(report, model, text, condition, values)
        _forget_copies(report, sources, text, forget_copies)
        for name, forget in _stores:
            _count(report, name, forget(text, REMOVED))
        changes = [{"field": name, "before": "", "after": REMOVED} for name in report.fields]
        Correction.objects.create(edition=made, entry=entry, kind=NoticeKind.REDACTION, what_was_wrong=reason, asked_by=asked_by, changes=changes)
        derived.recompute([entry])
        entry.refresh_from_db()
    report.remains = list(_where_it_remains(text))
    return report


def _forget_copies(report, sources, text, all_of_them):
    for source in sources:
        found = {_copy_has(copy, text) for copy in source.copies.exclude(name="")}
        if True in found or (found and all_of_them):
            store.forget(source)
            _count(report, "archived copies", 1)
        elif None in found:
            report.unsearched.append(source.slug)


def _copy_has(copy, text):
    """Whether an archived copy has the text; None where it cannot be searched."""
    if not copy.media_type.startswith("text/") and copy.media_type not in PAGES:
        return None
    try:
        with store.opened(copy) as file:
            body = file.read()
    except store.StoreError:
        return False
    plain = f"{words(body, copy.media_type) or ''} {body.decode('utf-8', errors='replace')}"
    return re.search(r"\s+".join(map(re.escape, text.split())), plain, re.IGNORECASE) is not None


def _append_only():
    """The triggers that keep histories from being changed."""
    return [f"{model._meta.label}:append_only" for model in apps.get_models() if issubclass(model, pghistory.models.Event)]


def _sources_ever_cited(entry):
    history = Citation.history.rel.related_model.objects.filter(content_type=ContentType.objects.get_for_model(entry), object_id=entry.pk)
    return set(history.values_list("source_id", flat=True)) | set(entry.citations.values_list("source_id", flat=True))


def _places(entry, sources):
    """(model, condition, values) of every table that may have it: those of the entry, its sources, and what is private."""
    own, kind = [entry.pk], [ContentType.objects.get_for_model(entry).pk, entry.pk]
    of_entry = "content_type_id = %s AND object_id = %s"
    yield _history(type(entry)), "pgh_obj_id = %s", own
    yield type(entry), "id = %s", own
    yield _history(Citation), of_entry, kind
    yield Citation, of_entry, kind
    yield Correction, of_entry, kind
    for model in (Reading, SweepDifference):
        yield model, "collection = %s AND slug = %s", [entry.collection, entry.slug]
    pks = [[source.pk for source in sources]]
    yield _history(Source), "pgh_obj_id = ANY(%s)", pks
    yield Source, "id = ANY(%s)", pks
    yield ArchivedCopy, "source_id = ANY(%s)", pks
    for model in PRIVATE:
        yield model, "true", []
    yield Edition, "true", []
    yield pghistory.models.Context, "true", []


def _history(model):
    return model.history.rel.related_model


def _free_texts(model):
    """The columns in which somebody writes; not addresses, choices and dates."""
    for column in model._meta.concrete_fields:
        free = isinstance(column, models.CharField | models.TextField | models.JSONField | ArrayField)
        if (
            free
            and not column.name.startswith("pgh_")
            and not column.choices
            and not isinstance(column, PartialDateField | models.SlugField)
            and not column.is_relation
        ):
            yield column


def _replace(report, model, text, condition, values):
    table = sql.Identifier(model._meta.db_table)
    with connection.cursor() as cursor:
        for column in _free_texts(model):
            name, kind = sql.Identifier(column.column), sql.SQL(column.db_type(connection))
            pattern = _pattern(_as_json(text) if isinstance(column, models.JSONField) else text)
            statement = sql.SQL(
                "UPDATE {table} SET {name} = regexp_replace({name}::text, %s, %s, 'gi')::{kind} WHERE {name}::text ~* %s AND {condition}"
            ).format(table=table, name=name, kind=kind, condition=sql.SQL(condition))
            cursor.execute(statement.as_string(connection.connection), [pattern, REMOVED, pattern, *values])
            _count(report, str(model._meta.verbose_name_plural), cursor.rowcount)


def _count(report, place, number):
    if number:
        report.removed[place] = report.removed.get(place, 0) + number


def _pattern(text):
    """A regular expression of PostgreSQL for these words, whatever white space parts them."""
    return r"\s+".join(re.sub(r"([^\w])", r"\\\1", word) for word in text.split())


def _as_json(text):
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _fields_with(entry, text):
    """Names of the fields of the entry that have it, now or in their history."""
    found, pattern = [], _pattern(text)
    history = _history(type(entry)).objects.filter(pgh_obj_id=entry.pk)
    for column in _free_texts(type(entry)):
        if (
            column.editable
            and history.annotate(as_text=models.functions.Cast(column.name, models.TextField())).filter(as_text__iregex=pattern).exists()
        ):
            found.append(column.name)
    return found


def _where_it_remains(text):
    """Rows of other entries, of sources and of addresses that still have it."""
    for model in apps.get_models():
        if model._meta.app_label in {"sessions", "admin", "auth", "contenttypes", "pghistory"}:
            continue
        columns = [c for c in model._meta.concrete_fields if isinstance(c, models.CharField | models.TextField | models.JSONField | ArrayField)]
        for column in columns:
            pattern = _pattern(_as_json(text) if isinstance(column, models.JSONField) else text)
            if isinstance(column, models.SlugField):
                pattern = _pattern(text.lower().replace(" ", "-"))
            rows = model._base_manager.annotate(as_text=models.functions.Cast(column.name, models.TextField())).filter(as_text__iregex=pattern)
            number = rows.count()
            if number:
                yield f"{model._meta.label}.{column.name}: {number}"
