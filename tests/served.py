"""The tracker in gunicorn's own workers, on the test database, and readers of it."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection

WORKERS, READERS = 2, 6
SITE = """
import os
from icctracker.wsgi import application as site

def application(environ, start_response):
    return site(environ, lambda status, headers, *rest: start_response(status, [*headers, ("X-Worker", str(os.getpid()))], *rest))
"""


def wait_until(met, seconds=10.0):
    """The seconds that it took."""
    begun = time.monotonic()
    while not met():
        assert time.monotonic() < begun + seconds, "it did not happen"
        time.sleep(0.005)
    return time.monotonic() - begun


def address_of_the_database():
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}"))


@dataclass(frozen=True)
class Seen:
    """What a reader was shown, by which worker, and when."""

    begun: float
    ended: float
    worker: str
    shown: int
    kept: bool


@dataclass
class Served:
    """The tracker in gunicorn, and readers who each open a connection for each page."""

    port: int

    def read(self):
        begun = time.monotonic()
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        client.request("GET", "/treaties/", headers={"Connection": "close"})
        response = client.getresponse()
        page = response.read().decode()
        client.close()
        assert response.status == 200, page
        shown = int(re.search(r"(\d+) treat", page)[1])
        return Seen(begun, time.monotonic(), response.headers["X-Worker"], shown, "ETag" in response.headers)

    @contextmanager
    def readers(self):
        """What readers see all the while, in the order in which they were answered."""
        seen, over = [], threading.Event()

        def go():
            while not over.is_set():
                seen.append(self.read())

        threads = [threading.Thread(target=go) for _ in range(READERS)]
        for thread in threads:
            thread.start()
        try:
            yield seen
        finally:
            over.set()
            for thread in threads:
                thread.join()


@contextmanager
def served(folder):
    """The tracker in gunicorn, until the block ends; what is found in `folder` names the worker in each answer."""
    (folder / "site_that_names_its_worker.py").write_text(SITE)
    environment = {**os.environ, "DATABASE_URL": address_of_the_database(), "DEBUG": "True", "PAGE_CACHE_MB": "16"}
    with socket.create_server(("127.0.0.1", 0)) as door:
        options = f"--bind fd://{door.fileno()} --workers {WORKERS} --threads 4 --no-control-socket --log-level warning --pythonpath".split()
        command = [sys.executable, "-m", "gunicorn", "site_that_names_its_worker:application", *options, str(folder)]
        process = subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, pass_fds=[door.fileno()])
        try:
            yield Served(door.getsockname()[1])
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=20)
