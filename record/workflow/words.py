"""Words that prejudge are found before a second person reads, and stay only where somebody says why."""

from collections import Counter

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from record.models import Revision
from record.wording import hits_of
from record.workflow.locking import locked
from record.workflow.proposals import as_citation, as_entry
from record.workflow.reviews import agree, review_of
from record.workflow.rights import require


def prejudging(thing):
    """The Hits of an entry; of a revision those that it would bring in."""
    if not isinstance(thing, Revision):
        return hits_of(thing)
    proposed = hits_of(as_entry(thing.entry, thing.values), citations=map(as_citation, thing.citations))
    return list((Counter(proposed) - Counter(hits_of(thing.entry))).elements())


def keep_words(thing, reason, *, by):
    """Says why words that prejudge stay; an empty reason takes it back."""
    with locked(thing) as current:
        require("wording", current, by)
        agree(current, wording_reason=reason.strip())


def refuse_words_that_prejudge(thing):
    hits = prejudging(thing)
    if hits and not review_of(thing).wording_reason:
        raise ValidationError([*map(str, hits), _("Say it in other words, or give the reason why a word stays.")])
