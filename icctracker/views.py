"""The shell's own pages: home, about, data, health, and what a reader sees when something is wrong."""

import logging
import sys
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cases.models import Person
from icctracker import home as computed
from record.collection import collections, lists
from record.day import today
from record.models import Heartbeat, Sweep
from record.publishing.pages import for_everybody
from states.models import State

log = logging.getLogger(__name__)


@require_safe
def home(request):
    day = today()
    context = {
        "figures": computed.key_figures(day),
        "latest": computed.latest_events(day),
        "ahead": computed.ahead(day),
        "questions": computed.questions(),
        "states": State.objects.public().order_by("name"),
        "persons": Person.objects.public().at_large(on=day).order_by("name"),
    }
    return for_everybody(request, render(request, "home.html", context))


@require_safe
def about(request):
    return for_everybody(request, render(request, "about.html"))


@require_safe
def data(request):
    """Every list with its downloads, how far it is swept, and the meaning of each column."""
    sweeps = Sweep.objects.latest_of_each()
    context = {"collections": lists(), "coverage": [(kind, sweeps.get(kind.name)) for kind in collections()], "section": "data"}
    return for_everybody(request, render(request, "data.html", context))


@require_safe
@never_cache
def healthz(request):
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def readyz(request):
    """503 where the database does not answer, or the worker has fallen silent: then since when."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        beat = Heartbeat.objects.filter(name=Heartbeat.WORKER).first()
    except DatabaseError as error:
        log.error("The database does not answer: %s", error)
        return JsonResponse({"database": "does not answer", "worker": "unknown"}, status=503)
    if beat is None:
        return JsonResponse({"database": "ok", "worker": "never seen"})
    if timezone.now() - beat.at > timedelta(seconds=settings.WORKER_PATIENCE_SECONDS):
        return JsonResponse({"database": "ok", "worker": f"stopped since {beat.at:%Y-%m-%dT%H:%M:%SZ}"}, status=503)
    return JsonResponse({"database": "ok", "worker": "ok", "found": beat.note or None})


@require_safe
def robots(request):
    return HttpResponse("User-agent: *\nDisallow: /admin/\nDisallow: /accounts/\n", content_type="text/plain")


def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


def not_found(request, exception=None):
    return render(request, "404.html", status=404)


def server_error(request):
    """A plain apology that needs no database; 503 where it is the database that does not answer."""
    error = sys.exc_info()[1]
    down = isinstance(error, DatabaseError)
    response = render(request, "503.html" if down else "500.html", status=503 if down else 500)
    if down:
        response["Retry-After"] = "30"
    patch_cache_control(response, no_store=True)
    return response
