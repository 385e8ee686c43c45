"""Views that answer by the two clocks: read once, refused by name, held until the page is rendered."""

from dataclasses import replace
from functools import wraps

from django.http import Http404, JsonResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from record.clocks import CLOCKS, Clocks, NotAClock, read
from record.known import known_now


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
            with request.clocks.standing():
                response = view(request, *args, **kwargs)
        except NotOnRecordThen as missing:
            return not_then(request, missing)
        if request.clocks.is_set and not response.streaming and response.get("Content-Type", "").startswith("text/html"):
            response.content = request.clocks.carry(response.content.decode()).encode()
        return response

    return clocked_view


def clocks_of(request) -> Clocks:
    return getattr(request, "clocks", None) or Clocks()


def address_with(request, **changes):
    """This address with parameters set, or left out where None."""
    query = QueryDict(request.GET.urlencode(), mutable=True)
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return f"{request.path}?{query.urlencode()}" if query else request.path


def refused(request, refusal):
    """Status 400: what is wrong with the clock, and the nearest time that can be answered for."""
    if request.GET.get("format", "html") != "html":
        problem = {"parameter": refusal.name, "value": refusal.value, "message": refusal.message, "allowed": [], "nearest": refusal.nearest or None}
        return JsonResponse({"errors": [problem]}, status=400, json_dumps_params={"ensure_ascii": False})
    offer = address_with(request, **{refusal.name: refusal.nearest}) if refusal.nearest else ""
    context = {"problems": [refusal], "offer": offer, "nearest": refusal.nearest, "leave": address_with(request, **dict.fromkeys(CLOCKS))}
    return render(request, "record/no_such_time.html", context, status=400)


def not_then(request, missing):
    """Status 404: the entry was not on record at that edition; a way to it where it is now."""
    now = known_now(missing.collection.model, missing.slug)
    if now is None:
        raise Http404
    if request.GET.get("format", "html") != "html":
        message = _("Not on record at edition %(number)s.") % {"number": request.clocks.edition.number}
        return JsonResponse({"errors": [{"parameter": "known", "message": message}]}, status=404, json_dumps_params={"ensure_ascii": False})
    return render(request, "record/not_then.html", {"collection": missing.collection, "clocks": None, "asked": request.clocks}, status=404)
