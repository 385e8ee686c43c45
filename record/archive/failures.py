"""Why nothing was fetched: each with a sentence for an editor."""

from http.client import responses

from django.utils.translation import gettext as _


class FetchError(Exception):
    """Nothing was fetched; the message is a sentence for an editor."""


class Refused(FetchError):
    """The address is none that may be asked."""


class Unreachable(FetchError):
    """No connection: no such name, nobody listening, no net, a certificate that does not hold."""


class TooSlow(FetchError):
    pass


class TooLarge(FetchError):
    pass


class BrokenAnswer(FetchError):
    """The answer stops too early, or is not what it says it is."""


class EndlessRedirects(FetchError):
    pass


class HttpError(FetchError):
    """An answer other than the page."""

    def __init__(self, status, final_url):
        super().__init__(_("It answers %(status)s (%(name)s).") % {"status": status, "name": responses.get(status, "?")})
        self.status, self.final_url = status, final_url
