"""The page cache, asked as a server asks it: the test client goes round it. tests/test_listener.py has the edition,
tests/test_workers.py real servers.
"""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse

from conftest import TODAY
from icctracker import pagecache
from record import day, workflow
from record.collection import collections
from record.tests import factories
from tests.cached import MEGABYTE, Cached, Counted, CountedSite, ask


@pytest.fixture(autouse=True)
def connection_left_open():
    """The end of a request would close the test's own."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_a_page_is_made_once_and_sent_again():
    cached = Cached()
    first, second = cached.ask(), cached.ask()
    assert (second.status, second.body) == (200, first.body)
    assert second.headers.items() == first.headers.items()
    assert cached.made == 1


@pytest.mark.parametrize(
    "headers", [{"address": "/?page=2"}, {"address": "/states/"}, {"host": "127.0.0.1"}, {"x_forwarded_proto": "https"}, {"hx_request": "true"}]
)
def test_another_question_has_another_answer(headers):
    cached = Cached()
    assert cached.ask().body != cached.ask(**headers).body


def test_an_edition_makes_every_page_anew():
    cached = Cached()
    cached.ask()
    cached.edition.number = 2
    assert cached.ask().body == b"page 2"
    assert cached.ask().body == b"page 2"


def test_a_new_day_makes_every_page_anew():
    cached = Cached()
    cached.ask()
    with day.pinned(TODAY + timedelta(days=1)):
        assert cached.ask().body == b"page 2"


def test_pages_are_made_anew_while_the_edition_is_not_known():
    cached = Cached()
    cached.ask()
    cached.edition.number = None
    assert cached.ask().body == b"page 2"
    cached.edition.number = 1
    assert cached.ask().body == b"page 1"


def test_an_edition_made_while_a_page_is_made_does_not_keep_that_page():
    """The key is what was known before: under the number that comes after, the page is made again."""

    def respond(count):
        cached.edition.number = count + 1
        return HttpResponse(f"page {count}")

    cached = Cached(Counted(respond))
    cached.ask()
    assert cached.ask().body == b"page 2"


def test_a_page_that_was_begun_before_an_edition_is_not_kept_after_it():
    def respond(count):
        if count == 1:
            cached.edition.number = 2
            cached.ask("/another/")
        return HttpResponse(f"page {count}")

    cached = Cached(Counted(respond))
    cached.ask()
    assert cached.ask().body == b"page 3"


def test_whoever_waited_while_an_edition_was_made_is_not_given_the_page_before_it():
    made, waited = threading.Event(), threading.Event()

    def respond(count):
        if count == 1:
            made.set()
            waited.wait(5)
            cached.edition.number = 2
        return HttpResponse(f"page {count}")

    cached = Cached(Counted(respond))
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(cached.ask)
        made.wait(5)
        second = pool.submit(cached.ask)
        time.sleep(0.05)  # it waits
        waited.set()
        assert (first.result().body, second.result().body) == (b"page 1", b"page 2")


@pytest.mark.parametrize(
    "headers",
    [{"cookie": f"{settings.SESSION_COOKIE_NAME}=x"}, {"cookie": "messages=x"}, {"authorization": "Bearer x"}, {"method": "POST"}],
    ids=["signed-in", "a-message-waits", "authorized", "post"],
)
def test_what_is_said_to_one_reader_is_neither_kept_nor_answered_from_what_is(headers):
    cached = Cached()
    assert cached.ask(**headers).body == b"page 1"
    assert cached.ask().body == b"page 2"
    assert cached.ask(**headers).body == b"page 3"


def test_other_cookies_change_nothing():
    cached = Cached()
    assert cached.ask(cookie="consent=no").body == cached.ask().body


@pytest.mark.parametrize(
    "response",
    [
        pytest.param(lambda: HttpResponse("gone", status=410), id="not-200"),
        pytest.param(lambda: HttpResponse("elsewhere", status=301), id="redirect"),
        pytest.param(lambda: HttpResponse("", headers={"Set-Cookie": "a=b"}), id="cookie"),
        pytest.param(lambda: HttpResponse("", headers={"Cache-Control": "private, no-store"}), id="private"),
        pytest.param(lambda: HttpResponse("", headers={"Cache-Control": "max-age=60"}), id="not-said-to-be-public"),
        pytest.param(lambda: HttpResponse("", headers={"Vary": "Accept-Language, Cookie"}), id="varies-by-cookie"),
        pytest.param(lambda: HttpResponse("", headers={"Content-Security-Policy": "script-src 'nonce-abc'"}), id="nonce"),
        pytest.param(lambda: StreamingHttpResponse([b"a", b"b"]), id="streaming"),
    ],
)
def test_an_answer_that_is_not_for_everybody_or_not_whole_is_passed_on(response):
    cached = Cached(Counted(lambda count: response()))
    first = cached.ask()
    assert (first.status, first.body) == (response().status_code, b"".join(response()))
    assert "ETag" not in first.headers
    cached.ask()
    assert cached.made == 2


def test_a_page_is_closed_when_it_is_kept():
    """Or Django would never hear that the request has ended, and its connection would not go back to the pool."""
    closed = []

    def respond(count):
        response = HttpResponse("page")
        response.close = lambda: closed.append(count)
        return response

    Cached(Counted(respond)).ask()
    assert closed == [1]


def test_a_page_at_hand_is_not_sent_again():
    cached = Cached()
    tag = cached.ask().headers["ETag"]
    for asked in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
        answer = cached.ask(if_none_match=asked)
        assert (answer.status, answer.body) == (304, b"")
        assert answer.headers["ETag"] == tag
        assert answer.headers["Cache-Control"] == "public, max-age=0"
        assert "Content-Type" not in answer.headers


def test_a_page_that_has_changed_is_sent():
    cached = Cached()
    tag = cached.ask().headers["ETag"]
    cached.edition.number = 2
    answer = cached.ask(if_none_match=tag)
    assert (answer.status, answer.body) == (200, b"page 2")
    assert answer.headers["ETag"] != tag


def test_a_page_that_an_edition_left_as_it_was_is_still_at_hand():
    cached = Cached(Counted(lambda count: HttpResponse("always the same")))
    tag = cached.ask().headers["ETag"]
    cached.edition.number = 2
    assert cached.ask(if_none_match=tag).status == 304


def test_head_says_what_get_says_without_the_page():
    cached = Cached()
    page = cached.ask()
    head = cached.ask("/", "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers.items() == page.headers.items()
    assert cached.made == 1


def test_memory_is_bounded_and_what_was_asked_for_last_stays():
    room = 3 * (10_000 + pagecache.OVERHEAD + 100)
    cached = Cached(Counted(lambda count: HttpResponse(b"x" * 10_000)), limit=room)
    for address in ("/a", "/b", "/c", "/a", "/d"):  # /b must go
        cached.ask(address)
    assert cached.made == 4
    cached.ask("/a")
    assert cached.made == 4
    cached.ask("/b")
    assert cached.made == 5


def test_a_page_larger_than_the_room_is_sent_and_puts_nothing_out():
    cached = Cached(Counted(lambda count: HttpResponse(b"x" * (10 if count == 1 else MEGABYTE))))
    cached.ask("/small")
    assert len(cached.ask("/large").body) == MEGABYTE
    cached.ask("/small")
    assert cached.made == 2


def at_once(cached, readers=8):
    with ThreadPoolExecutor(readers) as pool:
        return [answer.body for answer in pool.map(lambda _: cached.ask(), range(readers))]


def test_a_page_that_many_ask_for_at_once_is_made_once():
    cached = Cached(Counted(lambda count: time.sleep(0.1) or HttpResponse(f"page {count}")))
    assert set(at_once(cached)) == {b"page 1"}
    assert cached.made == 1


def test_those_who_waited_for_what_cannot_be_kept_are_answered_together():
    together = threading.Barrier(8, timeout=5)

    def respond(count):
        if count > 1:
            together.wait()  # seven at once, and this test
        return HttpResponse(f"page {count}", status=404)

    cached = Cached(Counted(lambda count: time.sleep(0.3) or respond(count)))
    waiting = threading.Thread(target=together.wait)
    waiting.start()
    assert len(set(at_once(cached))) == 8
    waiting.join()


def test_nobody_waits_for_ever_for_a_page_that_is_made_for_another(monkeypatch):
    monkeypatch.setattr(pagecache, "PATIENCE", 0.05)
    stuck = threading.Event()
    cached = Cached(Counted(lambda count: (count == 1 and not stuck.wait(5)) or HttpResponse(f"page {count}")))
    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(cached.ask)
        while not cached.made:
            time.sleep(0.001)
        assert pool.submit(cached.ask).result().body == b"page 2"
        stuck.set()
        assert slow.result().body == b"page 1"


def test_a_page_that_fails_is_asked_for_again():
    def respond(count):
        if count == 1:
            raise RuntimeError
        return HttpResponse("page")

    cached = Cached(Counted(respond))
    with pytest.raises(RuntimeError):
        cached.ask()
    assert cached.ask().body == b"page"


@pytest.fixture
def site(db):
    return Cached(CountedSite(), limit=64 * MEGABYTE)


def addresses():
    yield from map(reverse, ("home", "about", "data", "bound"))
    for collection in collections():
        yield reverse("list", args=[collection.name])
        if entry := collection.model.objects.public().first():
            yield entry.get_absolute_url()
            yield f"{entry.get_absolute_url()}?format=json"


def test_every_public_page_is_kept(site):
    for address in addresses():
        page, made = site.ask(address), site.made
        assert page.status == 200, address
        assert site.ask(address).body == page.body, address
        assert site.made == made, address


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/healthz", id="health"), pytest.param("/readyz", id="ready"), pytest.param("/accounts/login/", id="form"),
        pytest.param("/admin/", id="desk"), pytest.param("/findings/?format=csv", id="streamed"), pytest.param("/findings/?colour=red", id="refused"),
        pytest.param("/findings/none-such/", id="missing"),
    ],
)  # fmt: skip
def test_the_site_makes_the_rest_anew_for_each_reader(site, address):
    site.ask(address)
    site.ask(address)
    assert site.made == 2


def test_a_draft_that_an_editor_looks_at_is_shown_to_nobody_else(site, client):
    draft = factories.make_finding()
    client.force_login(factories.make_editor())
    address, session = draft.get_absolute_url(), client.cookies[settings.SESSION_COOKIE_NAME]
    assert site.ask(address, cookie=f"{session.key}={session.value}").status == 200
    assert site.ask(address).status == 404


def test_a_retracted_page_is_gone_with_its_edition(site):
    entry = factories.made_public(factories.make_finding())
    address = entry.get_absolute_url()
    assert site.ask(address).status == 200
    workflow.retract(entry, by=factories.make_reviewer(), reason="It was a duplicate.")
    site.edition.number = 2
    assert b"It was a duplicate." in site.ask(address).body


def test_a_host_that_is_not_ours_is_refused_though_the_page_is_kept(site):
    site.ask("/about/")
    assert site.ask("/about/", host="elsewhere.example").status == 400


@pytest.mark.parametrize("language", ["fr", "es-AR, es;q=0.8", "en"])
def test_a_page_is_the_same_in_whatever_language_it_is_asked_for(site, language):
    """The language of a page is in its path; else it belonged in the key."""
    assert ask(site.application, "/about/").body == ask(site.application, "/about/", accept_language=language).body
