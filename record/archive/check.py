"""Whether a source is still where it was, and still says what it said.

Two steps. `look` asks one address, keeps what it gives and notes what it found, of which nothing is public yet. `tell`
makes public what was found, of however many sources, in one edition.
"""

import logging
from collections import Counter
from datetime import date, timedelta

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import F, Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from record import workflow
from record.archive import store
from record.archive.failures import FetchError, HttpError
from record.archive.fetch import Fetcher
from record.archive.findings import finding
from record.models import ArchivedCopy, EditionKind, LinkCheck, LinkState, Source

log = logging.getLogger(__name__)
EVERY = timedelta(days=30)
CLAIM = timedelta(hours=1)  # what is being asked now is not asked by another
FIRST_RETRY = timedelta(hours=2)  # doubled with each failure
SECOND_LOOK = timedelta(days=1)
GONE = (404, 410)


def due(now=None):
    """The sources that it is time to look at, the longest due first: those that readers see, and that have an address.

    What only drafts cite is left alone, lest a visit from us tells its site what is being written.
    """
    unknown = Q(link_check=None) | ~Q(link_check__url=F("url"))
    waiting = Q(link_check=None) | Q(link_check__pending__isnull=True)
    return (
        Source.objects.public()
        .filter(waiting, unknown | Q(link_check__due_at__lte=now or timezone.now()))
        .exclude(url="")
        .order_by(F("link_check__due_at").asc(nulls_first=True), "pk")
    )


def look(source, now=None):
    """Asks the address of a source. Returns its LinkCheck, which says what was found or why nothing was."""
    now = now or timezone.now()
    check = _claimed(source, now)
    try:
        with Fetcher(allowed=settings.FETCH_ALLOWED).fetch(source.url) as page:
            _answered(check, page, now)
    except (FetchError, store.StoreError) as error:
        _failed(check, error, now)
    check.save()
    return check


def tell(checks=None, by=None):
    """Makes public what was found by these checks, or by all: in one edition, or none where nothing was. Returns it."""
    with transaction.atomic():
        found = LinkCheck.objects.filter(pending__isnull=False).select_related("source").select_for_update(of=("self",))
        if checks is not None:
            found = found.filter(pk__in=[check.pk for check in checks])
        found = list(found.order_by("pk"))
        if not found:
            return None
        with workflow.edition(_summary(found), by, kind=EditionKind.CHECK) as edition:
            for check in found:
                _publish(check, edition)
    return edition


def hold_against(copy, by):
    """An editor has read a page that has changed: it still says what is cited, and is compared with this copy from now on."""
    tell(LinkCheck.objects.filter(source=copy.source))
    copy.source.refresh_from_db()
    with workflow.edition(_("The text of %(source)s still says what is cited") % {"source": copy.source.slug}, by, kind=EditionKind.CHECK):
        LinkCheck.objects.filter(source=copy.source).update(compared_with=copy)
        if copy.source.link == LinkState.CHANGED:
            copy.source.link = LinkState.OK
            copy.source.save(update_fields=["link"])


def sweep(now=None):
    """The worker's part of a round: one address at most, so many a day, evenly; and the findings of the day before."""
    now = now or timezone.now()
    if not settings.LINK_CHECKS_PER_DAY:
        return
    try:
        tell(LinkCheck.objects.filter(checked_at__lt=now.replace(hour=0, minute=0, second=0, microsecond=0)))
        last = LinkCheck.objects.aggregate(last=Max("checked_at"))["last"]
        if last is None or now - last >= timedelta(days=1) / settings.LINK_CHECKS_PER_DAY:
            for source in due(now)[:1]:
                look(source, now)
    except DatabaseError:
        raise  # the worker has its own words for it
    except Exception:
        log.exception("An address could not be checked.")


def _claimed(source, now):
    """Its LinkCheck, put off for a while. What an earlier look has found is told first, so that no copy is lost."""
    check, _new = LinkCheck.objects.get_or_create(source=source, defaults={"due_at": now, "url": source.url})
    if check.pending:
        tell([check])
        check.refresh_from_db()
    if check.url != source.url:  # another address: what it gives first is what it is compared with
        check.compared_with = check.http_status = None
        check.url, check.final_url, check.attempts = source.url, "", 0
    check.due_at = now + CLAIM
    check.save()
    return check


def _answered(check, page, now):
    link, kept = finding(check, page)
    copy = None
    if kept:
        copy = {
            "sha256": page.sha256, "media_type": page.media_type, "size": page.size, "fetched_at": now.isoformat(),
            "final_url": page.final_url, "name": store.keep(page.body, page.sha256),
        }  # fmt: skip
    check.pending = {"link": link, "on": now.date().isoformat(), "copy": copy}
    check.http_status, check.final_url, check.error, check.attempts = page.status, page.final_url, "", 0
    check.checked_at, check.due_at = now, now + EVERY


def _failed(check, error, now):
    """Nothing public changes, but for an address that was gone on an earlier day already and is so again."""
    gone = isinstance(error, HttpError) and error.status in GONE
    gone_before = check.http_status in GONE and check.checked_at.date() < now.date()
    wait = min(FIRST_RETRY * 2 ** min(check.attempts, 10), EVERY)
    if gone and gone_before:
        check.pending = {"link": LinkState.DEAD, "on": now.date().isoformat(), "copy": None}
        wait = EVERY
    elif gone:
        wait = SECOND_LOOK
    check.http_status, check.final_url = (error.status, error.final_url) if isinstance(error, HttpError) else (None, "")
    check.error, check.attempts = str(error)[:300], check.attempts + 1
    check.checked_at, check.due_at = now, now + wait


def _publish(check, edition):
    found = check.pending
    if found["copy"]:
        copy, _new = ArchivedCopy.objects.get_or_create(
            source=check.source, sha256=found["copy"]["sha256"], defaults={**found["copy"], "edition": edition}
        )
        check.compared_with = check.compared_with or copy
    check.source.link, check.source.checked_on = found["link"], date.fromisoformat(found["on"])
    check.source.save(update_fields=["link", "checked_on"])
    check.pending = None
    check.save(update_fields=["pending", "compared_with"])


def _summary(found):
    """For editors: how many addresses, and how they stand."""
    counted = Counter(LinkState(check.pending["link"]).label for check in found)
    checked = ngettext("%(number)s address checked", "%(number)s addresses checked", len(found)) % {"number": len(found)}
    return _("%(checked)s: %(states)s") % {
        "checked": checked, "states": ", ".join(f"{number} × {label}" for label, number in counted.most_common())
    }  # fmt: skip
