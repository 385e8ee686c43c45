"""What an address means for a request: read here, and nowhere else."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _

from record.archive.failures import Refused

PORTS = {"http": 80, "https": 443}
LONGEST = 2000


@dataclass(frozen=True)
class Place:
    """Where an address leads: the parts of a request, or Refused."""

    secure: bool
    host: str
    port: int
    target: str

    @classmethod
    def of(cls, url):
        try:
            parts = urlsplit(url)
            port, host = parts.port, (parts.hostname or "").encode("idna").decode("ascii").rstrip(".")
        except ValueError as error:
            raise Refused(_("This is not an address of the web.")) from error
        if parts.scheme not in PORTS:
            raise Refused(_("Only http and https addresses are fetched."))
        if "@" in parts.netloc:
            raise Refused(_("An address with a user name or a password is not fetched."))
        if len(url) > LONGEST or not re.fullmatch(r"[a-z0-9._:-]+", host):
            raise Refused(_("This is not an address of the web."))
        target = iri_to_uri(parts.path or "/") + (f"?{iri_to_uri(parts.query)}" if parts.query else "")
        return cls(parts.scheme == "https", host, PORTS[parts.scheme] if port is None else port, target)

    @property
    def as_header(self):
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == PORTS["https" if self.secure else "http"] else f"{name}:{self.port}"
