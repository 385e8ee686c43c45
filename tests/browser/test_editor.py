"""What an editor and a reviewer do: a finding from the empty form to the public page, and never public before that."""

import pytest

from record.models import Editor, Source
from record.tests.desk import make_account

pytestmark = pytest.mark.browser
PASSWORD = "a long enough sentence"
SLUG = "mng-2026-11-20"
CHAMBER = "Pre-Trial Chamber of this test"


def sign_in(somebody, name):
    """By allauth's page, to the desk."""
    somebody.go("/admin/")
    somebody.page.get_by_label("Username").fill(name)
    somebody.page.get_by_label("Password").fill(PASSWORD)
    somebody.page.locator("main").get_by_role("button", name="Sign in").click()
    somebody.page.get_by_role("heading", name="In review").wait_for()


def choose(page, field, words):
    """An entry or a source, by typing some of its words into an autocomplete."""
    page.locator(f'select[name="{field}"] + .select2 .select2-selection').click()
    page.locator(".select2-search__field").last.fill(words)
    page.locator(".select2-results__option", has_text=words).first.click()


def draft_a_finding(page, source):
    """The empty form, filled in, with one source for the whole entry."""
    page.locator('#content-main a[href$="/cooperation/finding/add/"]').click()
    choose(page, "proceeding", "Mongolia")
    page.locator('[name="chamber"]').fill(CHAMBER)
    page.locator('[name="decided_on"]').fill("2026-11-20")
    page.locator('select[name="outcome"]').select_option("informed")
    citation = "record-citation-content_type-object_id-0"
    choose(page, f"{citation}-source", source.title)
    page.locator(f'[name="{citation}-locator"]').fill("para. 12")
    page.locator(f'select[name="{citation}-consulted"]').select_option("full")
    page.locator(f'select[name="{citation}-stance"]').select_option("supports")
    cite_once_more(page, "Chamber", source.title)
    page.get_by_role("button", name="Save", exact=True).click()


def cite_once_more(page, field, words):
    """A field of its own, in two clicks: how the source was read is known from the row above."""
    page.get_by_role("button", name=f"Cite: {field}").click()
    page.locator(".select2-search__field").last.fill(words)
    page.locator(".select2-results__option", has_text=words).first.click()
    rows = [page.locator(f'[name="record-citation-content_type-object_id-1-{name}"]') for name in ("field", "consulted", "quotation")]
    assert [row.input_value() for row in rows] == ["chamber", "full", ""]
    rows[2].fill("Twelve words.")
    assert page.locator(".desk-count").nth(1).inner_text() == "13 / 300"


def public_signs(reader):
    """Where the finding can be seen by anybody: its page, the list, the CSV, the page of the State."""
    there = {
        "page": reader.get(f"/findings/{SLUG}/").status == 200,
        "list": f"/findings/{SLUG}/" in reader.get("/findings/").text(),
        "CSV": SLUG in reader.get("/findings/?format=csv").text(),
        "State": f"/findings/{SLUG}/" in reader.get("/states/mongolia/").text(),
    }
    return {sign for sign, seen in there.items() if seen}


def test_a_finding_is_drafted_by_one_published_by_another_and_public_only_then(live_server, open_browser):
    make_account("ana", Editor.EDITORS, password=PASSWORD)
    make_account("rita", Editor.REVIEWERS, password=PASSWORD)
    editor, reviewer, anybody = open_browser(), open_browser(), open_browser()
    publish = reviewer.page.get_by_role("button", name="Publish")
    panel = editor.page.get_by_label("How this entry stands")

    sign_in(editor, "ana")
    draft_a_finding(editor.page, Source.objects.filter(kind="court_filing").order_by("slug").first())
    assert "draft" in panel.inner_text().lower()
    assert not editor.page.get_by_role("button", name="Publish").count()
    assert public_signs(anybody) == set()
    assert anybody.get(f"/findings/{SLUG}/").status == 404

    panel.get_by_role("button", name="Submit").click()
    panel.get_by_text("a second person must read it").wait_for()
    assert not editor.page.get_by_role("button", name="Publish").count(), "nobody publishes what they wrote"
    assert public_signs(anybody) == set()

    sign_in(reviewer, "rita")
    reviewer.page.locator("main, #content-main").get_by_role("link", name="2026-11-20").first.click()
    publish.click()
    reviewer.page.get_by_label("How this entry stands").get_by_text("published").first.wait_for()
    assert public_signs(anybody) == {"page", "list", "CSV", "State"}

    anybody.go(f"/findings/{SLUG}/")
    assert CHAMBER in anybody.page.get_by_role("heading", level=1).inner_text()
    assert "Read against its sources on" in anybody.page.locator(".stamp").first.inner_text()
    assert "rita" not in anybody.page.content(), "the names of editors are not public"
    assert "para. 12" in anybody.page.locator(".sources").inner_text().lower()
    assert [line for line in editor.wrong + reviewer.wrong if "Content Security Policy" in line] == []
