"""Writing on the editors' desk: what is typed is never lost, and what is refused is said in words."""

import pytest
from django.db import connection
from django.test import Client

from cases.models import Situation, SituationState
from cooperation.models import Finding, Visit
from record import workflow
from record.admin.citations import CitationFormSet
from record.admin.forms import version
from record.models import Edition, Status
from record.tests import factories as make
from record.tests.desk import page, press, said, typed
from states.models import TreatyAction

pytestmark = pytest.mark.django_db
CITED = "record-citation-content_type-object_id"


@pytest.fixture
def editor():
    return make.make_editor("ana")


@pytest.fixture
def reviewer():
    return make.make_reviewer("rita")


@pytest.fixture
def browser_of():
    def sign_in(person):
        client = Client()
        client.force_login(person)
        return client

    return sign_in


@pytest.fixture
def desk(browser_of, editor):
    return browser_of(editor)


@pytest.fixture
def reading(browser_of, reviewer):
    return browser_of(reviewer)


@pytest.fixture
def proceeding():
    return make.made_public(make.make_finding()).proceeding


@pytest.fixture
def draft(editor, proceeding):
    finding = make.make_finding(author=editor, proceeding=proceeding, decided_on="2024-10-24")
    make.cite(finding, locator="para. 12")
    return finding


def test_a_finding_from_the_empty_form_to_the_public_record(desk, reading, proceeding, reviewer):
    source = make.make_source()
    form = typed(desk.get(page(Finding, "add")), proceeding=proceeding.pk, chamber="Pre-Trial Chamber II", decided_on="2024-10-24", outcome="found")
    citation = {f"{CITED}-0-{name}": value for name, value in (("source", source.pk), ("consulted", "full"), ("stance", "supports"))}
    answer = desk.post(page(Finding, "add"), form | citation)
    finding = Finding.objects.get(chamber="Pre-Trial Chamber II", proceeding=proceeding, decided_on="2024-10-24")
    assert (finding.author.username, finding.status, finding.citations.get().source) == ("ana", Status.DRAFT, source)
    assert answer.url == page(finding), "after saving, its author stays on its page"
    desk.post(page(finding), typed(desk.get(page(finding)), summary="The Chamber found.", _submit="1"))
    finding.refresh_from_db()
    assert (finding.status, finding.summary) == (Status.IN_REVIEW, "The Chamber found."), "saved first, then submitted"
    press(reading, finding, "publish")
    assert Finding.objects.public().get(pk=finding.pk).reviewer == reviewer


def test_no_choice_is_made_for_the_editor(desk):
    form = desk.get(page(Finding, "add")).context["adminform"].form
    assert form["outcome"].value() in (None, "")
    assert form.fields["outcome"].choices[0][0] == ""
    answer = desk.post(page(Finding, "add"), typed(desk.get(page(Finding, "add"))))
    assert "This field is required." in said(answer)


def test_the_author_sees_what_is_missing_and_cannot_submit(desk, draft):
    draft.citations.update(field="decided_on")
    assert "No source for “outcome”." in desk.get(page(draft)).text
    answer = desk.post(page(draft), typed(desk.get(page(draft)), _submit="1"), follow=True)
    assert "No source for “outcome”." in said(answer)
    draft.refresh_from_db()
    assert draft.status == Status.DRAFT


def test_the_author_cannot_publish_and_is_told_why(reading, reviewer, proceeding):
    finding = make.in_review(make.make_finding(proceeding=proceeding), reviewer)
    shown = reading.get(page(finding))
    assert "You wrote this: a second person must read it." in shown.text
    assert 'value="publish"' not in shown.text
    assert "This is not open to you" in said(press(reading, finding, "publish"))
    finding.refresh_from_db()
    assert finding.status == Status.IN_REVIEW


def test_a_returned_draft_shows_its_note_and_an_empty_note_is_refused(desk, reading, editor, draft):
    workflow.submit(draft, by=editor)
    assert "Say what the author should change." in said(press(reading, draft, "return", "  "))
    press(reading, draft, "return", "Which paragraph?")
    assert "Which paragraph?" in desk.get(page(draft)).text
    assert "Which paragraph?" in desk.get("/admin/").text


def test_a_refused_reason_is_still_there(reading, proceeding):
    answer = press(reading, proceeding, "retract", "It was a double.")
    assert "is published and points to it: retract that first." in said(answer)
    assert "It was a double.</textarea>" in answer.text


