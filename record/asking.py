"""What every address understands of its parameters, whoever answers it."""

from django.utils.translation import gettext as _

from record import dates
from record.day import today

FORMATS = ("html", "json")  # of a page that is neither a list nor an entry
TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "msclkid")


class NotADay(ValueError):
    """The text names no exact day; `args[0]` is a sentence for the reader."""


def is_tracking(name):
    """Whether a parameter is one that newsletters and networks add: it asks nothing and is ignored."""
    return name.startswith(TRACKING)


def not_understood(params, names):
    """{parameter: sentence} of those that are not among the names that a page knows, and of a format that it does not have."""
    said = _("There is no parameter “%(name)s” here. There are: %(allowed)s.")
    problems = {name: said % {"name": name, "allowed": ", ".join(names)} for name in params if name not in names and not is_tracking(name)}
    if params.get("format", "html") not in FORMATS:
        problems["format"] = _("“%(value)s” is not a format. Allowed: html, json.") % {"value": params["format"]}
    return problems


def address_with(request, **changes):
    """This address with parameters set, or left out where None."""
    query = request.GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return f"{request.path}?{query.urlencode()}" if query else request.path


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
