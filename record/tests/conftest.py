"""A site of this machine and a folder for copies, for tests of what is fetched and archived; a writer and a reader."""

import pytest
from django.core.files.storage import storages

from record.tests import factories as make
from record.tests.web import Web


@pytest.fixture(scope="module")
def site():
    with Web() as web:
        yield web


@pytest.fixture
def web(site, settings):
    """The site without a page yet; fetches are let through to it, and to nothing else of this machine."""
    site.pages.clear()
    site.asked.clear()
    settings.FETCH_ALLOWED = site.allowed
    return site


@pytest.fixture
def archive(tmp_path, settings):
    """The storage of copies, in a folder of the test's own."""
    folder = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path / "archive"}}
    settings.STORAGES = {**settings.STORAGES, "archive": folder}
    return storages["archive"]


@pytest.fixture
def author():
    return make.make_editor("ana")


@pytest.fixture
def reviewer():
    return make.make_reviewer("rita")
