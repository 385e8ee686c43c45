"""What an answer amounts to: is it where it was, does it say what it said, and is it a copy to keep."""

from urllib.parse import urlsplit

from record.archive import store
from record.archive.words import LONGEST, words
from record.models import LinkState


def finding(check, page):
    """(a LinkState, whether this is a copy to keep) of what the address of a LinkCheck has given.

    It is compared with the copy that was made first of this address, which is the nearest to what was cited: “changed”
    stays true of a page that has changed once.
    """
    source, first = check.source, check.compared_with
    here = LinkState.MOVED if _elsewhere(source.url, page.moved_to) else LinkState.OK
    copies = list(source.copies.order_by("fetched_at"))
    if any(not copy.name for copy in copies):  # one was removed, so that nothing of it is kept
        return here, False
    same = None if first is None else _says_the_same(first, page)
    if same is None:
        return (LinkState.CHANGED if first and source.link == LinkState.CHANGED else here), True
    if same:
        return here, page.sha256 == first.sha256  # which stores it anew where its file was lost
    known = page.sha256 in {copy.sha256 for copy in copies} or _says_the_same(copies[-1], page)
    return LinkState.CHANGED, not known


def _elsewhere(url, moved_to):
    """A permanent redirect to another place: https instead of http and a slash at the end are none."""
    return bool(moved_to) and _place(moved_to) != _place(url)


def _place(url):
    parts = urlsplit(url)
    return parts.hostname, parts.path.rstrip("/"), parts.query


def _says_the_same(copy, page):
    """Byte by byte, or by its words where it is a page; None where the copy can no longer be read."""
    if page.sha256 == copy.sha256:
        return True
    now = words(page.body.read(LONGEST + 1), page.media_type)
    page.body.seek(0)
    if now is None:
        return False
    try:
        with store.opened(copy) as file:
            return words(file.read(LONGEST + 1), copy.media_type) == now
    except store.StoreError:
        return None
