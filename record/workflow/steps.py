"""The steps of an entry and of a revision: draft -> in review -> (approved ->) published; of an entry -> retracted.

The values that rest on what is published are computed in the same edition.
"""

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from record import derived, invariants
from record.models import AskedBy, Correction, EditionKind, NoticeKind, Revision, Status
from record.workflow import revisions
from record.workflow.editions import edition
from record.workflow.locking import locked, locked_for_edition
from record.workflow.proposals import gaps
from record.workflow.resting import refuse_what_rests_on_what_is_not_public, refuse_while_others_rest_on_it
from record.workflow.reviews import embargo_of, lift_embargo
from record.workflow.rights import require
from record.workflow.words import refuse_words_that_prejudge


def submit(thing, *, by):
    """Draft to review. Raises ValidationError with every gap."""
    with locked(thing) as current:
        require("submit", current, by)
        _refuse_unready(current)
        current.status, current.review_note = Status.IN_REVIEW, ""
        current.author = current.author or by
        current.save()


def send_back(thing, *, by, note):
    """From review, or from waiting for its time, to draft, with a note that says what is wanted."""
    if not note.strip():
        raise ValidationError(_("Say what the author should change."))
    with locked(thing) as current:
        require("return", current, by)
        current.status, current.review_note = Status.DRAFT, note
        current.reviewer = current.reviewed_at = None
        current.save()


def approve(thing, *, by):
    """From review to waiting for its time: `record.workflow.release_due` publishes it then."""
    with locked(thing) as current:
        require("approve", current, by)
        if not _waits(current):
            raise ValidationError(_("No time is set until which it waits: set one, or publish it at once."))
        _refuse_unready(current)
        if isinstance(current, Revision):
            revisions.refuse_what_cannot_be_applied(current)
        else:
            refuse_what_rests_on_what_is_not_public(current, but=[Status.APPROVED])
        current.status, current.review_note = Status.APPROVED, ""
        current.reviewer, current.reviewed_at = by, timezone.now()
        current.save()


def publish(thing, *, by):
    """Review to published, in a new edition. Raises ValidationError where it rests on what is not public."""
    with locked_for_edition(thing) as current:
        require("publish", current, by)
        if _waits(current):
            raise ValidationError(_("It is to wait until its time: approve it for then, or lift the embargo."))
        put_out(current, by)


def put_out(current, by):
    """Makes an entry or a revision public, in an edition; it is locked, and its turn has come."""
    (revisions.apply if isinstance(current, Revision) else _publish_entry)(current, by)
    lift_embargo(current)
    connection.check_constraints()


def _publish_entry(entry, by):
    with edition(_("Published: %(entry)s") % {"entry": entry}, by):
        refuse_what_rests_on_what_is_not_public(entry)
        now = timezone.now()
        entry.status, entry.published_at, entry.review_note = Status.PUBLISHED, now, ""
        entry.reviewer, entry.reviewed_at = by, entry.reviewed_at or now
        entry.save()
        derived.recompute([entry])
        invariants.refuse([entry])


def confirm_reading(entry, *, by):
    """A second person has read a loaded entry against its source: from `compiled` to `read`, in a new edition."""
    with locked_for_edition(entry) as current:
        require("read", current, by)
        with edition(_("Read against its source: %(entry)s") % {"entry": current}, by, EditionKind.READING):
            current.reviewer, current.reviewed_at = by, timezone.now()
            current.save()


def retract(entry, *, by, reason, asked_by=AskedBy.EDITOR):
    """Published to retracted, in a new edition; the address stays and says why, and so do the corrections."""
    if not reason.strip():
        raise ValidationError(_("A retraction states its reason: readers will see it."))
    with locked_for_edition(entry) as current:
        require("retract", current, by)
        with edition(_("Retracted: %(entry)s") % {"entry": current}, by, EditionKind.RETRACTION) as made:
            refuse_while_others_rest_on_it(current)
            current.status, current.retraction_reason = Status.RETRACTED, reason
            current.save()
            Correction.objects.create(edition=made, entry=current, kind=NoticeKind.RETRACTION, what_was_wrong=reason, asked_by=asked_by)
            derived.recompute([current])


def _refuse_unready(thing):
    missing = gaps(thing)
    if missing:
        raise ValidationError([gap.message for gap in missing])
    refuse_words_that_prejudge(thing)
    (revisions.proposed(thing) if isinstance(thing, Revision) else thing).full_clean()


def _waits(thing):
    until = embargo_of(thing)
    return until is not None and until > timezone.now()
