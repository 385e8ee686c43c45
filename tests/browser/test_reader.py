"""What a reader does: from the first page to a source, from a filter to the same rows as CSV, from a question to its answer."""

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
ITALY = 'input[name="state"][value="ITA"]'
WITH_AND_WITHOUT_SCRIPT = pytest.mark.parametrize("script", [pytest.param(True, id="with script"), pytest.param(False, id="without script")])


@pytest.fixture
def visitor(open_browser, script):
    return open_browser(java_script_enabled=script)


@WITH_AND_WITHOUT_SCRIPT
def test_a_reader_goes_from_home_to_the_source_of_a_proceeding(visitor):
    page = visitor.page
    visitor.go("/")
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="States", exact=True).click()
    page.get_by_label("Words in the entry").fill("Tajikistan")
    page.get_by_role("button", name="Apply").click()
    page.locator("main table").get_by_role("link", name="Tajikistan").click()
    assert visitor.address == "/states/tajikistan/"
    assert "State Party to the Rome Statute since" in page.locator(".standfirst").inner_text()
    page.locator("#timeline").get_by_role("link", name="Proceeding under article 87(7) opened").click()
    assert visitor.address.startswith("/proceedings/tjk-vladimir-putin")
    assert "No decision of a Chamber" in page.locator(".standfirst").inner_text(), "what others say is no finding"
    page.locator("#facts .src").first.click()
    footnote = page.locator(".sources li:target")
    assert footnote.count() == 1
    assert page.url.endswith("#" + footnote.get_attribute("id"))
    assert re.match(r"https?://", footnote.locator('a[rel~="external"]').get_attribute("href"))
    footnote.get_by_role("link", name="Back to the fact").click()
    assert page.locator(".src:target").count() == 1


@WITH_AND_WITHOUT_SCRIPT
def test_a_reader_filters_findings_and_takes_the_same_rows_away(visitor):
    page = visitor.page
    visitor.go("/findings/")
    everything = page.locator(".listbar").inner_text()
    page.locator(ITALY).check()
    page.get_by_role("button", name="Apply").click()
    assert "state=ITA" in visitor.address
    assert page.locator(ITALY).is_checked()
    shown = [address.split("/")[-2] for address in visitor.rows()]
    assert shown
    assert all(slug.startswith("ita-") for slug in shown)
    taken = visitor.download(page.get_by_role("link", name="Download as CSV"))
    assert [row["slug"] for row in taken] == shown
    assert {row["state"] for row in taken} == {"ITA"}
    page.locator(".chip", has_text="Italy").click()
    assert (visitor.address, page.locator(".chip").count()) == ("/findings/?", 0)
    assert page.locator(".listbar").inner_text() == everything


@WITH_AND_WITHOUT_SCRIPT
def test_a_reader_asks_whether_a_state_was_bound(visitor):
    page = visitor.page
    visitor.go("/")
    page.get_by_label("State", exact=True).select_option("South Africa")
    page.get_by_label("On (year-month-day)").fill("2023-08-22")
    page.get_by_label("Person at large (optional)").select_option("Vladimir Vladimirovich Putin")
    page.get_by_role("button", name="Bound or not?").click()
    assert visitor.address == "/bound/?state=ZAF&on=2023-08-22&person=vladimir-putin"
    assert "South Africa on 22 August 2023: bound as a State Party" in page.locator(".answer").inner_text().replace("\u00a0", " ")


def test_a_question_without_a_state_is_not_sent(reader):
    reader.go("/")
    reader.page.get_by_role("button", name="Bound or not?").click()
    assert reader.address == "/"
    assert reader.page.locator("#q-s:invalid").count() == 1


def test_a_reader_needs_no_mouse(reader):
    page = reader.page
    reader.go("/")
    assert reader.tab_to(page.locator(".skip")) == 1, "the first stop is the way past the menu"
    reader.enter(page.get_by_role("navigation", name="Sections").get_by_role("link", name="States", exact=True))
    page.wait_for_url("**/states/")
    reader.enter(page.locator(".skip"))
    assert page.locator("main:focus").count() == 1
    assert reader.tab_to(page.get_by_label("Words in the entry")) == 1, "the menu is passed"
    page.keyboard.type("Tajikistan")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=Tajikistan**")
    reader.enter(page.locator("main table").get_by_role("link", name="Tajikistan"))
    page.wait_for_url("**/states/tajikistan/")
    reader.enter(page.locator("#timeline").get_by_role("link", name="Proceeding under article 87(7) opened"))
    page.wait_for_url("**/proceedings/**")
    reader.enter(page.locator("#facts .src").first)
    page.wait_for_url("**#s1")
    assert page.locator("#s1:target").is_visible()
    assert reader.tab_to(page.locator('#s1 a[rel~="external"]')) == 1, "the source is one key further"


def test_filters_are_used_without_a_mouse(reader):
    page = reader.page
    reader.go("/findings/")
    reader.tab_to(page.locator(ITALY))
    page.keyboard.press("Space")
    reader.enter(page.get_by_role("button", name="Apply"))
    page.wait_for_url("**state=ITA**")
    reader.enter(page.locator(".chip"))
    page.wait_for_url("**/findings/?")
    assert page.locator(".chip").count() == 0


def test_on_a_telephone_menu_and_filters_unfold(open_browser):
    reader = open_browser(width=390)
    page = reader.page
    reader.go("/")
    link = page.get_by_role("navigation", name="Sections").get_by_role("link", name="Findings")
    assert not link.is_visible()
    page.locator(".masthead__nav summary").click()
    link.click()
    assert not page.locator(ITALY).is_visible()
    page.locator(".filters summary").click()
    page.locator(ITALY).check()
    page.get_by_role("button", name="Apply").click()
    assert page.locator(".chip", has_text="Italy").is_visible()
