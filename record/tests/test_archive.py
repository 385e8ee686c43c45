"""Copies of sources: stored by their content, in a folder or in a bucket, read back whole or not at all."""

import hashlib
import io
import stat
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from record import workflow
from record.archive import check, store
from record.models import ArchivedCopy, EditionKind, LinkCheck, LinkState, Source
from record.tests.bucket import BucketService
from record.tests.copies import source_at, stands
from record.tests.factories import make_source
from record.tests.web import gives

DECISION = b"It did not comply."
HASH = hashlib.sha256(DECISION).hexdigest()


@pytest.fixture
def bucket(settings):
    """A bucket as the storage of copies, as the settings make it."""
    with BucketService() as service:
        options = {"bucket_name": "copies", "endpoint_url": service.url("").rstrip("/"), "region_name": "any"}
        keys = {"access_key": service.KEY, "secret_key": "a-secret"}
        settings.STORAGES = {**settings.STORAGES, "archive": {"BACKEND": "record.archive.bucket.Bucket", "OPTIONS": options | keys}}
        yield service


@pytest.fixture(params=["archive", "bucket"])
def storage(request):
    """A folder, then a bucket."""
    request.getfixturevalue(request.param)
    return storages["archive"]


def kept(body=DECISION):
    return store.keep(io.BytesIO(body), hashlib.sha256(body).hexdigest())


def copy(name=None, sha256=HASH):
    return ArchivedCopy(name=store.name_of(sha256) if name is None else name, sha256=sha256)


def overwrite(storage, name, body):
    storage.delete(name)
    storage.save(name, io.BytesIO(body))


class TestStorage:
    def test_a_copy_is_named_by_its_content_and_reads_back(self, storage):
        assert kept() == f"{HASH[:2]}/{HASH[2:4]}/{HASH}"
        with store.opened(copy()) as file:
            assert file.read() == DECISION

    def test_the_same_content_is_stored_once(self, storage, monkeypatch):
        name = kept()
        monkeypatch.setattr(type(storage), "_save", None)
        assert kept() == name

    def test_a_damaged_copy_is_not_handed_out(self, storage):
        overwrite(storage, kept(), b"It complied.")
        with pytest.raises(store.Damaged):
            store.opened(copy())

    def test_a_damaged_copy_is_replaced_when_its_content_comes_again(self, storage):
        overwrite(storage, kept(), b"It complied.")
        kept()
        with store.opened(copy()) as file:
            assert file.read() == DECISION

    def test_a_copy_that_is_not_there(self, storage):
        with pytest.raises(store.Missing):
            store.opened(copy())

    def test_what_does_not_read_back_is_not_stored(self, storage):
        with pytest.raises(store.NotStored):
            store.keep(io.BytesIO(b"other bytes"), HASH)
        assert not storage.exists(store.name_of(HASH))


class TestFolder:
    def test_what_another_stored_meanwhile_stays_alone(self, archive, monkeypatch):
        """It was not there when asked for, and is there when it is to be written."""
        first, there, answers = kept(), type(archive).exists, iter([False])
        monkeypatch.setattr(type(archive), "exists", lambda storage, name: next(answers, None) is None and there(storage, name))
        assert kept() == first
        assert [file.name for file in Path(archive.location).rglob("*") if file.is_file()] == [HASH]

    def test_only_the_tracker_s_own_user_reads_it(self, settings, tmp_path):
        archive = settings.STORAGES["archive"]
        settings.STORAGES = {**settings.STORAGES, "archive": {**archive, "OPTIONS": {**archive["OPTIONS"], "location": tmp_path / "made"}}}
        file = tmp_path / "made" / kept()
        assert [stat.S_IMODE(path.stat().st_mode) for path in (file, file.parent)] == [0o600, 0o700]

    def test_a_full_disk_is_said(self, archive, monkeypatch):
        def full(*_arguments, **_options):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(type(archive), "_save", full)
        with pytest.raises(store.NotStored, match="could not be stored"):
            kept()


class TestBucket:
    def test_it_is_put_where_the_service_expects_it(self, bucket):
        name = kept()
        assert bucket.objects == {f"/copies/{name}": DECISION}

    def test_a_service_that_refuses_is_said(self, bucket):
        bucket.refuses = True
        with pytest.raises(store.NotStored, match="could not be stored"):
            kept()

    def test_a_service_that_is_down_is_said(self, bucket):
        name = kept()
        bucket.__exit__()
        with pytest.raises(store.Missing, match="cannot be read"):
            store.opened(copy(name))


