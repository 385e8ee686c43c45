"""What every benchmark stands on: the record, loaded into a database of its own that is dropped at the end."""

import os
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg

NAME = "icctracker_benchmark"


@contextmanager
def loaded_record():
    """Django is set up inside, on a database of our own on the server of DATABASE_URL: import what needs it there."""
    before = _own_database()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "icctracker.settings")
    os.environ["DEBUG"] = "True"  # static files as they stand
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections

    call_command("migrate", verbosity=0)
    call_command("load_record")
    settings.DEBUG = False  # no list of queries is kept
    yield
    connections.close_all()
    with psycopg.connect(before, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")


def _own_database():
    """Point DATABASE_URL at an empty database of our own; gives the address of the one that it named."""
    url = os.environ["DATABASE_URL"]
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {NAME}")
    parts = urlsplit(url)
    os.environ["DATABASE_URL"] = urlunsplit(parts._replace(path=f"/{NAME}"))
    return url
