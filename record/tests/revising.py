"""Revisions as tests make them: begun on a public entry, written, submitted."""

from record import workflow
from record.tests import factories as make


def cited(citation, **changes):
    """A citation as a revision keeps it."""
    names = ("field", "locator", "stance", "rival_value", "reason", "consulted", "quotation")
    return {"source": citation.source_id, **{name: getattr(citation, name) for name in names}, **changes}


def begun(entry, author=None, *, values=None, links=None, citations=None, **about):
    """A revision of a public entry in draft, with these values (by field), links, citations."""
    author = author or make.make_editor()
    revision = workflow.begin(entry, by=author)
    attributes = {type(entry)._meta.get_field(name).attname: value for name, value in (values or {}).items()}
    workflow.propose(revision, by=author, values=attributes, links=links, citations=citations, **about)
    return revision


def submitted(entry, author=None, **proposal):
    revision = begun(entry, author, **proposal)
    workflow.submit(revision, by=revision.author)
    return revision


def published(entry, reviewer=None, **proposal):
    """Published by a second person; the entry is brought up to date."""
    revision = submitted(entry, **proposal)
    workflow.publish(revision, by=reviewer or make.make_reviewer())
    entry.refresh_from_db()
    return revision
