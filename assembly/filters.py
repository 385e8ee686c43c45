from functools import partial

from django.utils.translation import gettext_lazy as _

from assembly.models import (
    AdoptedBy,
    AgendaItem,
    AmendmentStage,
    Budget,
    Call,
    CandidateOutcome,
    Contribution,
    DecidingOrgan,
    Decision,
    DemandFollowUp,
    Election,
    Elector,
    Forum,
    Fund,
    GiftKind,
    Held,
    Instrument,
    JudicialList,
    Kept,
    Office,
    OversightKind,
    OversightOrgan,
    PledgingBody,
    PositionKind,
    Programme,
    Session,
    SessionKind,
    Statement,
    StatementKind,
    StatementTopic,
    Topic,
    VoteCast,
    VoteStatus,
)  # fmt: skip
from cooperation.filters import MeasureFilter, OfficialFilter, ProceedingFilter
from record.filters import ChoicesFilter, EntryFilterSet, FoundFilter, KeyFilter, SpanFilter, WordsFilter, YesNoFilter
from states.filters import StateFilter, TreatyFilter
from states.models import State

SessionFilter = partial(KeyFilter, Session, field_name="session__slug", label=_("Session"))
DecisionFilter = partial(KeyFilter, Decision, field_name="decision__slug", label=_("Decision"))
ElectionFilter = partial(KeyFilter, Election, field_name="election__slug", label=_("Election"))


class YearFilter(FoundFilter):
    """Years on record: `year=2025`, repeatable."""

    def __init__(self, model, **kwargs):
        super().__init__(lambda: model.objects.public(), name=str, label=_("Year"), field_name="year", **kwargs)

    def named(self, values):
        return [(str(value), str(value)) for value in sorted(values, reverse=True)]


class AbsentStateFilter(KeyFilter):
    """Joint statements that none of these States signed: only those of which every signatory is listed."""

    def __init__(self, **kwargs):
        super().__init__(State, key="iso3", field_name="signatories", **kwargs)

    def filter(self, statements, value):
        if not value:
            return statements
        return statements.filter(pk__in=Statement.objects.fully_listed().exclude(signatories__in=value).values("pk"))


class SessionFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("city", "venue", "report_no"))
    kind = ChoicesFilter(choices=SessionKind.choices, label=_("Kind"))
    held = ChoicesFilter(choices=Held.choices, label=_("Held"))
    session = SessionFilter(field_name="resumes__slug", label=_("Resumes"))
    from_, to = SpanFilter.edges("starts_on")


class AgendaItemFilterSet(EntryFilterSet):
    q = WordsFilter("title", "summary", names=("document_no",))
    session = SessionFilter()
    topic = ChoicesFilter(choices=Topic.choices, label=_("Topic"))
    from_, to = SpanFilter.edges("taken_up_on")


class DecisionFilterSet(EntryFilterSet):
    q = WordsFilter("title", "operative", names=("number",))
    session = SessionFilter()
    organ = ChoicesFilter(choices=DecidingOrgan.choices, label=_("Organ"))
    topic = ChoicesFilter(choices=Topic.choices, label=_("Topic"))
    adopted_by = ChoicesFilter(choices=AdoptedBy.choices, label=_("Adopted by"))
    agenda_item = KeyFilter(AgendaItem, field_name="agenda_item__slug", label=_("Agenda item"))
    proceeding = ProceedingFilter(field_name="steps__proceeding__slug", many=True)
    from_, to = SpanFilter.edges("adopted_on")


class ElectionFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("document_no",))
    session = SessionFilter()
    office = ChoicesFilter(choices=Office.choices, label=_("Office"))
    elector = ChoicesFilter(choices=Elector.choices, label=_("Elector"))
    held = ChoicesFilter(choices=Held.choices, label=_("Held"))
    from_, to = SpanFilter.edges("held_on")


class CandidateFilterSet(EntryFilterSet):
    q = WordsFilter("note", names=("name",))
    election = ElectionFilter()
    official = OfficialFilter()
    office = ChoicesFilter(field_name="election__office", choices=Office.choices, label=_("Office"))
    state = StateFilter(field_name="nominated_by", label=_("Nominated by"))
    judicial_list = ChoicesFilter(choices=JudicialList.choices, label=_("List"))
    outcome = ChoicesFilter(choices=CandidateOutcome.choices, label=_("Outcome"))
    from_, to = SpanFilter.edges("election__held_on")


