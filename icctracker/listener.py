"""Which edition is published now, as one process knows it: told by the database when it changes, and asked each second.

The trigger on Edition announces each one when its transaction is committed. A replica lets nobody listen, and a pooler
may lose what is announced: there the reading of each second alone is left.
"""

import logging
import threading
from time import monotonic

import psycopg
from django.db import connections

log = logging.getLogger(__name__)

PERIOD = 1.0  # seconds from one reading to the next where nothing is announced
SURE_FOR = 2.5  # seconds for which a reading counts: a connection that hangs can hide an edition no longer than that
RETRY = 0.5
# A connection of its own, which the server's list of sessions shows by name, and which notices when the other end is gone.
CONNECTION = {
    "application_name": "icctracker edition",
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}


class Listener:
    """Starts its thread at the first question; a process that is forked needs a new one."""

    def __init__(self):
        self._known = None, 0.0
        self._thread = None
        self._starting = threading.Lock()
        self._closed = threading.Event()

    def edition(self):
        """The number of the edition that is published; None while that is not certain."""
        if self._thread is None:
            self._start()
        number, until = self._known
        return number if monotonic() < until else None

    def close(self):
        """Ends the thread, within a second. For tests: in a server it ends with its process."""
        self._closed.set()

    def _start(self):
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._follow, name="edition", daemon=True)
                self._thread.start()

    def _follow(self):
        while not self._closed.is_set():
            try:
                parameters = connections["default"].get_connection_params() | CONNECTION
                with psycopg.connect(**parameters, autocommit=True) as connection:
                    self._read_on(connection)
            except psycopg.Error as error:
                self._lose(error)
                self._closed.wait(RETRY)

    def _lose(self, error):
        """Says it once, until it is found again."""
        if self._known[0] is not None and not self._closed.is_set():
            log.warning("Which edition is published is not known; pages are made anew for each reader: %s", str(error).partition("\n")[0])
        self._known = None, 0.0

    def _read_on(self, connection):
        listens = _listen(connection)  # before the first reading, so that no edition falls between the two
        while not self._closed.is_set():
            asked = monotonic()
            number = connection.execute("SELECT coalesce(max(number), 0) FROM record_edition").fetchone()[0]
            self._known = number, asked + SURE_FOR
            if listens:
                for _ in connection.notifies(timeout=PERIOD, stop_after=1):
                    pass
            else:
                self._closed.wait(PERIOD)


def _listen(connection):
    try:
        connection.execute("LISTEN edition")
    except psycopg.errors.ReadOnlySqlTransaction:
        return False  # a replica
    return True
