from functools import partial

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.crimes import CRIMES, place
from cases.models import (
    Case,
    CaseKind,
    ComplementarityKind,
    ComplementarityOutcome,
    DutyBasis,
    EndReason,
    EventKind,
    Person,
    Phase,
    Situation,
    Stage,
    Trigger,
    Warrant,
    WarrantKind,
)  # fmt: skip
from record.filters import ChoicesFilter, DayFilter, EntryFilterSet, KeyFilter, ListedFilter, SpanFilter, WordsFilter, YesNoFilter
from states.filters import StateFilter

PersonFilter = partial(KeyFilter, Person, field_name="person__slug", label=_("Person"))
SituationFilter = partial(KeyFilter, Situation, field_name="situation__slug", label=_("Situation"))
CaseFilter = partial(KeyFilter, Case, field_name="case__slug", label=_("Case"))


class SituationFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("name", "number"))
    state = StateFilter(field_name="situationstate__state", many=True)
    trigger = ChoicesFilter(choices=Trigger.choices, label=_("How it began"))
    phase = ChoicesFilter(choices=Phase.choices, label=_("Phase"))


class DutyFilterSet(EntryFilterSet):
    state = StateFilter()
    situation = SituationFilter()
    basis = ChoicesFilter(choices=DutyBasis.choices, label=_("Basis"))
    from_, to = DayFilter.edges("since")


class CaseFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("name", "number"))
    situation = SituationFilter()
    person = PersonFilter(field_name="participations__person__slug", many=True)
    kind = ChoicesFilter(choices=CaseKind.choices, label=_("Kind"))


class PersonFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("name", "also_known_as"))
    situation = SituationFilter()
    state = StateFilter(field_name="nationality", label=_("Nationality"))
    stage = ChoicesFilter(choices=Stage.choices, label=_("Stage"))
    at_large = YesNoFilter(field_name="at_large", label=_("At large"))


class ParticipationFilterSet(EntryFilterSet):
    person = PersonFilter()
    case = CaseFilter()


def _crime(article):
    return format_lazy("{}: {}", article, CRIMES[article])


class WarrantFilterSet(EntryFilterSet):
    q = WordsFilter("note", "crimes", names=("person__name", "document_no"))
    person = PersonFilter()
    situation = SituationFilter(field_name="person__situation__slug")
    case = CaseFilter()
    kind = ChoicesFilter(choices=WarrantKind.choices, label=_("Kind"))
    end_reason = ChoicesFilter(choices=EndReason.choices, label=_("Ended by"))
    in_force = YesNoFilter(field_name="in_force", label=_("In force"))
    article = ListedFilter(lambda: Warrant.objects.public(), name=_crime, order=place, field_name="articles", label=_("Charged under"))
    from_, to = SpanFilter.edges("issued_on")


class CaseEventFilterSet(EntryFilterSet):
    q = WordsFilter("note", names=("person__name", "document_no"))
    person = PersonFilter()
    case = CaseFilter()
    state = StateFilter()
    kind = ChoicesFilter(choices=EventKind.choices, label=_("What happened"))
    from_, to = SpanFilter.edges("occurred_on")


class ComplementarityFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("document_no", "organ"))
    situation = SituationFilter()
    case = CaseFilter()
    state = StateFilter()
    kind = ChoicesFilter(choices=ComplementarityKind.choices, label=_("Act"))
    outcome = ChoicesFilter(choices=ComplementarityOutcome.choices, label=_("Outcome"))
    from_, to = SpanFilter.edges("occurred_on")
