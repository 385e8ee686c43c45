"""Of an election: who stood, with how many votes in which ballot, against what majority; who was elected; which terms follow or end."""

from dataclasses import dataclass, field
from datetime import timedelta
from math import inf

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assembly import majorities
from assembly.collection.elections import OUTCOME_MARKS
from assembly.models import Candidate, CandidateOutcome, Elector, Held, Office, Term
from record.collection import Panel, register_panel, register_standfirst
from record.dated import words_for
from states.models import State

MANY = 12  # ballots, beyond which they do not stand side by side on any screen
NAMED = 6  # elected, beyond which they are counted
ORDER = (CandidateOutcome.ELECTED, "", CandidateOutcome.NOT_ELECTED, CandidateOutcome.WITHDREW)
AROUND = timedelta(days=366)  # after an election, in which the terms end of those whose seats it fills


@dataclass(frozen=True)
class Count:
    """A number in a ballot, None where it was not found; `stood` is False once somebody was elected or had withdrawn."""

    ballot: int
    number: int | None
    stood: bool = True
    elected: bool = False


@dataclass
class Row:
    """Somebody who stood. Without a count of any ballot, `counts` is empty."""

    candidate: Candidate
    counts: list[Count]
    terms: list[Term] = field(default_factory=list)

    @property
    def mark(self):
        return OUTCOME_MARKS.get(self.candidate.outcome, "unknown")

    @property
    def nominated_by(self):
        """A seat in the Bureau is a State's own."""
        return None if self.candidate.election.office == Office.BUREAU_MEMBER else self.candidate.nominated_by

    @property
    def withdrew(self):
        return self.candidate.outcome == CandidateOutcome.WITHDREW

    @property
    def place(self):
        """Those elected first, in the order of the ballots and of their votes; then by name."""
        candidate = self.candidate
        votes = next((count.number for count in self.counts if count.elected), None)
        return ORDER.index(candidate.outcome), candidate.elected_in_round or inf, -(votes or 0), candidate.name


def result(election, day):
    """The candidates ballot by ballot, the majority, the seats, the terms; of one to come, the terms that end."""
    candidates = list(Candidate.objects.public().filter(election=election).select_related("election", "nominated_by", "official"))
    terms = list(Term.objects.public().filter(election=election).select_related("official", "state").order_by("since_earliest", "pk"))
    ballots = _ballots(election, candidates)
    rows = sorted((Row(candidate, _counts(candidate, ballots)) for candidate in candidates), key=lambda row: row.place)
    scheduled = election.held == Held.SCHEDULED
    parties = _parties(election, day if scheduled else None)
    return {
        "election": election,
        "scheduled": scheduled,
        "overdue": scheduled and election.held_on_latest < day,
        "ending": _ending(election) if scheduled else [],
        "lines": _lines(election, rows, terms, parties),
        "ballots": range(1, ballots + 1),
        "many": ballots > MANY,
        "heads": _heads(election, ballots, parties),
        "rows": rows,
        "other_terms": _give_terms(rows, terms),
    }


def _ballots(election, candidates):
    """How many ballots anything is known of."""
    known = [election.rounds or 0, len(election.parties_voting)]
    known += [max(len(candidate.votes), candidate.elected_in_round or 0) for candidate in candidates]
    return max(known)


def _number(counts, ballot):
    text = counts[ballot - 1] if ballot <= len(counts) else ""
    return int(text) if text.isdigit() else None


def _counts(candidate, ballots):
    """By ballot; nothing where neither a number nor the ballot of the election is known."""
    if not candidate.elected_in_round and not any(vote.isdigit() for vote in candidate.votes):
        return []
    last = len(candidate.votes) if candidate.outcome == CandidateOutcome.WITHDREW else candidate.elected_in_round or ballots
    return [Count(ballot, _number(candidate.votes, ballot), ballot <= last, ballot == candidate.elected_in_round) for ballot in range(1, ballots + 1)]


def _heads(election, ballots, parties):
    """Those present and voting, and the votes needed, in each ballot; a line of which nothing is known is left out."""
    voting = [Count(ballot, _number(election.parties_voting, ballot)) for ballot in range(1, ballots + 1)]
    needed = [Count(count.ballot, majorities.required(election.office, voting=count.number, parties=parties)) for count in voting]
    heads = [(_("Present and voting"), voting), (_("Majority required"), needed)]
    return [(label, counts) for label, counts in heads if any(count.number is not None for count in counts)]


