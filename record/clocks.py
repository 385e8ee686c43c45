"""The two clocks of every page: `on=` (when it happened) and `known=` (when we recorded it)."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from record import dates
from record.asking import NotADay, day_asked
from record.day import today
from record.known import known, snapshot
from record.models import Edition

CLOCKS = ("on", "known")
LARGEST = 2**31 - 1
NOT_CARRIED = ("/admin/", "/accounts/", "/static/", "/about/", "/data/", "/invariants/", "/corrections/ask/")


class NotAClock(ValueError):
    """A clock cannot be set so: `name` of the parameter, its `value`, a sentence, and the `nearest` value that can be."""

    def __init__(self, name, value, message, nearest=""):
        self.name, self.value, self.message, self.nearest = name, value, message, nearest
        super().__init__(message)


@dataclass(frozen=True)
class Clocks:
    """What a page answers for: a day, and an edition (None where it is the one that is published now)."""

    day: date = field(default_factory=today)
    edition: Edition | None = None
    leave: str = ""  # the same address without clocks

    @property
    def is_set(self):
        return self.edition is not None or self.day != today()

    @property
    def day_is_set(self):
        return self.day != today()

    @property
    def pairs(self):
        """What a link must carry to stay at this time."""
        pairs = [("known", str(self.edition.number))] if self.edition else []
        return pairs + ([("on", self.day.isoformat())] if self.day_is_set else [])

    def standing(self):
        """Context manager: what is read inside is the record at one moment, as it stood at the edition."""
        return known(self.edition.number) if self.edition else snapshot()

    def answer(self, view, *args, **kwargs):
        """A view's response, made as the record stood; the links of a page stay at this time."""
        with self.standing():
            response = view(*args, **kwargs)
        if self.is_set and not response.streaming and response.get("Content-Type", "").startswith("text/html"):
            response.content = self.carry(response.content.decode()).encode()
        return response

    def inside(self, parts):
        """Parts of a stream, each made as the record stood."""
        with self.standing():
            yield from parts

    def carry(self, html):
        """A page whose links to this site stay at this time, but for those that lead out of it (`data-now`)."""
        query = urlencode(self.pairs).replace("&", "&amp;")
        return _LINK.sub(lambda link: _carried(link, query), html) if query else html


_LINK = re.compile(r'<a (?P<rest>[^>]*?)href="(?P<path>/[^"?#]*|)(?P<query>\?[^"#]*)?(?P<end>#[^"]*)?"')


def _carried(link, query):
    path, asked, rest = link["path"], link["query"] or "", link["rest"]
    stays = not path and not asked  # a link within the page
    if stays or "data-now" in rest or path.startswith(("//", *NOT_CARRIED)):
        return link[0]
    own = {pair.partition("=")[0] for pair in asked.removeprefix("?").split("&amp;")}
    added = "&amp;".join(pair for pair in query.split("&amp;") if pair.partition("=")[0] not in own)
    joined = f"{asked}&amp;{added}" if asked.strip("?") and added else f"{asked}?{added}" if added and not asked else f"?{added}" if added else asked
    return f'<a {rest}href="{path}{joined}{link["end"] or ""}"'


def read(params):
    """The clocks that parameters set (a QueryDict); raises NotAClock."""
    return Clocks(_day(params.get("on", "")), edition_asked(params.get("known", "")))


def _day(text):
    try:
        return day_asked(text)
    except NotADay as reason:
        raise NotAClock("on", text, str(reason), today().isoformat()) from None


def edition_asked(text):
    """None where nothing is asked; else by number, or the last one that was published on or before a day (UTC)."""
    if not text:
        return None
    first, last = Edition.objects.order_by("number").first(), Edition.objects.order_by("-number").first()
    if last is None:
        raise NotAClock("known", text, _("Nothing has been published yet: there is no edition."))
    return _by_number(text, first, last) if text.isascii() and text.isdigit() and len(text) != 8 else _by_day(text, first, last)


def _by_number(text, first, last):
    number = int(text[:10])
    found = Edition.objects.filter(number=number).first() if number <= LARGEST else None
    if found:
        return found
    nearest = first if number < first.number else last
    message = _("There is no edition %(number)s: the first is %(first)s, the last %(last)s.")
    raise NotAClock("known", text, message % {"number": text, "first": first.number, "last": last.number}, str(nearest.number))


def _by_day(text, first, last):
    try:
        parsed = dates.parse(text)
    except dates.NotADate:
        parsed = None
    if parsed is None or not parsed.exact:
        message = _("“%(value)s” is neither the number of an edition nor a day: write 3 or 2026-12-03.")
        raise NotAClock("known", text, message % {"value": text}, str(last.number))
    if parsed.earliest > today():
        message = _("%(day)s is still to come; the last edition is %(last)s.")
        raise NotAClock("known", text, message % {"day": text, "last": last.number}, str(last.number))
    end = datetime.combine(parsed.earliest, time(), UTC) + timedelta(days=1)
    found = Edition.objects.filter(at__lt=end).order_by("-number").first()
    if found is None:
        message = _("On %(day)s nothing was recorded here yet: the first edition is of %(first)s.")
        raise NotAClock("known", text, message % {"day": text, "first": first.at.date().isoformat()}, str(first.number))
    return found