@pytest.mark.django_db
class TestCopiesOfASource:
    @pytest.fixture
    def source(self, web, storage):
        web.pages["/"] = gives(DECISION, "text/plain")
        source = source_at(web)
        check.tell([check.look(source)])
        return source

    def test_a_page_of_the_web_ends_in_the_storage(self, source):
        with store.opened(source.copies.get()) as file:
            assert file.read() == DECISION

    def test_a_copy_is_public_only_in_an_edition(self, source):
        with pytest.raises(IntegrityError, match="written in an edition"), transaction.atomic():
            source.copies.update(size=1)

    def test_reading_all_copies_finds_them_whole(self, source, capsys):
        call_command("check_links", stored=True)
        assert "there and whole" in capsys.readouterr().out

    def test_reading_all_copies_names_those_that_are_not(self, source, storage, capsys):
        storage.delete(source.copies.get().name)
        with pytest.raises(CommandError):
            call_command("check_links", stored=True)
        assert f"{source.copies.get()}: The copy is not in the storage." in capsys.readouterr().err


@pytest.mark.django_db
class TestForgetting:
    @pytest.fixture
    def source(self, web, archive):
        web.pages["/"] = gives("<p>A name that must not be told.</p>")
        source = source_at(web)
        check.tell([check.look(source)])
        return source

    def forget(self, source, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True), workflow.edition("Removed", kind=EditionKind.REDACTION):
            store.forget(source)

    def test_its_files_go_and_its_copies_say_so(self, source, archive, django_capture_on_commit_callbacks):
        name = source.copies.get().name
        self.forget(source, django_capture_on_commit_callbacks)
        assert not archive.exists(name)
        with pytest.raises(store.Missing, match="removed"):
            store.opened(source.copies.get())

    def test_a_file_that_another_source_has_too_stays(self, source, web, archive, django_capture_on_commit_callbacks):
        other = source_at(web)
        check.tell([check.look(other)])
        self.forget(source, django_capture_on_commit_callbacks)
        store.opened(other.copies.get()).close()

    def test_what_was_found_and_is_not_public_yet_goes_too(self, source, web, archive, django_capture_on_commit_callbacks):
        web.pages["/"] = gives("<p>The name, in other words.</p>")
        name = check.look(source).pending["copy"]["name"]
        self.forget(source, django_capture_on_commit_callbacks)
        assert not archive.exists(name)
        assert LinkCheck.objects.get(source=source).pending is None

    def test_it_is_not_archived_again(self, source, django_capture_on_commit_callbacks):
        self.forget(source, django_capture_on_commit_callbacks)
        check.tell([check.look(source)])
        assert stands(source) == (LinkState.OK, 1)
        assert source.copies.get().name == ""

    def test_nothing_goes_where_the_redaction_is_undone(self, source, archive):
        with transaction.atomic():
            with workflow.edition("Removed", kind=EditionKind.REDACTION):
                store.forget(source)
            transaction.set_rollback(True)
        store.opened(source.copies.get()).close()


@pytest.mark.django_db
class TestAddressesOfSources:
    REFUSED = (
        "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "ftp://example.org/a", "//example.org/a", "example.org",
        "http://", "http:///a", "https://?a", "http://:80/", "https://user@example.org/", "https://user:secret@example.org/a",
        "https://@example.org/", "http://example.org\\@evil.example/", "http://exam ple.org/", " http://example.org/", "http://a:b:c/",
    )  # fmt: skip

    @pytest.mark.parametrize("url", REFUSED)
    @pytest.mark.parametrize("field", ["url", "archived_url"])
    def test_the_form_refuses_what_is_none_of_the_web(self, url, field):
        source = make_source()
        setattr(source, field, url)
        with pytest.raises(ValidationError):
            source.full_clean()

    @pytest.mark.parametrize("url", REFUSED)
    @pytest.mark.parametrize("field", ["url", "archived_url"])
    def test_the_database_refuses_it_too(self, url, field):
        with pytest.raises(IntegrityError) as refusal, transaction.atomic():
            make_source(**{field: url})
        assert refusal.value.__cause__.diag.constraint_name == f"source_{field}_is_of_the_web"

    @pytest.mark.parametrize(
        "url",
        [
            "", "https://example.org", "http://example.org:8080/a", "https://example.org/a@b?c=d:e@f#g", "https://example.org?q",
            "https://web.archive.org/web/2020/https://example.org/", "http://[2606:2800:220:1::1]/a", "https://example.org/décision(1)",
        ],
    )  # fmt: skip
    def test_ordinary_ones_are_taken(self, url):
        source = make_source(url=url, archived_url=url)
        source.full_clean()
        assert Source.objects.filter(pk=source.pk, url=url).exists()


def test_a_source_is_dated_when_it_was_fetched():
    assert str(ArchivedCopy(source=Source(slug="a-decision"), fetched_at=timezone.datetime(2026, 11, 24))) == "a-decision, 2026-11-24"
