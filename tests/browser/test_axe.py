"""Accessibility by axe, at WCAG 2.2 AA: one page of each template always, every page at every face under `make axe`."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.template.loader import render_to_string

from record import workflow
from record.collection import get, lists
from record.tests import factories as make
from tests.browser.pages import EACH_TEMPLATE, FACES, LONGEST, of_collection

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}, "resultTypes": ["violations"]}
APOLOGIES = ("500.html", "503.html", "400.html")


def violations(reader):
    """What axe finds on the page: its rule, and where."""
    found = Axe().run(reader.page, options=RULES).response["violations"]
    return [(reader.address, rule["id"], [node["target"] for node in rule["nodes"]][:5]) for rule in found]


def show(reader, template):
    """A page that is shown only when something breaks."""
    reader.page.route("**/broken", lambda route: route.fulfill(body=render_to_string(template), content_type="text/html"))
    reader.go("/broken")
    reader.page.unroute("**/broken")


@pytest.mark.parametrize("name", EACH_TEMPLATE)
def test_a_page_of_each_template_has_no_violation(reader, name):
    reader.go(EACH_TEMPLATE[name])
    assert violations(reader) == []


@pytest.mark.parametrize("template", APOLOGIES)
def test_an_apology_has_no_violation(reader, template):
    show(reader, template)
    assert violations(reader) == []


def test_a_retracted_entry_has_no_violation(live_server, reader):
    entry = make.made_public(make.make_finding())
    workflow.retract(entry, by=make.make_reviewer(), reason="It was entered twice.")
    reader.go(entry.get_absolute_url())
    assert "It was entered twice." in reader.page.locator("main").inner_text()
    assert violations(reader) == []


@pytest.mark.axe_matrix
@pytest.mark.parametrize(("width", "scheme"), FACES)
@pytest.mark.parametrize("name", [collection.name for collection in lists()])
def test_every_collection_has_no_violation(open_browser, name, width, scheme):
    reader = open_browser(width=width, color_scheme=scheme)
    for address in of_collection(get(name)):
        reader.go(address)
        assert violations(reader) == []


@pytest.mark.axe_matrix
@pytest.mark.parametrize(("width", "scheme"), FACES)
def test_every_other_page_has_no_violation(open_browser, width, scheme):
    reader = open_browser(width=width, color_scheme=scheme)
    for address in [*EACH_TEMPLATE.values(), *LONGEST]:
        reader.go(address)
        assert violations(reader) == []
    for template in APOLOGIES:
        show(reader, template)
        assert violations(reader) == []
