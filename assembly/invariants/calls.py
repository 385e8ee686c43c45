"""Rules about what civil society asked of States and what States promised."""

import re

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly.invariants.readers import demands, key, pledges
from assembly.models import Demand, DemandFollowUp, Kept
from record.day import today
from record.invariants import Offence, Severity, invariant
from record.models import Stance
from states.models import DEPOSITS, TreatyAction

TO_BECOME_BOUND = re.compile(r"\b(?:ratif\w+|acce(?:ssion|de)\b)", re.IGNORECASE)


@invariant(
    "follow-up-has-a-source-of-its-own",
    _("Whether a demand was met, partly or not, rests on a source for that alone, besides the one of the call."),
    severity=Severity.BLOCKING,
    rule=_("Our method: a judgement on conduct rests on acts that somebody else can look up"),
    reads=(Demand,),
)
def follow_ups_without_source():
    told = Demand.objects.public().filter(citations__field="follow_up", citations__stance=Stance.SUPPORTS)
    with_source = set(told.values_list("pk", flat=True))
    for demand in demands():
        if demand.follow_up != DemandFollowUp.NO_INFORMATION and demand.pk not in with_source:
            yield Offence(key(demand), _t("No source supports its follow-up."))


@invariant(
    "follow-up-comes-after-the-call",
    _("What is on record of a demand is as of a day after the call."),
    severity=Severity.WARNING,
    rule=_("Our method: dates that contradict one another"),
)
def follow_ups_before_the_call():
    for demand in demands():
        if demand.as_of and demand.as_of_latest < demand.call.issued_on_earliest:
            yield Offence(key(demand), _t("The call was issued on %(day)s.") % {"day": demand.call.issued_on})


@invariant(
    "pledge-to-ratify-kept-by-a-deposit",
    _("A pledge to ratify or accede that was kept on a day was kept by a deposit of that State on that day."),
    severity=Severity.WARNING,
    rule=_("Articles 121(5) and 125"),
)
def kept_without_a_deposit():
    deposits = TreatyAction.objects.public().filter(kind__in=DEPOSITS)
    days = set(deposits.values_list("state", "effected_on"))
    for pledge in pledges():
        promised = pledge.kept == Kept.KEPT and pledge.kept_on and pledge.state_id and TO_BECOME_BOUND.search(pledge.subject)
        if promised and not any(state == pledge.state_id and pledge.kept_on_earliest <= day <= pledge.kept_on_latest for state, day in days):
            yield Offence(key(pledge), _t("No deposit of this State on %(day)s is on record.") % {"day": pledge.kept_on})


@invariant(
    "pledge-past-its-day-is-not-pending",
    _("A pledge whose day has come is kept, or not, or it is not known: it is pending no more."),
    severity=Severity.WARNING,
    rule=_("Our method: a future change is “would”, and after its day not confirmed until somebody has checked"),
)
def pending_past_their_day():
    for pledge in pledges():
        if pledge.kept == Kept.PENDING and pledge.due_on and pledge.due_on_latest < today():
            yield Offence(key(pledge), _t("It was due by %(day)s.") % {"day": pledge.due_on})
