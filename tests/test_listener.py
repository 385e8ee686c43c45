"""How the page cache hears of editions: from a real database, when the connection fails, and after a fork."""

import os
import subprocess
import sys
import time

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from icctracker import listener as module
from icctracker.listener import CONNECTION, Listener
from record.models import Edition
from tests.served import address_of_the_database, wait_until

pytestmark = pytest.mark.django_db


@pytest.fixture
def listening():
    """Makes listeners that know the edition, and ends them."""
    made = []

    def listen():
        made.append(Listener())
        wait_until(lambda: made[-1].edition() is not None)
        return made[-1]

    yield listen
    for listener in made:
        listener.close()
    with psycopg.connect(**connection.get_connection_params(), autocommit=True) as other:
        other.execute("NOTIFY edition")  # wakes them, so that they see it


@pytest.fixture
def other():
    """Another connection, as an editor's process has one. The editions that it commits are removed."""
    with psycopg.connect(**connection.get_connection_params()) as other:
        kept = other.execute("SELECT max(number) FROM record_edition").fetchone()[0]
        other.commit()
        yield other
        other.execute("DELETE FROM record_edition WHERE number > %s", [kept])


def make_edition(connection):
    """Without the workflow, to be committed or taken back."""
    return connection.execute(
        "INSERT INTO record_edition (number, at, kind, summary) SELECT max(number) + 1, now(), 'update', 'A test' FROM record_edition RETURNING number"
    ).fetchone()[0]


def break_connections(connection):
    connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %s AND datname = current_database()",
        [CONNECTION["application_name"]],
    )


def test_a_listener_knows_nothing_at_first_and_soon_the_edition():
    listener = Listener()
    assert listener.edition() is None
    wait_until(lambda: listener.edition() == Edition.current_number())
    listener.close()


def test_an_edition_is_announced_whoever_makes_it(listening, other, monkeypatch):
    monkeypatch.setattr(module, "PERIOD", 60)  # no reading comes to the rescue
    monkeypatch.setattr(module, "SURE_FOR", 60)
    listener = listening()
    number = make_edition(other)
    other.commit()
    assert wait_until(lambda: listener.edition() == number) < 1


def test_an_edition_is_read_where_nobody_may_listen(listening, other, monkeypatch):
    monkeypatch.setattr(module, "_listen", lambda connection: False)
    monkeypatch.setattr(module, "PERIOD", 0.1)
    listener = listening()
    number = make_edition(other)
    other.commit()
    wait_until(lambda: listener.edition() == number)


def test_an_edition_that_was_taken_back_is_never_told(listening, other):
    listener = listening()
    number = listener.edition()
    make_edition(other)
    other.execute("NOTIFY edition")
    time.sleep(0.05)
    assert listener.edition() == number
    other.rollback()
    time.sleep(0.05)
    assert listener.edition() == number


def test_an_edition_made_while_the_connection_is_broken_is_known_within_two_and_a_half_seconds(listening, other):
    listener = listening()
    break_connections(other)
    number = make_edition(other)
    other.commit()
    assert wait_until(lambda: listener.edition() == number) < 2.5


def test_an_edition_is_not_known_while_the_database_is_away(listening, other, monkeypatch):
    listener = listening()
    monkeypatch.setitem(CONNECTION, "dbname", "no_such_database")
    break_connections(other)
    wait_until(lambda: listener.edition() is None, seconds=2)
    monkeypatch.undo()
    wait_until(lambda: listener.edition() is not None)


def test_a_connection_that_hangs_is_not_believed_for_long(listening, other, monkeypatch):
    monkeypatch.setattr(module, "PERIOD", 0.05)
    monkeypatch.setattr(module, "SURE_FOR", 0.3)
    listener = listening()
    other.execute("LOCK TABLE record_edition IN ACCESS EXCLUSIVE MODE")
    wait_until(lambda: listener.edition() is None, seconds=2)
    other.rollback()
    wait_until(lambda: listener.edition() is not None)


FORKS = """
import os, time
import django
django.setup()
from django.http import HttpResponse
from django.test import RequestFactory
from icctracker.pagecache import PageCache

count = 0

def application(environ, start_response):
    global count
    count += 1
    response = HttpResponse(str(count), headers={"Cache-Control": "public"})
    start_response("200 OK", list(response.items()))
    return response

def is_kept():
    before = count
    cache(RequestFactory().get("/").environ, lambda *line: None)
    return count == before

def until_kept():
    return any(is_kept() or time.sleep(0.005) for _ in range(1000))

cache = PageCache(application, 10**6)
assert until_kept()
if (child := os.fork()) == 0:
    os._exit(0 if not is_kept() and until_kept() else 1)
_, status = os.waitpid(child, 0)
assert status == 0, "the child believed its parent's thread, or never heard of an edition"
assert is_kept(), "the parent lost its connection"
"""


def test_a_process_that_is_forked_listens_for_itself():
    environment = {**os.environ, "DATABASE_URL": address_of_the_database()}
    command = [sys.executable, "-W", "ignore:This process", "-c", FORKS]
    done = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