class TermFilterSet(EntryFilterSet):
    q = WordsFilter("note", names=("official__name", "state__name", "institution"))
    office = ChoicesFilter(choices=Office.choices, label=_("Office"))
    official = OfficialFilter()
    state = StateFilter(label=_("State with a seat"))
    election = ElectionFilter()
    held = YesNoFilter(field_name="held", label=_("Held on this day"))
    from_, to = SpanFilter.edges("since")


class OversightFilterSet(EntryFilterSet):
    q = WordsFilter("title", "summary", names=("document_no",))
    kind = ChoicesFilter(choices=OversightKind.choices, label=_("Act"))
    organ = ChoicesFilter(choices=OversightOrgan.choices, label=_("Organ"))
    official = OfficialFilter()
    session = SessionFilter()
    from_, to = SpanFilter.edges("acted_on")


class AmendmentFilterSet(EntryFilterSet):
    q = WordsFilter("title", "summary")
    instrument = ChoicesFilter(choices=Instrument.choices, label=_("Instrument"))
    stage = ChoicesFilter(choices=AmendmentStage.choices, label=_("Stage"))
    session = SessionFilter()
    decision = DecisionFilter()
    treaty = TreatyFilter()
    from_, to = SpanFilter.edges("adopted_on")


class BudgetFilterSet(EntryFilterSet):
    year = YearFilter(Budget)
    session = SessionFilter()
    decision = DecisionFilter()


class BudgetLineFilterSet(EntryFilterSet):
    budget = KeyFilter(Budget, field_name="budget__slug", label=_("Budget"))
    programme = ChoicesFilter(choices=Programme.choices, label=_("Major Programme"))


class FinancialPositionFilterSet(EntryFilterSet):
    kind = ChoicesFilter(choices=PositionKind.choices, label=_("What"))
    from_, to = SpanFilter.edges("as_of")


class ContributionFilterSet(EntryFilterSet):
    state = StateFilter()
    year = YearFilter(Contribution)


class VotingRightFilterSet(EntryFilterSet):
    state = StateFilter()
    kind = ChoicesFilter(choices=VoteStatus.choices, label=_("Vote"))
    session = SessionFilter()
    from_, to = SpanFilter.edges("as_of")


class VoluntaryContributionFilterSet(EntryFilterSet):
    q = WordsFilter("note", names=("donor", "state__name"))
    state = StateFilter()
    fund = ChoicesFilter(choices=Fund.choices, label=_("Fund"))
    kind = ChoicesFilter(choices=GiftKind.choices, label=_("Kind"))
    from_, to = SpanFilter.edges("given_on")


class StatementFilterSet(EntryFilterSet):
    q = WordsFilter("title", "summary", names=("speaker", "body", "document_no", "state__name"))
    kind = ChoicesFilter(choices=StatementKind.choices, label=_("Whose word"))
    forum = ChoicesFilter(choices=Forum.choices, label=_("Forum"))
    topic = ChoicesFilter(choices=StatementTopic.choices, label=_("Topic"))
    state = StateFilter(label=_("On behalf of"))
    signatory = StateFilter(field_name="signatories", label=_("Signed by"), many=True)
    not_signatory = AbsentStateFilter(label=_("Not signed by"))
    official = OfficialFilter()
    session = SessionFilter()
    measure = MeasureFilter()
    from_, to = SpanFilter.edges("delivered_on")


class VoteFilterSet(EntryFilterSet):
    statement = KeyFilter(Statement, field_name="statement__slug", label=_("Resolution"))
    state = StateFilter()
    vote = ChoicesFilter(choices=VoteCast.choices, label=_("Vote"))
    from_, to = SpanFilter.edges("statement__delivered_on")


class CallFilterSet(EntryFilterSet):
    q = WordsFilter("title", "summary", names=("issuer",))
    session = SessionFilter()
    from_, to = SpanFilter.edges("issued_on")


class DemandFilterSet(EntryFilterSet):
    q = WordsFilter("text", "follow_up_note", names=("addressee", "call__issuer"))
    call = KeyFilter(Call, field_name="call__slug", label=_("Call"))
    follow_up = ChoicesFilter(choices=DemandFollowUp.choices, label=_("Follow-up"))
    from_, to = SpanFilter.edges("call__issued_on")


class PledgeFilterSet(EntryFilterSet):
    q = WordsFilter("text", "note", names=("subject", "state__name"))
    state = StateFilter()
    organisation = ChoicesFilter(choices=PledgingBody.choices, label=_("Organisation"))
    session = SessionFilter()
    kept = ChoicesFilter(choices=Kept.choices, label=_("Kept"))
    from_, to = SpanFilter.edges("pledged_on")
