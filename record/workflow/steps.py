"""The steps of an entry: draft -> in review -> published -> retracted.

The values that rest on what is published are computed in the same edition.
"""

from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from record import derived
from record.models import AskedBy, Correction, EditionKind, Entry, NoticeKind, Status
from record.workflow.editions import edition
from record.workflow.readiness import gaps
from record.workflow.rights import require


@contextmanager
def locked(entry):
    """The entry as it stands now, locked; the caller's copy is brought up to date after."""
    with transaction.atomic():
        current = type(entry).objects.select_for_update(of=("self",)).get(pk=entry.pk)
        yield current
        entry.refresh_from_db()


def submit(entry, *, by):
    """Draft to review. Raises ValidationError with every gap."""
    with locked(entry) as current:
        require("submit", current, by)
        missing = gaps(current)
        if missing:
            raise ValidationError([gap.message for gap in missing])
        current.full_clean()
        current.status, current.review_note = Status.IN_REVIEW, ""
        current.author = current.author or by
        current.save()


def send_back(entry, *, by, note):
    """Review to draft, with a note that says what is wanted."""
    if not note.strip():
        raise ValidationError(_("Say what the author should change."))
    with locked(entry) as current:
        require("return", current, by)
        current.status, current.review_note = Status.DRAFT, note
        current.save()


def publish(entry, *, by):
    """Review to published, in a new edition. Raises ValidationError where it rests on what is not public."""
    with locked(entry) as current:
        require("publish", current, by)
        with edition(_("Published: %(entry)s") % {"entry": current}, by):
            _refuse_what_rests_on_drafts(current)  # under the edition lock: nothing is retracted meanwhile
            now = timezone.now()
            current.status, current.published_at = Status.PUBLISHED, now
            current.reviewer, current.reviewed_at = by, now
            current.save()
            derived.recompute([current])
        connection.check_constraints()


def confirm_reading(entry, *, by):
    """A second person has read a loaded entry against its source: from `compiled` to `read`, in a new edition."""
    with locked(entry) as current:
        require("read", current, by)
        with edition(_("Read against its source: %(entry)s") % {"entry": current}, by, EditionKind.READING):
            current.reviewer, current.reviewed_at = by, timezone.now()
            current.save()


def retract(entry, *, by, reason, asked_by=AskedBy.EDITOR):
    """Published to retracted, in a new edition; the address stays and says why, and so do the corrections."""
    if not reason.strip():
        raise ValidationError(_("A retraction states its reason: readers will see it."))
    with locked(entry) as current:
        require("retract", current, by)
        with edition(_("Retracted: %(entry)s") % {"entry": current}, by, EditionKind.RETRACTION) as made:
            _refuse_while_others_rest_on_it(current)
            current.status, current.retraction_reason = Status.RETRACTED, reason
            current.save()
            Correction.objects.create(edition=made, entry=current, kind=NoticeKind.RETRACTION, what_was_wrong=reason, asked_by=asked_by)
            derived.recompute([current])


def _refuse_what_rests_on_drafts(entry):
    targets = [getattr(entry, field.name) for field in entry._meta.concrete_fields if field.is_relation]
    for link in entry._meta.many_to_many:
        if not _is_of_entries(link.remote_field.through):
            targets += getattr(entry, link.name).all()
    for target in targets:
        if getattr(target, "status", Status.PUBLISHED) != Status.PUBLISHED:
            raise ValidationError(_("It points to “%(target)s”, which is not published: publish that first.") % {"target": target})


def _refuse_while_others_rest_on_it(entry):
    for dependent in dependents(entry):
        raise ValidationError(_("“%(dependent)s” is published and points to it: retract that first.") % {"dependent": dependent})


def dependents(entry):
    """The public entries that point to an entry."""
    for relation in entry._meta.related_objects:
        through_entries = relation.many_to_many and _is_of_entries(relation.through)  # these are entries of their own
        if not through_entries and _is_of_entries(relation.related_model):
            yield from relation.related_model.objects.public().filter(**{relation.field.name: entry})


def _is_of_entries(model):
    return issubclass(model, Entry)
