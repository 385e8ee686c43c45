"""Walks every Collection: each filter and sort gives the same entries in the same order, whatever the output."""

import csv
import io
import json
import re

import pytest
from django.urls import reverse

from record.collection import lists
from record.day import today
from record.filters import ChoicesFilter, KeyFilter, ListedFilter, SpanFilter, WordsFilter, YesNoFilter
from record.publishing.answer import PAGE_SIZE

pytestmark = pytest.mark.django_db

OUTPUTS = ("html", "csv", "json")
PAGES = 2  # of a list that are turned
MANY = 100  # entries: of more, a part is sorted in every output
COLLECTIONS = lists()
NAMED = [pytest.param(collection, id=collection.name) for collection in COLLECTIONS]
FILTERS = [pytest.param(c, name, id=f"{c.name}-{name}") for c in COLLECTIONS for name in c.filterset.get_filters()]
SORTS = [pytest.param(c, column.name, id=f"{c.name}-{column.name}") for c in COLLECTIONS for column in c.columns if column.sortable]


def a_value(collection, name):
    """A value of a filter that leaves some entries and not all, as far as the record has one."""
    filter_ = collection.filterset.base_filters[name]
    entries = collection.public(today())
    if isinstance(filter_, YesNoFilter):
        return "true"
    if isinstance(filter_, SpanFilter):
        return "2015"
    if isinstance(filter_, WordsFilter):
        return str(entries.values_list(*filter_.names[:1] or filter_.fields[:1]).exclude(**{(filter_.names or filter_.fields)[0]: None}).first()[0])[
            :6
        ].strip()
    values = entries.exclude(**{filter_.field_name: None}).values_list(filter_.field_name, flat=True)
    if isinstance(filter_, ListedFilter):
        return next(filter(None, values))[0]
    if isinstance(filter_, ChoicesFilter):  # where no entry has a value yet, any is answered with none
        return next(filter(None, values), None) or filter_.options[0][0]
    if isinstance(filter_, KeyFilter) and not values.exists():  # nor does any entry point to one yet
        return filter_.queryset(None).values_list(filter_.extra["to_field_name"], flat=True).first()
    return values.first()


def slugs_on_pages(client, collection, query, at_most=99):
    """The slugs of the table's first cells, over all pages of the list, or so many."""
    found, page = [], 1
    while page <= at_most:
        response = client.get(reverse("list", args=[collection.name]), {**query, "page": page})
        assert response.status_code == 200, response.content
        rows = re.findall(rf'<th role="rowheader" scope="row"><a href="/{collection.name}/([^/]+)/">', response.content.decode())
        found += rows
        if len(rows) < PAGE_SIZE:
            return found
        page += 1
        if not re.search(rf"page={page}\b", response.content.decode()):
            return found
    return found


def slugs_in_csv(client, collection, query):
    response = client.get(reverse("list", args=[collection.name]), {**query, "format": "csv"})
    assert response.status_code == 200
    header, *rows = csv.reader(io.StringIO(b"".join(response.streaming_content).decode()))
    assert all(len(row) == len(header) for row in rows)
    return [row[header.index("slug")] for row in rows]


def some_of(collection):
    """A question that leaves a part of a collection with very many entries: those of one State or situation."""
    if collection.model.objects.public().count() <= MANY:
        return {}
    name = next((name for name in ("state", "situation", "kind") if name in collection.filterset.base_filters), None)
    return {name: a_value(collection, name)} if name else {}


def slugs_in_json(client, collection, query):
    response = client.get(reverse("list", args=[collection.name]), {**query, "format": "json"})
    return [row["slug"] for row in json.loads(b"".join(response.streaming_content))["results"]]


@pytest.mark.parametrize(("collection", "name"), FILTERS)
def test_each_filter_gives_the_same_entries_in_every_output(client, collection, name):
    query = {name: a_value(collection, name)}
    assert query[name] is not None, "the record has no value to try this filter with"
    from_csv = slugs_in_csv(client, collection, query)
    assert slugs_in_json(client, collection, query) == from_csv
    assert slugs_on_pages(client, collection, query, at_most=1) == from_csv[:PAGE_SIZE]


@pytest.mark.parametrize(("collection", "name"), SORTS)
def test_each_sort_gives_the_same_order_in_every_output(client, collection, name):
    query = {**some_of(collection), "sort": name}
    assert slugs_in_json(client, collection, query) == slugs_in_csv(client, collection, query)
    for sort in (name, f"-{name}"):
        everything = collection.ordered(collection.public(today()), today(), (sort,)).values_list("pk", flat=True)
        assert len(everything) == len(set(everything)) == collection.model.objects.public().count(), "none is lost or comes twice"


@pytest.mark.parametrize("collection", NAMED)
def test_a_whole_collection_is_the_same_in_every_output(client, collection):
    from_csv = slugs_in_csv(client, collection, {})
    assert slugs_in_json(client, collection, {}) == from_csv
    assert slugs_on_pages(client, collection, {}, at_most=PAGES) == from_csv[: PAGES * PAGE_SIZE]
    assert set(from_csv) == set(collection.model.objects.public().values_list("slug", flat=True))


@pytest.mark.parametrize("collection", NAMED)
def test_bad_values_are_each_refused_by_name_in_every_output(client, collection):
    names = {name for name, filter_ in collection.filterset.base_filters.items() if not isinstance(filter_, WordsFilter)}
    for output in OUTPUTS:
        response = client.get(reverse("list", args=[collection.name]), {**dict.fromkeys(names, "no-such-value"), "format": output})
        assert response.status_code == 400, output
        if output == "html":
            assert response.text.count("no-such-value") >= len(names)
        else:
            refused = {error["parameter"] for error in response.json()["errors"] if error["value"] == "no-such-value"}
            assert refused == names, output


@pytest.mark.parametrize("collection", NAMED)
def test_an_unknown_name_is_refused_by_name_in_every_output(client, collection):
    for output in OUTPUTS:
        response = client.get(reverse("list", args=[collection.name]), {"outcom": "found", "format": output})
        assert (response.status_code, "outcom" in response.content.decode()) == (400, True), output


@pytest.mark.parametrize("collection", NAMED)
def test_tracking_parameters_are_no_filters(client, collection):
    response = client.get(reverse("list", args=[collection.name]), {"utm_source": "newsletter", "fbclid": "x"})
    assert response.status_code == 200


@pytest.mark.parametrize("collection", NAMED)
def test_the_counts_of_a_facet_are_those_of_its_lists(client, collection):
    asked = client.get(reverse("list", args=[collection.name])).context["asked"]
    for name in collection.facets:
        for option in asked.facet(name):
            assert len(slugs_in_json(client, collection, {name: option.value})) == option.count, (name, option.value)


@pytest.mark.parametrize("collection", NAMED)
def test_every_filter_names_where_its_keys_are_listed(collection):
    for filter_ in collection.filterset.base_filters.values():
        if isinstance(filter_, KeyFilter):
            assert filter_.collection in {c.name for c in COLLECTIONS}


@pytest.mark.parametrize("collection", NAMED)
def test_columns_have_a_label_and_a_meaning(collection):
    for column in collection.columns:
        assert str(column.label)
        assert str(column.meaning)
    assert collection.columns[0].name == "slug"
    assert str(collection.method)
