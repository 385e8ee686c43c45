"""Checks of the addresses of sources: what becomes public, what does not, and when."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.utils import timezone

from record.archive import check
from record.archive.words import words
from record.management.commands.work import Command as Worker
from record.models import Edition, EditionKind, Heartbeat, LinkCheck, LinkState, Source
from record.tests.copies import source_at, stands
from record.tests.web import gives, hangs_up, redirects

pytestmark = pytest.mark.django_db
NOON = timezone.now().replace(hour=12)
DAY = timedelta(days=1)
PAGE = "<html><head><title>{0}</title><script>var n = {0}</script></head><body><nav>Menu {0}</nav><main><p>{1}</p></main></body></html>"


@pytest.fixture
def source(web, archive):
    """A source whose page says something."""
    web.pages["/"] = gives(PAGE.format(1, "It did not comply."))
    return source_at(web)


def checked(source, at=NOON):
    """Looked at and told; how it stands then."""
    check.tell([check.look(source, at)])
    return stands(source)


def report(*arguments, **options):
    out = StringIO()
    call_command("check_links", *arguments, stdout=out, stderr=out, **options)
    return out.getvalue()


class TestWhatIsFound:
    def test_the_first_look_archives_the_page(self, source, web):
        assert checked(source) == (LinkState.OK, 1)
        copy = source.copies.get()
        assert (copy.media_type, copy.final_url, copy.fetched_at, copy.edition_id) == ("text/html", source.url, NOON, Edition.current_number())
        assert source.checked_on == NOON.date()

    def test_a_page_that_only_looks_different_has_not_changed(self, source, web):
        checked(source)
        web.pages["/"] = gives(PAGE.format(2, "It did   not\n comply."))
        assert checked(source, NOON + 30 * DAY) == (LinkState.OK, 1)

    def test_a_page_that_says_something_else_has_changed_and_both_are_kept(self, source, web):
        checked(source)
        web.pages["/"] = gives(PAGE.format(1, "It complied."))
        assert checked(source, NOON + 30 * DAY) == (LinkState.CHANGED, 2)

    def test_a_page_that_has_changed_once_stays_changed_and_is_not_kept_again(self, source, web):
        checked(source)
        for number, day in enumerate((30, 60, 90)):
            web.pages["/"] = gives(PAGE.format(number, "It complied."))
            state = checked(source, NOON + day * DAY)
        assert state == (LinkState.CHANGED, 2)

    def test_a_page_that_says_again_what_it_said_first_answers(self, source, web):
        checked(source)
        for text, day in (("It complied.", 30), ("It did not comply.", 60)):
            web.pages["/"] = gives(PAGE.format(day, text))
            state = checked(source, NOON + day * DAY)
        assert state == (LinkState.OK, 2)

    def test_a_document_that_is_no_page_is_compared_byte_by_byte(self, source, web):
        for number, day in ((1, 0), (2, 30)):
            web.pages["/"] = gives(f"%PDF-1.7 {number}", "application/pdf")
            state = checked(source, NOON + day * DAY)
        assert state == (LinkState.CHANGED, 2)

    def test_a_permanent_redirect_has_moved(self, source, web):
        web.pages |= {"/": redirects("/new", 301), "/new": gives("<p>It did not comply.</p>")}
        assert checked(source) == (LinkState.MOVED, 1)
        assert LinkCheck.objects.get(source=source).final_url == web.url("/new")

    @pytest.mark.parametrize(("status", "target"), [(302, "/elsewhere"), (301, "/a/")])
    def test_a_temporary_redirect_or_a_slash_is_no_move(self, source, web, status, target):
        Source.objects.filter(pk=source.pk).update(url=web.url("/a"))
        source.refresh_from_db()
        web.pages |= {"/a": redirects(target, status), target: gives("<p>It did not comply.</p>")}
        assert checked(source) == (LinkState.OK, 1)

    def test_another_address_begins_anew(self, source, web):
        checked(source)
        web.pages["/b"] = gives("<p>Another text.</p>")
        Source.objects.filter(pk=source.pk).update(url=web.url("/b"))
        source.refresh_from_db()
        assert checked(source, NOON + DAY) == (LinkState.OK, 2)

    def test_a_copy_whose_file_was_lost_is_stored_anew(self, source, archive):
        checked(source)
        archive.delete(source.copies.get().name)
        checked(source, NOON + 30 * DAY)
        assert archive.exists(source.copies.get().name)


class TestWhatFails:
    @pytest.mark.parametrize("status", [404, 410])
    def test_gone_once_is_not_yet_dead(self, source, web, status):
        checked(source)
        web.pages["/"] = gives("gone", status=status)
        assert checked(source, NOON + 30 * DAY) == (LinkState.OK, 1)
        assert checked(source, NOON + 30 * DAY + timedelta(hours=3)) == (LinkState.OK, 1)

    def test_gone_again_on_another_day_is_dead_and_its_copy_stays(self, source, web):
        checked(source)
        web.pages["/"] = gives("gone", status=404)
        checked(source, NOON + 30 * DAY)
        assert LinkCheck.objects.get(source=source).due_at == NOON + 31 * DAY
        assert checked(source, NOON + 31 * DAY) == (LinkState.DEAD, 1)

    def test_what_is_dead_may_come_back(self, source, web):
        page = web.pages.pop("/")
        for day in (0, 1):
            checked(source, NOON + day * DAY)
        web.pages["/"] = page
        assert checked(source, NOON + 31 * DAY) == (LinkState.OK, 1)

    @pytest.mark.parametrize("page", [gives("no", status=403), gives("no", status=503), hangs_up(b""), redirects("http://10.0.0.1/")])
    def test_what_cannot_be_read_changes_nothing_public_and_is_tried_again_later_and_later(self, source, web, page):
        checked(source)
        edition = Edition.current_number()
        web.pages["/"] = page
        for attempt, hours in ((1, 2), (2, 4), (3, 8)):
            assert checked(source, NOON + DAY) == (LinkState.OK, 1)
            found = LinkCheck.objects.get(source=source)
            assert (found.attempts, found.due_at) == (attempt, NOON + DAY + timedelta(hours=hours))
            assert found.error
        assert Edition.current_number() == edition

    def test_an_answer_ends_the_count_of_failures(self, source, web):
        page, web.pages["/"] = web.pages["/"], gives("no", status=500)
        checked(source)
        web.pages["/"] = page
        checked(source, NOON + DAY)
        found = LinkCheck.objects.get(source=source)
        assert (found.attempts, found.error, found.due_at) == (0, "", NOON + 31 * DAY)

    def test_a_storage_that_fails_is_one_more_failure(self, source, archive, monkeypatch):
        def full(*_arguments, **_options):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(type(archive), "_save", full)
        assert checked(source) == (LinkState.UNKNOWN, 0)
        assert "could not be stored" in LinkCheck.objects.get(source=source).error


class TestWhatBecomesPublic:
    def test_a_look_alone_changes_nothing_public(self, source):
        edition = Edition.current_number()
        check.look(source, NOON)
        assert stands(source) == (LinkState.UNKNOWN, 0)
        assert Edition.current_number() == edition

    def test_several_are_told_in_one_edition_of_its_kind(self, web, source):
        looked_at = [check.look(other, NOON) for other in (source, source_at(web), source_at(web))]
        edition = check.tell(looked_at)
        assert edition.kind == EditionKind.CHECK
        assert edition.number == Edition.current_number()
        assert {copy.edition_id for one in looked_at for copy in one.source.copies.all()} == {edition.number}

    def test_where_nothing_was_found_there_is_no_edition(self, source, web):
        web.pages["/"] = gives("no", status=503)
        assert check.tell([check.look(source, NOON)]) is None

    def test_what_was_found_is_told_before_it_is_looked_at_again(self, source, web):
        check.look(source, NOON)
        web.pages["/"] = gives(PAGE.format(1, "It complied."))
        assert checked(source, NOON + 30 * DAY) == (LinkState.CHANGED, 2)


class TestTheWorker:
    @pytest.fixture(autouse=True)
    def nothing_else_is_due(self, settings):
        settings.LINK_CHECKS_PER_DAY = 24
        LinkCheck.objects.bulk_create(LinkCheck(source=other, url=other.url, due_at=NOON + 999 * DAY) for other in Source.objects.all())

    def test_one_address_a_round_so_many_a_day_evenly(self, web, archive):
        web.pages["/"] = gives("<p>x</p>")
        for _number in range(3):
            source_at(web)
        for minutes, asked in ((0, 1), (1, 1), (59, 1), (60, 2), (61, 2), (120, 3), (180, 3)):
            check.sweep(NOON - timedelta(hours=6) + timedelta(minutes=minutes))
            assert len(web.asked) == asked, minutes

    def test_the_findings_of_a_day_are_told_on_the_next(self, source):
        check.sweep(NOON)
        assert stands(source) == (LinkState.UNKNOWN, 0)
        check.sweep(NOON + timedelta(hours=12))
        assert stands(source) == (LinkState.OK, 1)
        assert source.checked_on == NOON.date()

    def test_zero_a_day_is_never(self, source, web, settings):
        settings.LINK_CHECKS_PER_DAY = 0
        check.sweep(NOON)
        assert web.asked == []

    def test_a_source_that_readers_do_not_see_is_left_alone(self, web, archive):
        source_at(web, shown=False)
        source_at(web, url="")
        check.sweep(NOON)
        assert web.asked == []

    def test_it_is_due_again_after_a_month_or_when_its_address_is_another(self, source, web):
        checked(source)
        assert source not in check.due(NOON + 29 * DAY)
        assert source in check.due(NOON + 30 * DAY)
        Source.objects.filter(pk=source.pk).update(url=web.url("/other"))
        assert source in check.due(NOON + DAY)

    def test_an_error_ends_neither_the_round_nor_its_heartbeat(self, source, monkeypatch, caplog):
        monkeypatch.setattr(check, "look", lambda *_arguments: 1 / 0)
        worker = Worker()
        worker.swept_on = date.today()
        worker._round()
        assert "could not be checked" in caplog.text
        assert Heartbeat.objects.filter(name=Heartbeat.WORKER).exists()

    def test_a_database_that_does_not_answer_is_the_workers_own_matter(self, source, monkeypatch):
        def fail(*_arguments):
            raise DatabaseError

        monkeypatch.setattr(check, "look", fail)
        with pytest.raises(DatabaseError):
            check.sweep(NOON)


class TestByHand:
    def test_the_named_sources_are_checked_and_reported(self, source, web):
        said = report(source.slug)
        assert f"{source.slug}: answers; kept text/html" in said
        assert f"(edition {Edition.current_number()})" in said
        assert stands(source) == (LinkState.OK, 1)

    def test_a_failure_is_reported(self, source, web):
        web.pages["/"] = gives("no", status=403)
        assert f"{source.slug}: It answers 403 (Forbidden).\nNothing to tell." in report(source.slug)

    def test_an_unknown_key_is_refused(self, source):
        with pytest.raises(CommandError, match="no-such-source"):
            report("no-such-source")

    def test_where_the_net_is_down_the_rest_waits(self, web, archive, settings):
        settings.FETCH_ALLOWED = frozenset()
        sources = [source_at(web, url=f"http://{number}.invalid/") for number in range(5)]
        assert "left for another time" in report(*(source.slug for source in sources))
        assert LinkCheck.objects.filter(source__in=sources).count() == 3

    def test_those_that_are_due_where_none_is_named(self, source, web):
        LinkCheck.objects.bulk_create(
            LinkCheck(source=other, url=other.url, due_at=NOON + 999 * DAY) for other in Source.objects.exclude(pk=source.pk)
        )
        assert source.slug in report()


class TestWords:
    @pytest.mark.parametrize(
        ("page", "expected"),
        [
            ("<p>One  two</p>\n<p>three", "One two three"),
            ("<script>x</script><style>y</style><noscript>z</noscript><!-- n -->words", "words"),
            ("<header>Site</header><nav>Menu</nav><p>words</p><aside>More</aside><footer>End</footer>", "words"),
            ("<p>before</p><main>words <aside>more</aside></main>after", "words"),
            ("<article><header>Title</header>words</article><article>and more</article>", "Title words and more"),
            ("<main></main><p>words</p>", "words"),
            ("<form><input value=x>words<select><option>1</select></form>", "words"),
            ("<nav>never closed", ""),
            ("d&eacute;cision e\u0301t\u00e9", "décision été"),
            ("", ""),
        ],
    )
    def test_are_what_a_page_says(self, page, expected):
        assert words(page.encode(), "text/html") == expected

    def test_are_read_in_the_encoding_that_the_page_declares(self):
        assert words("<meta charset='windows-1251'>решение".encode("cp1251"), "text/html") == "решение"

    @pytest.mark.parametrize("page", [b"\xe9t\xe9", b"<meta charset=no-such>\xe9t\xe9"])
    def test_bytes_of_no_known_encoding_are_read_all_the_same(self, page):
        assert words(page, "text/html") == "été"

    def test_a_document_has_none(self):
        assert words(b"%PDF-1.7", "application/pdf") is None


def test_the_day_of_the_check_is_the_one_told(source):
    """Told on the next day, it is dated to the day on which it was found."""
    check.look(source, NOON)
    check.tell()
    source.refresh_from_db()
    assert source.checked_on == date.fromisoformat(NOON.date().isoformat())
