"""The page cache as a server sees it: applications that count, an edition that a test sets, answers as they are sent."""

import threading
from dataclasses import dataclass, field
from wsgiref.headers import Headers

from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.test import RequestFactory

from icctracker import pagecache

MEGABYTE = 2**20


@dataclass
class Answer:
    """What a server would send."""

    status: int
    headers: Headers
    body: bytes


def ask(application, address="/", method="GET", **headers):
    told = []
    environ = RequestFactory().generic(method, address, headers={name.replace("_", "-"): value for name, value in headers.items()}).environ
    answer = application(environ, lambda *line: told.append(line))
    body = b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    ((status, lines),) = told
    return Answer(int(status.split()[0]), Headers(lines), body)


class Counted:
    """An application that counts how often it is asked, and says so. `respond` makes its responses."""

    def __init__(self, respond=lambda count: HttpResponse(f"page {count}")):
        self.respond, self.count, self._lock = respond, 0, threading.Lock()

    def __call__(self, environ, start_response):
        with self._lock:
            self.count += 1
        response = self.respond(self.count)
        response.headers.setdefault("Cache-Control", "public, max-age=0")
        start_response(f"{response.status_code} {response.reason_phrase}", list(response.items()))
        return response


class CountedSite(Counted):
    """The tracker itself."""

    def __init__(self):
        super().__init__()
        self.site = get_wsgi_application()

    def __call__(self, environ, start_response):
        self.count += 1
        return self.site(environ, start_response)


@dataclass
class Told:
    """Stands for the listener: the edition is what the test says."""

    number: int | None = 1

    def edition(self):
        return self.number


@dataclass
class Cached:
    """A cache round an application, and the edition that it hears of."""

    application: Counted = field(default_factory=Counted)
    limit: int = MEGABYTE
    edition: Told = field(default_factory=Told)

    def __post_init__(self):
        self.cache = pagecache.PageCache(self.application, self.limit, listener=lambda: self.edition)

    def ask(self, *args, **headers):
        return ask(self.cache, *args, **headers)

    @property
    def made(self):
        return self.application.count
