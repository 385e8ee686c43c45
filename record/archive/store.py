"""Copies by their content: a file is named by the SHA-256 of its bytes, so it is never another one's.

The storage is Django's, by the alias "archive": a folder, or a bucket (settings).
"""

import hashlib
import logging
from contextlib import contextmanager

from django.core.files import File
from django.core.files.storage import storages
from django.db import transaction
from django.utils.translation import gettext as _

from record.models import ArchivedCopy, LinkCheck

log = logging.getLogger(__name__)
CHUNK = 256 * 1024


class StoreError(Exception):
    """The message is a sentence for an editor."""


class NotStored(StoreError):
    pass


class Missing(StoreError):
    pass


class Damaged(StoreError):
    """Its bytes are not those of its name."""


def name_of(sha256):
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def keep(body, sha256):
    """Stores a file once, and reads it back. Returns its name. A damaged one of this name is replaced, no other ever."""
    name = name_of(sha256)
    with _in_words(_("The copy could not be stored.")):
        storage = storages["archive"]
        if storage.exists(name):
            if _hash_of(name) == sha256:
                return name
            log.error("The archived copy %s was damaged and is stored anew.", name)
            storage.delete(name)
        body.seek(0)
        saved = storage.save(name, File(body, name=name))
        if saved != name:  # somebody else has just stored it
            storage.delete(saved)
        if _hash_of(name) != sha256:
            storage.delete(name)
            raise NotStored(_("The copy could not be stored: what was written does not read back."))
    return name


def opened(copy):
    """The file of a copy, at its beginning, once its bytes are seen to be those that were fetched."""
    if not copy.name:
        raise Missing(_("The copy was removed."))
    with _in_words(_("The copy cannot be read."), Missing):
        storage = storages["archive"]
        if not storage.exists(copy.name):
            raise Missing(_("The copy is not in the storage."))
        file = storage.open(copy.name)
        if _digest(file) != copy.sha256:
            file.close()
            raise Damaged(_("The copy is damaged: its bytes do not have its SHA-256."))
        file.seek(0)
    return file


def problems():
    """(copy, sentence) of every copy that is missing or damaged. Reads the whole storage."""
    for copy in ArchivedCopy.objects.exclude(name="").select_related("source").iterator():
        try:
            opened(copy).close()
        except StoreError as error:
            yield copy, str(error)


def forget(source):
    """For a redaction, inside of its edition: the copies of a source lose their files, and what tells where they were.

    The files go when the edition stands. A source that has lost a copy in this way is not archived again.
    """
    names = set(source.copies.exclude(name="").values_list("name", flat=True))
    for check in LinkCheck.objects.filter(source=source, pending__isnull=False):
        names.add((check.pending["copy"] or {}).get("name", ""))
    source.copies.update(name="", final_url="")
    LinkCheck.objects.filter(source=source).update(pending=None, final_url="", error="")
    names -= {"", *ArchivedCopy.objects.filter(name__in=names).values_list("name", flat=True)}  # another source's as well
    transaction.on_commit(lambda: [storages["archive"].delete(name) for name in names])


def _hash_of(name):
    with storages["archive"].open(name) as file:
        return _digest(file)


def _digest(file):
    digest = hashlib.sha256()
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


@contextmanager
def _in_words(sentence, kind=NotStored):
    """Whatever a storage raises (a full disk, a bucket that does not answer), as ours."""
    try:
        yield
    except StoreError:
        raise
    except Exception as error:
        log.error("The storage of copies: %s", error)
        raise kind(sentence) from error
