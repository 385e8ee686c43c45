"""The rows of the history that entries rest on: their own, their links, what is computed for them, citations and sources.

So many queries as there are kinds of entries asked for, whatever the number of entries and editions.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from record.chronicle.computed import computed_for
from record.chronicle.recorded import CITATION_FIELDS, SOURCE_FIELDS, history_of, link_columns, own_columns
from record.collection import get
from record.models import Citation, Correction, Source

EVENT = ("pgh_id", "pgh_obj_id", "pgh_edition", "pgh_label")
LARGEST = 2**31 - 1
OWN = ("status", "hold", "reviewer_id", "retraction_reason")


@dataclass
class History:
    """Rows of the history as dictionaries, in the order in which editions took them up."""

    collection: object
    pk: int
    since: int = 1  # of the time before, only what stood then was read
    own: list = field(default_factory=list)
    links: dict = field(default_factory=lambda: defaultdict(list))  # name of the column -> rows
    computed: dict = field(default_factory=lambda: defaultdict(list))  # Computed -> rows
    citations: list = field(default_factory=list)
    sources: list = field(default_factory=list)
    notices: list = field(default_factory=list)


def histories(wanted, within):
    """{(name of the collection, pk): History} of `wanted`, {name of the collection: primary keys}, within some editions."""
    found = {(name, pk): History(get(name), pk, within.first) for name, pks in wanted.items() for pk in pks}
    for name, pks in wanted.items():
        collection = get(name)
        _read_own(collection, pks, found, within)
        _read_links(collection, pks, found, within)
        _read_computed(collection, pks, found, within)
    places = {ContentType.objects.get_for_model(get(name).model).pk: name for name in wanted}
    if found:
        _read_citations(places, wanted, found, within)
        _read_notices(places, wanted, found)
    return found


@dataclass(frozen=True)
class Within:
    """The editions from `first` to `last`, and of each row what it was before them."""

    first: int = 1
    last: int = LARGEST

    def of(self, rows):
        rows = rows.filter(pgh_edition__lte=self.last)
        if self.first > 1:
            earlier = rows.filter(pgh_edition__lt=self.first).order_by("pgh_obj_id", "-pgh_edition", "-pgh_id").distinct("pgh_obj_id")
            rows = rows.filter(Q(pgh_edition__gte=self.first) | Q(pgh_id__in=earlier.values("pgh_id")))
        return rows.order_by("pgh_edition", "pgh_id")


def _events(model, fields, within, *chosen, **filters):
    """Rows of the history: what was written as a draft first, then edition by edition."""
    return within.of(history_of(model).objects.filter(*chosen, **filters)).values(*dict.fromkeys((*EVENT, *fields)))


def _read_own(collection, pks, found, within):
    keys = [computed.key for computed in computed_for(collection.name)]
    fields = [*OWN, *(field.attname for _column, field in own_columns(collection)), *(key for key in keys if key != "id")]
    for row in _events(collection.model, fields, within, pgh_obj_id__in=pks, pgh_edition__gt=0):
        found[collection.name, row["pgh_obj_id"]].own.append(row)


def _read_links(collection, pks, found, within):
    for column, link in link_columns(collection):
        through = link.remote_field.through
        own, other = (through._meta.get_field(name).attname for name in (link.m2m_field_name(), link.m2m_reverse_field_name()))
        for row in _events(through, (own, other), within, **{f"{own}__in": pks}):
            found[collection.name, row[own]].links[column.name].append({**row, "key": row[other]})


def _read_computed(collection, pks, found, within):
    for computed in computed_for(collection.name):
        keys = {pk: pk for pk in pks} if computed.key == collection.model._meta.pk.attname else _keys(collection, pks, found, computed.key)
        chosen = {f"{computed.owner_attname}__in": list(keys), "pgh_edition__gt": 0}
        for row in _events(computed.model, (computed.owner_attname, *computed.fields), within, **chosen):
            found[collection.name, keys[row[computed.owner_attname]]].computed[computed].append(row)


def _keys(collection, pks, found, name):
    """{what others name an entry by: its primary key}"""
    return {row[name]: pk for pk in pks for row in found[collection.name, pk].own}


def _of_entries(places, wanted):
    chosen = Q()
    for content_type, name in places.items():
        chosen |= Q(content_type=content_type, object_id__in=wanted[name])
    return chosen


def _read_citations(places, wanted, found, within):
    """And the sources that were ever cited."""
    rows = _events(Citation, ("content_type_id", "object_id", *CITATION_FIELDS), within, _of_entries(places, wanted))
    citing = defaultdict(set)
    for row in rows:
        key = (places[row["content_type_id"]], row["object_id"])
        found[key].citations.append(row)
        citing[row["source_id"]].add(key)
    for row in _events(Source, ("slug", "language", *SOURCE_FIELDS), within, pgh_obj_id__in=list(citing)):
        for key in citing[row["pgh_obj_id"]]:
            found[key].sources.append(row)


def _read_notices(places, wanted, found):
    for notice in Correction.objects.filter(_of_entries(places, wanted)).order_by("edition_id", "pk"):
        found[places[notice.content_type_id], notice.object_id].notices.append(notice)
