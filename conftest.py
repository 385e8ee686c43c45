"""What every test stands on: no network but loopback, the day pinned, and the loaded record in the test database.

`data/` is loaded once and stays: tests run in transactions on top of it, and see every entry of it. A test that
needs a record of its own asks for `empty_record`. A test that commits (`transaction=True`, `live_server`) starts from
the loaded record too: it is put back before each of them.
"""

import gc
from datetime import date

import hypothesis
import pytest
from django.conf import settings
from django.test import TransactionTestCase

from record import day
from tests import loaded, template

TODAY = date(2026, 11, 24)  # the day on which the data files were compiled


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    config.option.allow_hosts = "127.0.0.1,::1,localhost"
    config.option.allow_unix_socket = True
    hypothesis.settings.register_profile("patient", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
    hypothesis.settings.load_profile("patient")  # a busy machine is no failure
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.WHITENOISE_AUTOREFRESH = True  # static files as they stand, without collecting them first
    TransactionTestCase._fixture_teardown = lambda self: None  # nothing is flushed: `record_put_back` does all that is needed
    settings.LINK_CHECKS_PER_DAY = 0  # a test that lets the worker ask an address says so


def pytest_collection_finish(session):
    """What is imported stays: the collector of garbage need not walk it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_modify_db_settings, django_db_createdb, django_db_blocker):
    """The test database, with the record loaded."""
    with django_db_blocker.unblock():
        template.take(anew=django_db_createdb)


@pytest.fixture(autouse=True)
def pinned_day():
    """It is the day on which the data files were compiled; a test may pin another."""
    with day.pinned(TODAY):
        yield TODAY


@pytest.fixture(autouse=True)
def record_put_back(request, record_state):
    """Every test finds the loaded record, whatever one that committed before it has left."""
    marker = request.node.get_closest_marker("django_db")
    commits = {"transactional_db", "live_server"} & set(request.fixturenames) or (marker and marker.kwargs.get("transaction"))
    if commits:
        request.getfixturevalue("transactional_db")
        if record_state["touched"]:
            loaded.restore()
    elif record_state["touched"] and (marker or {"db", "empty_record"} & set(request.fixturenames)):
        request.getfixturevalue("django_db_setup")
        with request.getfixturevalue("django_db_blocker").unblock():
            loaded.restore()
    else:
        return
    record_state["touched"] = bool(commits)


@pytest.fixture(scope="session")
def record_state():
    """Whether a test that commits was the last to touch the database of this worker."""
    return {"touched": False}


@pytest.fixture
def empty_record(request):
    """A database with no entry, source, edition or editor: for this test only."""
    request.getfixturevalue("db")
    loaded.clear()
