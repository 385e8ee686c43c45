"""Every page of the editors' desk: who enters, what each kind shows, how many queries it takes, under which policy."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cooperation.models import Finding
from record import workflow
from record.admin import EntryAdmin
from record.collection import collections
from record.models import Edition, Editor, Source
from record.tests import factories as make
from record.tests.desk import make_account, page, said, typed
from states.models import State

pytestmark = pytest.mark.django_db
KINDS = [collection.model for collection in collections()]
NAMES = [kind.__name__ for kind in KINDS]


@pytest.fixture
def editor():
    return make.make_editor("ana")


@pytest.fixture
def reviewer():
    return make.make_reviewer("rita")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


class TestTheDoor:
    def test_a_stranger_is_sent_to_the_sign_in_page_and_back(self, client):
        answer = client.get(page(Finding, "changelist"), follow=True)
        assert answer.redirect_chain[-1][0].startswith("/accounts/login/?next=")
        assert "Sign in" in answer.text

    @pytest.mark.parametrize(("groups", "values", "enters"), [
        ([Editor.EDITORS], {}, True), ([Editor.REVIEWERS], {}, True), ([], {"is_superuser": True}, True),
        ([], {}, False), ([Editor.EDITORS], {"is_active": False}, False),
    ])  # fmt: skip
    def test_editors_reviewers_and_superusers_enter(self, client, groups, values, enters):
        client.force_login(make_account("somebody", *groups, **values))
        assert (client.get("/admin/", follow=True).resolver_match.view_name == "admin:index") is enters

    def test_without_the_staff_flag_nobody_does(self, client, editor):
        Editor.objects.filter(pk=editor.pk).update(is_staff=False)
        client.force_login(editor)
        assert client.get("/admin/", follow=True).status_code == 403

    def test_signing_in_with_a_password_leads_to_the_queue(self, client, editor):
        editor.set_password("a-long-pass-phrase")
        editor.save()
        answer = client.post("/accounts/login/", {"login": "ana", "password": "a-long-pass-phrase"}, follow=True)
        assert answer.resolver_match.view_name == "admin:index"

    def test_nobody_signs_up(self, client):
        assert "Nobody signs up here" in client.get("/accounts/signup/").text

    def test_the_policy_of_the_desk_has_no_inline_script(self, desk):
        policy = desk.get("/admin/")["Content-Security-Policy"]
        assert "script-src 'self' 'unsafe-eval'" in policy
        assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]

    def test_that_of_the_sign_in_page_is_the_strict_one(self, client):
        assert "unsafe" not in client.get("/accounts/login/")["Content-Security-Policy"]

    @pytest.mark.parametrize("address", ["/accounts/password/change/", "/accounts/2fa/", "/accounts/logout/", "/accounts/login/"])
    def test_the_pages_of_an_account_are_in_our_clothes(self, desk, address):
        answer = desk.get(address, follow=True)
        assert (answer.status_code, "css/account.css" in answer.text or address == "/accounts/login/") == (200, True)


class TestEveryKind:
    def test_is_on_the_desk(self):
        assert [kind for kind in KINDS if not isinstance(admin.site._registry.get(kind), EntryAdmin)] == []

    @pytest.mark.parametrize("kind", KINDS, ids=NAMES)
    def test_asks_for_every_field_once(self, kind):
        asked = [name for _, names in admin.site._registry[kind].parts for part in names for name in ([part] if isinstance(part, str) else part)]
        fields = [field.name for field in workflow.citable(kind)]
        assert sorted(asked) == sorted(fields)

    @pytest.mark.parametrize("kind", KINDS, ids=NAMES)
    def test_has_a_list_a_search_an_empty_form_and_a_page(self, kind, desk):
        loaded = kind.objects.first()
        assert desk.get(page(kind, "changelist")).status_code == 200
        assert desk.get(page(kind, "changelist"), {"q": "mongolia", "status__exact": "published", "reading": "compiled"}).status_code == 200
        assert desk.get(page(kind, "add")).status_code == 200
        shown = desk.get(page(loaded))
        assert shown.status_code == 200
        assert "View on site" in shown.text
        assert "What is published is not changed on this page." in shown.text

    @pytest.mark.parametrize("kind", KINDS, ids=NAMES)
    def test_a_draft_is_saved_as_it_stands(self, kind, desk, editor):
        draft = make.make(kind, author=editor)
        before = kind.objects.values().get(pk=draft.pk)
        answer = desk.post(page(draft), typed(desk.get(page(draft))))
        assert answer.status_code == 302, said(answer)
        after = kind.objects.values().get(pk=draft.pk)
        assert {**before, "updated_at": None} == {**after, "updated_at": None}
        assert "Preview" in desk.get(page(draft)).text

    @pytest.mark.parametrize("kind", KINDS, ids=NAMES)
    def test_more_rows_do_not_mean_more_queries(self, kind, desk, editor):
        draft = make.make(kind, author=editor)
        make.cite(draft)
        drafts = f"{page(kind, 'changelist')}?status__exact=draft"
        desk.get(drafts)
        few = [queries(desk, drafts), queries(desk, page(draft))]
        for number in range(2):
            make.cite(draft, locator=str(number))
            make.cite(make.make(kind, author=editor))
        assert [queries(desk, drafts), queries(desk, page(draft))] == few
        assert max(few) <= 30


def queries(desk, address):
    with CaptureQueriesContext(connection) as asked:
        desk.get(address)
    return len(asked)


def test_more_drafts_of_every_kind_do_not_mean_more_queries_of_the_queue(desk, editor):
    def draft_of_every_kind():
        for kind in KINDS:
            make.cite(make.make(kind, author=editor))

    draft_of_every_kind()
    desk.get("/admin/")
    few = queries(desk, "/admin/")
    draft_of_every_kind()
    assert queries(desk, "/admin/") == few <= 30 + len(KINDS), "one for each kind that has drafts"


def test_the_queue_shows_what_waits_what_is_mine_and_what_nobody_has_read(desk, editor):
    other = make.make_editor("ben")
    waiting = make.in_review(make.make_state(name="Waiting Land"), other)
    mine = make.make_state(name="My Land", author=editor)
    make.make_state(name="Their Land", author=other)
    shown = desk.get("/admin/")
    assert [item.thing for item in shown.context["waiting"]] == [waiting]
    assert [item.thing for item in shown.context["drafts"]] == [mine]
    assert "Their Land" not in shown.text
    states = shown.context["kinds"][0]
    assert states.published == State.objects.public().count()
    assert states.unread == states.published


def test_an_empty_record_has_an_empty_queue(empty_record, client):
    client.force_login(make.make_editor())
    shown = client.get("/admin/")
    assert "Nothing waits for a reader." in shown.text
    assert {kind.published for kind in shown.context["kinds"]} == {0}


def test_a_choice_says_which_entries_are_not_published(desk):
    make.make_proceeding(state=make.make_state(name="Nowhere"))
    answer = desk.get(
        "/admin/autocomplete/", {"app_label": "cooperation", "model_name": "finding", "field_name": "proceeding", "term": "nowhere"}
    ).json()
    assert [result["text"].endswith("(draft)") for result in answer["results"]] == [True]


class TestSources:
    def test_any_editor_adds_one(self, desk):
        form = {"kind": "press", "title": "A report", "publisher": "The Paper", "slug": "the-paper-a-report-2024", "seen": ""}
        assert desk.post(page(Source, "add"), form).status_code == 302
        assert Source.objects.filter(slug="the-paper-a-report-2024").exists()

    def test_and_changes_what_no_public_entry_cites_without_an_edition(self, desk):
        source, before = make.make_source(), Edition.objects.count()
        make.cite(make.make_state(), source)
        desk.post(page(source), typed(desk.get(page(source)), title="Another title"))
        source.refresh_from_db()
        assert (source.title, Edition.objects.count()) == ("Another title", before)

    def test_nor_what_a_reviewer_is_reading(self, desk, editor):
        source = make.in_review(make.make_state(), editor).citations.get().source
        assert desk.post(page(source), typed(desk.get(page(source))) | {"title": "Mine"}).status_code == 403
        source.refresh_from_db()
        assert source.title == "A decision"

    def test_that_of_a_public_entry_is_a_reviewers_and_changes_in_an_edition(self, client, editor, reviewer):
        source = make.made_public(make.make_state()).citations.get().source
        client.force_login(editor)
        shown = client.get(page(source))
        assert "only a reviewer changes it" in shown.text
        assert client.post(page(source), typed(shown) | {"title": "Mine"}).status_code == 403
        client.force_login(reviewer)
        client.post(page(source), typed(client.get(page(source)), title="A better title"))
        source.refresh_from_db()
        assert (source.title, source.slug) == ("A better title", source.slug)
        assert (Edition.objects.first().by, Edition.objects.first().summary) == (reviewer, f"Source changed (title): {source.slug}")
        count = Edition.objects.count()
        client.post(page(source), typed(client.get(page(source))))
        assert Edition.objects.count() == count, "saving it unchanged is no edition"

    def test_a_stale_change_is_refused(self, desk):
        source = make.make_source()
        old = desk.get(page(source))
        desk.post(page(source), typed(desk.get(page(source)), title="First"))
        answer = desk.post(page(source), typed(old, publisher="Second"))
        assert "changed this on" in said(answer)
        assert "On record now: First" in said(answer)

    def test_one_that_is_cited_is_never_deleted(self, desk):
        source, unused = make.make_source(), make.make_source()
        make.cite(make.make_state(), source)
        assert desk.post(page(source, "delete"), {"post": "yes"}).status_code == 403
        assert desk.post(page(unused, "delete"), {"post": "yes"}).status_code == 302


class TestEditionsAndEditors:
    def test_editions_are_read_only(self, desk):
        edition = Edition.objects.first()
        assert desk.get(page(Edition, "changelist")).status_code == 200
        assert desk.get(page(edition)).status_code == 200
        assert desk.post(page(edition), {"summary": "Another"}).status_code == 403
        assert desk.get(page(Edition, "add")).status_code == 403

    def test_accounts_are_the_superusers_part(self, client, reviewer):
        client.force_login(reviewer)
        assert client.get(page(Editor, "changelist")).status_code == 403
        assert client.get(page(reviewer)).status_code == 403

    def test_a_superuser_makes_an_editor_who_may_enter(self, client):
        client.force_login(make_account("root", is_superuser=True))
        assert client.get(page(Editor, "changelist")).status_code == 200
        shown = client.get(page(Editor, "add"))
        group = Group.objects.get(name=Editor.EDITORS)
        words = {"username": "newcomer", "password1": "a-long-pass-phrase", "password2": "a-long-pass-phrase", "groups": [group.pk]}
        answer = client.post(page(Editor, "add"), typed(shown) | words)
        assert answer.status_code == 302, said(answer)
        newcomer = Editor.objects.get(username="newcomer")
        assert (newcomer.is_editor, newcomer.is_reviewer, newcomer.is_staff) == (True, False, True)
        assert client.get(page(newcomer)).status_code == 200
        assert client.post(page(newcomer, "delete"), {"post": "yes"}).status_code == 403

    def test_a_lost_second_factor_is_removed_and_never_shown(self, client, editor):
        factor = Authenticator.objects.create(user=editor, type=Authenticator.Type.TOTP, data={"secret": "never-to-be-read"})
        client.force_login(make_account("root", is_superuser=True))
        shown = client.get(page(editor))
        assert "never-to-be-read" not in shown.text
        answer = client.post(page(editor), typed(shown) | {"authenticator_set-0-DELETE": "on", "authenticator_set-0-id": factor.pk})
        assert answer.status_code == 302, said(answer)
        assert not Authenticator.objects.filter(user=editor).exists()
