"""Computed parts of pages: with what a person is charged, article by article, and what the judges made of it."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from cases.crimes import CRIMES, FAMILIES, LIABILITY, place
from cases.models import CaseEvent
from record.collection import Panel, register_panel


@dataclass
class Charge:
    """A crime on this page: its article and words, in which warrants or summonses it stands, which decisions are about it."""

    article: str
    words: str
    warrants: list = field(default_factory=list)
    decisions: list = field(default_factory=list)


def charges_of_person(person, day):
    """By family of crimes; None where no source prints an article."""
    warrants = [
        warrant
        for warrant in person.warrants.public().order_by("issued_on_earliest", "pk")
        if not warrant.issued_on_earliest or warrant.issued_on_earliest <= day
    ]
    events = CaseEvent.objects.public().filter(person=person).exclude(articles=[]).order_by("occurred_on_earliest", "pk")
    events = [event for event in events if not event.occurred_on_earliest or event.occurred_on_earliest <= day]
    charges = {}
    for warrant in warrants:
        for article in warrant.articles:
            _charge(charges, article).warrants.append(warrant)
    for event in events:
        for article in event.articles:
            _charge(charges, article).decisions.append(event)
    return _by_family(charges, [(warrant, _modes(warrant)) for warrant in warrants if warrant.liability], decided=bool(events))


def charges_of_warrant(warrant, day):
    charges = {}
    for article in warrant.articles:
        _charge(charges, article)
    return _by_family(charges, [(None, _modes(warrant))] if warrant.liability else [])


def _charge(charges, article):
    return charges.setdefault(article, Charge(article, CRIMES[article]))


def _modes(warrant):
    return [(article, LIABILITY[article]) for article in sorted(warrant.liability, key=place)]


def _by_family(charges, liability, *, decided=False):
    if not charges and not liability:
        return None
    families = [(words, [charges[article] for article in family if article in charges]) for family, words in FAMILIES]
    return {"families": [(words, rows) for words, rows in families if rows], "liability": liability, "decided": decided}


register_panel(Panel("persons", _("Charged with"), "cases/panel_charges.html", charges_of_person))
register_panel(Panel("warrants", _("Charged with"), "cases/panel_charges.html", charges_of_warrant))
