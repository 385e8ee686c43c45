"""`/corrections/ask/`: anybody asks for a correction, sends a reply or an official communication. No account, no script."""

import re
from urllib.parse import urlencode, urlsplit

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from record import inbox
from record.collection import get
from record.models import MessageKind
from record.publishing.answer import Refused
from record.publishing.ask_form import AskForm, opened_now, refused_as_program
from record.publishing.entry_page import heading
from record.publishing.parameters import Parameters, refused_page

RECEIPT = "record.ask.receipt"
ADDRESS = re.compile(r"^/?(?P<name>[a-z-]+)/(?P<slug>[A-Za-z0-9_-]+)/?$")


class _Check(CsrfViewMiddleware):
    """Says why a form is refused, instead of answering with a page that has lost what was typed."""

    def _reject(self, request, reason):
        return reason


@csrf_exempt  # checked here, so that nothing typed is lost
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_view(request):
    if request.method == "POST":
        return _sent(request)
    try:
        asked = Parameters(request.GET, ("entry", "kind"))
        kind = asked.choice("kind", MessageKind.values, MessageKind.CORRECTION)
        entry = _entry_at(asked.text("entry"))
        if asked.text("entry") and entry is None:
            asked.refuse("entry", asked.text("entry"), _("“%(value)s” is no entry of this record.") % {"value": asked.text("entry")})
        asked.check()
    except Refused as refused:
        return refused_page(request, refused, back="ask", back_label=_("The form, without an entry"))
    return _page(request, AskForm(initial={"kind": kind, "about": _key(entry)}), entry)


def _sent(request):
    form, entry = AskForm(request.POST), _entry_at(request.POST.get("about", ""))
    valid, (program, opened) = form.is_valid(), refused_as_program(request.POST)
    if program:
        form.add_error(None, program)
    elif _forged(request):
        form.add_error(
            None, _("Your browser did not send the cookie that belongs to this form. Nothing was sent and nothing is lost: press “Send” again.")
        )
    if form.errors or not valid:
        return _page(request, form, entry, status=400, opened=opened)
    message = form.save(commit=False)
    message.entry = entry
    try:
        message = inbox.receive(message, _address_of(request))
    except inbox.Full as full:
        return _too_many(request, form, entry, full.until)
    receipt = signing.dumps([message.pk, message.kind, message.due_on.isoformat() if message.due_on else ""], salt=RECEIPT)
    return HttpResponseRedirect(f"{reverse('asked')}?{urlencode({'receipt': receipt})}")


def _page(request, form, entry, status=200, opened="", **context):
    found = {"form": form, "entry": entry, "heading": heading(entry) if entry else "", "opened": opened or opened_now(), "section": "ask"}
    return render(request, "record/ask.html", found | context, status=status)


def _too_many(request, form, entry, until):
    response = _page(request, form, entry, status=429, opened=request.POST["opened"], until=until)
    response["Retry-After"] = str(max(1, round((until - timezone.now()).total_seconds())))
    return response


def _forged(request):
    check = _Check(lambda _request: None)
    check.process_request(request)
    return check.process_view(request, None, (), {}) is not None


def _address_of(request):
    """As signing in counts attempts; empty where the server does not know."""
    try:
        return get_adapter().get_client_ip(request)
    except PermissionDenied:
        return ""


def _key(entry):
    return f"{entry.collection}/{entry.slug}" if entry else ""


def _entry_at(text):
    """The public or retracted entry that an address of this site, or its last two parts, names; None where there is none."""
    try:
        parts = urlsplit(text.strip()[:300].removeprefix(settings.PUBLIC_URL))
    except ValueError:  # a host in brackets that is none
        return None
    found = ADDRESS.match(parts.path) if not parts.netloc else None
    collection = get(found["name"]) if found else None
    if collection is None or not collection.of_entries:
        return None
    return collection.with_related(collection.model.objects.addressable()).filter(slug=found["slug"]).first()


@never_cache
@require_safe
def asked_view(request):
    """What happens next. The receipt is signed, and says nothing of who has sent what."""
    try:
        number, kind, due_on = signing.loads(request.GET.get("receipt", ""), salt=RECEIPT)
    except signing.BadSignature:
        raise Http404 from None
    context = {"number": number, "kind": kind, "due_on": parse_date(due_on) if due_on else None, "section": "ask"}
    return render(request, "record/asked.html", context)
