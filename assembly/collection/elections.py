"""Elections, those who stood in them, and terms of office."""

from django.db.models import BooleanField, Case, F, Q, Value, When
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly import filters
from assembly.collection.columns import amount, official_column, session_column
from assembly.collection.sessions import HELD_MARKS
from assembly.models import Candidate, CandidateOutcome, Election, Elector, Held, JudicialList, Office, Term, TermEnd, surely_held
from assembly.standfirsts import candidate_standfirst, term_standfirst
from cases.collection.columns import DOCUMENT, NOTE, SLUG, SUMMARY, state_column
from record.collection import Collection, Column, Moment, On, Preset, register

OUTCOME_MARKS = {"elected": "full", "not_elected": "open", "withdrew": "gone"}
HOLDERS = ("officials", "states")


def _say_election(election):
    said = _t("Election due: %(office)s") if election.held == Held.SCHEDULED else _t("Election: %(office)s")
    return said % {"office": election.get_office_display()}


def _office(**kwargs):
    return Column("office", _("Office"), _("To what, or of what."), kind="choice", choices=Office.choices, required=True, **kwargs)


def _election(**kwargs):
    return Column("election", _("Election"), _("Address of the election."), kind="ref", ref="elections", path="election__slug", **kwargs)


ELECTIONS = register(
    Collection(
        name="elections",
        model=Election,
        filterset=filters.ElectionFilterSet,
        label=_("Elections"),
        kicker=_("Assembly and Court"),
        intro=_("Who was elected to the offices of the Court and of the Assembly, by whom, from which candidates and with how many votes."),
        columns=(
            SLUG,
            session_column(absent="–"),
            _office(),
            Column("elector", _("Elector"), _("Who elects."), kind="choice", choices=Elector.choices, required=True),
            amount("seats", _("Seats"), _("How many were to be filled.")),
            Column("held", _("Held"), _("Scheduled, until somebody has read that it was held."), kind="choice", choices=Held.choices, marks=HELD_MARKS, required=True),
            Column("held_on", _("On"), _("First day of voting."), kind="date", required=True),
            Column("ended_on", _("Ended"), _("Last day of voting, where it took several."), kind="date", listed=False, absent="–"),
            amount("rounds", _("Ballots"), _("How many were held."), listed=False),
            Column("parties_voting", _("Present and voting, by ballot"), _("States Parties, ballot by ballot; ? for one that was not published."), kind="list", listed=False),
            DOCUMENT,
            SUMMARY,
        ),
        listing=("office", "held_on", "session", "elector", "seats", "held"),
        order=("-held_on",),
        related=("session__resumes",),
        facets=("office", "elector", "held"),
        presets=(
            Preset(_("Judges"), "office=judge"),
            Preset(_("Prosecutor"), "office=prosecutor&office=deputy_prosecutor"),
            Preset(_("24th session"), "session=24"),
            Preset(_("Due"), "held=scheduled"),
        ),
        on=(On("assembly", "session", _("Elections"), ("office", "seats", "held_on", "held"), "session", limit=30),),
        moments=(Moment("held_on", _say_election, own=False),),
        named=True,
        method=_(
            "From the Assembly's official records, documents on the elections and press releases, then from press and organisations that followed them. Votes are given only where a source prints them."
        ),
    )
)  # fmt: skip


CANDIDATES = register(
    Collection(
        name="candidates",
        model=Candidate,
        filterset=filters.CandidateFilterSet,
        label=_("Candidates"),
        kicker=_("Assembly and Court"),
        intro=_("Everybody on record as having stood in an election, by whom they were nominated, with how many votes in which ballot."),
        columns=(
            SLUG,
            _election(required=True),
            Column("name", _("Name"), _("As printed in the results."), required=True),
            official_column(listed=False, absent="–"),
            Column("nominated_by", _("Nominated by"), _("ISO 3166-1 alpha-3 code of the State; empty: none, or not found."), kind="ref", ref="states", path="nominated_by_id"),
            Column("judicial_list", _("List"), _("A or B, of judges only."), kind="choice", choices=JudicialList.choices, absent="–"),
            Column("outcome", _("Outcome"), _("Empty: not yet, or not found."), kind="choice", choices=CandidateOutcome.choices, marks=OUTCOME_MARKS),
            Column("votes", _("Votes by ballot"), _("Ballot by ballot; ? for one that was not published."), kind="list"),
            Column("elected_in_round", _("Ballot"), _("In which they were elected."), kind="number", listed=False, absent="–"),
            NOTE,
        ),
        listing=("name", "election", "outcome", "nominated_by", "judicial_list", "votes"),
        order=("election", "name"),
        related=("election__session", "nominated_by", "official"),
        facets=("office", "outcome", "judicial_list"),
        on=(
            On("elections", "election", _("Candidates"), ("name", "outcome"), "election", limit=0, timeline=False),
            On("states", "nominated_by", _("Candidates nominated"), ("name", "election", "outcome"), "state", limit=10, chapter="assembly"),
            On("officials", "official", _("Elections"), ("election", "outcome", "votes"), "official"),
        ),
        presets=(Preset(_("Elected"), "outcome=elected"), Preset(_("Judges"), "office=judge")),
        standfirst=candidate_standfirst,
        method=_("Those whom a source names as candidates. Names stand as printed; who later held an office leads to their page."),
    )
)  # fmt: skip


