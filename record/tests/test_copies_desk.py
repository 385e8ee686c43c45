"""Copies and addresses on the editors' desk."""

import pytest
from django.core.files.storage import storages
from django.urls import reverse

from record.archive import check
from record.models import Edition, EditionKind, LinkCheck, LinkState, Source
from record.tests.copies import source_at, stands
from record.tests.desk import page, said
from record.tests.factories import cite, made_public, make_editor, make_reviewer, make_state
from record.tests.web import gives, redirects

pytestmark = pytest.mark.django_db
REPORT = reverse("admin:record_linkcheck_changelist")


@pytest.fixture
def editor(client):
    """Signed in."""
    editor = make_editor()
    client.force_login(editor)
    return editor


@pytest.fixture
def source(web, archive):
    """A source that nothing cites, whose page says something."""
    web.pages["/"] = gives("<script>alert(1)</script><p>It did not comply.</p>")
    return source_at(web)


@pytest.fixture
def archived(source):
    check.tell([check.look(source)])
    source.refresh_from_db()
    return source


def address(source, name, *more):
    return reverse(f"admin:record_source_{name}", args=[source.pk, *more])


def changed(source, web):
    """Its page says something else now, and both copies are kept."""
    web.pages["/"] = gives("<p>It did not comply, they say.</p>")
    check.tell([check.look(source)])
    return source.copies.order_by("-fetched_at").first()


class TestArchiveNow:
    def test_the_copy_is_kept_and_public_at_once_in_an_edition_of_the_editor_s(self, client, editor, source):
        response = client.post(address(source, "archive"), follow=True)
        assert "A copy was kept." in said(response)
        assert stands(source) == (LinkState.OK, 1)
        edition = Edition.objects.first()
        assert (edition.kind, edition.by) == (EditionKind.CHECK, editor)

    def test_a_failure_is_said_and_nothing_becomes_public(self, client, editor, source, web):
        web.pages["/"] = redirects("http://169.254.169.254/")
        response = client.post(address(source, "archive"), follow=True)
        assert "169.254.169.254 is not a public host" in said(response)
        assert stands(source) == (LinkState.UNKNOWN, 0)

    def test_following_a_link_archives_nothing(self, client, editor, source, web):
        assert client.get(address(source, "archive")).status_code == 405
        assert web.asked == []

    def test_a_source_without_an_address_has_no_button(self, client, editor, source):
        Source.objects.filter(pk=source.pk).update(url="")
        assert address(source, "archive") not in client.get(page(source)).content.decode()
        assert client.post(address(source, "archive")).status_code == 404


class TestCopies:
    def test_the_page_of_a_source_lists_them(self, client, editor, archived):
        copy, text = archived.copies.get(), client.get(page(archived)).content.decode()
        assert all(word in text for word in (copy.sha256, copy.media_type, address(archived, "copy", copy.pk), address(archived, "archive")))

    def test_a_copy_is_saved_and_never_shown(self, client, editor, archived):
        response = client.get(address(archived, "copy", archived.copies.get().pk))
        assert b"".join(response) == b"<script>alert(1)</script><p>It did not comply.</p>"
        assert response["Content-Disposition"].startswith(f'attachment; filename="{archived.slug}-')
        assert response["Content-Type"] == "application/octet-stream"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"

    def test_a_damaged_copy_is_not_handed_out(self, client, editor, archived, archive):
        copy = archived.copies.get()
        (tampered := storages["archive"].open(copy.name, "wb")).write(b"It complied.")
        tampered.close()
        assert "damaged" in said(client.get(address(archived, "copy", copy.pk), follow=True))

    def test_the_copy_of_another_source_is_not_there(self, client, editor, archived, web):
        assert client.get(address(source_at(web), "copy", archived.copies.get().pk)).status_code == 404

    def test_only_editors_reach_them(self, client, archived, django_user_model):
        copy = address(archived, "copy", archived.copies.get().pk)
        assert client.get(copy).status_code == 302
        client.force_login(django_user_model.objects.create_user("reader", is_staff=True))
        assert client.get(copy).status_code in (302, 403)


class TestAChangedPageThatStillSaysWhatIsCited:
    def test_is_compared_with_its_new_copy_from_now_on(self, client, editor, archived, web):
        copy = changed(archived, web)
        assert stands(archived) == (LinkState.CHANGED, 2)
        client.post(address(archived, "compare", copy.pk))
        assert stands(archived) == (LinkState.OK, 2)
        check.tell([check.look(archived)])
        assert stands(archived) == (LinkState.OK, 2)

    def test_is_a_reviewer_s_matter_once_a_public_entry_cites_it(self, client, editor, archived, web):
        copy, state = changed(archived, web), make_state()
        cite(state, archived)
        made_public(state)
        assert client.post(address(archived, "compare", copy.pk)).status_code == 403
        client.force_login(make_reviewer())
        client.post(address(archived, "compare", copy.pk))
        assert stands(archived) == (LinkState.OK, 2)


class TestTheReport:
    @pytest.fixture
    def report(self, client, editor, web, archive):
        """{how it stands: a source}, one of each."""
        sources = {link: source_at(web, title=f"A source, {link}", link=link) for link in LinkState.values}
        sources["silent"] = source_at(web, title="A source, silent", link=LinkState.OK)
        for day, source in enumerate(sources.values(), start=1):
            LinkCheck.objects.create(source=source, url=source.url, due_at=f"2026-12-0{day}T00:00Z")
        LinkCheck.objects.filter(source=sources["silent"]).update(attempts=3, error="It answers 403 (Forbidden).")
        return sources

    @pytest.mark.parametrize(
        ("standing", "shown"),
        [
            ("", ["dead", "changed", "moved", "silent"]),
            ("dead", ["dead"]),
            ("changed", ["changed"]),
            ("moved", ["moved"]),
            ("silent", ["silent"]),
            ("all", ["dead", "changed", "moved", "silent", "ok", ""]),
        ],
    )
    def test_shows_what_needs_a_look_or_what_is_asked_for(self, client, report, standing, shown):
        response = client.get(REPORT, {"standing": standing} if standing else {})
        listed = [link_check.source for link_check in response.context["cl"].result_list]
        assert set(listed) == {report[name] for name in shown}
        assert listed[0] == report[shown[0]]

    def test_says_why_and_leads_to_the_source(self, client, report):
        text = client.get(REPORT).content.decode()
        assert "It answers 403 (Forbidden). 3 times in a row." in text
        assert page(report["silent"]) in text

    def test_costs_the_same_for_any_number(self, client, report, web, django_assert_max_num_queries):
        for number in range(10):
            LinkCheck.objects.create(source=source_at(web, link=LinkState.DEAD), due_at="2026-12-01T00:00Z", error=str(number))
        with django_assert_max_num_queries(12):
            client.get(REPORT)

    @pytest.mark.parametrize("link", LinkState.values)
    def test_sources_are_filtered_by_it_too(self, client, report, link):
        response = client.get(reverse("admin:record_source_changelist"), {"link__exact": link, "q": "A source,"})
        assert report[link] in response.context["cl"].result_list
        assert {source.link for source in response.context["cl"].result_list} == {link}
