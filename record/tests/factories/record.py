"""Editors, sources and citations, and the ways by which an entry becomes public."""

from itertools import count

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from record import derived, workflow
from record.models import Citation, Editor, Entry, Origin, Source, Status

NUMBERS = count(1)


def make_editor(username=None, *, reviewer=False):
    """Somebody who may draft, or publish what another has drafted."""
    editor = Editor.objects.create_user(username or f"editor-{next(NUMBERS)}", is_staff=True)
    editor.groups.add(Group.objects.get_or_create(name=Editor.REVIEWERS if reviewer else Editor.EDITORS)[0])
    return editor


def make_reviewer(username=None):
    return make_editor(username, reviewer=True)


def make_source(**values):
    slug = f"source-{next(NUMBERS)}"
    return Source.objects.create(**{"slug": slug, "kind": "court_filing", "title": "A decision", "publisher": "ICC", **values})


def cite(entry, source=None, **values):
    """A citation of the entry; the source supports it unless `stance` says otherwise."""
    return Citation.objects.create(
        content_type=ContentType.objects.get_for_model(entry),
        object_id=entry.pk,
        source=source or make_source(),
        **{"consulted": "full", **values},
    )


def made_public(*entries):
    """Publishes entries and what they rest on, in one edition, each with a source, and computes what follows.

    As the loader would: nobody has read them. Returns the entry, or all of them.
    """
    with workflow.edition("Made public for a test"):
        drafts = list(dict.fromkeys(draft for entry in entries for draft in _rests_on(entry)))
        for entry in drafts:
            if not entry.citations.exists():
                cite(entry)
            entry.status, entry.origin, entry.published_at = Status.PUBLISHED, Origin.LOAD, timezone.now()
            entry.save()
        derived.recompute(drafts)
    for entry in drafts:
        entry.refresh_from_db()
    return entries[0] if len(entries) == 1 else entries


def _rests_on(entry):
    """The drafts that an entry points to, directly or not, and itself as the last."""
    if not isinstance(entry, Entry) or entry.is_public:
        return []
    pointed_at = [getattr(entry, field.name) for field in entry._meta.concrete_fields if field.is_relation]
    pointed_at += [target for link in entry._meta.local_many_to_many for target in getattr(entry, link.name).all()]
    return [draft for target in pointed_at for draft in _rests_on(target)] + [entry]


def in_review(entry, author):
    """A draft that its author has submitted, with a source for the whole of it."""
    type(entry).objects.filter(pk=entry.pk).update(author=author)
    entry.refresh_from_db()
    if not entry.citations.exists():
        cite(entry)
    workflow.submit(entry, by=author)
    return entry


def published(entry, author, reviewer):
    """Written by one person and published by another, resting on public entries."""
    drafts = [draft for draft in _rests_on(entry) if draft != entry]
    if drafts:
        made_public(*drafts)
    workflow.publish(in_review(entry, author), by=reviewer)
    return entry
