"""One database with the record loaded, of which each worker's is a copy: that takes a second, migrating and loading a minute."""

from contextlib import contextmanager

from django.conf import settings
from django.db import connection
from psycopg import sql

from tests import loaded

TURN = 870_702  # the number of the lock
_site = connection.settings_dict["NAME"]


def name():
    return f"test_{_site}_template"


def take(anew=False):
    """Make the database of this worker and connect to it. The first makes the template too, while the others wait."""
    template, own = name(), connection.creation._get_test_db_name()
    migrations, record = loaded.fingerprint("migrations/0*.py"), loaded.fingerprint("**/*.py", "data/*.csv")
    wanted = f"{migrations} {record}"
    with _turn() as server:
        made_of = {database: "" if anew else _note(server, database) for database in (template, own)}
        if made_of[own] == wanted:
            _connect(own)
            loaded.restore()  # where the last run was broken off
        elif made_of[template] == wanted:
            _copy(server, template, own, wanted)
            _connect(own)
        else:
            if made_of[template].startswith(migrations):
                _copy(server, template, own, "")
                _connect(own)
            else:
                connection.creation.create_test_db(verbosity=0, autoclobber=True)
            loaded.fill()
            connection.close()
            connection.close_pool()
            _copy(server, own, template, wanted)
            _write_note(server, own, wanted)


@contextmanager
def _turn():
    """A cursor on the server, of which one worker at a time has one."""
    with connection._nodb_cursor() as server:
        server.execute("SELECT pg_advisory_lock(%s)", [TURN])
        yield server


def _note(server, database):
    """What a database was made of; empty where there is none, or its making was broken off."""
    server.execute("SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [database])
    return (server.fetchone() or [None])[0] or ""


def _write_note(server, database, note):
    server.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(database), note))


def _copy(server, old, new, note):
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(new)))
    server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(new), sql.Identifier(old)))
    _write_note(server, new, note)


def _connect(database):
    connection.close()
    connection.close_pool()
    settings.DATABASES[connection.alias]["NAME"] = connection.settings_dict["NAME"] = database