def test_a_loaded_entry_is_confirmed_in_an_edition(reading, reviewer, proceeding):
    before = Edition.objects.first().number
    press(reading, proceeding, "read")
    proceeding.refresh_from_db()
    assert (proceeding.reading, proceeding.reviewer, Edition.objects.first().number) == ("read", reviewer, before + 1)


@pytest.mark.parametrize(
    ("model", "name", "value", "words"),
    [
        (Finding, "decided_on", "2024-02-30", "2024-02 has no day 30"),
        (Finding, "decided_on", "24/10/2024", "is not a date: write 2025, 2025-04 or 2025-04-03"),
        (Finding, "decided_on", "2024-13", "there is no month 13"),
        (TreatyAction, "effected_on", "2024-02-30", "This is not a day: write 2025-04-03."),
        (TreatyAction, "effected_on", "10/11/2024", "This is not a day: write 2025-04-03."),
    ],
)
def test_an_impossible_date_is_refused_in_words_and_kept(model, name, value, words, desk):
    answer = desk.post(page(model, "add"), typed(desk.get(page(model, "add")), **{name: value}))
    assert answer.status_code == 200
    assert words in said(answer)
    assert answer.context["adminform"].form[name].value() == value


def test_what_only_the_days_of_a_partial_date_tell_is_said_in_the_form(desk, editor):
    visit = make.make_visit(author=editor)
    answer = desk.post(page(visit), typed(desk.get(page(visit)), starts_on="2024-05", ends_on="2024-04"))
    assert "A visit cannot end before it starts." in said(answer)
    assert Visit.objects.get(pk=visit.pk).ends_on == "2021-02-02"


class TestSomebodyElseWasFaster:
    def test_a_stale_edit_is_refused_with_name_and_time_and_kept(self, desk, draft):
        old = desk.get(page(draft))
        desk.post(page(draft), typed(desk.get(page(draft)), chamber="Appeals Chamber"))
        answer = desk.post(page(draft), typed(old, summary="Mine.", chamber="Pre-Trial Chamber I"))
        draft.refresh_from_db()
        assert (draft.chamber, draft.summary) == ("Appeals Chamber", "")
        assert "You, in another window, changed this on" in said(answer)
        assert "On record now: Appeals Chamber" in said(answer)
        assert answer.context["adminform"].form["summary"].value() == "Mine."
        desk.post(page(draft), typed(answer))
        draft.refresh_from_db()
        assert (draft.chamber, draft.summary) == ("Pre-Trial Chamber I", "Mine."), "saving again is a decision"

    def test_it_names_the_other_person(self, desk, reading, draft, editor):
        old = desk.get(page(draft))
        workflow.submit(draft, by=editor)
        press(reading, draft, "return", "More, please.")
        answer = desk.post(page(draft), typed(old, summary="Mine."))
        assert "rita changed this on" in said(answer)
        assert answer.context["adminform"].form["summary"].value() == "Mine."

    def test_an_authorless_draft_is_its_first_writers(self, desk, draft, browser_of):
        other = make.make_editor("ben")
        Finding.objects.filter(pk=draft.pk).update(author=None)
        old = desk.get(page(draft))
        second = browser_of(other)
        second.post(page(draft), typed(second.get(page(draft)), chamber="Appeals Chamber"))
        assert Finding.objects.get(pk=draft.pk).author == other
        answer = desk.post(page(draft), typed(old, summary="Mine."))
        assert answer.status_code == 403
        assert "ben is writing this draft: only its author changes it." in said(answer)
        assert answer.context["adminform"].form["summary"].value() == "Mine."

    def test_what_went_to_review_meanwhile_keeps_what_was_typed(self, desk, draft, editor):
        old = desk.get(page(draft))
        workflow.submit(draft, by=editor)
        answer = desk.post(page(draft), typed(old, summary="Typed before."))
        assert answer.status_code == 403
        assert "This is no draft any more (in review)" in said(answer)
        assert "Typed before.</textarea>" in answer.text
        draft.refresh_from_db()
        assert (draft.status, draft.summary) == (Status.IN_REVIEW, "")

    def test_a_citation_deleted_meanwhile_stays_as_typed(self, desk, draft):
        make.cite(draft, field="outcome")
        old = desk.get(page(draft))
        draft.citations.get(field="").delete()
        draft.save()
        answer = desk.post(page(draft), typed(old))
        assert answer.status_code == 200
        desk.post(page(draft), typed(answer))
        assert set(draft.citations.values_list("field", "locator")) == {("outcome", ""), ("", "para. 12")}

    def test_a_reader_publishes_only_what_they_have_read(self, reading, draft, editor):
        workflow.submit(draft, by=editor)
        opened = version(draft)
        workflow.send_back(draft, by=editor, note="Wait.")
        workflow.submit(draft, by=editor)
        answer = press(reading, draft, "publish", seen=opened)
        assert "Read it again as it stands now." in said(answer)
        draft.refresh_from_db()
        assert draft.status == Status.IN_REVIEW


