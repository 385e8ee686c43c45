"""The first day of the twenty-fifth session, entered with sample results and published: from the desk to the public pages.

Nothing here is a result: the session had not been held when this was written, and each text says that it is a sample.
"""

from datetime import date

import pytest
from django.conf import settings
from django.test import Client

from assembly.models import Election, Session
from record.models import Citation
from record.tests import factories as make
from record.tests.desk import page as address_of
from tests.browser.test_editor import choose

pytestmark = pytest.mark.browser
FIRST_DAY = "2026-12-07"
SOURCE = "Sample press release"
CITED = "record-citation-content_type-object_id"


class Writing:
    """An editor at the forms."""

    def __init__(self, editor):
        self.editor, self.page = editor, editor.page

    def confirm(self, entry, fields, /, **values):
        """A change of a published entry, with the new source for each of some fields."""
        self.editor.go(address_of(entry))
        self.page.get_by_role("button", name="Propose a change").click()
        self.fill(**values)
        self.page.get_by_role("button", name=f"Cite: {fields[0]}", exact=True).click()
        self.page.locator(".select2-results__option", has_text=SOURCE).first.click()
        self.page.locator(f'select[name^="{CITED}"][name$="-consulted"]:visible').last.select_option("full")
        for field in fields[1:]:
            self.page.get_by_role("button", name=f"Same source: {field}", exact=True).click()
        return self.submit()

    def begin(self, label, /, **values):
        """A new entry, begun from the one in hand: the source is there."""
        self.page.get_by_role("link", name=label, exact=True).click()
        self.fill(**values)
        return self.submit()

    def fill(self, **values):
        for name, value in values.items():
            field = self.page.locator(f'[name="{name}"]')
            if "admin-autocomplete" in (field.get_attribute("class") or ""):
                choose(self.page, name, value)
            elif field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)

    def submit(self):
        self.page.get_by_role("button", name="Save and submit for review").click()
        self.page.get_by_text("Take it back if").wait_for()
        return self.page.url


def enter_as(account, somebody):
    """Signed in already: how that is done, test_editor.py tries."""
    client = Client()
    client.force_login(account)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    somebody.page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "domain": "localhost", "path": "/"}])
    somebody.go("/admin/")


def enter_the_day(editor):
    desk = Writing(editor)
    desk.confirm(Session.objects.get(slug="25"), ["Held", "City"], held="held", city="New York", summary="Sample: the session was opened.")
    desk.begin("agenda item", number="1", title="Opening of the session (sample)", topic="other", taken_up_on=FIRST_DAY)
    desk.begin("decision", organ="assembly", kind="decision", title="Adoption of the agenda (sample)", adopted_by="consensus")
    ballots = {"held": "held", "held_on": FIRST_DAY, "rounds": "2", "parties_voting": "112; 110"}
    election = desk.confirm(Election.objects.get(slug="assembly-president-2026-12"), ["Held", "On", "Present and voting"], **ballots)
    desk.begin("candidate", name="Sample Two", outcome="not_elected", votes="62; 36")
    editor.go(election)
    desk.begin("candidate", name="Sample One", official="Sample One", outcome="elected", votes="50; 74", elected_in_round="2")
    desk.begin("term of office", since="2026-12-18")


def publish_all(reviewer):
    """All that waits, from one to the next; how many there were."""
    page, read = reviewer.page, 0
    page.locator("section", has_text="In review").locator("tbody th a").first.click()
    while True:
        page.get_by_role("button", name="Publish", exact=True).click()
        page.get_by_text("Published.", exact=True).wait_for()
        read += 1
        following = page.get_by_text("Next to be read:").get_by_role("link")
        if not following.count():
            return read
        following.click()


def text_of(reader, address):
    reader.go(address)
    return " ".join(reader.page.locator("main").inner_text().replace("\u00a0", " ").split())


def test_the_first_day_of_a_session_is_entered_by_one_published_by_another_and_public_then(live_server, open_browser, day_of_the_server):
    day_of_the_server(date.fromisoformat(FIRST_DAY))
    make.made_public(make.make_official(name="Sample One"))
    make.make_source(title=SOURCE, kind="assembly_document", published_on=FIRST_DAY)
    editor, reviewer, anybody = open_browser(), open_browser(), open_browser()

    enter_as(make.make_editor(), editor)
    enter_the_day(editor)
    assert "sample" not in text_of(anybody, "/assembly/25/").lower(), "nothing is public that nobody else has read"

    enter_as(make.make_reviewer(), reviewer)
    assert publish_all(reviewer) == 7
    session, election = text_of(anybody, "/assembly/25/"), text_of(anybody, "/elections/assembly-president-2026-12/")
    assert all(text in session for text in ("Sample: the session was opened.", "Opening of the session (sample)", "Adoption of the agenda (sample)"))
    assert "by consensus" in session
    assert set(Citation.objects.filter(source__title=SOURCE).exclude(field="").values_list("field", flat=True)) == {
        "held", "city", "held_on", "parties_voting"
    }  # fmt: skip
    assert all(text in election for text in (SOURCE, "112 110", "Sample One 50 74 elected", "Sample Two 62 36", "7 December 2026"))
    assert "Sample One" in text_of(anybody, "/terms/?office=assembly_president&held=true&on=2026-12-18")
    assert [line for line in editor.wrong + reviewer.wrong if "Content Security Policy" in line] == []
