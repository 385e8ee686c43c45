"""The citation behind a mark: on hover, on focus, on tap, and without a script."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PAGE = "/proceedings/tjk-vladimir-putin-2025/"
PASSAGE = "chronology, entry of 19 March 2026"


def card_of(reader):
    return reader.page.locator(".card")


def a_mark(reader):
    return reader.page.locator("#facts .rival .src").last


def footnote(reader):
    return reader.page.locator(".sources li:target")


def test_hovering_a_mark_shows_its_source_as_long_as_the_pointer_is_on_either(reader):
    reader.go(PAGE)
    card = card_of(reader)
    a_mark(reader).hover()
    card.wait_for()
    assert "zivik-platform" in card.inner_text()
    assert PASSAGE in card.inner_text()
    card.locator("cite").hover()
    reader.page.wait_for_timeout(350)
    assert card.is_visible()
    reader.page.locator("#facts-h").hover()
    card.wait_for(state="hidden")


def test_escape_closes_the_card_though_the_pointer_stays(reader):
    reader.go(PAGE)
    a_mark(reader).hover()
    card_of(reader).wait_for()
    reader.page.keyboard.press("Escape")
    a_mark(reader).locator("span").hover()
    reader.page.wait_for_timeout(200)
    assert not card_of(reader).is_visible()


def test_focus_opens_the_card_tab_enters_it_escape_leaves_it_and_enter_goes_to_the_footnote(reader):
    reader.go(PAGE)
    reader.page.locator("#facts .rival .src").nth(1).focus()
    reader.tab_to(a_mark(reader))
    card_of(reader).wait_for()
    reader.page.keyboard.press("Tab")
    assert card_of(reader).locator(":focus").count() == 1
    reader.page.keyboard.press("Escape")
    assert not card_of(reader).is_visible()
    assert a_mark(reader).evaluate("mark => mark === document.activeElement")
    reader.page.keyboard.press("Enter")
    assert footnote(reader).count() == 1


def test_a_tap_shows_the_card_a_tap_elsewhere_closes_it_and_a_second_one_goes_to_the_footnote(open_browser):
    reader = open_browser(width=390, height=844, has_touch=True, is_mobile=True)
    reader.go(PAGE)
    card = card_of(reader)
    a_mark(reader).tap()
    card.wait_for()
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert reader.overflow() <= 0
    reader.page.locator("#facts-h").tap()
    card.wait_for(state="hidden")
    a_mark(reader).tap()
    card.wait_for()
    assert "#" not in reader.address
    a_mark(reader).tap()
    assert footnote(reader).count() == 1


def test_without_a_script_a_mark_is_a_link_to_the_passage(open_browser):
    reader = open_browser(java_script_enabled=False)
    reader.go(PAGE)
    a_mark(reader).click()
    assert PASSAGE in footnote(reader).inner_text()
