"""Fetches a page or a document from the internet, and from nowhere else.

A name is resolved once, every address that it has must be public, and the connection goes to the very address that was
looked at: a name that answers otherwise a moment later changes nothing. Each redirect is looked at in the same way.
"""

import hashlib
import http.client
import re
import ssl
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Thread
from urllib.parse import urljoin

from django.conf import settings
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _
from urllib3 import exceptions
from urllib3.connection import HTTPConnection, HTTPSConnection

from record.archive.addresses import is_public
from record.archive.connecting import cut_off_after, system_resolver
from record.archive.failures import BrokenAnswer, EndlessRedirects, FetchError, HttpError, Refused, TooLarge, TooSlow, Unreachable
from record.archive.place import PORTS, Place

PAGE = (200, 203)
PERMANENT, TEMPORARY = (301, 308), (302, 303, 307)
CHUNK = 64 * 1024
KEPT_IN_MEMORY = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    size: int = 50 * 1024 * 1024  # bytes, unpacked
    seconds: float = 30.0  # for all of it, redirects included
    connect: float = 8.0
    silence: float = 10.0
    redirects: int = 5


@dataclass(frozen=True)
class Redirect:
    status: int
    url: str


@dataclass(frozen=True)
class Fetched:
    """What an address gave. Its `body` is a file at its beginning; closed with the block: `with fetcher.fetch(url) as page`."""

    url: str
    status: int
    media_type: str
    size: int
    sha256: str
    body: object
    redirects: tuple = ()

    @property
    def final_url(self):
        return self.redirects[-1].url if self.redirects else self.url

    @property
    def moved_to(self):
        """Where the permanent redirects at the beginning lead: empty where there is none."""
        moved = ""
        for redirect in self.redirects:
            if redirect.status not in PERMANENT:
                break
            moved = redirect.url
        return moved

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.body.close()


