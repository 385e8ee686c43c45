"""Sources on a site of this machine, for tests of the archive."""

from record.models import LinkState
from record.tests.factories import make_source


def source_at(web, path="/", **values):
    """A source that readers see, read at a page of the site."""
    return make_source(**{"url": web.url(path), "shown": True, **values})


def stands(source):
    """(state of the address, number of copies) as readers would see them."""
    source.refresh_from_db()
    return LinkState(source.link), source.copies.count()
