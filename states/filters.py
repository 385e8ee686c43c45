from functools import partial

from django.utils.translation import gettext_lazy as _

from record.filters import ChoicesFilter, DayFilter, EntryFilterSet, KeyFilter, SpanFilter, WordsFilter, YesNoFilter
from states.models import ActionKind, AgreementKind, Covers, FocalRole, PactStatus, RegionalGroup, State, TreatyKind, UnStatus
from states.models.treaty import Treaty

StateFilter = partial(KeyFilter, State, field_name="state", label=_("State"), key="iso3")
TreatyFilter = partial(KeyFilter, Treaty, field_name="treaty__slug", label=_("Treaty"))


class StateFilterSet(EntryFilterSet):
    q = WordsFilter(names=("name", "name_fr", "name_es", "iso3"))
    party = YesNoFilter(field_name="party", label=_("State Party"))
    regional_group = ChoicesFilter(choices=RegionalGroup.choices, label=_("Regional group"))
    un_status = ChoicesFilter(choices=UnStatus.choices, label=_("At the United Nations"))


class TreatyFilterSet(EntryFilterSet):
    kind = ChoicesFilter(choices=TreatyKind.choices, label=_("Kind"))


class TreatyActionFilterSet(EntryFilterSet):
    q = WordsFilter("note", names=("notification_no",))
    state = StateFilter()
    treaty = TreatyFilter()
    kind = ChoicesFilter(choices=ActionKind.choices, label=_("Act"))
    from_, to = DayFilter.edges("effected_on")


class AgreementFilterSet(EntryFilterSet):
    q = WordsFilter("note", names=("document_no", "state__name"))
    state = StateFilter()
    kind = ChoicesFilter(choices=AgreementKind.choices, label=_("On what"))
    in_force = YesNoFilter(field_name="binds", label=_("In force on this day"))
    from_, to = SpanFilter.edges("signed_on")


class NonSurrenderAgreementFilterSet(EntryFilterSet):
    q = WordsFilter("note", names=("document_no", "state__name"))
    state = StateFilter()
    other_state = StateFilter(field_name="other_state", label=_("With"))
    status = ChoicesFilter(field_name="pact_status", choices=PactStatus.choices, label=_("Status"))
    text_public = YesNoFilter(field_name="text_public", label=_("Text is public"))
    from_, to = SpanFilter.edges("signed_on")


class NationalLawFilterSet(EntryFilterSet):
    q = WordsFilter("title", "note", names=("number", "state__name"))
    state = StateFilter()
    covers = ChoicesFilter(choices=Covers.choices, label=_("Covers"))
    from_, to = SpanFilter.edges("adopted_on")


class FocalPointFilterSet(EntryFilterSet):
    q = WordsFilter("office", "note", names=("state__name",))
    state = StateFilter()
    role = ChoicesFilter(choices=FocalRole.choices, label=_("For what"))
    from_, to = SpanFilter.edges("since")
