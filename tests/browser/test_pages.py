"""What every public page holds in a browser: nothing to complain of, no sideways scroll, a print that a minister could read."""

import re

import pytest

from tests.browser.pages import EACH_TEMPLATE, public_addresses

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
WIDTHS = (320, 390, 768, 960, 1440)
REFUSED = re.compile(r"Failed to load resource: the server responded with a status of (400|404)")  # the page itself, as asked for
A4 = {"width": 658, "height": 979}  # what @page leaves of a sheet, in CSS pixels


def test_no_page_runs_code_reaches_outside_or_gives_the_browser_anything_to_complain_of(reader, site):
    asked = set()
    reader.page.on("request", lambda request: asked.add((request.resource_type, request.url.startswith(site.url))))
    for address in public_addresses():
        reader.go(address)
    assert [line for line in reader.wrong if not REFUSED.search(line)] == []
    assert asked - {("other", True)} == {("document", True), ("stylesheet", True), ("script", True)}, "other: the icon"


def test_no_page_scrolls_sideways(reader):
    for address in EACH_TEMPLATE.values():
        reader.go(address)
        for width in WIDTHS:
            reader.page.set_viewport_size({"width": width, "height": 900})
            assert reader.overflow() <= 0, (address, width)


@pytest.mark.parametrize("address", ["/states/hungary/", "/states/dr-congo/"])
def test_the_print_of_a_state_has_facts_and_duties_on_its_first_page(open_browser, address):
    reader = open_browser(**A4)
    reader.go(address)
    pdf = reader.page.pdf(format="A4", prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    reader.page.emulate_media(media="print")
    reader.page.set_viewport_size(A4)
    bottom = reader.page.locator("#status tbody tr").first.bounding_box()
    assert reader.page.locator("#facts .facts").bounding_box()["y"] < bottom["y"] < A4["height"] - bottom["height"]
    assert reader.overflow() <= 0
    assert not reader.page.locator(".masthead__nav").is_visible()
    assert not reader.page.locator(".foot").is_visible()


def test_a_long_record_prints(open_browser):
    reader = open_browser()
    for address in ("/persons/omar-al-bashir/", "/visits/"):
        reader.go(address)
        pages = len(re.findall(rb"/Type\s*/Page\b", reader.page.pdf(prefer_css_page_size=True)))
        assert 1 <= pages <= 15, (address, pages)
