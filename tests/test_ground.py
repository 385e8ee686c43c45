"""The ground that the other tests stand on: see conftest.py."""

import socket
import threading
from datetime import date

import pytest

from record import day
from record.collection import collections
from record.models import Edition, Editor
from record.tests.factories import make_editor
from states.models import State


def test_the_network_is_out_of_reach():
    with pytest.raises(Exception, match=r'with host "192\.0\.2\.1"'):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_loopback_is_within_reach():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), timeout=1) as client:
        assert client.getpeername() == server.getsockname()


def test_it_is_the_day_on_which_the_data_was_compiled():
    assert day.today() == date(2026, 11, 24)


def test_a_test_may_pin_another_day():
    with day.pinned(date(2025, 4, 3)):
        assert day.today() == date(2025, 4, 3)


def test_another_thread_has_the_day_of_the_clock():
    found = []
    clock = threading.Thread(target=lambda: found.append(day._pinned.get()))
    clock.start()
    clock.join()
    assert found == [None]


@pytest.mark.django_db
def test_the_record_is_loaded():
    assert [collection.name for collection in collections() if not collection.model.objects.public().exists()] == []


@pytest.mark.django_db
def test_the_record_is_as_it_was_loaded():
    assert (Edition.objects.get().number, Editor.objects.count()) == (1, 0)


def test_a_record_can_be_had_empty(empty_record):
    assert not State.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_test_that_commits_starts_from_the_loaded_record(turn):
    make_editor()
    assert (State.objects.count() > 190, Editor.objects.count()) == (True, 1)
