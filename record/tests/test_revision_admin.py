"""Changing what is published on the desk: the form of the kind, what would change, comments, who reads it and when."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.models import Situation
from record import workflow
from record.admin.forms import version
from record.admin.marked import marked
from record.admin.proposal import Writing
from record.collection import collections
from record.models import Comment, Correction, Message, Review, Revision, RevisionStatus, Status
from record.tests import factories as make
from record.tests.desk import page, press, said, typed, values_of
from record.tests.revising import begun, cited, submitted
from states.models import State

pytestmark = pytest.mark.django_db
KINDS = [collection.model for collection in collections()]
CITED = "record-citation-content_type-object_id"


@pytest.fixture
def editor():
    return make.make_editor("ana")


def browser_of(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def desk(editor):
    return browser_of(editor)


@pytest.fixture
def reading(reviewer):
    return browser_of(reviewer)


@pytest.fixture
def state():
    return make.made_public(make.make_state(name="Ruritania", note="Old."))


@pytest.fixture
def revision(state, editor):
    return begun(state, editor, values={"name": "Zembla"})


def save(client, revision, **changes):
    return client.post(page(revision), typed(client.get(page(revision)), **changes))


def test_a_correction_from_the_page_of_the_entry_to_the_public_record(desk, reading, reviewer, client, state):
    shown = desk.get(page(state))
    assert "Propose a change" in shown.text
    answer = press(desk, state, "revise")
    revision = Revision.objects.get()
    assert answer.url == page(revision)
    words = {"name": "Zembla", "about-kind": "correction", "about-note": "Misspelt.", "about-asked_by": "state", "_submit": "1"}
    save(desk, revision, **words)
    revision.refresh_from_db()
    assert (revision.status, revision.note, revision.asked_by) == (RevisionStatus.IN_REVIEW, "Misspelt.", "state")
    assert State.objects.get(pk=state.pk).name == "Ruritania"
    press(reading, revision, "publish")
    assert State.objects.get(pk=state.pk).name == "Zembla"
    assert "Zembla" in client.get(state.get_absolute_url()).text
    assert Correction.objects.get(what_was_wrong="Misspelt.").changes == [{"field": "name", "before": "Ruritania", "after": "Zembla"}]


@pytest.mark.parametrize("kind", KINDS, ids=[kind.__name__ for kind in KINDS])
def test_the_form_of_every_kind_proposes_what_stands(kind, rf, editor):
    """Without drawing the page: the two below do that."""
    revision = workflow.begin(kind.objects.public().first(), by=editor)
    before, kind_admin = version(revision), admin.site.get_model_admin(kind)
    opened = Writing(request_of(rf.get("/"), editor), revision, kind_admin)
    data = values_of(opened.fields) | values_of(opened.about) | values_of(opened.citations.management_form)
    for form in opened.citations.forms:
        data |= values_of(form)
    writing = Writing(request_of(rf.post("/", data), editor), revision, kind_admin)
    assert writing.is_valid(), (writing.fields.errors, writing.citations.errors)
    writing.save(editor)
    assert version(revision) == before


def request_of(request, user):
    request.user, request.resolver_match = user, None
    return request


class TestWhatItShows:
    def test_what_would_change_side_by_side(self, reading, revision):
        shown = reading.get(page(revision))
        assert shown.context["differences"] == [("name", "<del>Ruritania</del>", "<ins>Zembla</ins>")]
        assert "What would change" in shown.text

    def test_beside_each_changed_field_what_stands_now(self, desk, reading, revision):
        for client in (desk, reading):
            assert client.get(page(revision)).text.count("On record now: Ruritania") == 1

    def test_what_has_changed_meanwhile_and_the_way_out(self, desk, revision, state):
        assert "Bring up to date" not in desk.get(page(revision)).text
        with workflow.edition("Meanwhile"):
            State.objects.filter(pk=state.pk).update(name="Graustark")
        shown = desk.get(page(revision))
        assert "it was “Ruritania”, it is “Graustark”" in shown.text
        press(desk, revision, "rebase")
        revision.refresh_from_db()
        assert (revision.base["values"]["name"], revision.values["name"]) == ("Graustark", "Zembla")

    def test_of_a_published_one_what_it_changed(self, reading, revision, editor):
        workflow.submit(revision, by=editor)
        press(reading, revision, "publish")
        shown = reading.get(page(revision))
        assert shown.context["differences"] == [("name", "<del>Ruritania</del>", "<ins>Zembla</ins>")]
        assert f"Published in {Revision.objects.get().edition}" in shown.text

    def test_the_open_change_on_the_page_of_the_entry(self, desk, revision, state):
        shown = desk.get(page(state))
        assert page(revision) in shown.text
        assert "Propose a change" not in shown.text

    def test_the_list_has_the_open_ones_first(self, desk, revision, editor):
        workflow.withdraw(begun(make.made_public(make.make_state()), editor, values={"note": "New."}), by=editor)
        shown = desk.get(page(Revision, "changelist"))
        assert [found.status for found in shown.context["cl"].result_list] == [RevisionStatus.DRAFT, RevisionStatus.WITHDRAWN]

    def test_one_is_begun_only_on_the_page_of_its_entry(self, desk):
        assert desk.get(page(Revision, "add")).status_code == 403

    def test_more_rows_do_not_mean_more_queries(self, desk, editor):
        def queries(address):
            with CaptureQueriesContext(connection) as asked:
                assert desk.get(address).status_code == 200
            return len(asked)

        finding = make.made_public(make.make_finding())
        own = cited(finding.citations.get())
        revision = submitted(finding, editor, values={"summary": "New."}, citations=[own, {**own, "locator": "p. 1"}])
        addresses = [page(revision), page(Revision, "changelist"), "/admin/"]
        for address in addresses:
            queries(address)
        few = [queries(address) for address in addresses]
        rows = [{**own, "locator": str(number), "source": make.make_source().pk} for number in range(4)]
        workflow.send_back(revision, by=editor, note="More sources.")
        workflow.propose(revision, by=editor, citations=rows)
        workflow.submit(revision, by=editor)
        for _ in range(3):
            submitted(make.made_public(make.make_finding()), editor, values={"summary": "New."})
        assert [queries(address) for address in addresses] == few
        assert max(few) <= 40


class TestWhatIsTyped:
    def test_is_kept_where_it_is_refused(self, desk, editor):
        revision = workflow.begin(make.made_public(make.make_finding()), by=editor)
        answer = save(desk, revision, decided_on="2024-02-30", summary="Long work.")
        assert "2024-02 has no day 30" in said(answer)
        assert answer.context["adminform"].form["summary"].value() == "Long work."

    def test_what_the_workflow_refuses_is_said_in_the_form(self, desk, revision, monkeypatch):
        monkeypatch.setattr("record.admin.citations.CitationFormSet.clean", lambda self: None)
        form = typed(desk.get(page(revision)), name="Graustark")
        twice = {key.replace("-0-", "-1-"): value for key, value in form.items() if key.startswith(f"{CITED}-0-")}
        answer = desk.post(page(revision), form | twice | {f"{CITED}-TOTAL_FORMS": 2})
        assert (answer.status_code, "cited for this already" in said(answer)) == (409, True)
        assert answer.context["adminform"].form["name"].value() == "Graustark"

    def test_a_correction_without_its_note_is_saved_but_not_submitted(self, desk, revision):
        answer = desk.post(page(revision), typed(desk.get(page(revision)), **{"about-kind": "correction", "_submit": "1"}), follow=True)
        assert "A correction says what was wrong" in said(answer)
        revision.refresh_from_db()
        assert (revision.status, revision.kind) == (RevisionStatus.DRAFT, "correction")

    def test_sources_are_changed_added_and_taken_away(self, desk, editor, state):
        revision, source = workflow.begin(state, by=editor), make.make_source()
        form = typed(desk.get(page(revision)))
        added = {
            f"{CITED}-1-{name}": value for name, value in (("source", source.pk), ("consulted", "full"), ("stance", "supports"), ("field", "name"))
        }
        desk.post(page(revision), form | added | {f"{CITED}-TOTAL_FORMS": 2, f"{CITED}-0-locator": "p. 1"})
        revision.refresh_from_db()
        assert [(row["field"], row["locator"]) for row in revision.citations] == [("", "p. 1"), ("name", "")]
        form = typed(desk.get(page(revision)))
        kept = {key: value for key, value in form.items() if not key.startswith(f"{CITED}-1-")} | {f"{CITED}-TOTAL_FORMS": 1}
        desk.post(page(revision), kept)
        revision.refresh_from_db()
        assert [row["field"] for row in revision.citations] == [""]

    def test_the_states_of_a_situation_are_chosen_with_it(self, desk, editor):
        one, two = make.made_public(make.make_state(), make.make_state())
        revision = workflow.begin(make.made_public(make.make_situation(one)), by=editor)
        save(desk, revision, states=[two.pk])
        revision.refresh_from_db()
        assert revision.links == {"states": [two.pk]}
        assert Situation.objects.get(pk=revision.object_id).states.get() == one

    def test_the_message_that_asked_for_it_is_one_about_this_entry(self, desk, editor, state):
        message = Message.objects.create(kind="correction", role="reader", text="It is misspelt.", entry=state)
        Message.objects.create(kind="correction", role="reader", text="Another.", about="elsewhere")
        revision = workflow.begin(state, by=editor)
        field = desk.get(page(revision)).context["about"].form.fields["message"]
        assert list(field.queryset) == [message]
        save(desk, revision, **{"about-message": message.pk})
        revision.refresh_from_db()
        assert revision.message == message


class TestSomebodyElseWasFaster:
    def test_a_second_window_is_told_sees_both_and_loses_nothing(self, desk, revision):
        old = desk.get(page(revision))
        save(desk, revision, **{"name": "Graustark", "about-note": "First.", f"{CITED}-0-locator": "p. 1"})
        answer = desk.post(page(revision), typed(old, note="Mine.", **{"about-note": "Second."}))
        assert "You, in another window, changed this on" in said(answer)
        for words in ("Saved meanwhile: Graustark", "Saved meanwhile: First.", "Saved meanwhile among the sources: ICC: A decision, p. 1"):
            assert words in said(answer)
        revision.refresh_from_db()
        assert (revision.values["name"], revision.values["note"], revision.note) == ("Graustark", "Old.", "First.")
        assert answer.context["adminform"].form["note"].value() == "Mine."
        desk.post(page(revision), typed(answer))
        revision.refresh_from_db()
        assert (revision.values["name"], revision.values["note"], revision.note) == ("Zembla", "Mine.", "Second."), "saving again is a decision"

    def test_what_went_to_review_meanwhile_keeps_what_was_typed(self, desk, revision, editor):
        old = desk.get(page(revision))
        workflow.submit(revision, by=editor)
        answer = desk.post(page(revision), typed(old, note="Typed before."))
        assert answer.status_code == 403
        assert "This change is no draft any more (in review)" in said(answer)
        assert "Typed before.</textarea>" in answer.text

    def test_nobody_but_its_author_changes_it(self, desk, revision):
        other = browser_of(make.make_editor("ben"))
        shown = other.get(page(revision))
        assert "ana is preparing this change: only its author changes or submits it." in shown.text
        assert 'name="name"' not in shown.text
        assert other.post(page(revision), typed(desk.get(page(revision)), name="Graustark")).status_code == 403
        revision.refresh_from_db()
        assert revision.values["name"] == "Zembla"

    def test_a_reader_publishes_only_what_they_have_read(self, desk, reading, revision, editor):
        workflow.submit(revision, by=editor)
        opened = version(revision)
        workflow.send_back(revision, by=editor, note="Wait.")
        save(desk, revision, name="Graustark", _submit="1")
        answer = press(reading, revision, "publish", seen=opened)
        assert "Read it again as it stands now." in said(answer)
        assert State.objects.get(pk=revision.object_id).name == "Ruritania"


class TestReview:
    """The same on the page of a revision and on that of an entry."""

    @pytest.fixture(params=["entry", "revision"])
    def thing(self, request, editor):
        if request.param == "entry":
            return make.in_review(make.make_state(), editor)
        workflow.submit(revision := request.getfixturevalue("revision"), by=editor)
        return revision

    def test_a_comment_is_seen_by_editors_with_its_author(self, desk, reading, thing):
        press(reading, thing, "comment", "Which paragraph?")
        shown = desk.get(page(thing))
        assert "Which paragraph?" in shown.text
        assert [comment.author.username for comment in shown.context["panel"].comments] == ["rita"]

    def test_who_is_asked_has_it_first_in_the_queue(self, desk, reading, thing, reviewer):
        press(desk, thing, "assign", str(reviewer.pk))
        shown = reading.get("/admin/")
        assert ([item.thing for item in shown.context["asked"]], shown.context["waiting"]) == ([thing], [])
        other = browser_of(make.make_reviewer()).get("/admin/")
        assert ([item.thing for item in other.context["waiting"]], other.context["asked"]) == ([thing], [])

    @pytest.mark.parametrize("whom", ["ana", "x", "0"])
    def test_its_author_is_not_asked_nor_is_nobody_known(self, desk, thing, editor, whom):
        press(desk, thing, "assign", str(editor.pk) if whom == "ana" else whom)
        assert not Review.objects.exclude(assigned_to=None).exists()

    def test_a_time_turns_publishing_into_approving(self, reading, thing):
        press(reading, thing, "embargo", "2099-01-02T03:04")
        shown = reading.get(page(thing))
        assert ("2 January 2099, 03:04" in shown.text, 'value="approve"' in shown.text, 'value="publish"' in shown.text) == (True, True, False)
        press(reading, thing, "approve")
        thing.refresh_from_db()
        assert thing.status == Status.APPROVED
        assert [item.thing for item in reading.get("/admin/").context["approved"]] == [thing]
        assert "Approved" in reading.get("/admin/").text

    def test_what_is_no_time_is_said(self, reading, thing):
        assert "This is not a time" in said(press(reading, thing, "embargo", "tomorrow"))

    def test_an_empty_time_lifts_it(self, reading, thing):
        press(reading, thing, "embargo", "2099-01-02T03:04")
        press(reading, thing, "embargo", "")
        assert 'value="publish"' in reading.get(page(thing)).text


def test_a_deleted_draft_takes_what_was_said_of_it_along(desk, editor, reviewer):
    draft = make.make_state(author=editor)
    workflow.comment(draft, by=reviewer, text="No.")
    workflow.assign(draft, reviewer, by=editor)
    desk.post(page(draft, "delete"), {"post": "yes"})
    assert (State.objects.filter(pk=draft.pk).exists(), Comment.objects.exists(), Review.objects.exists()) == (False, False, False)


def test_the_queue_has_ones_own_changes_among_the_drafts(desk, reading, revision):
    assert [item.thing for item in desk.get("/admin/").context["drafts"]] == [revision]
    assert reading.get("/admin/").context["drafts"] == []


@pytest.mark.parametrize(
    ("before", "after", "left", "right"),
    [
        ("one two", "one three", "one <del>two</del>", "one <ins>three</ins>"),
        ("", "new", "", "<ins>new</ins>"),
        ("<b>", "", "<del>&lt;b&gt;</del>", ""),
        ("same", "same", "same", "same"),
    ],
)
def test_only_the_words_that_differ_are_marked(before, after, left, right):
    assert marked(before, after) == (left, right)


def test_the_public_never_sees_a_proposal(client, revision, state):
    assert client.get(page(revision)).status_code == 302
    assert "Zembla" not in client.get(state.get_absolute_url()).text