class TestWhatTheDatabaseRefuses:
    """The form says it first; where it does not, the page does, and no status is 500."""

    def test_the_same_citation_twice_is_said_by_the_form(self, desk, draft):
        answer = desk.post(page(draft), self.twice(desk, draft))
        assert "This source is cited for this already, at the same passage." in said(answer)

    def test_and_in_the_same_words_by_the_database(self, desk, draft, monkeypatch):
        monkeypatch.setattr(CitationFormSet, "clean", lambda self: None)
        answer = desk.post(page(draft), self.twice(desk, draft) | {"summary": "Long work."})
        assert answer.status_code == 409
        assert "This source is cited for this already, at the same passage." in said(answer)
        assert answer.context["adminform"].form["summary"].value() == "Long work."
        draft.refresh_from_db()
        assert (draft.summary, draft.citations.count()) == ("", 1)

    def twice(self, desk, draft):
        form, citation = typed(desk.get(page(draft))), draft.citations.get()
        names = ("field", "source", "locator", "stance", "consulted")
        return form | {f"{CITED}-1-{name}": form[f"{CITED}-0-{name}"] for name in names} | {
            f"{CITED}-TOTAL_FORMS": 2, f"{CITED}-1-source": citation.source_id
        }  # fmt: skip

    def test_a_deferred_trigger_speaks_before_the_page_says_that_all_is_well(self, desk, draft, monkeypatch):
        loaded = make.made_public(make.make_state())

        def uncite(self, request, obj, form, change):
            with workflow.edition("A try"):
                loaded.citations.all().delete()

        monkeypatch.setattr("record.admin.entries.EntryAdmin.save_model", uncite)
        answer = desk.post(page(draft), typed(desk.get(page(draft))))
        assert "A published entry needs a source that supports it." in said(answer)
        assert "successfully" not in said(answer)

    def test_a_value_too_long_for_its_column(self, desk, draft, monkeypatch):
        def too_long(self, request, obj, form, change):
            with connection.cursor() as cursor:
                cursor.execute("UPDATE cooperation_finding SET chamber = repeat('x', 500) WHERE id = %s", [obj.pk])

        monkeypatch.setattr("record.admin.entries.EntryAdmin.save_model", too_long)
        answer = desk.post(page(draft), typed(desk.get(page(draft))))
        assert (answer.status_code, "value too long" in said(answer)) == (409, True)

    def test_the_last_source_of_a_published_entry_cannot_be_taken_away(self, desk, reading, proceeding):
        shown = reading.get(page(proceeding))
        assert f"{CITED}-0-DELETE" not in shown.text
        form = typed(shown) | {f"{CITED}-0-DELETE": "on", f"{CITED}-0-id": proceeding.citations.get().pk}
        assert reading.post(page(proceeding), form).status_code == 403
        assert proceeding.citations.count() == 1

    def test_a_deletion(self, desk, draft, monkeypatch):
        loaded = make.made_public(make.make_state())
        monkeypatch.setattr("record.admin.entries.EntryAdmin.delete_model", lambda self, request, obj: loaded.delete())
        answer = desk.post(page(draft, "delete"), {"post": "yes"}, follow=True)
        assert answer.status_code == 200
        assert "The sources of a public entry change only in an edition." in said(answer)


def test_only_ones_own_draft_that_was_never_public_is_deleted(desk, reading, draft, proceeding):
    assert reading.post(page(draft, "delete"), {"post": "yes"}).status_code == 403
    assert desk.post(page(proceeding, "delete"), {"post": "yes"}).status_code == 403
    assert desk.post(page(draft, "delete"), {"post": "yes"}).status_code == 302
    assert not Finding.objects.filter(pk=draft.pk).exists()


def test_the_states_of_a_situation_are_written_with_it(desk, editor):
    situation, state = make.make_situation(author=editor), make.make_state()
    form = typed(desk.get(page(situation))) | {"situationstate_set-TOTAL_FORMS": 1, "situationstate_set-0-state": state.iso3}
    desk.post(page(situation), form)
    assert list(SituationState.objects.filter(situation=situation).values_list("state", flat=True)) == [state.iso3]
    assert Situation.objects.get(pk=situation.pk).author == editor
