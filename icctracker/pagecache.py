"""Public pages, kept in memory by each process while nothing in them can have changed: a WSGI wrapper round the application.

A page is kept under the edition and the day that were read *before* it was made: it may be newer than its key, for an
instant, and is never older. What is public changes only in an edition, or with the day.
"""

import os
import threading
from collections import OrderedDict
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from wsgiref.headers import Headers

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.utils.http import parse_etags

from icctracker.listener import Listener
from record.day import today

NEVER = ("/admin", "/accounts", "/healthz", "/readyz")
# What a page may vary by: the key has the one, and the language of a page is in its path.
VARIES = frozenset({"hx-request", "accept-language"})
OF_THE_BODY = frozenset({"content-length", "content-type", "content-language"})  # said with a body, not with a 304
PATIENCE = 10  # seconds for which a reader waits while the same page is made for another
OVERHEAD = 2_000  # bytes that a page takes beside its body, roughly


@dataclass(frozen=True)
class Page:
    """An answer with status 200, ready to be sent again."""

    headers: tuple
    body: bytes
    tag: str

    @classmethod
    def of(cls, headers, body):
        """With a tag made from the body. A weak one: proxies may compress it on the way."""
        headers = Headers(headers)
        tag = headers.setdefault("ETag", f'W/"{blake2b(body, digest_size=12).hexdigest()}"')
        return cls(tuple(headers.items()), body, tag)

    def send(self, environ, start_response):
        if self._is_at_hand(environ.get("HTTP_IF_NONE_MATCH")):
            start_response("304 Not Modified", [header for header in self.headers if header[0].lower() not in OF_THE_BODY])
            return []
        start_response("200 OK", list(self.headers))
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.body]

    def _is_at_hand(self, asked):
        if not asked:
            return False
        tags = [tag.removeprefix("W/") for tag in parse_etags(asked)]
        return "*" in tags or self.tag.removeprefix("W/") in tags


class Pages:
    """The pages of one moment (edition and day), at most so many bytes; the one least lately asked for goes first."""

    def __init__(self, limit):
        self._limit = limit
        self._moment = None
        self._kept = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, moment, key):
        with self._lock:
            if moment != self._moment:
                self._moment, self._size = moment, 0
                self._kept.clear()
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, moment, key, page):
        size = _size(key, page)
        with self._lock:
            if moment != self._moment or key in self._kept or size > self._limit:
                return
            self._kept[key] = page
            self._size += size
            while self._size > self._limit:
                self._size -= _size(*self._kept.popitem(last=False))


def _size(key, page):
    return OVERHEAD + len(page.body) + sum(map(len, key))


class Turn:
    """A page being made for several readers at once."""

    def __init__(self):
        self.over = threading.Event()
        self.page = None


class Turns:
    """Who makes which page now."""

    def __init__(self):
        self._turns = {}
        self._lock = threading.Lock()

    @contextmanager
    def take(self, key):
        """The Turn for a key, and whether it is the caller's: then it is over when the block ends."""
        with self._lock:
            mine = key not in self._turns
            turn = self._turns.setdefault(key, Turn())
        try:
            yield turn, mine
        finally:
            if mine:
                with self._lock:
                    del self._turns[key]
                turn.over.set()


class PageCache:
    """A WSGI application that keeps what another one says to everybody.

    `listener` makes what says which edition is published.
    """

    def __init__(self, application, limit, listener=Listener):
        self._application = application
        self._limit = limit
        self._listener = listener
        self._begin()
        os.register_at_fork(after_in_child=self._begin)  # neither threads nor the state of locks survive a fork

    def _begin(self):
        self.listener = self._listener()
        self._pages = Pages(self._limit)
        self._turns = Turns()

    def __call__(self, environ, start_response):
        moment = self._moment() if _is_for_everybody(environ) else None
        if moment is None:
            return self._application(environ, start_response)
        key = _key(environ)
        page = self._pages.get(moment, key)
        if page:
            return page.send(environ, start_response)
        if environ["REQUEST_METHOD"] == "HEAD":
            return self._application(environ, start_response)
        return self._fill(moment, key, environ, start_response)

    def _moment(self):
        """The edition and the day; None while the edition is not certain."""
        number = self.listener.edition()
        return None if number is None else (number, today())

    def _fill(self, moment, key, environ, start_response):
        """The page as the first of those who ask makes it; the others wait, and make their own where it cannot be kept."""
        with self._turns.take((moment, key)) as (turn, mine):
            if mine:
                turn.page = self._pages.get(moment, key)  # made by another since it was looked for
                if turn.page is None:
                    turn.page, answer = self._make(environ, start_response)
                    if turn.page is None:
                        return answer
                    self._pages.put(moment, key, turn.page)
                return turn.page.send(environ, start_response)
            turn.over.wait(PATIENCE)
        if turn.page and moment == self._moment():
            return turn.page.send(environ, start_response)
        return self._application(environ, start_response)

    def _make(self, environ, start_response):
        """(the page, nothing), or (None, the answer to pass on) where it may not be kept."""
        told = []
        answer = self._application(environ, lambda *line: told.append(line))
        status, headers, *_ = line = told[0]
        if not _may_be_kept(status, Headers(list(headers)), answer):
            start_response(*line)
            return None, answer
        try:
            return Page.of(list(headers), b"".join(answer)), None
        finally:
            answer.close()


def _is_for_everybody(environ):
    """A question that anybody may have asked: nobody is signed in, and nothing waits to be said to this reader alone."""
    cookies = environ.get("HTTP_COOKIE", "")
    return (
        environ["REQUEST_METHOD"] in ("GET", "HEAD")
        and not environ["PATH_INFO"].startswith(NEVER)
        and settings.SESSION_COOKIE_NAME not in cookies
        and CookieStorage.cookie_name not in cookies
        and "HTTP_AUTHORIZATION" not in environ
    )


def _key(environ):
    """All that an answer to everybody can depend on, beside the moment."""
    return (
        environ["wsgi.url_scheme"],
        environ.get("HTTP_X_FORWARDED_PROTO", ""),
        environ.get("HTTP_HOST", ""),
        environ.get("SCRIPT_NAME", ""),
        environ["PATH_INFO"],
        environ.get("QUERY_STRING", ""),
        "htmx" if environ.get("HTTP_HX_REQUEST") == "true" else "",
    )


def _may_be_kept(status, headers, answer):
    """Only what says itself that it is public, whole, and the same for everybody."""
    control = _words(headers["Cache-Control"])
    return (
        status.startswith("200 ")
        and not getattr(answer, "streaming", True)
        and "public" in control
        and not control & {"private", "no-store"}
        and "Set-Cookie" not in headers
        and "'nonce-" not in headers.get("Content-Security-Policy", "")
        and _words(headers["Vary"]) <= VARIES
    )


def _words(header):
    return {word.strip().lower() for word in (header or "").split(",")} - {""}