def _say_term(term):
    return _t("%(holder)s begins a term: %(office)s") % {"holder": term.holder, "office": term.get_office_display()}


def _begins_in_brief(term, noun):
    """On the page of the official or the State, without the name."""
    return _t("Begins a term: %(office)s") % {"office": term.get_office_display()} if noun in HOLDERS else _say_term(term)


def _say_end(term):
    if not term.end_reason:
        return ""
    return _t("%(holder)s ceases to hold office: %(office)s (%(reason)s)") % {
        "holder": term.holder, "office": term.get_office_display(), "reason": term.get_end_reason_display()
    }  # fmt: skip


def _ends_in_brief(term, noun):
    if noun not in HOLDERS or not term.end_reason:
        return _say_end(term)
    return _t("Ceases to hold office: %(office)s (%(reason)s)") % {"office": term.get_office_display(), "reason": term.get_end_reason_display()}


def _is_held(day):
    return Case(When(surely_held(day), then=Value(True)), default=Value(False), output_field=BooleanField())


def _holder(day):
    return Coalesce(F("official__name"), F("state__name"), NullIf(F("institution"), Value("")))


TERMS = register(
    Collection(
        name="terms",
        model=Term,
        filterset=filters.TermFilterSet,
        label=_("Terms of office"),
        kicker=_("Assembly and Court"),
        intro=_("Who held which office from when to when: on any day, by asking for that day."),
        annotate=lambda terms, day: terms.annotate(held=_is_held(day)),
        by_day=True,
        columns=(
            SLUG,
            official_column(listed=False, absent="–"),
            state_column(_("State with a seat"), listed=False, absent="–"),
            Column("institution", _("Institution"), _("An audit institution."), listed=False, absent="–"),
            _office(),
            Column("seat", _("Seat"), _("Which of several, in a few words."), listed=False, absent="–"),
            Column("since", _("Since"), _("The first day."), kind="date", required=True),
            Column("until", _("Until"), _("The first day on which it was no longer held, or is due not to be."), kind="date"),
            Column("end_reason", _("Ended by"), _("Empty: it runs, or not found."), kind="choice", choices=TermEnd.choices, listed=False, absent=_("none on record")),
            _election(listed=False),
            Column(
                "held", _("Held"), _("Whether it surely was held on the day asked for."), kind="boolean",
                computed=lambda day: F("held"),
            ),
            NOTE,
            Column("holder", _("Held by"), _("The official, the State or the institution, by name."), computed=_holder, fact=False),
        ),
        listing=("holder", "office", "since", "until", "held"),
        order=("-since",),
        related=("official", "state", "election"),
        facets=("held", "office"),
        presets=(
            Preset(_("Judges on this day"), "office=judge&held=true"),
            Preset(_("Presidency of the Court"), "office=president&office=first_vice_president&office=second_vice_president"),
            Preset(_("Prosecutors and Deputies"), "office=prosecutor&office=deputy_prosecutor"),
            Preset(_("Presidents of the Assembly"), "office=assembly_president"),
        ),
        on=(
            On("officials", "official", _("Terms of office"), ("office", "since", "until", "end_reason"), "official", limit=30),
            On("states", "state", _("Seats in the Bureau"), ("office", "since", "until"), "state", chapter="assembly"),
            On("elections", "election", _("Terms that follow"), ("official", "since", "until"), "election", limit=0, timeline=False),
        ),
        moments=(
            Moment("since", _say_term, brief=_begins_in_brief, own=False, news=False),
            Moment("until", _say_end, brief=_ends_in_brief, own=False, news=False, apart=~Q(end_reason="")),
        ),
        named=True,
        standfirst=term_standfirst,
        method=_(
            "From pages and documents of the Court and the Assembly, then from press. A term runs from its first day to the day before “until”; of one that runs, “until” is the day on which it is due to end. Where only a month or a year is known, the days in doubt count as not held."
        ),
    )
)  # fmt: skip
