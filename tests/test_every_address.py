"""Walks every public address: its number of queries is pinned and does not grow with its rows, it is light, it holds the content policy."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from record.collection import lists

pytestmark = pytest.mark.django_db

LIMIT = 60_000  # bytes of HTML, CSS and script together, compressed
STYLES = ("tokens", "base", "layout", "components", "print")

LIST_QUERIES = {
    "sources": 7, "states": 8, "treaties": 6, "treaty-actions": 8, "situations": 7, "duties": 10, "persons": 11, "cases": 9, "participations": 7,
    "warrants": 11, "case-events": 8, "complementarity": 13, "requests": 11, "proceedings": 15, "proceeding-steps": 7, "findings": 13, "visits": 15,
    "replies": 10, "officials": 6, "assembly": 17, "agenda-items": 7, "decisions": 9, "elections": 9, "candidates": 9, "terms": 7, "oversight": 10,
    "amendments": 7, "budgets": 5, "budget-lines": 9, "financial-positions": 6, "contributions": 7, "voting-rights": 7,
    "voluntary-contributions": 7, "agreements": 10, "non-surrender-agreements": 10, "laws": 9, "focal-points": 9, "measures": 12, "responses": 8,
    "assistance": 12, "positions": 12, "contacts": 12, "statements": 8, "votes": 10, "calls": 7, "demands": 9, "pledges": 11, "published-totals": 6,
}  # fmt: skip
ENTRY_QUERIES = {
    "sources": 25, "states": 85, "treaties": 14, "treaty-actions": 11, "situations": 25, "duties": 8, "persons": 30, "cases": 17,
    "participations": 9, "warrants": 11, "case-events": 9, "complementarity": 12, "requests": 9, "proceedings": 18, "proceeding-steps": 7,
    "findings": 11, "visits": 11, "replies": 10, "officials": 22, "assembly": 34, "agenda-items": 12, "decisions": 14, "elections": 17,
    "candidates": 12, "terms": 11, "oversight": 10, "amendments": 14, "budgets": 13, "budget-lines": 10, "financial-positions": 9,
    "contributions": 10, "voting-rights": 10, "voluntary-contributions": 10, "agreements": 7, "non-surrender-agreements": 7, "laws": 7,
    "focal-points": 7, "measures": 12, "responses": 8, "assistance": 10, "positions": 11, "contacts": 8, "statements": 12, "votes": 9, "calls": 8,
    "demands": 8, "pledges": 8, "published-totals": 8,
}  # fmt: skip
PAGE_QUERIES = {
    "home": 42, "bound": 4, "about": 1, "data": 2, "changes": 28, "editions": 16, "corrections": 3, "assembly-topics": 12,
    "assembly-budget": 7, "assembly-offices": 8,
    "methodology": 107,
}  # fmt: skip

NAMED = [pytest.param(collection, id=collection.name) for collection in lists()]


def queries(client, address):
    client.get(address)  # content types are looked up once for each process
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    assert response.status_code == 200, address
    return len(captured)


@pytest.mark.parametrize("collection", NAMED)
def test_a_list_costs_the_same_queries_at_any_number_of_rows(client, collection):
    address = reverse("list", args=[collection.name])
    assert queries(client, address) == LIST_QUERIES[collection.name]
    one = collection.model.objects.public().first()
    if "from" in collection.filterset.base_filters:
        assert queries(client, f"{address}?from=2999") <= LIST_QUERIES[collection.name] + 1, "the count of all"
    if "person" in collection.filterset.base_filters and hasattr(one, "person") and one.person:
        assert queries(client, f"{address}?person={one.person.slug}") <= LIST_QUERIES[collection.name] + 2


@pytest.mark.parametrize("collection", NAMED)
def test_an_entry_costs_the_same_queries_whatever_appears_on_it(client, collection):
    for entry in collection.model.objects.public().order_by("?")[:4]:
        assert queries(client, entry.get_absolute_url()) <= ENTRY_QUERIES[collection.name], entry


@pytest.mark.parametrize("name", PAGE_QUERIES)
def test_a_page_costs_its_pinned_queries(client, name):
    assert queries(client, reverse(name)) <= PAGE_QUERIES[name]


def addresses():
    for collection in lists():
        yield reverse("list", args=[collection.name])
        yield collection.model.objects.public().order_by("slug").first().get_absolute_url()
    yield from (reverse(name) for name in PAGE_QUERIES)
    yield "/states/hungary/"
    yield "/persons/omar-al-bashir/"
    yield "/bound/?state=HUN&on=2025-04-03&person=benjamin-netanyahu"
    yield "/assembly/24/"
    yield "/assembly/topics/elections/"


_pages = {}


@pytest.fixture
def pages(client):
    """{address: its response}, asked for once: reading it changes nothing."""
    _pages.update({address: client.get(address) for address in addresses() if address not in _pages})
    return _pages


def test_every_page_is_light(pages):
    css = b"".join(Path(finders.find(f"css/{name}.css")).read_bytes() for name in STYLES)
    styles = len(gzip.compress(css)) + len(gzip.compress(Path(finders.find("js/marks.js")).read_bytes()))
    for address, response in pages.items():
        size = len(gzip.compress(response.content)) + styles
        assert size < LIMIT, (address, size)


def test_every_page_holds_the_content_policy(pages):
    for address, response in pages.items():
        html = response.content.decode()
        assert "script-src 'self'" in response["Content-Security-Policy"], address
        assert "unsafe" not in response["Content-Security-Policy"], address
        assert not re.search(r"<script(?! src=\"/static/[\w./-]+\" defer></script>)|<style|\sstyle=|\son[a-z]+=|javascript:", html), address


def test_no_page_varies_by_cookie(pages):
    for address, response in pages.items():
        assert "cookie" not in response.get("Vary", "").lower(), address


def test_every_link_within_the_site_leads_somewhere(client):
    seen, todo = set(), {"/"}
    while todo and len(seen) < 120:
        address = todo.pop()
        seen.add(address)
        response = client.get(address)
        assert response.status_code in (200, 301), address
        if response.status_code == 200 and "text/html" in response["Content-Type"] and "format=" not in address:
            found = re.findall(r'href="(/[^"#]*)', response.content.decode())
            todo |= {f.replace("&amp;", "&") for f in found if not f.startswith((f"/{settings.STATIC_URL.strip('/')}/", "/admin"))} - seen


@pytest.mark.parametrize(
    "address", ["/findings/no-such-entry/", "/nothing/", "/states/XXX/", "/findings/../etc/", "/accounts/password/reset/", "/accounts/email/"]
)
def test_a_missing_page_says_so(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()


def test_a_state_is_found_by_its_code(client):
    response = client.get("/states/HUN/")
    assert response.status_code == 301
    assert response["Location"] == "/states/hungary/"
