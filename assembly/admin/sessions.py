from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from assembly.models import (
    AgendaItem,
    Amendment,
    Budget,
    BudgetLine,
    Candidate,
    Contribution,
    Decision,
    DecisionStep,
    Election,
    FinancialPosition,
    OversightAct,
    Session,
    Term,
    VoluntaryContribution,
    VotingRight,
)  # fmt: skip
from record.admin import ITSELF, EntryAdmin, FollowUp, LinkInline

OF_SESSION = ("session__slug", "session__city")


@admin.register(Session)
class SessionAdmin(EntryAdmin):
    parts = (
        (_("Which session"), ["kind", "number", "resumes", "held"]),
        (_("Where and when"), ["city", "venue", "starts_on", "ends_on", "scheduled_until"]),
        (_("Who attended"), ["parties_attending", "observers_attending"]),
        (_("Where it is on record"), ["report_no", "summary"]),
    )
    search_fields = ("slug", "city", "venue", "report_no")
    follow_ups = tuple(FollowUp(model, {"session": ITSELF}) for model in (AgendaItem, Decision, Election))


@admin.register(AgendaItem)
class AgendaItemAdmin(EntryAdmin):
    parts = (
        (_("Which item"), ["session", "number", "title", "topic"]),
        (_("When"), ["taken_up_on", "meeting"]),
        (_("What was said and done"), ["document_no", "summary"]),
    )
    search_fields = ("slug", "title", "document_no", *OF_SESSION)
    carried = ("session", "taken_up_on", "meeting")
    follow_ups = (FollowUp(Decision, {"session": "session", "agenda_item": ITSELF, "topic": "topic", "adopted_on": "taken_up_on"}),)


class DecisionStepInline(LinkInline):
    model = DecisionStep
    autocomplete_fields = ("step",)
    verbose_name, verbose_name_plural = _("Step"), _("Steps of proceedings that it is")


@admin.register(Decision)
class DecisionAdmin(EntryAdmin):
    parts = (
        (_("The decision"), ["session", "organ", "kind", "number", "title", "topic"]),
        (_("How it was taken"), ["adopted_on", "adopted_by", "in_favour", "against", "abstained", "parties_voting"]),
        (_("What it belongs to"), ["agenda_item"]),
        (_("In our words"), ["operative"]),
    )
    inlines = (DecisionStepInline, *EntryAdmin.inlines)
    search_fields = ("slug", "number", "title", *OF_SESSION)
    carried = ("session", "organ", "kind", "adopted_on")


@admin.register(Election)
class ElectionAdmin(EntryAdmin):
    parts = (
        (_("To what, by whom"), ["session", "office", "elector", "seats"]),
        (_("When"), ["held", "held_on", "ended_on"]),
        (_("The ballots"), ["rounds", "parties_voting"]),
        (_("Where it is on record"), ["document_no", "summary"]),
    )
    search_fields = ("slug", "office", "document_no", *OF_SESSION)
    carried = ("session", "elector", "held", "held_on")
    follow_ups = (FollowUp(Candidate, {"election": ITSELF}), FollowUp(Term, {"election": ITSELF, "office": "office"}))


@admin.register(Candidate)
class CandidateAdmin(EntryAdmin):
    parts = (
        (_("Who stood"), ["election", "name", "official", "nominated_by", "judicial_list"]),
        (_("With what result"), ["outcome", "votes", "elected_in_round", "note"]),
    )
    search_fields = ("slug", "name", "election__slug", "nominated_by__name")
    carried = ("election",)
    follow_ups = (FollowUp(Term, {"official": "official", "election": "election", "office": "election__office"}),)


@admin.register(Term)
class TermAdmin(EntryAdmin):
    parts = (
        (_("Who holds it"), ["official", "state", "institution"]),
        (_("What is held"), ["office", "seat", "election"]),
        (_("From when to when"), ["since", "until", "end_reason", "note"]),
    )
    search_fields = ("slug", "official__name", "state__name", "state__iso3", "institution", "office")
    carried = ("office", "election", "since", "until")


@admin.register(OversightAct)
class OversightActAdmin(EntryAdmin):
    parts = (
        (_("Which act of which organ"), ["kind", "organ", "official", "title"]),
        (_("When"), ["acted_on", "made_public_on", "session"]),
        (_("What the organ said"), ["document_no", "summary", "result"]),
    )
    search_fields = ("slug", "title", "document_no", "official__name")


@admin.register(Amendment)
class AmendmentAdmin(EntryAdmin):
    parts = (
        (_("What is amended"), ["instrument", "provisions", "title"]),
        (_("How it came about"), ["proposed_by", "proposed_on", "session", "adopted_on", "decision"]),
        (_("Where it stands"), ["treaty", "rule", "stage", "in_force_on", "summary"]),
    )
    search_fields = ("slug", "title", "treaty__name")


@admin.register(Budget)
class BudgetAdmin(EntryAdmin):
    parts = (
        (_("Which budget"), ["year", "session", "decision"]),
        (_("In whole euros, without the host State loan"), ["proposed_eur", "recommended_eur", "approved_eur"]),
        (
            _("In whole euros, with the host State loan"),
            ["host_state_loan_eur", "proposed_with_loan_eur", "recommended_with_loan_eur", "approved_with_loan_eur"],
        ),
        (_("In whole euros, the rest"), ["assessed_eur", "contingency_fund_eur", "working_capital_fund_eur"]),
        (_("Posts and note"), ["established_posts", "note"]),
    )  # fmt: skip
    search_fields = ("slug", "year")
    follow_ups = (FollowUp(BudgetLine, {"budget": ITSELF}),)


@admin.register(BudgetLine)
class BudgetLineAdmin(EntryAdmin):
    parts = (
        (_("Which line"), ["budget", "programme"]),
        (_("In whole euros"), ["proposed_eur", "recommended_eur", "approved_eur"]),
        (_("Posts and note"), ["established_posts", "note"]),
    )
    search_fields = ("slug", "budget__year", "programme")
    carried = ("budget",)


@admin.register(FinancialPosition)
class FinancialPositionAdmin(EntryAdmin):
    parts = (
        (_("What, as of when"), ["kind", "as_of"]),
        (_("In whole euros"), ["amount_eur", "states_concerned", "note"]),
    )
    search_fields = ("slug", "kind")


@admin.register(Contribution)
class ContributionAdmin(EntryAdmin):
    parts = (
        (_("Whose, for which year"), ["state", "year", "scale_percent"]),
        (_("In whole euros"), ["assessed_eur", "outstanding_eur", "as_of", "note"]),
    )
    search_fields = ("slug", "state__name", "state__iso3", "year")
    carried = ("year", "as_of")


@admin.register(VotingRight)
class VotingRightAdmin(EntryAdmin):
    parts = (
        (_("Whose vote"), ["state", "kind"]),
        (_("As of when"), ["as_of", "session", "note"]),
    )
    search_fields = ("slug", "state__name", "state__iso3")
    carried = ("kind", "as_of", "session")


@admin.register(VoluntaryContribution)
class VoluntaryContributionAdmin(EntryAdmin):
    parts = (
        (_("Who gave to what"), ["state", "donor", "fund", "kind"]),
        (_("How much, when"), ["amount", "currency", "given_on", "note"]),
    )
    search_fields = ("slug", "state__name", "state__iso3", "donor")
    carried = ("fund", "kind", "given_on", "currency")
