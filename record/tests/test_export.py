"""The record written back as data files: byte for byte what was read."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command

from record.collection import collections
from record.exchange import stored_rows
from record.loading import load
from record.tests import factories
from record.tests.small_record import SmallRecord

pytestmark = pytest.mark.django_db


def exported(folder):
    call_command("export_record", folder, stdout=StringIO())
    return {file.name: file.read_bytes() for file in sorted(folder.glob("*.csv"))}


@pytest.fixture
def small(tmp_path, empty_record):
    record = SmallRecord(tmp_path / "data")
    load(record.write())
    return record


def test_a_small_record_is_written_back_byte_for_byte(small, tmp_path):
    assert exported(tmp_path / "out") == small.bytes()


def test_a_draft_is_not_written(small, tmp_path):
    factories.cite(factories.make_state())
    assert exported(tmp_path / "out") == small.bytes()


def test_what_was_written_loads_without_a_difference(small, tmp_path):
    exported(tmp_path / "out")
    assert load(tmp_path / "out").edition is None


def test_the_record_is_written_back_byte_for_byte(tmp_path):
    written, read = exported(tmp_path / "out"), {file.name: file.read_bytes() for file in settings.BASE_DIR.glob("data/*.csv")}
    assert [name for name in read if written.get(name) != read[name]] == []


def test_nothing_else_is_written(tmp_path):
    assert set(exported(tmp_path / "out")) == {file.name for file in settings.BASE_DIR.glob("data/*.csv")}


@pytest.mark.parametrize("collection", collections(), ids=str)
def test_rows_are_sorted_by_key_whatever_the_language_of_the_database(collection, pinned_day):
    keys = [row[0] for row in stored_rows(collection, pinned_day)]
    assert keys == sorted(keys)
