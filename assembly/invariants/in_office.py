"""Rules about officials as others name them: who was targeted, who spoke, by their terms of office on record."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly.invariants.readers import key, statements, terms_of
from assembly.models import Office, StatementKind
from cooperation.invariants.readers import measures, named_by, officials
from record.invariants import Offence, Severity, invariant


@invariant(
    "measure-names-who-holds-or-held-office",
    _("A measure against elected officials names whoever held an office of the Court by then, by the terms on record."),
    severity=Severity.ERROR,
    rule=_("Articles 36, 38, 42, 43 and 48"),
)
def named_without_an_office():
    for measure in measures():
        for official in (officials()[slug] for slug in named_by(measure) if slug in officials()):
            first = min((term.since_earliest for term in terms_of(official.pk)), default=None)
            if first is None:
                yield Offence(key(measure), _t("No term of office of %(official)s is on record.") % {"official": official})
            elif measure.announced_on_latest < first:
                words = {"official": official, "day": first}
                yield Offence(key(measure), _t("The first term of %(official)s on record begins on %(day)s.") % words)


def may_hold(term, first, last):
    """Whether a term may have run on one of these days."""
    return term.since_earliest <= last and (not term.until or term.until_latest > first)


@invariant(
    "annual-report-is-the-presidents",
    _("The annual report to the General Assembly is presented by who is President of the Court that day, by the terms on record."),
    severity=Severity.ERROR,
    rule=_("Article 38; article 6 of the Relationship Agreement with the United Nations"),
)
def reports_of_others():
    for statement in statements():
        if statement.kind == StatementKind.ANNUAL_REPORT:
            own = [term for term in terms_of(statement.official_id) if term.office == Office.PRESIDENT]
            if not any(may_hold(term, statement.delivered_on_earliest, statement.delivered_on_latest) for term in own):
                yield Offence(key(statement), _t("Who presented it was not President of the Court that day, as far as is on record."))


@invariant(
    "official-speaks-in-office",
    _("Whoever speaks as an official of the Court or of the Assembly holds an office that day, by the terms on record."),
    severity=Severity.WARNING,
    rule=_("Our method: a speaker in office"),
)
def speakers_out_of_office():
    for statement in statements():
        own = terms_of(statement.official_id) if statement.official_id else ()
        if statement.official_id and not any(may_hold(term, statement.delivered_on_earliest, statement.delivered_on_latest) for term in own):
            yield Offence(key(statement), _t("The speaker held no office that day, as far as is on record."))
