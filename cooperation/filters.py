from django.utils.translation import gettext_lazy as _

from cases.filters import PersonFilter, SituationFilter
from cooperation.models import (
    Finding,
    HostBound,
    Official,
    Outcome,
    Proceeding,
    ProceedingStatus,
    ProceedingStep,
    Referral,
    Reply,
    Request,
    StepKind,
    Subject,
    Visit,
    VisitOutcome,
    VisitStatus,
)  # fmt: skip
from record.filters import ChoicesFilter, EntryFilterSet, KeyFilter, SpanFilter, WordsFilter, YesNoFilter
from states.filters import StateFilter


class RequestFilterSet(EntryFilterSet):
    q = WordsFilter("note", names=("document_no",))
    state = StateFilter()
    person = PersonFilter()
    situation = SituationFilter()
    from_ = SpanFilter("sent_on", "from", label=_("From"))
    to = SpanFilter("sent_on", "to", label=_("To"))

    class Meta:
        model = Request
        fields = []


class ProceedingFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("state__name", "person__name"))
    state = StateFilter()
    person = PersonFilter()
    situation = SituationFilter()
    status = ChoicesFilter(field_name="path_status", choices=ProceedingStatus.choices, label=_("Stands"))
    outcome = ChoicesFilter(choices=Outcome.choices, label=_("Net outcome"))
    referral = ChoicesFilter(choices=Referral.choices, label=_("Net referral"))
    subject = ChoicesFilter(choices=Subject.choices, label=_("Subject"))
    from_ = SpanFilter("opened_on", "from", label=_("From"))
    to = SpanFilter("opened_on", "to", label=_("To"))

    class Meta:
        model = Proceeding
        fields = []


class ProceedingStepFilterSet(EntryFilterSet):
    proceeding = KeyFilter(
        field_name="proceeding__slug", label=_("Proceeding"), collection="proceedings", key="slug",
        queryset=lambda request: Proceeding.objects.public(),
    )  # fmt: skip
    state = StateFilter("proceeding__state")
    kind = ChoicesFilter(choices=StepKind.choices, label=_("Step"))
    from_ = SpanFilter("occurred_on", "from", label=_("From"))
    to = SpanFilter("occurred_on", "to", label=_("To"))

    class Meta:
        model = ProceedingStep
        fields = []


class FindingFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("document_no", "chamber"))
    state = StateFilter("proceeding__state")
    person = PersonFilter("proceeding__person__slug")
    situation = SituationFilter("proceeding__situation__slug")
    outcome = ChoicesFilter(choices=Outcome.choices, label=_("Outcome"))
    referral = ChoicesFilter(choices=Referral.choices, label=_("Referred to"))
    proceeding = KeyFilter(
        field_name="proceeding__slug", label=_("Proceeding"), collection="proceedings", key="slug",
        queryset=lambda request: Proceeding.objects.public(),
    )  # fmt: skip
    from_ = SpanFilter("decided_on", "from", label=_("From"))
    to = SpanFilter("decided_on", "to", label=_("To"))

    class Meta:
        model = Finding
        fields = []


class VisitFilterSet(EntryFilterSet):
    q = WordsFilter("note", "place", "purpose", names=("person__name", "host__name"))
    state = StateFilter("host", label=_("Host"))
    person = PersonFilter()
    status = ChoicesFilter(field_name="visit_status", choices=VisitStatus.choices, label=_("Status"))
    outcome = ChoicesFilter(choices=VisitOutcome.choices, label=_("Outcome"))
    host_bound = ChoicesFilter(choices=HostBound.choices, label=_("Was the host bound"))
    bound = YesNoFilter(field_name="to_bound", label=_("Made to a bound State"))
    from_ = SpanFilter("starts_on", "from", label=_("From"))
    to = SpanFilter("starts_on", "to", label=_("To"))

    class Meta:
        model = Visit
        fields = []


class ReplyFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("state__name", "person__name"))
    state = StateFilter()
    person = PersonFilter()
    finding = KeyFilter(
        field_name="finding__slug", label=_("Finding"), collection="findings", key="slug",
        queryset=lambda request: Finding.objects.public(),
    )  # fmt: skip
    proceeding = KeyFilter(
        field_name="proceeding__slug", label=_("Proceeding"), collection="proceedings", key="slug",
        queryset=lambda request: Proceeding.objects.public(),
    )  # fmt: skip
    visit = KeyFilter(
        field_name="visit__slug", label=_("Visit"), collection="visits", key="slug",
        queryset=lambda request: Visit.objects.public(),
    )  # fmt: skip
    official = YesNoFilter(field_name="official", label=_("Official communication"))
    from_ = SpanFilter("stated_on", "from", label=_("From"))
    to = SpanFilter("stated_on", "to", label=_("To"))

    class Meta:
        model = Reply
        fields = []


class OfficialFilterSet(EntryFilterSet):
    q = WordsFilter("summary", names=("name", "also_known_as"))
    state = StateFilter("nationality", label=_("Nationality"))

    class Meta:
        model = Official
        fields = []
