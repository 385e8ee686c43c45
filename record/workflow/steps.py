"""The only code that changes a status: draft -> in review -> published -> retracted.

Four eyes: whoever wrote an entry cannot publish it. Each change of what is public is made in an
edition (the next number, under a lock), and the values that rest on it are computed in the same one.
"""

from contextlib import contextmanager
from dataclasses import dataclass

import pghistory
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from record import derived
from record.models import Edition, EditionCounter, Entry, Status
from record.models.history import EDITION_SETTING


@contextmanager
def edition(summary, by=None):
    """A change of what is public. Yields the new Edition; all or nothing; holds the edition lock until the end."""
    with transaction.atomic(), pghistory.context(reason=summary[:200]):
        number = EditionCounter.take()
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config(%s, %s, true), clock_timestamp()", [EDITION_SETTING, str(number)])
            at = cursor.fetchone()[1]
        made = Edition.objects.create(number=number, at=at, by=by, summary=summary[:300])
        yield made
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config(%s, '', true)", [EDITION_SETTING])


OWN_WORDS = frozenset({"summary", "note", "name_fr", "name_es"})  # may be cited, need not be


@dataclass(frozen=True)
class Gap:
    """Something that an entry still needs: the field (or empty) and a sentence for its author."""

    field: str
    message: str


def gaps(entry):
    """What is missing before the entry can be submitted: a list of Gap."""
    citations = list(entry.citations.all())
    found = []
    supporting = [citation for citation in citations if citation.stance == "supports"]
    if not supporting:
        found.append(Gap("", _("No source supports this entry yet.")))
    covered = {citation.field for citation in supporting}
    if supporting and "" not in covered:
        found += [
            Gap(field.name, _("No source for “%(field)s”.") % {"field": field.verbose_name})
            for field in citable(entry)
            if field.name not in covered | OWN_WORDS and getattr(entry, field.attname) not in (None, "", [])
        ]
    known = {field.name for field in citable(entry)}
    found += [
        Gap(citation.field, _("A source is cited for “%(field)s”, which this kind of entry does not have.") % {"field": citation.field})
        for citation in citations
        if citation.field and citation.field not in known
    ]
    return found


def citable(entry):
    """The fields of an entry (or of a model of entries) that a citation may speak of."""
    return [field for field in entry._meta.concrete_fields if field.editable and not field.primary_key and field.name != "slug"]


def may(action, entry, user):
    """Whether a user may do this to an entry now: edit, submit, return, publish, read, retract."""
    wrote_it = entry.author_id is not None and entry.author_id == user.pk
    rules = {
        "edit": user.is_editor and entry.status == Status.DRAFT and (wrote_it or entry.author_id is None),
        "submit": user.is_editor and entry.status == Status.DRAFT and (wrote_it or entry.author_id is None),
        "return": (user.is_reviewer or wrote_it) and entry.status == Status.IN_REVIEW,
        "publish": user.is_reviewer and entry.status == Status.IN_REVIEW and not wrote_it,
        "read": user.is_reviewer and entry.status == Status.PUBLISHED and not entry.reviewer_id and not wrote_it,
        "retract": user.is_reviewer and entry.status == Status.PUBLISHED,
    }
    return rules[action]


def _require(action, entry, user):
    if not may(action, entry, user):
        raise PermissionDenied(_("This is not open to you for this entry as it stands now."))


@contextmanager
def _locked(entry):
    """The entry as it stands now, locked; the caller's copy is brought up to date after."""
    with transaction.atomic():
        current = type(entry).objects.select_for_update(of=("self",)).get(pk=entry.pk)
        yield current
        entry.refresh_from_db()


def submit(entry, *, by):
    """Draft to review. Raises ValidationError with every gap."""
    with _locked(entry) as current:
        _require("submit", current, by)
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
    with _locked(entry) as current:
        _require("return", current, by)
        current.status, current.review_note = Status.DRAFT, note
        current.save()


def publish(entry, *, by):
    """Review to published, in a new edition. Raises ValidationError where it rests on what is not public."""
    with _locked(entry) as current:
        _require("publish", current, by)
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
    with _locked(entry) as current:
        _require("read", current, by)
        with edition(_("Read against its source: %(entry)s") % {"entry": current}, by):
            current.reviewer, current.reviewed_at = by, timezone.now()
            current.save()


def retract(entry, *, by, reason):
    """Published to retracted, in a new edition; the address stays and says why."""
    if not reason.strip():
        raise ValidationError(_("A retraction states its reason: readers will see it."))
    with _locked(entry) as current:
        _require("retract", current, by)
        with edition(_("Retracted: %(entry)s") % {"entry": current}, by):
            _refuse_while_others_rest_on_it(current)
            current.status, current.retraction_reason = Status.RETRACTED, reason
            current.save()
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
    for relation in entry._meta.related_objects:
        through_entries = relation.many_to_many and _is_of_entries(relation.through)  # these are entries of their own
        if through_entries or not _is_of_entries(relation.related_model):
            continue
        dependent = relation.related_model.objects.public().filter(**{relation.field.name: entry}).first()
        if dependent:
            raise ValidationError(_("“%(dependent)s” is published and points to it: retract that first.") % {"dependent": dependent})


def _is_of_entries(model):
    return issubclass(model, Entry)
