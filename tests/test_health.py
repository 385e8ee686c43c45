"""What operators and readers see when something is down."""

import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import OperationalError, connections
from django.utils import timezone

from record.management.commands.work import Command as Worker
from record.models import Heartbeat

pytestmark = pytest.mark.django_db


def test_healthz_asks_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").content == b"ok\n"


def test_readyz_is_well_while_no_worker_was_ever_seen(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"database": "ok", "worker": "never seen"}


def test_readyz_says_since_when_a_worker_has_stopped(client):
    stopped = timezone.now() - timedelta(seconds=settings.WORKER_PATIENCE_SECONDS + 60)
    Heartbeat.objects.create(name=Heartbeat.WORKER, at=stopped)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["worker"] == f"stopped since {stopped:%Y-%m-%dT%H:%M:%SZ}"


def test_a_round_of_the_worker_leaves_a_heartbeat_and_finds_the_record_whole(client):
    worker = Worker()
    worker.swept_on = None
    worker._round()
    beat = Heartbeat.objects.get(name=Heartbeat.WORKER)
    assert beat.note == ""
    assert client.get("/readyz").json()["worker"] == "ok"


@pytest.fixture
def database_down(monkeypatch):
    def refuse(*args, **kwargs):
        raise OperationalError("connection refused")

    monkeypatch.setattr(type(connections["default"]), "cursor", refuse)
    return monkeypatch


@pytest.mark.parametrize("address", ["/", "/states/", "/states/hungary/", "/findings/?format=csv", "/bound/?state=HUN"])
def test_a_page_apologises_while_the_database_is_down_and_comes_back(client, database_down, address):
    client.raise_request_exception = False
    response = client.get(address)
    assert response.status_code == 503
    assert "cannot be reached just now" in response.content.decode()
    assert response["Retry-After"] == "30"
    database_down.undo()
    assert client.get(address).status_code == 200


def test_readyz_says_that_the_database_is_down(client, database_down):
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["database"] == "does not answer"


@pytest.mark.parametrize(
    ("key", "debug", "words"),
    [
        pytest.param("", "False", "unset or too weak", id="none"),
        pytest.param("short", "True", "unset or too weak", id="short"),
        pytest.param("development-" + "aBcDeFgHiJ" * 6, "False", "development key", id="a-development-key-in-production"),
    ],
)
def test_production_does_not_start_with_a_careless_key(key, debug, words):
    environment = {"SECRET_KEY": key, "DEBUG": debug, "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode != 0
    assert words in done.stderr
