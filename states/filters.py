from functools import partial

from django.utils.translation import gettext_lazy as _

from record.filters import ChoicesFilter, DayFilter, EntryFilterSet, KeyFilter, WordsFilter, YesNoFilter
from states.models import ActionKind, RegionalGroup, State, TreatyKind, UnStatus
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
