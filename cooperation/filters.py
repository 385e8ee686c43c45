from functools import partial

from django.utils.translation import gettext_lazy as _

from cases.filters import PersonFilter, SituationFilter
from cooperation.models import (
    Finding,
    HostBound,
    Official,
    Outcome,
    Proceeding,
    ProceedingStatus,
    Referral,
    StepKind,
    Subject,
    Visit,
    VisitOutcome,
    VisitStatus,
)  # fmt: skip
from record.filters import ChoicesFilter, EntryFilterSet, KeyFilter, SpanFilter, WordsFilter, YesNoFilter
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
