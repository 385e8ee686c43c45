"""A text that is removed is nowhere any more: in no table, no copy, no output."""

import io
from hashlib import sha256

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from psycopg import sql

from record import redaction, workflow
from record.archive import store
from record.models import ArchivedCopy, Comment, Correction, Edition, NoticeKind, Reading, SweepDifference
from record.tests.factories import cite, made_public, make_editor, make_finding, make_source

pytestmark = pytest.mark.django_db

SECRET = "Ms Jane Q. Witness"


@pytest.fixture
def finding():
    """Published with the text, changed since, and with it in all that belongs to it."""
    finding = make_finding(summary=f"The Chamber heard {SECRET} in person.")
    source = make_source(title=f"Statement of {SECRET}")
    cite(finding, source, quotation=f"“{SECRET.upper()} said so.”")
    made_public(finding)
    with workflow.edition(f"Corrected: {SECRET}"):
        finding.summary = f"The Chamber heard {SECRET}."
        finding.save()
    about = {"collection": "findings", "slug": finding.slug}
    with workflow.edition("Read again") as edition:
        Reading.objects.create(
            edition=edition,
            **about,
            source=source,
            read_on="2026-11-24",
            read_by="A second reader",
            verdict="confirmed",
            what_was_read=f"What {SECRET} said.",
        )
        SweepDifference.objects.create(edition=edition, **about, column="summary", sweep=f"With {SECRET}.", settled="record", why=f"Of {SECRET}.")
    Comment.objects.create(thing=finding, author=make_editor(), text=f"Is {SECRET} protected?")
    return finding


def everything():
    """Every text of every table, as one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        texts = []
        for (table,) in cursor.fetchall():
            cursor.execute(sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(table)))
            texts += [text for (text,) in cursor.fetchall()]
    return "\n".join(texts).lower()


def test_it_is_in_no_table_any_more(finding):
    assert SECRET.lower() in everything()
    redaction.redact(finding, SECRET, reason="Protects a witness")
    assert SECRET.lower() not in everything()


def test_it_is_removed_where_white_space_differs(finding):
    with workflow.edition("Another line"):
        finding.summary = "Heard: Ms  Jane\nQ. Witness"
        finding.save()
    redaction.redact(finding, SECRET, reason="Protects a witness")
    assert finding.summary == "Heard: [redacted]"


def test_what_stood_around_it_stays(finding):
    redaction.redact(finding, SECRET, reason="Protects a witness")
    assert finding.summary == "The Chamber heard [redacted]."


def test_it_leaves_a_notice_with_its_reason(finding):
    redaction.redact(finding, SECRET, reason="Protects a witness")
    notice = Correction.objects.get(kind=NoticeKind.REDACTION)
    assert (notice.entry, notice.what_was_wrong) == (finding, "Protects a witness")
    assert notice.changes == [{"field": "summary", "before": "", "after": "[redacted]"}]


def test_it_makes_an_edition_so_that_no_cached_page_outlives_it(finding):
    before = Edition.current_number()
    redaction.redact(finding, SECRET, reason="Protects a witness")
    assert Edition.current_number() == before + 1


def test_the_history_is_closed_again(finding):
    redaction.redact(finding, SECRET, reason="Protects a witness")
    from django.db import DatabaseError

    with pytest.raises(DatabaseError):
        finding.history.update(summary="Rewritten")


def test_other_stores_forget_it_too(finding, monkeypatch):
    monkeypatch.setattr(redaction, "_stores", [])
    asked = []

    @redaction.register("packages")
    def forget(text, replacement):
        asked.append((text, replacement))
        return 2

    report = redaction.redact(finding, SECRET, reason="Protects a witness")
    assert asked == [(SECRET, "[redacted]")]
    assert report.removed["packages"] == 2


def test_where_it_remains_is_said(finding):
    other = make_finding(summary=f"Also {SECRET}")
    report = redaction.redact(finding, SECRET, reason="Protects a witness")
    assert "cooperation.Finding.summary: 1" in report.remains
    assert other.pk


@pytest.fixture
def archive(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {"archive": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}}


def archived(source, body, media_type):
    digest = sha256(body).hexdigest()
    with workflow.edition("Archived") as made:
        return ArchivedCopy.objects.create(
            edition=made, source=source, sha256=digest, media_type=media_type, size=len(body), fetched_at=timezone.now(),
            final_url="https://example.org/", name=storages["archive"].save(store.name_of(digest), ContentFile(body)),
        )  # fmt: skip


@pytest.mark.parametrize(
    ("media_type", "forget_copies", "gone"),
    [("text/html", False, True), ("application/pdf", False, False), ("application/pdf", True, True)],
)
def test_an_archived_copy_that_has_it_goes(finding, archive, django_capture_on_commit_callbacks, media_type, forget_copies, gone):
    copy = archived(finding.citations.first().source, f"<p>{SECRET}</p>".encode(), media_type)
    name = copy.name
    with django_capture_on_commit_callbacks(execute=True):
        redaction.redact(finding, SECRET, reason="Protects a witness", forget_copies=forget_copies)
    assert storages["archive"].exists(name) is not gone


def test_the_command_says_what_it_removed(finding):
    out = io.StringIO()
    call_command("redact", f"findings/{finding.slug}", SECRET, reason="Protects a witness", stdout=out)
    assert "removed from findings: 1" in out.getvalue()


def test_the_command_refuses_a_reason_that_repeats_the_text(finding):
    with pytest.raises(CommandError, match="does not repeat"):
        call_command("redact", f"findings/{finding.slug}", SECRET, reason=f"Protects {SECRET}")


def test_the_command_refuses_an_entry_that_is_not_there():
    with pytest.raises(CommandError, match="is no entry"):
        call_command("redact", "findings/no-such", SECRET, reason="Protects a witness")
