"""The form to the editors, filled in by somebody without a script and without a mouse."""

import pytest

from record.models import Message
from record.publishing import ask_form
from tests.browser.test_axe import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


def test_a_letter_is_sent_after_a_mistake_and_nothing_typed_is_lost(live_server, open_browser, monkeypatch):
    monkeypatch.setattr(ask_form, "SECONDS_TO_WRITE", 0)  # a test writes faster than anybody
    reader = open_browser(width=390, java_script_enabled=False)
    page = reader.page
    reader.go("/findings/mng-2024-10-24/")
    reader.enter(page.get_by_role("link", name="Report an error", exact=True))
    page.get_by_label("as a reader").check()
    page.get_by_label("Your message").fill("The day is wrong: see paragraph 3.")
    page.get_by_label("E-mail").fill("nobody")
    page.get_by_role("button", name="Send").click()
    summary = page.get_by_role("alert")
    assert "This is no e-mail address" in summary.inner_text()
    summary.get_by_role("link").click()
    assert page.get_by_label("Your message").input_value() == "The day is wrong: see paragraph 3."
    page.get_by_label("E-mail").fill("reader@example.org")
    page.get_by_role("button", name="Send").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Received"
    assert Message.objects.get().entry.slug == "mng-2024-10-24"


def test_a_form_with_mistakes_has_no_violation(reader):
    page = reader.page
    reader.go("/corrections/ask/")
    page.get_by_label("This is an official communication").check()
    page.get_by_role("button", name="Send").click()
    assert page.get_by_role("alert").get_by_role("listitem").count() >= 3
    assert violations(reader) == []
    assert page.evaluate("document.activeElement.id") == "problems"
    assert reader.overflow() <= 0
