"""Rules about elections and terms of office: articles 36 to 38, 42, 43 and 112."""

from itertools import combinations

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly import majorities
from assembly.invariants.readers import candidates_of, elections, key, parties, terms
from assembly.models import BY_THE_ASSEMBLY, BY_THE_JUDGES, FULL_TERMS, CandidateOutcome, Elector, Office, TermEnd
from record.invariants import Offence, Severity, invariant

GRACE = 7  # days by which a term may seem longer: it ends when the successor takes office
GRACE_OF_THE_BUREAU = 120  # its terms run from session to session, which are not on the same days
OF_THE_BUREAU = (Office.ASSEMBLY_PRESIDENT, Office.ASSEMBLY_VICE_PRESIDENT, Office.BUREAU_MEMBER)


@invariant(
    "elector-fits-the-office",
    _("The judges elect the Presidency and the Registrar; the Assembly the judges, the Prosecutor, the Deputies and its Bureau."),
    severity=Severity.WARNING,
    rule=_("Articles 36(6), 38(1), 42(4), 43(4) and 112(3); rule G34"),
)
def wrong_electors():
    for election in elections():
        wrong = (election.office in BY_THE_JUDGES and election.elector != Elector.JUDGES) or (
            election.office in BY_THE_ASSEMBLY and election.elector != Elector.ASSEMBLY
        )
        if wrong:
            yield Offence(key(election), _t("%(office)s: not elected by this elector.") % {"office": election.get_office_display()})


@invariant(
    "term-fits-the-office",
    _("No term is longer than the Statute allows for the office, but for one extended to finish a case."),
    severity=Severity.WARNING,
    rule=_("Articles 36(9) and (10), 38(1), 42(4), 43(5) and 112(3); rule G34"),
)
def terms_too_long():
    for term in terms():
        years = FULL_TERMS.get(term.office)
        if years is None or not term.until or term.end_reason == TermEnd.EXTENDED:
            continue
        grace = GRACE_OF_THE_BUREAU if term.office in OF_THE_BUREAU else GRACE
        if (term.until_earliest - term.since_latest).days > years * 365.25 + grace:
            yield Offence(key(term), _t("Longer than the %(years)s years of the office.") % {"years": years})


@invariant(
    "no-more-elected-than-seats",
    _("Nobody is elected beyond the seats to be filled."),
    severity=Severity.ERROR,
    rule=_("Our method: numbers that contradict one another"),
)
def elected_beyond_the_seats():
    for election in elections():
        elected = [candidate for candidate in candidates_of(election) if candidate.outcome == CandidateOutcome.ELECTED]
        if election.seats is not None and len(elected) > election.seats:
            yield Offence(key(election), _t("%(elected)s elected to %(seats)s seats.") % {"elected": len(elected), "seats": election.seats})


@invariant(
    "elected-with-the-majority",
    _("Whoever is shown as elected in a ballot has in it at least the votes that the Statute asks for."),
    severity=Severity.ERROR,
    rule=_("Articles 36(6)(a) and 42(4)"),
)
def elected_without_the_majority():
    for election in elections():
        for candidate in candidates_of(election):
            votes, voting = _count(candidate.votes, candidate.elected_in_round), _count(election.parties_voting, candidate.elected_in_round)
            needed = majorities.required(election.office, voting=voting, parties=parties(election.held_on_latest))
            if votes is not None and needed is not None and votes < needed:
                yield Offence(key(candidate), _t("%(votes)s votes, where %(needed)s were needed.") % {"votes": votes, "needed": needed})


def _count(counts, ballot):
    """The count of a ballot; None where it was not published."""
    if not ballot or ballot > len(counts) or not counts[ballot - 1].isdigit():
        return None
    return int(counts[ballot - 1])


@invariant(
    "one-judge-of-a-nationality",
    _("No two judges serve in terms of the same days who are nationals of the same State, but for terms extended to finish a case."),
    severity=Severity.WARNING,
    rule=_("Article 36(7)"),
)
def judges_of_one_nationality():
    serving = {}
    for term in terms():
        if term.office == Office.JUDGE and term.official and term.official.nationality_id and term.end_reason != TermEnd.EXTENDED:
            serving.setdefault(term.official.nationality_id, []).append(term)
    for same in serving.values():
        for earlier, later in combinations(same, 2):
            if earlier.official_id != later.official_id and (not earlier.until or later.since_latest < earlier.until_earliest):
                yield Offence(key(later), _t("%(other)s, of the same nationality, is a judge on the same days.") % {"other": earlier.official})


@invariant(
    "elected-to-an-office-has-a-term",
    _("A term that comes from an election is of the same office, and does not begin before it."),
    severity=Severity.ERROR,
    rule=_("Our method: numbers and dates that contradict one another"),
)
def terms_at_odds_with_their_election():
    by_pk = {election.pk: election for election in elections()}
    for term in terms():
        election = by_pk.get(term.election_id)
        if election and election.office != term.office:
            yield Offence(key(term), _t("The election that it comes from was to another office."))
        elif election and term.since_latest < election.held_on_earliest:
            yield Offence(key(term), _t("It begins before the election that it comes from."))
