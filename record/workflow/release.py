"""What was approved for a time is published when that has come."""

import logging

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from record import collection
from record.models import Review, Revision, Status
from record.refusals import REFUSALS, sentences
from record.workflow.editions import take_turn
from record.workflow.reviews import embargo_of
from record.workflow.steps import put_out

log = logging.getLogger("record.worker")


def release_due():
    """Publishes what is due, each in an edition of its own, by whoever approved it. Returns how many were published.

    What cannot be published any more goes back to review, with the reason. Another worker may do the same at once.
    """
    return sum(_release(thing) for thing in _due())


def _due():
    """What others may rest on comes first: entries in the order of their kinds, then revisions."""
    pks = {}
    for review in Review.objects.filter(embargo_until__lte=timezone.now()).select_related("content_type"):
        pks.setdefault(review.content_type.model_class(), []).append(review.object_id)
    for model in [*(kind.model for kind in collection.collections()), Revision]:
        yield from model.objects.filter(pk__in=pks.get(model, ()), status=Status.APPROVED).order_by("pk")


def _release(thing):
    try:
        with transaction.atomic():
            return _release_locked(thing)
    except Exception:  # the next one is not to wait for what is wrong with this one
        log.exception("Not published at its time: %s %s", thing._meta.model_name, thing.pk)
        return False


def _release_locked(thing):
    take_turn()
    current = type(thing).objects.select_for_update(of=("self",), skip_locked=True).filter(pk=thing.pk, status=Status.APPROVED).first()
    if current is None or embargo_of(current) is None or embargo_of(current) > timezone.now():
        return False
    try:
        with transaction.atomic():
            put_out(current, current.reviewer)
    except REFUSALS as error:
        _back_to_review(type(thing).objects.get(pk=thing.pk), error)
        return False
    return True


def _back_to_review(thing, error):
    words = sentences(error, type(thing.entry if isinstance(thing, Revision) else thing))
    thing.status, thing.reviewer, thing.reviewed_at = Status.IN_REVIEW, None, None
    thing.review_note = _("Could not be published at its time: %(why)s") % {"why": " ".join(words)}
    thing.save()
