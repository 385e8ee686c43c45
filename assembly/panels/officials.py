"""Of an official, first of all: which office they hold on the day, or held last; and whether they are away from it."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from assembly.models import OversightAct, Term
from cooperation.under_measures import sanctions_sentence
from record.collection import register_standfirst
from record.dated import words_for


def official_standfirst(official, day):
    """The office held on a day, or held last; and whether they are under sanctions that day."""
    return " ".join(filter(None, [_offices(official, day), sanctions_sentence(official, day)]))


def _offices(official, day):
    """The offices held on a day; else those held last; else the one to come."""
    terms = list(Term.objects.public().filter(official=official).order_by("since_earliest", "pk"))
    surely = set(Term.objects.public().held(on=day).filter(official=official).values_list("pk", flat=True))
    held = [term for term in terms if term.pk in surely]
    if held:
        return " ".join(filter(None, [_joined(_("%(office)s since %(since)s"), held), _away(held[0], day)]))
    begun = [term for term in terms if term.since_earliest <= day]
    return _last(begun, day) if begun else _joined(_("%(office)s from %(since)s"), terms)


def _away(term, day):
    """The act, since the term began, by which its holder is away; empty where none is."""
    act = OversightAct.objects.public().filter(official=term.official_id, acted_on_latest__gte=term.since_earliest).away(on=day).first()
    return f"{capfirst(act.get_kind_display())}: {words_for(act.acted_on)}." if act else ""


def _last(begun, day):
    """The term that ended last, or may not have ended yet; of one without a last day, its first counts."""
    term = max(begun, key=lambda term: term.until_latest or term.since_latest)
    if not term.until:
        return _joined(_("%(office)s since %(since)s; when it ended is not on record"), [term])
    if term.until_latest > day:
        return _joined(_("%(office)s, %(since)s to %(until)s; the exact day is not on record"), [term])
    return _joined(_("%(office)s from %(since)s; no longer since %(until)s"), [term])


def _joined(words, terms):
    said = [words % {"office": term.get_office_display(), "since": words_for(term.since), "until": words_for(term.until)} for term in terms]
    return f"{capfirst('; '.join(said))}." if said else ""


register_standfirst("officials", official_standfirst)
