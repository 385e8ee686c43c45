"""The parameters of an address that is no list: read once, with every problem named."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from record import dates
from record.asking import is_tracking
from record.collection import get
from record.json_answers import json_errors
from record.publishing.answer import Problem, Refused

ALWAYS = ("on", "known")  # read by the clocks
MOST = 10**6
PAGE_FORMATS = ("html", "json")


def refusal_but_for_format(request, template):
    """The refusal of a page that takes nothing but its format, by name; None where nothing is wrong."""
    asked = request.GET
    message = _("There is no parameter “%(name)s” here. There is: format.")
    problems = [Problem(name, asked[name], message % {"name": name}, ("format",)) for name in asked if name != "format" and not is_tracking(name)]
    if asked.get("format", "html") not in PAGE_FORMATS:
        problems.append(Problem("format", asked["format"], _("This page has the formats html and json."), PAGE_FORMATS))
    if problems and asked.get("format") in ("json", "csv"):
        return json_errors([problem.as_dict() for problem in problems])
    return render(request, template, {"problems": problems}, status=400) if problems else None


class Parameters:
    """What was given of `allowed` names. Readers note problems; `check` raises Refused with all of them."""

    def __init__(self, params, allowed):
        self.allowed = (*allowed, *ALWAYS)
        given = {name: [value for value in params.getlist(name) if value] for name in params if not is_tracking(name)}
        self.given = {name: values for name, values in given.items() if values}
        self.problems = []
        for name in self.given:
            if name not in self.allowed:
                message = _("There is no parameter “%(name)s” here. There are: %(allowed)s.")
                self.refuse(name, ", ".join(self.given[name]), message % {"name": name, "allowed": ", ".join(self.allowed)}, self.allowed)

    def refuse(self, name, value, message, allowed=()):
        self.problems.append(Problem(name, value, message, tuple(allowed)))

    def check(self):
        if self.problems:
            raise Refused(self.problems)

    def text(self, name):
        """The last value given, else empty."""
        return self.given.get(name, [""])[-1]

    def choice(self, name, allowed, default):
        return self._among(name, [self.text(name) or default], allowed)[-1]

    def choices(self, name, allowed):
        """Those given, which may be several."""
        return self._among(name, self.given.get(name, []), allowed)

    def _among(self, name, values, allowed):
        message = _("“%(value)s” is not a value of “%(name)s”. Allowed: %(allowed)s.")
        for value in values:
            if value not in allowed:
                self.refuse(name, value, message % {"value": value, "name": name, "allowed": ", ".join(allowed)}, allowed)
        return values

    def number(self, name):
        """A whole number from 1, or None where none is given."""
        text = self.text(name)
        if not text or (text.isascii() and text.isdigit() and 0 < int(text[:9]) <= MOST and len(text) < 9):
            return int(text) if text else None
        self.refuse(name, text, _("“%(value)s” is not a number from 1.") % {"value": text})
        return None

    def span(self, name):
        """A partial date, or None where none is given."""
        text = self.text(name)
        try:
            return dates.parse(text) if text else None
        except dates.NotADate:
            self.refuse(name, text, _("“%(value)s” is not a date: write 2025, 2025-04 or 2025-04-03.") % {"value": text})
            return None

    def keys(self, name, noun):
        """The published entries of a collection that are named by their keys."""
        collection, wanted = get(noun), self.given.get(name, [])
        if not wanted:
            return []
        found = collection.model.objects.public().filter(**{f"{collection.key}__in": [key.replace("\x00", "") for key in wanted]})
        by_key = {getattr(entry, collection.key): entry for entry in found}
        message = _("“%(value)s” is not a value of “%(name)s”. The values allowed are listed at /%(noun)s/.")
        for key in wanted:
            if key not in by_key:
                self.refuse(name, key, message % {"value": key, "name": name, "noun": noun})
        return list(by_key.values())


def refused_page(request, refused, **context):
    """Status 400 with every problem, in the format asked for."""
    if request.GET.get("format", "html") in ("json", "csv"):
        return json_errors([p.as_dict() for p in refused.problems])
    return render(request, "record/refused.html", {"problems": refused.problems, **context}, status=400)
