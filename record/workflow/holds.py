"""Do no harm: one editor takes a page off the site at once; a second person decides within a day what becomes of it.

With an entry goes all that is public and points to it, since it would be named there. What is withheld says so
at its address; what is sealed or protected is as if it had never been, in the history too.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from record import derived
from record.collection import get
from record.models import Decision, EditionKind, Hold, Withholding
from record.workflow.editions import edition
from record.workflow.locking import locked_for_edition
from record.workflow.resting import dependents, refuse_what_rests_on_what_is_not_public
from record.workflow.rights import require


def withhold(entry, *, by, reason):
    """Off every page, list, download and view of the history at once. Returns the Withholding that waits for a second person."""
    if not reason.strip():
        raise ValidationError(_("Say why the page is withheld."))
    with locked_for_edition(entry) as current:
        require("withhold", current, by)
        with edition(_("Withheld: %(entry)s") % {"entry": current}, by, EditionKind.WITHHOLDING):
            taken = with_dependents(current)
            _set(taken, Hold.WITHHELD)
            keys = [f"{one.collection}/{one.slug}" for one in taken]
            return Withholding.objects.create(entry=current, entries=keys, reason=reason, by=by)


def confirm(withholding, *, by):
    """A second person has looked: it stays withheld."""
    _decide(withholding, by, Decision.CONFIRMED)


def seal(withholding, *, by):
    """A second person has looked: it is under seal, or would expose somebody. No output has it any more, at any edition."""
    with edition(_("Sealed"), by, EditionKind.SEALING):
        _decide(withholding, by, Decision.SEALED)
        _set(held_by(withholding), Hold.SEALED)


def restore(withholding, *, by):
    """A second person has looked: it is shown again, with all that was taken along."""
    with edition(_("Restored"), by, EditionKind.RESTORATION):
        _decide(withholding, by, Decision.RESTORED)
        shown_again = held_by(withholding)
        _set(shown_again, Hold.NONE)
        for entry in shown_again:
            refuse_what_rests_on_what_is_not_public(entry)


def may_decide(withholding, user):
    """Any reviewer but the one who withheld it; what was restored is closed."""
    return user.is_reviewer and user.pk != withholding.by_id and withholding.decision != Decision.RESTORED


def with_dependents(entry):
    """The entry and all that is public and points to it, directly or not."""
    found, todo = {}, [entry]
    while todo:
        one = todo.pop()
        if (type(one), one.pk) not in found:
            found[type(one), one.pk] = one
            todo += dependents(one)
    return list(found.values())


def held_by(withholding):
    """What a withholding took along and still holds, locked."""
    by_collection = {}
    for key in withholding.entries:
        name, _slash, slug = key.partition("/")
        by_collection.setdefault(name, []).append(slug)
    return [
        one
        for name, slugs in by_collection.items()
        for one in get(name).model.objects.select_for_update().filter(slug__in=slugs).exclude(hold=Hold.NONE)
    ]


def _set(entries, hold):
    for entry in entries:
        entry.hold = hold
        entry.save(update_fields=["hold", "updated_at"])
    derived.recompute(entries)


def _decide(withholding, by, decision):
    current = Withholding.objects.select_for_update().get(pk=withholding.pk)
    if not may_decide(current, by):
        raise PermissionDenied(_("A second person decides, and what was restored is closed."))
    current.decision, current.decided_by, current.decided_at = decision, by, timezone.now()
    current.save()
    withholding.refresh_from_db()
