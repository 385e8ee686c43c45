"""Words that prejudge, with what the Statute and the Court say instead. Checked in review; a reason lets one stay.

The list follows the manner of the Statute (articles 66, 87(7), 102, 127) and of the Court's own decisions. Quotations
are the words of others and are not checked.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Term:
    """A pattern of words, and what is said instead."""

    pattern: str
    instead: Any


SUSPECT = _("suspect; person subject to a warrant (article 66)")
FAILED = _("“the Chamber found that … failed to comply” (article 87(7))")
WITHDREW = _("“notified its withdrawal, effective …” (article 127)")
ENDED = _("“charges withdrawn”, “proceedings ended”")
NEUTRAL = _("the fact alone, with its date")

TERMS = (
    Term(r"fugitives?|on the run|wanted (?:man|woman|criminal)", SUSPECT),
    Term(
        r"(?:war )?criminals?(?! court| chamber| law| proceedings| responsibility| jurisdiction| justice| code| procedure| investigation| complaint| charge)",
        SUSPECT,
    ),
    Term(r"indictees?|indict(?:ed|ment)s?", _("“warrant of arrest”, “charges”: the Statute knows no indictment (articles 58, 61)")),
    Term(r"culprits?|perpetrators?|murderers?|butchers?|g[ée]nocidaires?|warlords?|terrorists?|tyrants?|dictators?", SUSPECT),
    Term(r"(?<!not )guilty(?! plea)", _("the stage that the case has reached; guilt is proved before the Court (article 66)")),
    Term(r"defie[ds]|defying|defiance|flout(?:ed|ing|s)?|snub(?:bed|s)?|thumbed", FAILED),
    Term(r"violated|in violation of|breached|in breach of|shielded|harbou?r(?:ed|ing|s)", FAILED),
    Term(r"rogue|pariah|outlaw|regimes?|puppet", NEUTRAL),
    Term(r"(?:quit|left|abandoned) the (?:ICC|Court|Statute)", WITHDREW),
    Term(r"cleared of|exonerat(?:ed|ion)|let off|got away", ENDED),
    Term(r"evad(?:ed|es|ing)|escap(?:ed|es|ing)|fle(?:d|es|eing)", _("“visit took place”, “visit was announced”, “was not arrested”")),
    Term(r"extradit(?:ed|ion|e|ing)", _("surrender (article 102)")),
    Term(r"notorious|infamous|brutal|blatant(?:ly)?|flagrant(?:ly)?|shameful(?:ly)?|so-called|alleged(?:ly)? victims?", NEUTRAL),
)
_FOUND = [(re.compile(rf"\b(?:{term.pattern})\b", re.IGNORECASE), term) for term in TERMS]
_TEXTS = (models.CharField, models.TextField)


@dataclass(frozen=True)
class Hit:
    """A word found: in which field, and what is said instead."""

    field: Any
    words: str
    instead: Any = field(compare=False)

    def __str__(self):
        return _t("“%(words)s” (%(field)s) prejudges. Say: %(instead)s.") % {"words": self.words, "field": self.field, "instead": self.instead}


def hits_in(text, field=""):
    """The Hits of a text, in its order."""
    found = [(match.start(), Hit(field, match[0], term.instead)) for pattern, term in _FOUND for match in pattern.finditer(text)]
    return [hit for _place, hit in sorted(found, key=lambda pair: pair[0])]


def hits_of(entry, citations=None):
    """The Hits in what an editor writes in an entry: its free texts, and the reasons of its citations (or of others)."""
    found = []
    for column in entry._meta.concrete_fields:
        if isinstance(column, _TEXTS) and column.editable and not column.choices and column.name != "slug":
            found += hits_in(getattr(entry, column.attname) or "", column.verbose_name)
    if citations is None:
        citations = entry.citations.all() if entry.pk else ()
    for citation in citations:
        found += hits_in(citation.reason, citation._meta.get_field("reason").verbose_name)
    return found
