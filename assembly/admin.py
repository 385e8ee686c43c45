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
    Election,
    FinancialPosition,
    OversightAct,
    Session,
    Term,
    VoluntaryContribution,
    VotingRight,
)  # fmt: skip
from record.admin import EntryAdmin

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


@admin.register(AgendaItem)
class AgendaItemAdmin(EntryAdmin):
    parts = (
        (_("Which item"), ["session", "number", "title", "topic"]),
        (_("When"), ["taken_up_on", "meeting"]),
        (_("What was said and done"), ["document_no", "summary"]),
    )
    search_fields = ("slug", "title", "document_no", *OF_SESSION)


@admin.register(Decision)
class DecisionAdmin(EntryAdmin):
    parts = (
        (_("The decision"), ["session", "organ", "kind", "number", "title", "topic"]),
        (_("How it was taken"), ["adopted_on", "adopted_by", "in_favour", "against", "abstained", "parties_voting"]),
        (_("What it belongs to"), ["agenda_item", "step"]),
        (_("In our words"), ["operative"]),
    )
    search_fields = ("slug", "number", "title", *OF_SESSION)


@admin.register(Election)
class ElectionAdmin(EntryAdmin):
    parts = (
        (_("To what, by whom"), ["session", "office", "elector", "seats"]),
        (_("When"), ["held", "held_on", "ended_on"]),
        (_("The ballots"), ["rounds", "parties_voting"]),
        (_("Where it is on record"), ["document_no", "summary"]),
    )
    search_fields = ("slug", "office", "document_no", *OF_SESSION)


@admin.register(Candidate)
class CandidateAdmin(EntryAdmin):
    parts = (
        (_("Who stood"), ["election", "name", "official", "nominated_by", "judicial_list"]),
        (_("With what result"), ["outcome", "votes", "elected_in_round", "note"]),
    )
    search_fields = ("slug", "name", "election__slug", "nominated_by__name")


@admin.register(Term)
class TermAdmin(EntryAdmin):
    parts = (
        (_("Who holds it"), ["official", "state", "institution"]),
        (_("What is held"), ["office", "seat", "election"]),
        (_("From when to when"), ["since", "until", "end_reason", "note"]),
    )
    search_fields = ("slug", "official__name", "state__name", "state__iso3", "institution", "office")


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


@admin.register(BudgetLine)
class BudgetLineAdmin(EntryAdmin):
    parts = (
        (_("Which line"), ["budget", "programme"]),
        (_("In whole euros"), ["proposed_eur", "recommended_eur", "approved_eur"]),
        (_("Posts and note"), ["established_posts", "note"]),
    )
    search_fields = ("slug", "budget__year", "programme")


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


@admin.register(VotingRight)
class VotingRightAdmin(EntryAdmin):
    parts = (
        (_("Whose vote"), ["state", "kind"]),
        (_("As of when"), ["as_of", "session", "note"]),
    )
    search_fields = ("slug", "state__name", "state__iso3")


@admin.register(VoluntaryContribution)
class VoluntaryContributionAdmin(EntryAdmin):
    parts = (
        (_("Who gave to what"), ["state", "donor", "fund", "kind"]),
        (_("How much, when"), ["amount", "currency", "given_on", "note"]),
    )
    search_fields = ("slug", "state__name", "state__iso3", "donor")
