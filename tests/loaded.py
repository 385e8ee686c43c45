"""The record of `data/` in the test database: loaded once, kept in a schema of its own, put back in a moment."""

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


def ensure():
    """Load the record where this is not done yet, or where the data or the rules have changed since."""
    now = fingerprint("**/*.py", "data/*.csv")
    if _fingerprint_in_database() == now:
        restore()
        return
    _load()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS loaded CASCADE")
        cursor.execute("CREATE SCHEMA loaded")
        for table in _tables("public", but=("django_migrations",)):
            cursor.execute(sql.SQL("CREATE TABLE loaded.{0} AS TABLE public.{0}").format(sql.Identifier(table)))
        cursor.execute("CREATE TABLE loaded.fingerprint AS SELECT %s AS value", [now])


def restore():
    """The loaded record, and nothing else, in the database."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('is_superuser') = 'on'")
        if cursor.fetchone()[0]:
            cursor.execute("SET LOCAL session_replication_role = replica")  # no trigger: the rows have been through them
            _copy_back(cursor)
        else:
            _load()
    ContentType.objects.clear_cache()


def clear():
    """No entry, source, edition, editor or history in the database."""
    assert connection.settings_dict["NAME"].startswith("test_"), "only a test database is emptied"
    with connection.cursor() as cursor:
        _truncate(cursor, _tables("public", but=KEPT))


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


def _copy_back(cursor):
    tables = _tables("loaded", but=("fingerprint",))
    _truncate(cursor, tables)
    for table in tables:
        columns = sql.SQL(", ").join(map(sql.Identifier, _plain_columns(cursor, table)))
        statement = sql.SQL("INSERT INTO public.{0} ({1}) SELECT {1} FROM loaded.{0}")
        cursor.execute(statement.format(sql.Identifier(table), columns))


def _truncate(cursor, tables):
    names = sql.SQL(", ").join(sql.Identifier("public", table) for table in tables)
    cursor.execute(sql.SQL("TRUNCATE {}").format(names))


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


def _fingerprint_in_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('loaded.fingerprint')")
        if cursor.fetchone()[0] is None:
            return None
        cursor.execute("SELECT value FROM loaded.fingerprint")
        return cursor.fetchone()[0]
