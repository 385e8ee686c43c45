"""The first page of the desk: what waits for a reader, what was sent back, what nobody has read yet."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Value
from django.urls import reverse

from record import workflow
from record.collection import collections
from record.models import Entry, Origin, Status

UNREAD = Q(status=Status.PUBLISHED, reviewer__isnull=True)


@dataclass(frozen=True)
class Item:
    """An entry on the desk. `open` tells whether this user may publish it (in review) or change it (a draft)."""

    kind: Any
    entry: Entry
    open: bool

    @property
    def address(self):
        return reverse(_name(type(self.entry), "change"), args=[self.entry.pk])


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
    """What the index shows. `UNFOLD` names it; one query for each kind, and one for all counts."""
    items = [item for collection in collections() for item in _items(collection, request.user)]
    own = [item for item in items if item.entry.status == Status.DRAFT]
    waiting = [item for item in items if item.entry.status == Status.IN_REVIEW]
    return context | {
        "waiting": sorted(waiting, key=lambda item: item.entry.updated_at),
        "returned": _newest_first(item for item in own if item.entry.review_note),
        "drafts": _newest_first(item for item in own if not item.entry.review_note),
        "kinds": _counts(),
    }


def _newest_first(items):
    return sorted(items, key=lambda item: item.entry.updated_at, reverse=True)


def _items(collection, user):
    mine = Q(status=Status.DRAFT, author=user)
    entries = collection.model.objects.filter(Q(status=Status.IN_REVIEW) | mine).order_by("pk")
    kind = collection.model._meta.verbose_name
    for entry in entries.select_related("author", *collection.related):
        action = "publish" if entry.status == Status.IN_REVIEW else "edit"
        yield Item(kind, entry, workflow.may(action, entry, user))


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