@dataclass(frozen=True)
class Fetcher:
    """`allowed` are pairs of an address and a port that are let through although nobody's public host: for tests alone."""

    limits: Limits = Limits()
    resolve: object = system_resolver
    allowed: frozenset = frozenset()
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def fetch(self, url):
        """The page, after at most so many redirects; raises FetchError."""
        end = time.monotonic() + self.limits.seconds
        followed = []
        while True:
            answer = self._ask(followed[-1].url if followed else url, end)
            if isinstance(answer, Redirect):
                followed.append(answer)
                if len(followed) > self.limits.redirects:
                    raise EndlessRedirects(_("More than %(number)s redirects, one after the other.") % {"number": self.limits.redirects})
                continue
            status, media_type, size, sha256, body = answer
            return Fetched(url, status, media_type, size, sha256, body, tuple(followed))

    def _ask(self, url, end):
        place = Place.of(url)
        connection = self._connected(place, end)
        try:
            with self._in_words(place), cut_off_after(connection.sock, self._left(end)) as alarm:
                try:
                    return self._answer(connection, place, url, end)
                finally:
                    if alarm.rang:
                        raise TooSlow(self._took_too_long())
        finally:
            connection.close()

    def _answer(self, connection, place, url, end):
        connection.timeout = min(self.limits.silence, self._left(end))
        connection.request("GET", place.target, headers=self._headers(place), preload_content=False)
        response = connection.getresponse()
        try:
            if response.status in PERMANENT + TEMPORARY and response.headers.get("Location"):
                return Redirect(response.status, _led_to(url, response.headers["Location"]))
            if response.status not in PAGE:
                raise HttpError(response.status, url)
            return response.status, _media_type(response), *self._body(response, end)
        finally:
            response.close()

    def _body(self, response, end):
        """(size, SHA-256, file) of the answer, unpacked."""
        if (response.length_remaining or 0) > self.limits.size:
            raise TooLarge(self._is_too_large())
        file = tempfile.SpooledTemporaryFile(KEPT_IN_MEMORY)  # noqa: SIM115 (whoever has fetched closes it)
        size, digest = 0, hashlib.sha256()
        try:
            while chunk := response.read1(CHUNK):
                self._left(end)
                size += len(chunk)
                if size > self.limits.size:
                    raise TooLarge(self._is_too_large())
                digest.update(chunk)
                file.write(chunk)
            self._left(end)  # a connection that was cut off looks as if the answer had ended
            if not size:
                raise BrokenAnswer(_("The answer is empty."))
        except BaseException:
            file.close()
            raise
        file.seek(0)
        return size, digest.hexdigest(), file

    # Connecting

    def _connected(self, place, end):
        """A connection to the first of its addresses that takes one. All of them have been looked at before."""
        failure = None
        for address in self._addresses(place, end)[:4]:
            connection = self._connection(place, address, min(self.limits.connect, self._left(end)))
            try:
                with self._in_words(place):
                    connection.connect()
                return connection
            except FetchError as error:
                connection.close()
                failure = error
        raise failure

    def _connection(self, place, address, timeout):
        if place.secure:
            return HTTPSConnection(address, place.port, timeout=timeout, ssl_context=self.tls, server_hostname=place.host)
        return HTTPConnection(address, place.port, timeout=timeout)

    def _addresses(self, place, end):
        """Every address of its host, none of which is private."""
        found = self._resolved(place, self._left(end))
        if not found:
            raise Unreachable(_("The name %(host)s has no address.") % {"host": place.host})
        for address in found:
            if (address, place.port) in self.allowed:
                continue
            if place.port not in PORTS.values():
                raise Refused(_("Port %(port)s is not one of the web.") % {"port": place.port})
            if not is_public(address):
                raise Refused(_("%(host)s is not a public host.") % {"host": place.host})
        return found

    def _resolved(self, place, seconds):
        """The system's resolver knows no time limit: it is asked aside, and left behind where it takes too long."""
        answers = []

        def ask():
            with suppress(OSError, UnicodeError):
                answers.append(self.resolve(place.host, place.port))

        asking = Thread(target=ask, daemon=True)
        asking.start()
        asking.join(seconds)
        if asking.is_alive():
            raise TooSlow(self._took_too_long())
        return list(answers[0]) if answers else []

    # Words and times

    def _headers(self, place):
        return {
            "Host": place.as_header,
            "User-Agent": f"ICC-Cooperation-Tracker (+{settings.PUBLIC_URL})",
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }

    def _left(self, end):
        left = end - time.monotonic()
        if left <= 0:
            raise TooSlow(self._took_too_long())
        return left

    def _took_too_long(self):
        return _("It took longer than %(seconds)s seconds.") % {"seconds": round(self.limits.seconds)}

    def _is_too_large(self):
        return _("It is larger than %(size)s MB.") % {"size": self.limits.size // 1024**2}

    @contextmanager
    def _in_words(self, place):
        """What the library raises, as ours."""
        host = {"host": place.host}
        try:
            yield
        except (exceptions.ReadTimeoutError, TimeoutError) as error:
            raise TooSlow(_("%(host)s stopped answering.") % host) from error
        except ssl.SSLCertVerificationError as error:
            raise Unreachable(_("The certificate of %(host)s does not hold.") % host) from error
        except (exceptions.DecodeError, exceptions.ProtocolError, http.client.HTTPException, ConnectionResetError) as error:
            raise BrokenAnswer(_("The answer of %(host)s breaks off or cannot be read.") % host) from error
        except (exceptions.HTTPError, OSError) as error:
            raise Unreachable(_("%(host)s cannot be reached.") % host) from error


def _led_to(url, location):
    """The address that a redirect means, as the web writes it. Headers come as Latin-1, and are mostly UTF-8."""
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode()
    try:
        return iri_to_uri(urljoin(url, location.strip())).partition("#")[0]
    except ValueError as error:
        raise Refused(_("It redirects to what is not an address of the web.")) from error


def _media_type(response):
    """As the server says, where that is one."""
    said = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return said if re.fullmatch(r"[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,59}", said) else "application/octet-stream"
