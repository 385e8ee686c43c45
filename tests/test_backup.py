"""The nightly dump and the restore of docs/operators.md, with the scripts of deploy/ and PostgreSQL's own programs."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from django.db import connection

from icctracker import localdb

CHECKOUT = Path(__file__).resolve().parent.parent
DATABASE = "icctracker_backup_test" + os.environ.get("PYTEST_XDIST_WORKER", "")  # a worker's own


class Deployment:
    """What the compose file gives the backup service: the scripts, the client programs and where the database is."""

    def __init__(self, folder):
        self.folder = folder
        settings = connection.settings_dict
        self.host = settings["HOST"] or settings["OPTIONS"].get("host", "")
        self.environment = {
            **os.environ,
            "PATH": f"{localdb._programs()}:{os.environ['PATH']}",
            "PGHOST": self.host,
            "PGPORT": str(settings["PORT"] or 5432),
            "PGUSER": settings["USER"],
            "PGPASSWORD": settings["PASSWORD"],
            "PGDATABASE": DATABASE,
            "BACKUP_FOLDER": str(folder),
            "BACKUP_KEEP": "2",
        }

    def run(self, *command, **extra):
        environment = {**self.environment, **extra}
        return subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False)

    def must(self, *command, **extra):
        done = self.run(*command, **extra)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def sql(self, statement, database=DATABASE):
        return self.must("psql", "--no-psqlrc", "-qAt", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", statement).strip()

    def dumps(self):
        return sorted(self.folder.glob("*.dump"))

    def everything(self):
        """The whole database as text, in an order of its own: rows of a table have none."""
        return "\n".join(sorted(self.must("pg_dump", "--no-owner", "--restrict-key=compare").splitlines()))


@pytest.fixture
def deployment(tmp_path):
    deployment = Deployment(tmp_path)
    names = [DATABASE, f"{DATABASE}_restored", f"{DATABASE}_before_restore"]
    for name in names:
        deployment.must("dropdb", "--if-exists", "--force", name)
    deployment.must("createdb", DATABASE)
    yield deployment
    for name in names:
        deployment.must("dropdb", "--if-exists", "--force", name)


def documented_restore(dump):
    """The commands of docs/operators.md, the one inside the container as it reads outside of it."""
    section = (CHECKOUT / "docs/operators.md").read_text().partition("### Restore")[2]
    lines = re.search(r"```sh\n(.*?)```", section, re.DOTALL)[1].strip().splitlines()
    assert lines[0] == "docker compose stop web worker"
    assert lines[2] == "docker compose start web worker"
    assert len(lines) == 3
    inside = shlex.split(lines[1].removeprefix("docker compose exec backup "))
    assert inside[-1].endswith(".dump")
    return [part.removeprefix("/") for part in inside[:-1]] + [str(dump)]


@pytest.fixture
def with_our_tables(deployment, db):
    """The tables, triggers, views and extensions of the application, from the database of the other tests."""
    template = deployment.folder / "template"
    deployment.must("pg_dump", "--format=custom", f"--file={template}", connection.settings_dict["NAME"])
    deployment.must("pg_restore", "--exit-on-error", "--no-owner", f"--dbname={DATABASE}", str(template))
    return deployment


@pytest.mark.django_db
def test_the_documented_restore_brings_back_every_byte(with_our_tables):
    deployment = with_our_tables
    deployment.sql("CREATE TABLE fact (words text, day date); INSERT INTO fact VALUES ('A Chamber found', '2025-07-24')")
    before = deployment.everything()
    deployment.must("sh", "deploy/backup.sh", "once")
    deployment.sql("DROP SCHEMA public CASCADE")
    deployment.must(*documented_restore(deployment.dumps()[0]))
    assert deployment.everything() == before
    assert "CREATE TRIGGER" in before
    assert deployment.sql("SELECT words FROM fact WHERE day = '2025-07-24'") == "A Chamber found"
    assert deployment.sql("SELECT to_regclass('fact') IS NULL", f"{DATABASE}_before_restore") == "t"


def test_a_dump_that_is_broken_costs_nothing(deployment):
    deployment.sql("CREATE TABLE fact AS SELECT 'kept' AS words")
    broken = deployment.folder / "broken.dump"
    broken.write_bytes(b"PGDMP and then nothing")
    assert deployment.run(*documented_restore(broken)).returncode != 0
    assert deployment.sql("SELECT words FROM fact") == "kept"


def test_only_the_newest_dumps_are_kept(deployment):
    for day in range(1, 5):
        (deployment.folder / f"{DATABASE}-2025-01-0{day}T020000Z.dump").touch()
    deployment.must("sh", "deploy/backup.sh", "once")
    assert len(deployment.dumps()) == 2
    assert deployment.dumps()[0].name == f"{DATABASE}-2025-01-04T020000Z.dump"


def test_a_failed_backup_says_so_keeps_the_earlier_and_turns_unhealthy_in_time(deployment):
    deployment.must("sh", "deploy/backup.sh", "once")
    failed = deployment.run("sh", "deploy/backup.sh", "once", PGDATABASE="no_such_database")
    assert failed.returncode == 1
    assert "FAILED" in failed.stdout
    assert len(deployment.dumps()) == 1
    assert not list(deployment.folder.glob("*.part"))
    deployment.must("sh", "deploy/backup.sh", "healthy")
    heartbeat = deployment.folder / "last_success"
    os.utime(heartbeat, (heartbeat.stat().st_mtime - 27 * 3600,) * 2)
    assert deployment.run("sh", "deploy/backup.sh", "healthy").returncode == 1


def test_dumps_are_readable_by_their_owner_alone(deployment):
    deployment.must("sh", "deploy/backup.sh", "once")
    assert deployment.dumps()[0].stat().st_mode & 0o077 == 0
