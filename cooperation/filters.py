from functools import partial

from django.utils.translation import gettext_lazy as _

from cases.filters import PersonFilter, SituationFilter
from cases.models import Warrant
from cooperation.models import (
    ArrestPosition,
    AssistanceKind,
    Attribution,
    CoerciveMeasure,
    ContactKind,
    Finding,
    HostBound,
    MeasureKind,
    Official,
    Outcome,
    Proceeding,
    ProceedingStatus,
    PublishedTotal,
    Referral,
    ResponseKind,
    Stance,
    StepKind,
    Subject,
    TargetKind,
    TotalOf,
    Visit,
    VisitOutcome,
    VisitStatus,
)  # fmt: skip
from record.filters import ChoicesFilter, DayFilter, EntryFilterSet, FoundFilter, KeyFilter, SpanFilter, WordsFilter, YesNoFilter
from states.filters import StateFilter

OfficialFilter = partial(KeyFilter, Official, field_name="official__slug", label=_("Official"))
ProceedingFilter = partial(KeyFilter, Proceeding, field_name="proceeding__slug", label=_("Proceeding"))


class RequestFilterSet(EntryFilterSet):
    q = WordsFilter("note", names=("document_no",))
    state = StateFilter()
    person = PersonFilter()
    situation = SituationFilter()
    from_, to = SpanFilter.edges("sent_on")


class ProceedingFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("state__name", "person__name"))
    state = StateFilter()
    person = PersonFilter()
    situation = SituationFilter()
    status = ChoicesFilter(field_name="path_status", choices=ProceedingStatus.choices, label=_("Stands"))
    outcome = ChoicesFilter(choices=Outcome.choices, label=_("Net outcome"))
    referral = ChoicesFilter(choices=Referral.choices, label=_("Net referral"))
    subject = ChoicesFilter(choices=Subject.choices, label=_("Subject"))
    from_, to = SpanFilter.edges("opened_on")


class ProceedingStepFilterSet(EntryFilterSet):
    proceeding = ProceedingFilter()
    state = StateFilter(field_name="proceeding__state")
    kind = ChoicesFilter(choices=StepKind.choices, label=_("Step"))
    from_, to = SpanFilter.edges("occurred_on")


class FindingFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("document_no", "chamber"))
    state = StateFilter(field_name="proceeding__state")
    person = PersonFilter(field_name="proceeding__person__slug")
    situation = SituationFilter(field_name="proceeding__situation__slug")
    outcome = ChoicesFilter(choices=Outcome.choices, label=_("Outcome"))
    referral = ChoicesFilter(choices=Referral.choices, label=_("Referred to"))
    proceeding = ProceedingFilter()
    from_, to = SpanFilter.edges("decided_on")


class VisitFilterSet(EntryFilterSet):
    q = WordsFilter("note", "place", "purpose", names=("person__name", "host__name"))
    state = StateFilter(field_name="host", label=_("Host"))
    person = PersonFilter()
    status = ChoicesFilter(field_name="visit_status", choices=VisitStatus.choices, label=_("Status"))
    outcome = ChoicesFilter(choices=VisitOutcome.choices, label=_("Outcome"))
    host_bound = ChoicesFilter(choices=HostBound.choices, label=_("Was the host bound"))
    bound = YesNoFilter(field_name="to_bound", label=_("Made to a bound State"))
    from_, to = SpanFilter.edges("starts_on")


class ReplyFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("state__name", "person__name"))
    state = StateFilter()
    person = PersonFilter()
    finding = KeyFilter(Finding, field_name="finding__slug", label=_("Finding"))
    proceeding = ProceedingFilter()
    visit = KeyFilter(Visit, field_name="visit__slug", label=_("Visit"))
    official = YesNoFilter(field_name="official", label=_("Official communication"))
    from_, to = SpanFilter.edges("stated_on")


class OfficialFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("name", "also_known_as"))
    state = StateFilter(field_name="nationality", label=_("Nationality"))


class MeasureFilterSet(EntryFilterSet):
    q = WordsFilter("reason", "effect", "note", names=("target", "instrument", "document_no"))
    state = StateFilter(field_name="actor", label=_("State that acted"))
    kind = ChoicesFilter(choices=MeasureKind.choices, label=_("Kind"))
    target_kind = ChoicesFilter(choices=TargetKind.choices, label=_("Against"))
    official = OfficialFilter(field_name="officials__slug", many=True)
    attribution = ChoicesFilter(choices=Attribution.choices, label=_("Attribution"))
    in_force = YesNoFilter(field_name="stands", label=_("In force on this day"))
    from_, to = SpanFilter.edges("announced_on")


MeasureFilter = partial(KeyFilter, CoerciveMeasure, field_name="measures__slug", label=_("Measure"), many=True)


class ResponseFilterSet(EntryFilterSet):
    q = WordsFilter("title", "summary", names=("body", "document_no"))
    state = StateFilter()
    kind = ChoicesFilter(choices=ResponseKind.choices, label=_("Kind"))
    measure = MeasureFilter()
    from_, to = SpanFilter.edges("responded_on")


class AssistanceFilterSet(EntryFilterSet):
    q = WordsFilter("note", names=("place", "document_no", "state__name", "person__name"))
    state = StateFilter()
    kind = ChoicesFilter(choices=AssistanceKind.choices, label=_("Kind"))
    person = PersonFilter()
    situation = SituationFilter()
    warrant = KeyFilter(Warrant, field_name="warrant__slug", label=_("Warrant"))
    from_, to = SpanFilter.edges("occurred_on")


class PositionFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("speaker", "state__name", "person__name"))
    state = StateFilter()
    person = PersonFilter()
    situation = SituationFilter()
    stance = ChoicesFilter(choices=Stance.choices, label=_("What it said"))
    visit = KeyFilter(Visit, field_name="visit__slug", label=_("Visit"))
    superseded_by = KeyFilter(ArrestPosition, field_name="superseded_by__slug", label=_("Superseded by"))
    from_, to = SpanFilter.edges("stated_on")


class ContactFilterSet(EntryFilterSet):
    q = WordsFilter("note", names=("who", "place", "state__name", "person__name"))
    state = StateFilter()
    person = PersonFilter()
    kind = ChoicesFilter(choices=ContactKind.choices, label=_("Kind"))
    from_, to = SpanFilter.edges("occurred_on")


class PublishedTotalFilterSet(EntryFilterSet):
    q = WordsFilter("counted", "because", names=("document_no", "published_by"))
    measure = ChoicesFilter(choices=TotalOf.choices, label=_("What is counted"))
    published_by = FoundFilter(lambda: PublishedTotal.objects.public(), name=str, label=_("Published by"))
    from_, to = DayFilter.edges("as_of")
