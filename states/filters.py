from django.utils.translation import gettext_lazy as _

from record.filters import ChoicesFilter, DayFilter, EntryFilterSet, KeyFilter, WordsFilter, YesNoFilter
from states.models import ActionKind, RegionalGroup, State, TreatyAction, TreatyKind, UnStatus
from states.models.treaty import Treaty

STATE = _("State")


class StateFilter(KeyFilter):
    """States by ISO 3166-1 alpha-3 code: `state=HUN`, repeatable."""

    def __init__(self, field_name="state", label=STATE, **kwargs):
        super().__init__(
            field_name=field_name, label=label, collection="states", key="iso3",
            queryset=lambda request: State.objects.public(), **kwargs
        )  # fmt: skip


class StateFilterSet(EntryFilterSet):
    q = WordsFilter(names=("name", "name_fr", "name_es", "iso3"))
    party = YesNoFilter(field_name="party", label=_("State Party"))
    regional_group = ChoicesFilter(choices=RegionalGroup.choices, label=_("Regional group"))
    un_status = ChoicesFilter(choices=UnStatus.choices, label=_("At the United Nations"))

    class Meta:
        model = State
        fields = []


class TreatyFilterSet(EntryFilterSet):
    kind = ChoicesFilter(choices=TreatyKind.choices, label=_("Kind"))

    class Meta:
        model = Treaty
        fields = []


class TreatyActionFilterSet(EntryFilterSet):
    q = WordsFilter("note", names=("notification_no",))
    state = StateFilter()
    treaty = KeyFilter(
        field_name="treaty__slug", label=_("Treaty"), collection="treaties", key="slug",
        queryset=lambda request: Treaty.objects.public(),
    )  # fmt: skip
    kind = ChoicesFilter(choices=ActionKind.choices, label=_("Act"))
    from_ = DayFilter("effected_on", "from", label=_("From"))
    to = DayFilter("effected_on", "to", label=_("To"))

    class Meta:
        model = TreatyAction
        fields = []