def _parties(election, day):
    """How many States Parties there were, or are on a day; None where that changed while the voting went on."""
    if election.elector != Elector.ASSEMBLY:
        return None
    days = {day} if day else {election.held_on_earliest, election.last_day}
    counts = {State.objects.public().parties(on=on).count() for on in days}
    return counts.pop() if len(counts) == 1 else None


def _lines(election, rows, terms, parties):
    """(label, words) of what holds for the whole election."""
    lines = [(_("Seats filled"), _filled(election, rows, terms))] if election.held == Held.HELD else []
    lines.append((_("Majority"), _majority(election, parties)))
    if parties is not None:
        label = _("States Parties on this day") if election.held == Held.SCHEDULED else _("States Parties then")
        lines.append((label, str(parties)))
    return [(label, words) for label, words in lines if words]


def _filled(election, rows, terms):
    filled = sum(row.candidate.outcome == CandidateOutcome.ELECTED for row in rows) or len(terms)
    values = {"filled": filled, "seats": election.seats}
    if election.seats is None:
        return _("%(filled)s on record; how many were to be filled was not found.") % values
    return (_("%(filled)s of %(seats)s") if filled >= election.seats else _("%(filled)s of %(seats)s on record as filled")) % values


def _majority(election, parties):
    """By which rule, with its article."""
    rule = majorities.rule(election.office)
    if rule == "two_thirds_of_those_voting":
        return _("Two thirds of the States Parties present and voting; of those who have them, the highest numbers of votes (article 36(6)(a)).")
    if rule == "majority_of_all_parties":
        needed = majorities.required(election.office, voting=None, parties=parties)
        number = _("An absolute majority of all %(parties)s States Parties, %(needed)s votes (article 42(4)).")
        return number % {"parties": parties, "needed": needed} if needed else _("An absolute majority of all States Parties (article 42(4)).")
    if rule == "majority_of_the_judges":
        article = "43(4)" if election.office in (Office.REGISTRAR, Office.DEPUTY_REGISTRAR) else "38(1)"
        return _("An absolute majority of the judges (article %(article)s).") % {"article": article}
    if election.elector == Elector.ASSEMBLY:
        return _("The Statute fixes none for this office. The Assembly decides by consensus where it can, else by article 112(7).")
    return ""


def _ending(election):
    """Terms of the office that run at a scheduled election and end with it or within a year: the seats that fall vacant."""
    terms = Term.objects.public().filter(
        office=election.office,
        since_latest__lt=election.held_on_earliest,
        until_latest__gte=election.held_on_earliest,
        until_earliest__lte=election.held_on_latest + AROUND,
    )
    return list(terms.select_related("official", "state").order_by("until_earliest", "slug"))


def _give_terms(rows, terms):
    """Each elected candidate the terms that follow; returns those of nobody among the candidates."""
    others = []
    for term in terms:
        row = next((row for row in rows if row.candidate.outcome == CandidateOutcome.ELECTED and _is_of(term, row.candidate)), None)
        (row.terms if row else others).append(term)
    return others


def _is_of(term, candidate):
    if term.official_id:
        return term.official_id == candidate.official_id
    if term.state_id:
        return term.state_id == candidate.nominated_by_id
    return term.institution == candidate.name


def election_standfirst(election, day):
    """Who was elected, or how many; of one to come, that it is."""
    if election.held == Held.SCHEDULED:
        return _("Scheduled for %(day)s.") % {"day": words_for(election.held_on)}
    elected = Candidate.objects.public().filter(election=election, outcome=CandidateOutcome.ELECTED).select_related("official")
    names = [str(candidate.official or candidate) for candidate in elected.order_by("elected_in_round", "name")]
    if not names:
        return _("Held on %(day)s; who was elected was not found.") % {"day": words_for(election.held_on)}
    if len(names) > NAMED:
        return _("%(elected)s elected.") % {"elected": len(names)}
    return _("Elected: %(names)s.") % {"names": ", ".join(names)}


register_standfirst("elections", election_standfirst)
register_panel(Panel("elections", gettext_lazy("Candidates and result"), "assembly/panel_election.html", result))
