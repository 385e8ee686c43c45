"""The first page of the desk: what waits for a reader or for its time, what was sent back, what nobody has read yet."""

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q, Value
from django.urls import reverse

from record import inbox, workflow
from record.admin.revisions import with_entries
from record.collection import collections
from record.models import Entry, Origin, Review, Revision, Status, Withholding

UNREAD = Q(status=Status.PUBLISHED, reviewer__isnull=True)
AWAITED = (Status.IN_REVIEW, Status.APPROVED)


@dataclass(frozen=True)
class Item:
    """An entry or a revision on the desk. `open` tells whether this user may publish it (in review) or change it (a draft)."""

    kind: Any
    thing: Entry | Revision
    open: bool
    review: Review | None

    @property
    def title(self):
        return self.thing.entry if isinstance(self.thing, Revision) else self.thing

    @property
    def address(self):
        return reverse(_name(type(self.thing), "change"), args=[self.thing.pk])


@dataclass(frozen=True)
class Tally:
    """How a kind stands, with the address of its list."""

    kind: Any
    address: str
    add_address: str
    published: int
    unread: int
    drafts: int
    ownerless: int


def _name(model, page):
    return f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"


def desk(request, context):
    """What the index shows. `UNFOLD` names it; one query for each kind of which something waits, one for revisions and their reviews,
    one for all counts."""
    items = _items(request.user)
    waiting = sorted((item for item in items if item.thing.status == Status.IN_REVIEW), key=lambda item: item.thing.updated_at)
    own = [item for item in items if item.thing.status == Status.DRAFT]
    return context | {
        "asked": [item for item in waiting if _is_for(item, request.user)],
        "waiting": [item for item in waiting if not _is_for(item, request.user)],
        "approved": sorted((item for item in items if item.thing.status == Status.APPROVED), key=lambda item: item.thing.updated_at),
        "returned": _newest_first(item for item in own if item.thing.review_note),
        "drafts": _newest_first(item for item in own if not item.thing.review_note),
        "withheld": list(Withholding.objects.pending().select_related("by").order_by("at")),
        "inbox": inbox.counts(),
        "kinds": _counts(),
    }


def next_to_read(user):
    """Of what waits for a reader, what this one may publish next, or None: what they were asked for first, then what waits longest."""
    waiting = [item for item in _items(user) if item.thing.status == Status.IN_REVIEW and item.open]
    return min(waiting, key=lambda item: (not _is_for(item, user), item.thing.updated_at), default=None)


def _newest_first(items):
    return sorted(items, key=lambda item: item.thing.updated_at, reverse=True)


def _is_for(item, user):
    return item.review is not None and item.review.assigned_to_id == user.pk


def _items(user):
    things = [(collection.model._meta.verbose_name, entry) for collection in _waiting_kinds(user) for entry in _entries(collection, user)]
    changes = with_entries(Revision.objects.filter(Q(status__in=AWAITED) | Q(status=Status.DRAFT, author=user)).select_related("author"))
    things += [(f"{revision.entry._meta.verbose_name}: {revision.short_kind}", revision) for revision in changes]
    reviews = _reviews_of(thing for _kind, thing in things)
    return [
        Item(kind, thing, workflow.may("publish" if thing.status == Status.IN_REVIEW else "edit", thing, user), reviews.get(_key(thing)))
        for kind, thing in things
    ]


def _waiting_kinds(user):
    """The collections of which something waits or is this user's, found in one query."""
    first, *others = (_waiting(kind.model, user).order_by().values(kind_number=Value(number)).distinct() for number, kind in enumerate(collections()))
    found = {row["kind_number"] for row in first.union(*others, all=True).order_by()}
    return [kind for number, kind in enumerate(collections()) if number in found]


def _waiting(model, user):
    return model.objects.filter(Q(status__in=AWAITED) | Q(status=Status.DRAFT, author=user))


def _entries(collection, user):
    return _waiting(collection.model, user).order_by("pk").select_related("author", *collection.related)


def _key(thing):
    return ContentType.objects.get_for_model(thing).pk, thing.pk


def _reviews_of(things):
    """{(content type, primary key): Review}."""
    of_these = Q(pk=None)
    for content_type, pk in map(_key, things):
        of_these |= Q(content_type=content_type, object_id=pk)
    return {(review.content_type_id, review.object_id): review for review in Review.objects.filter(of_these).select_related("assigned_to")}


def _counts():
    first, *others = (_count_of(number, collection.model) for number, collection in enumerate(collections()))
    counts = {row.pop("kind_number"): row for row in first.union(*others, all=True).order_by()}
    return [
        Tally(
            collection.model._meta.verbose_name_plural, reverse(_name(collection.model, "changelist")), reverse(_name(collection.model, "add")),
            **counts[number],
        )
        for number, collection in enumerate(collections())
    ]  # fmt: skip


def _count_of(number, model):
    """One row, even where the kind has no entry."""
    drafts = Q(status=Status.DRAFT)
    return (
        model.objects.order_by()
        .values(kind_number=Value(number))
        .annotate(
            published=Count("pk", filter=Q(status=Status.PUBLISHED)),
            unread=Count("pk", filter=UNREAD & Q(origin=Origin.LOAD)),
            drafts=Count("pk", filter=drafts),
            ownerless=Count("pk", filter=drafts & Q(author__isnull=True)),
        )
    )
