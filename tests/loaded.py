"""The record of `data/` in the test database: kept in a schema of its own, and put back in a moment."""

from contextlib import contextmanager
from hashlib import sha256

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from psycopg import sql

from record.loading import BadData, load

ROOMS = ("record", "states", "cases", "cooperation", "assembly")
KEPT = ("django_migrations", "django_content_type", "auth_permission")


def fill():
    """Load the record, and keep it."""
    _load()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS loaded CASCADE")
        cursor.execute("CREATE SCHEMA loaded")
        for table in _tables("public", but=("django_migrations",)):
            cursor.execute(sql.SQL("CREATE TABLE loaded.{0} AS TABLE public.{0}").format(sql.Identifier(table)))


def restore():
    """The loaded record, and nothing else, in the database."""
    with transaction.atomic(), connection.cursor() as cursor:
        if _may_pass_triggers(cursor):
            with _no_triggers(cursor):  # the rows have been through them
                _copy_back(cursor)
        else:
            _load()
    ContentType.objects.clear_cache()


def clear():
    """No entry, source, edition, editor or history in the database."""
    assert connection.settings_dict["NAME"].startswith("test_"), "only a test database is emptied"
    tables = _tables("public", but=KEPT)
    with connection.cursor() as cursor:
        if _may_pass_triggers(cursor):
            with _no_triggers(cursor):
                _delete(cursor, tables)
        else:
            cursor.execute(sql.SQL("TRUNCATE {}").format(sql.SQL(", ").join(sql.Identifier("public", table) for table in tables)))


@contextmanager
def undone():
    """What is done inside is undone at the end: for fixtures that several tests stand on, each in a savepoint."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def fingerprint(pattern, *others):
    """Of the rooms' files of a pattern, and of others."""
    files = [file for room in ROOMS for file in settings.BASE_DIR.glob(f"{room}/{pattern}") if "tests" not in file.parts]
    files += [file for other in others for file in settings.BASE_DIR.glob(other)]
    return sha256(b"\0".join(str(file).encode() + file.read_bytes() for file in sorted(files))).hexdigest()


def _load():
    try:
        with transaction.atomic():
            clear()
            load(settings.BASE_DIR / "data")
    except BadData as bad:
        pytest.exit("\n".join(["No test was run: data/ cannot be loaded.", *map(str, bad.problems[:10])]), returncode=1)


def _may_pass_triggers(cursor):
    cursor.execute("SELECT current_setting('is_superuser') = 'on'")
    return cursor.fetchone()[0]


@contextmanager
def _no_triggers(cursor):
    cursor.execute("SET LOCAL session_replication_role = replica")
    yield
    cursor.execute("SET LOCAL session_replication_role = origin")


def _delete(cursor, tables):
    """To truncate them takes four times as long: each has some seven indexes, which would be made anew."""
    if tables:
        cursor.execute(sql.SQL("; ").join(sql.SQL("DELETE FROM {}").format(sql.Identifier("public", table)) for table in tables))


def _copy_back(cursor):
    """Only what differs."""
    columns = {table: sql.SQL(", ").join(map(sql.Identifier, _plain_columns(cursor, table))) for table in _tables("loaded", but=())}
    differs = sql.SQL(
        "SELECT {1} WHERE (SELECT count(*) FROM public.{0}) <> (SELECT count(*) FROM loaded.{0}) "
        "OR EXISTS (SELECT {2} FROM public.{0} EXCEPT ALL SELECT {2} FROM loaded.{0})"
    )
    cursor.execute(sql.SQL(" UNION ALL ").join(differs.format(sql.Identifier(table), table, names) for table, names in columns.items()))
    differing = [table for (table,) in cursor.fetchall()]
    _delete(cursor, differing)
    for table in differing:
        cursor.execute(sql.SQL("INSERT INTO public.{0} ({1}) SELECT {1} FROM loaded.{0}").format(sql.Identifier(table), columns[table]))


def _tables(schema, but):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s AND tablename <> ALL(%s) ORDER BY 1", [schema, list(but)])
        return [name for (name,) in cursor.fetchall()]


def _plain_columns(cursor, table):
    """All but those that the database computes."""
    cursor.execute(
        "SELECT column_name FROM information_schema.columns "
        "WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [table],
    )
    return [name for (name,) in cursor.fetchall()]
