from django.utils.translation import gettext_lazy as _

from cases.models import (
    Case,
    CaseEvent,
    CaseKind,
    ComplementarityAct,
    ComplementarityKind,
    ComplementarityOutcome,
    Duty,
    DutyBasis,
    EndReason,
    EventKind,
    Participation,
    Person,
    Phase,
    Situation,
    Stage,
    Trigger,
    Warrant,
    WarrantKind,
)  # fmt: skip
from record.filters import ChoicesFilter, DayFilter, EntryFilterSet, KeyFilter, SpanFilter, WordsFilter, YesNoFilter
from states.filters import StateFilter

PERSON, SITUATION, CASE = _("Person"), _("Situation"), _("Case")


class PersonFilter(KeyFilter):
    """Persons by their address: `person=vladimir-putin`, repeatable."""

    def __init__(self, field_name="person__slug", label=PERSON, **kwargs):
        super().__init__(
            field_name=field_name, label=label, collection="persons", key="slug",
            queryset=lambda request: Person.objects.public(), **kwargs
        )  # fmt: skip


class SituationFilter(KeyFilter):
    """Situations by their address: `situation=ukraine`, repeatable."""

    def __init__(self, field_name="situation__slug", label=SITUATION, **kwargs):
        super().__init__(
            field_name=field_name, label=label, collection="situations", key="slug",
            queryset=lambda request: Situation.objects.public(), **kwargs
        )  # fmt: skip


class CaseFilter(KeyFilter):
    """Cases by their address: `case=lubanga`, repeatable."""

    def __init__(self, field_name="case__slug", label=CASE, **kwargs):
        super().__init__(
            field_name=field_name, label=label, collection="cases", key="slug",
            queryset=lambda request: Case.objects.public(), **kwargs
        )  # fmt: skip


class SituationFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("name", "number"))
    state = StateFilter("situationstate__state", many=True)
    trigger = ChoicesFilter(choices=Trigger.choices, label=_("How it began"))
    phase = ChoicesFilter(choices=Phase.choices, label=_("Phase"))

    class Meta:
        model = Situation
        fields = []


class DutyFilterSet(EntryFilterSet):
    state = StateFilter()
    situation = SituationFilter()
    basis = ChoicesFilter(choices=DutyBasis.choices, label=_("Basis"))
    from_ = DayFilter("since", "from", label=_("From"))
    to = DayFilter("since", "to", label=_("To"))

    class Meta:
        model = Duty
        fields = []


class CaseFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("name", "number"))
    situation = SituationFilter()
    person = PersonFilter("participations__person__slug", many=True)
    kind = ChoicesFilter(choices=CaseKind.choices, label=_("Kind"))

    class Meta:
        model = Case
        fields = []


class PersonFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("name", "also_known_as"))
    situation = SituationFilter()
    state = StateFilter("nationality", label=_("Nationality"))
    stage = ChoicesFilter(choices=Stage.choices, label=_("Stage"))
    at_large = YesNoFilter(field_name="at_large", label=_("At large"))

    class Meta:
        model = Person
        fields = []


class ParticipationFilterSet(EntryFilterSet):
    person = PersonFilter()
    case = CaseFilter()

    class Meta:
        model = Participation
        fields = []


class WarrantFilterSet(EntryFilterSet):
    q = WordsFilter("note", "crimes", names=("person__name", "document_no"))
    person = PersonFilter()
    situation = SituationFilter("person__situation__slug")
    case = CaseFilter()
    kind = ChoicesFilter(choices=WarrantKind.choices, label=_("Kind"))
    end_reason = ChoicesFilter(choices=EndReason.choices, label=_("Ended by"))
    in_force = YesNoFilter(field_name="in_force", label=_("In force"))
    from_ = SpanFilter("issued_on", "from", label=_("From"))
    to = SpanFilter("issued_on", "to", label=_("To"))

    class Meta:
        model = Warrant
        fields = []


class CaseEventFilterSet(EntryFilterSet):
    q = WordsFilter("note", names=("person__name", "document_no"))
    person = PersonFilter()
    case = CaseFilter()
    state = StateFilter()
    kind = ChoicesFilter(choices=EventKind.choices, label=_("What happened"))
    from_ = SpanFilter("occurred_on", "from", label=_("From"))
    to = SpanFilter("occurred_on", "to", label=_("To"))

    class Meta:
        model = CaseEvent
        fields = []


class ComplementarityFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("document_no", "organ"))
    situation = SituationFilter()
    case = CaseFilter()
    state = StateFilter()
    kind = ChoicesFilter(choices=ComplementarityKind.choices, label=_("Act"))
    outcome = ChoicesFilter(choices=ComplementarityOutcome.choices, label=_("Outcome"))
    from_ = SpanFilter("occurred_on", "from", label=_("From"))
    to = SpanFilter("occurred_on", "to", label=_("To"))

    class Meta:
        model = ComplementarityAct
        fields = []
