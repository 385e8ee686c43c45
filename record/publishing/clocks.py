"""Views that answer by the two clocks: read once, refused by name, held until the page is rendered."""

from dataclasses import replace
from functools import wraps

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from record.asking import address_with
from record.clocks import CLOCKS, NotAClock, read
from record.json_answers import json_errors


class NotOnRecordThen(Http404):
    """An entry that the record did not have at the edition asked for; `collection` and `slug` tell whether it has it now."""

    def __init__(self, collection, slug):
        self.collection, self.slug = collection, slug
        super().__init__(_("Not on record then."))


def clocked(view):
    """Decorator: sets `request.clocks`, runs the view as the record stood then, and lets its links stay at that time."""

    @wraps(view)
    def clocked_view(request, *args, **kwargs):
        try:
            clocks = read(request.GET)
        except NotAClock as refusal:
            return refused(request, refusal)
        request.clocks = replace(clocks, leave=address_with(request, known=None, on=None))
        try:
            return request.clocks.answer(view, request, *args, **kwargs)
        except NotOnRecordThen as missing:
            return not_then(request, missing)

    return clocked_view


def refused(request, refusal):
    """Status 400: what is wrong with the clock, and the nearest time that can be answered for."""
    if request.GET.get("format", "html") != "html":
        problem = {"parameter": refusal.name, "value": refusal.value, "message": refusal.message, "allowed": [], "nearest": refusal.nearest or None}
        return json_errors([problem])
    offer = address_with(request, **{refusal.name: refusal.nearest}) if refusal.nearest else ""
    context = {"problems": [refusal], "offer": offer, "nearest": refusal.nearest, "leave": address_with(request, **dict.fromkeys(CLOCKS))}
    return render(request, "record/no_such_time.html", context, status=400)


def not_then(request, missing):
    """Status 404: the entry was not on record at that edition; a way to it where it is now."""
    if not missing.collection.model.objects.addressable().filter(slug=missing.slug).exists():
        raise Http404
    if request.GET.get("format", "html") != "html":
        message = _("Not on record at edition %(number)s.") % {"number": request.clocks.edition.number}
        return json_errors([{"parameter": "known", "message": message}], status=404)
    return render(request, "record/not_then.html", {"collection": missing.collection, "clocks": None, "asked": request.clocks}, status=404)
