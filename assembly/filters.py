from django.utils.translation import gettext_lazy as _

from assembly.models import (
    AdoptedBy,
    AgendaItem,
    Amendment,
    AmendmentStage,
    Budget,
    BudgetLine,
    Candidate,
    CandidateOutcome,
    Contribution,
    DecidingOrgan,
    Decision,
    Election,
    Elector,
    FinancialPosition,
    Fund,
    GiftKind,
    Held,
    Instrument,
    JudicialList,
    Office,
    OversightAct,
    OversightKind,
    OversightOrgan,
    PositionKind,
    Programme,
    Session,
    SessionKind,
    Term,
    Topic,
    VoluntaryContribution,
    VoteStatus,
    VotingRight,
)  # fmt: skip
from cooperation.models import Official, Proceeding
from record.filters import ChoicesFilter, EntryFilterSet, FoundFilter, KeyFilter, SpanFilter, WordsFilter, YesNoFilter
from states.filters import StateFilter
from states.models import Treaty

SESSION, OFFICIAL, ELECTION, DECISION, BUDGET = _("Session"), _("Official"), _("Election"), _("Decision"), _("Budget")


class SessionFilter(KeyFilter):
    """Sessions by their address: `session=24`, repeatable."""

    def __init__(self, field_name="session__slug", label=SESSION, **kwargs):
        super().__init__(
            field_name=field_name, label=label, collection="assembly", key="slug",
            queryset=lambda request: Session.objects.public(), **kwargs
        )  # fmt: skip


class OfficialFilter(KeyFilter):
    """Officials by their address: `official=tomoko-akane`, repeatable."""

    def __init__(self, field_name="official__slug", label=OFFICIAL, **kwargs):
        super().__init__(
            field_name=field_name, label=label, collection="officials", key="slug",
            queryset=lambda request: Official.objects.public(), **kwargs
        )  # fmt: skip


class ElectionFilter(KeyFilter):
    """Elections by their address, repeatable."""

    def __init__(self, field_name="election__slug", label=ELECTION, **kwargs):
        super().__init__(
            field_name=field_name, label=label, collection="elections", key="slug",
            queryset=lambda request: Election.objects.public(), **kwargs
        )  # fmt: skip


class DecisionFilter(KeyFilter):
    """Decisions by their address, repeatable."""

    def __init__(self, field_name="decision__slug", label=DECISION, **kwargs):
        super().__init__(
            field_name=field_name, label=label, collection="decisions", key="slug",
            queryset=lambda request: Decision.objects.public(), **kwargs
        )  # fmt: skip


class BudgetFilter(KeyFilter):
    """Budgets by their year: `budget=2025`, repeatable."""

    def __init__(self, field_name="budget__slug", label=BUDGET, **kwargs):
        super().__init__(
            field_name=field_name, label=label, collection="budgets", key="slug",
            queryset=lambda request: Budget.objects.public(), **kwargs
        )  # fmt: skip


class YearFilter(FoundFilter):
    """Years on record: `year=2025`, repeatable."""

    def __init__(self, model, **kwargs):
        super().__init__(lambda: model.objects.public(), name=str, label=_("Year"), field_name="year", **kwargs)

    def named(self, values):
        return [(str(value), str(value)) for value in sorted(values, reverse=True)]


class SessionFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("city", "venue", "report_no"))
    kind = ChoicesFilter(choices=SessionKind.choices, label=_("Kind"))
    held = ChoicesFilter(choices=Held.choices, label=_("Held"))
    session = SessionFilter("resumes__slug", label=_("Resumes"))
    from_ = SpanFilter("starts_on", "from", label=_("From"))
    to = SpanFilter("starts_on", "to", label=_("To"))

    class Meta:
        model = Session
        fields = []


class AgendaItemFilterSet(EntryFilterSet):
    q = WordsFilter("title", "summary", names=("document_no",))
    session = SessionFilter()
    topic = ChoicesFilter(choices=Topic.choices, label=_("Topic"))
    from_ = SpanFilter("taken_up_on", "from", label=_("From"))
    to = SpanFilter("taken_up_on", "to", label=_("To"))

    class Meta:
        model = AgendaItem
        fields = []


class DecisionFilterSet(EntryFilterSet):
    q = WordsFilter("title", "operative", names=("number",))
    session = SessionFilter()
    organ = ChoicesFilter(choices=DecidingOrgan.choices, label=_("Organ"))
    topic = ChoicesFilter(choices=Topic.choices, label=_("Topic"))
    adopted_by = ChoicesFilter(choices=AdoptedBy.choices, label=_("Adopted by"))
    agenda_item = KeyFilter(
        field_name="agenda_item__slug", label=_("Agenda item"), collection="agenda-items", key="slug",
        queryset=lambda request: AgendaItem.objects.public(),
    )  # fmt: skip
    proceeding = KeyFilter(
        field_name="steps__proceeding__slug", label=_("Proceeding"), collection="proceedings", key="slug", many=True,
        queryset=lambda request: Proceeding.objects.public(),
    )  # fmt: skip
    from_ = SpanFilter("adopted_on", "from", label=_("From"))
    to = SpanFilter("adopted_on", "to", label=_("To"))

    class Meta:
        model = Decision
        fields = []


class ElectionFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("document_no",))
    session = SessionFilter()
    office = ChoicesFilter(choices=Office.choices, label=_("Office"))
    elector = ChoicesFilter(choices=Elector.choices, label=_("Elector"))
    held = ChoicesFilter(choices=Held.choices, label=_("Held"))
    from_ = SpanFilter("held_on", "from", label=_("From"))
    to = SpanFilter("held_on", "to", label=_("To"))

    class Meta:
        model = Election
        fields = []


class CandidateFilterSet(EntryFilterSet):
    q = WordsFilter("note", names=("name",))
    election = ElectionFilter()
    official = OfficialFilter()
    office = ChoicesFilter(field_name="election__office", choices=Office.choices, label=_("Office"))
    state = StateFilter("nominated_by", label=_("Nominated by"))
    judicial_list = ChoicesFilter(choices=JudicialList.choices, label=_("List"))
    outcome = ChoicesFilter(choices=CandidateOutcome.choices, label=_("Outcome"))
    from_ = SpanFilter("election__held_on", "from", label=_("From"))
    to = SpanFilter("election__held_on", "to", label=_("To"))

    class Meta:
        model = Candidate
        fields = []


class TermFilterSet(EntryFilterSet):
    q = WordsFilter("note", names=("official__name", "state__name", "institution"))
    office = ChoicesFilter(choices=Office.choices, label=_("Office"))
    official = OfficialFilter()
    state = StateFilter(label=_("State with a seat"))
    election = ElectionFilter()
    held = YesNoFilter(field_name="held", label=_("Held on this day"))
    from_ = SpanFilter("since", "from", label=_("From"))
    to = SpanFilter("since", "to", label=_("To"))

    class Meta:
        model = Term
        fields = []


class OversightFilterSet(EntryFilterSet):
    q = WordsFilter("title", "summary", names=("document_no",))
    kind = ChoicesFilter(choices=OversightKind.choices, label=_("Act"))
    organ = ChoicesFilter(choices=OversightOrgan.choices, label=_("Organ"))
    official = OfficialFilter()
    session = SessionFilter()
    from_ = SpanFilter("acted_on", "from", label=_("From"))
    to = SpanFilter("acted_on", "to", label=_("To"))

    class Meta:
        model = OversightAct
        fields = []


class AmendmentFilterSet(EntryFilterSet):
    q = WordsFilter("title", "summary")
    instrument = ChoicesFilter(choices=Instrument.choices, label=_("Instrument"))
    stage = ChoicesFilter(choices=AmendmentStage.choices, label=_("Stage"))
    session = SessionFilter()
    decision = DecisionFilter()
    treaty = KeyFilter(
        field_name="treaty__slug", label=_("Treaty"), collection="treaties", key="slug",
        queryset=lambda request: Treaty.objects.public(),
    )  # fmt: skip
    from_ = SpanFilter("adopted_on", "from", label=_("From"))
    to = SpanFilter("adopted_on", "to", label=_("To"))

    class Meta:
        model = Amendment
        fields = []


class BudgetFilterSet(EntryFilterSet):
    year = YearFilter(Budget)
    session = SessionFilter()
    decision = DecisionFilter()

    class Meta:
        model = Budget
        fields = []


class BudgetLineFilterSet(EntryFilterSet):
    budget = BudgetFilter()
    programme = ChoicesFilter(choices=Programme.choices, label=_("Major Programme"))

    class Meta:
        model = BudgetLine
        fields = []


class FinancialPositionFilterSet(EntryFilterSet):
    kind = ChoicesFilter(choices=PositionKind.choices, label=_("What"))
    from_ = SpanFilter("as_of", "from", label=_("From"))
    to = SpanFilter("as_of", "to", label=_("To"))

    class Meta:
        model = FinancialPosition
        fields = []


class ContributionFilterSet(EntryFilterSet):
    state = StateFilter()
    year = YearFilter(Contribution)

    class Meta:
        model = Contribution
        fields = []


class VotingRightFilterSet(EntryFilterSet):
    state = StateFilter()
    kind = ChoicesFilter(choices=VoteStatus.choices, label=_("Vote"))
    session = SessionFilter()
    from_ = SpanFilter("as_of", "from", label=_("From"))
    to = SpanFilter("as_of", "to", label=_("To"))

    class Meta:
        model = VotingRight
        fields = []


class VoluntaryContributionFilterSet(EntryFilterSet):
    q = WordsFilter("note", names=("donor", "state__name"))
    state = StateFilter()
    fund = ChoicesFilter(choices=Fund.choices, label=_("Fund"))
    kind = ChoicesFilter(choices=GiftKind.choices, label=_("Kind"))
    from_ = SpanFilter("given_on", "from", label=_("From"))
    to = SpanFilter("given_on", "to", label=_("To"))

    class Meta:
        model = VoluntaryContribution
        fields = []
