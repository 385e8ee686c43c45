"""The life of a revision: begun, written, brought up to date, applied to what stands, or withdrawn."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from record import derived, invariants
from record.models import Citation, EditionKind, Hold, Revision, RevisionKind, RevisionStatus, Status
from record.workflow import notices
from record.workflow.editions import edition
from record.workflow.locking import locked
from record.workflow.proposals import (
    KEY,
    as_citation,
    as_entry,
    changes,
    cleaned,
    conflicts,
    differences,
    pairs,
    part,
    proposal_of,
    rebased,
    stand_of,
)  # fmt: skip
from record.workflow.readiness import citable
from record.workflow.resting import links_of, refuse_what_rests_on_what_is_not_public, targets
from record.workflow.rights import require

ABOUT_IT = ("kind", "note", "asked_by", "message")


def begin(entry, *, by, kind=RevisionKind.UPDATE, **about):
    """A revision of a published entry, in draft, that proposes what stands. `about` may give note, asked_by, message."""
    with locked(entry) as current:
        require("revise", current, by)
        other = Revision.objects.open().of(current).select_related("author").first()
        if other:
            raise ValidationError(_("A change of this entry is being prepared already, by %(author)s.") % {"author": other.author})
        stands = stand_of(current)
        return Revision.objects.create(entry=current, kind=kind, author=by, base=stands, **stands, **about)


def propose(revision, *, by, values=None, links=None, citations=None, **about):
    """Keeps what its author has written: parts of the proposal, and of `kind`, `note`, `asked_by` and `message`."""
    with locked(revision) as current:
        require("edit", current, by)
        new_values, new_links, new_citations = cleaned(
            current.entry, {**current.values, **(values or {})}, {**current.links, **(links or {})},
            current.citations if citations is None else citations,
        )  # fmt: skip
        current.values, current.links, current.citations = new_values, new_links, new_citations
        for name in ABOUT_IT:
            setattr(current, name, about.get(name, getattr(current, name)))
        current.clean_fields(exclude=["values", "links", "citations", "base"])
        current.save()


def proposed(revision):
    """The entry as it would be; a copy, never to be saved."""
    return as_entry(revision.entry, revision.values)


def rebase(revision, *, by):
    """On top of what stands now: what it changes stays as proposed, all else is as it stands."""
    with locked(revision) as current:
        require("rebase", current, by)
        stands = stand_of(current.entry)
        current.values, current.links, current.citations = rebased(current, stands)
        current.base = stands
        current.save()


def withdraw(revision, *, by):
    """Given up. It is kept, and another may be begun."""
    with locked(revision) as current:
        require("withdraw", current, by)
        current.status, current.reviewer, current.reviewed_at = RevisionStatus.WITHDRAWN, None, None
        current.save()


def refuse_what_cannot_be_applied(revision, entry=None):
    """Raises ValidationError where the entry is not published, or no longer what it was when the revision was begun."""
    entry = entry or revision.entry
    if entry.status != Status.PUBLISHED or entry.hold != Hold.NONE:
        raise ValidationError(_("“%(entry)s” is not published any more.") % {"entry": entry})
    now = stand_of(entry)
    found = conflicts(revision, now)
    if found:
        raise ValidationError([*conflicts_in_words(revision, now, found), _("Nothing was lost: its author brings the revision up to date.")])
    if not set(changes(now, proposal_of(revision))) & set(changes(revision.base, proposal_of(revision))):
        raise ValidationError(_("Nothing differs any more from what is on record."))


def conflicts_in_words(revision, now, names):
    """What stood when the revision was begun, and what stands now, of each of these."""
    fields = {field.attname: field.name for field in citable(revision.entry)} | {"citations": "sources"}
    told = {fields.get(name, name) for name in names}
    return [
        _("%(field)s has changed meanwhile: it was “%(stood)s”, it is “%(stands)s”.") % {"field": label, "stood": stood, "stands": stands}
        for name, label, stood, stands in differences(revision.entry, revision.base, now)
        if name in told
    ]


def apply(revision, by):
    """What the revision proposes becomes what stands, in an edition. It is locked, and its turn has come."""
    entry = type(revision.entry).objects.select_for_update(of=("self",)).get(pk=revision.object_id)
    refuse_what_cannot_be_applied(revision, entry)
    correction = revision.kind == RevisionKind.CORRECTION
    summary = _("Corrected: %(entry)s") if correction else _("Updated: %(entry)s")
    with edition(summary % {"entry": entry}, by, EditionKind(revision.kind)) as made:
        before, rested_on = notices.public_face(entry), targets(entry)
        _write(entry, revision, by)
        rests_on = targets(entry)
        derived.recompute([entry, *(target for target in rested_on if target not in rests_on)])
        refuse_what_rests_on_what_is_not_public(entry)
        invariants.refuse([entry])
        if correction:
            notices.correct(made, revision, before, notices.public_face(entry))
        revision.status, revision.edition = RevisionStatus.PUBLISHED, made
        revision.reviewer, revision.reviewed_at = by, revision.reviewed_at or timezone.now()
        revision.save()


def _write(entry, revision, by):
    now, proposal = stand_of(entry), proposal_of(revision)
    changed = set(changes(revision.base, proposal)) & set(changes(now, proposal))
    changed_values = {name: value for name, value in proposal["values"].items() if name in changed}
    new = as_entry(entry, changed_values)
    for name in changed_values:
        setattr(entry, name, getattr(new, name))
    if by.pk != entry.author_id:  # nobody counts as the reader of what they wrote themselves
        entry.reviewer, entry.reviewed_at = by, revision.reviewed_at or timezone.now()
    entry.full_clean()
    entry.save()
    for link in links_of(entry):
        if link.name in changed:
            _relink(entry, link, part(now, link.name), part(proposal, link.name))
    if "citations" in changed:
        _recite(entry, now["citations"], proposal["citations"])


def _relink(entry, link, before, after):
    rows, own, other = link.remote_field.through.objects, link.m2m_field_name(), link.m2m_reverse_field_name()
    rows.filter(**{own: entry, f"{other}__pk__in": set(before) - set(after)}).delete()
    for target in link.related_model.objects.filter(pk__in=set(after) - set(before)):
        rows.create(**{own: entry, other: target})


def _recite(entry, before, after):
    """The citations that are the same stay untouched, so that the history says what has changed and no more."""
    rows = {tuple(citation[name] for name in KEY): citation["pk"] for citation in entry.citations.values("pk", *KEY)}
    for old, new in pairs(before, after):
        pk = rows[tuple(old[name] for name in KEY)] if old else None
        if new is None:
            Citation.objects.get(pk=pk).delete()
        else:
            citation = as_citation(new)
            citation.pk, citation.entry = pk, entry
            citation.save(force_update=old is not None, force_insert=old is None)
