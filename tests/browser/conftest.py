"""A real browser on a live server. Without one (CHROMIUM unset) these tests are skipped and say so.

Playwright keeps an event loop on the tests' thread, which Django takes for asynchronous code; it is told otherwise
here, and only while the browser is open.
"""

import os
from datetime import datetime

import pytest
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from conftest import TODAY
from record import day
from tests.browser.pages import Reader

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def pytest_runtest_setup(item):
    if not os.environ.get("CHROMIUM"):
        pytest.skip("CHROMIUM is not set: it names the browser that these tests drive (make test finds it)")


@pytest.fixture(scope="package")
def chromium():
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def day_of_the_server(monkeypatch):
    """The server answers from another thread, where a day pinned for the test's own does not count; `day_of_the_server(date)` pins another."""

    def pin(today):
        class Pinned(datetime):
            @classmethod
            def now(cls, tz=None):
                return cls(today.year, today.month, today.day, 12, tzinfo=tz)

        monkeypatch.setattr(day, "datetime", Pinned)

    pin(TODAY)
    return pin


@pytest.fixture(scope="package")
def read_only_server(django_db_setup, django_db_blocker):
    """The loaded record, for tests that only read: nothing has to be put back after each of them."""
    with django_db_blocker.unblock():
        server = LiveServer("localhost")
        with server._live_server_modified_settings:
            yield server
        server.stop()


@pytest.fixture
def site(request):
    """The server that the test reads from: its own where it changes the record, else the one that all share."""
    own = "live_server" in request.fixturenames
    if not own and not request.node.get_closest_marker("django_db"):
        pytest.fail("mark it django_db: without one such test there is no test database, and the server would open the real one")
    return request.getfixturevalue("live_server" if own else "read_only_server")


@pytest.fixture
def open_browser(chromium, site):
    """Somebody at a browser of their own: `open_browser(width=390, color_scheme="dark", java_script_enabled=False)`."""
    contexts = []

    def opened(width=1440, height=900, **options):
        context = chromium.new_context(base_url=site.url, viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        return Reader(context.new_page())

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def reader(open_browser):
    return open_browser()
