"""What every address understands of its parameters, whoever answers it."""

from django.utils.translation import gettext as _

from record import dates
from record.day import today

TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "msclkid")


class NotADay(ValueError):
    """The text names no exact day; `args[0]` is a sentence for the reader."""


def is_tracking(name):
    """Whether a parameter is one that newsletters and networks add: it asks nothing and is ignored."""
    return name.startswith(TRACKING)


def day_asked(text):
    """The exact day that a parameter names, today where it is empty; raises NotADay."""
    if not text:
        return today()
    try:
        parsed = dates.parse(text)
    except dates.NotADate:
        parsed = None
    if parsed is None or not parsed.exact:
        raise NotADay(_("“%(value)s” is not a day: write 2025-04-03.") % {"value": text})
    return parsed.earliest
