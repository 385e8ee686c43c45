"""The record as it stood at an edition: a schema of views with the tables' own names, and the door into it.

Inside `known(number)` the same models, FilterSets, templates and exports answer from the history. A view
gives of each row its last event up to that edition, if it is public; what is held now is in none of them, at
any edition. A queryset that is read after the block gives today's rows: answer and rendering belong inside.
"""

from contextlib import contextmanager

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import connections, transaction

from record.models import Edition, Entry, Source, Stamped

SCHEMA = "known"
NUMBER = "current_setting('record.known')::int"


@contextmanager
def known(number):
    """The record as it stood at the edition of this number, for all queries inside; nothing can be written."""
    connection = connections["default"]
    with snapshot(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('search_path'), current_setting('record.known', true), to_regnamespace(%s) IS NOT NULL", [SCHEMA])
        path, before, there = cursor.fetchone()
        if not there:  # the tables would answer, with today's rows
            raise ImproperlyConfigured("The views of the record's history are missing: run `manage.py migrate`.")
        cursor.execute("SELECT set_config('search_path', %s, true), set_config('record.known', %s, true)", [f"{SCHEMA}, public", str(int(number))])
        try:
            yield
        finally:
            if not connection.needs_rollback:  # a setting outlives the savepoint that it was made in
                cursor.execute("SELECT set_config('search_path', %s, true), set_config('record.known', %s, true)", [path, before or ""])


@contextmanager
def snapshot():
    """All queries inside see the record at one moment: no page mixes two editions. Inside a transaction it changes nothing."""
    connection = connections["default"]
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def make_views(using="default", **kwargs):
    """After the migrations: one view for each tracked table, and for each that is stamped with its edition."""
    connection = connections[using]
    drop_views(using)
    with transaction.atomic(using), connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {SCHEMA}")
        for model in apps.get_models():
            select = _select(connection, model)
            if select:
                cursor.execute(f"CREATE VIEW {SCHEMA}.{model._meta.db_table} AS {select}")


def drop_views(using="default", **kwargs):
    """Before the migrations: a view would keep the columns that it reads from being changed."""
    with connections[using].cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")


def _select(connection, model):
    table = model._meta.db_table
    if model is Edition:
        return f"SELECT t.* FROM public.{table} t, (SELECT {NUMBER} AS number) k WHERE t.number <= k.number"
    if issubclass(model, Stamped):
        return f"SELECT t.* FROM public.{table} t, (SELECT {NUMBER} AS number) k WHERE t.edition_id <= k.number"
    if _history_of(model):
        return _select_from_history(connection, model)
    return None


def _history_of(model):
    relation = getattr(model, "history", None)
    return relation.rel.related_model._meta.db_table if hasattr(relation, "rel") else None


def _select_from_history(connection, model):
    """The last event of each row up to the number; joined with it, so that no such view can be written through."""
    history, columns = _history_of(model), ["e.pgh_obj_id AS id"]
    generated = _generated_columns(connection, model._meta.db_table)
    for field in model._meta.concrete_fields:
        if field.column in generated:
            columns.append(f"{generated[field.column]} AS {field.column}")
        elif not field.primary_key:
            columns.append(f"e.{field.column}")
    # A source that no public entry cites any more is edited as a draft again: that is in no edition.
    first = 1 if model is Source else 0
    conditions = [
        f"e.pgh_edition BETWEEN {first} AND k.number",
        "e.pgh_label <> 'delete'",
        f"NOT EXISTS (SELECT 1 FROM public.{history} l WHERE l.pgh_obj_id = e.pgh_obj_id AND l.pgh_id > e.pgh_id "
        f"AND l.pgh_edition BETWEEN {first} AND k.number)",
    ]
    if issubclass(model, Entry):
        conditions += ["e.status IN ('published', 'retracted')", _not_held(model, "id", "pgh_obj_id")]
        pointing = (field for field in model._meta.concrete_fields if field.is_relation and issubclass(field.related_model, Entry))
        conditions += [_not_held(field.related_model, field.target_field.column, field.column) for field in pointing]
    return f"SELECT {', '.join(columns)} FROM public.{history} e, (SELECT {NUMBER} AS number) k WHERE {' AND '.join(conditions)}"


def _not_held(model, key, column):
    """What is held now is not shown, nor what named it then. One small set for all rows, which the planner hashes."""
    return f"(e.{column} IS NULL OR e.{column} NOT IN (SELECT {key} FROM public.{model._meta.db_table} WHERE hold <> ''))"


def _generated_columns(connection, table):
    """{column: expression} of those that the database computes."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.attname, pg_get_expr(d.adbin, d.adrelid) FROM pg_attribute a JOIN pg_attrdef d ON d.adrelid = a.attrelid "
            "AND d.adnum = a.attnum WHERE a.attrelid = %s::regclass AND a.attgenerated <> ''",
            [f"public.{table}"],
        )
        return dict(cursor.fetchall())


def status_now(entry):
    """(status, reason for its retraction) of an entry now, asked while inside `known`."""
    with connections["default"].cursor() as cursor:
        cursor.execute(f"SELECT status, retraction_reason FROM public.{entry._meta.db_table} WHERE id = %s", [entry.pk])
        return cursor.fetchone()
