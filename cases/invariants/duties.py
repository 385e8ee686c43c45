"""Rules about duties that do not come from being a Party, and about situations: articles 12(3), 13, 15 and 87(5)."""

from datetime import date

from django.db.models import F, Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.invariants.readers import key
from cases.models import Duty, DutyBasis, Situation, SituationState, Trigger
from record.invariants import Offence, Severity, invariant, once
from record.models import Stance

COUNCIL = {("SDN", "darfur"): date(2005, 3, 31), ("LBY", "libya"): date(2011, 2, 26)}  # resolutions 1593 (op. 2) and 1970 (op. 5)


@once
def duties():
    return list(Duty.objects.public().select_related("situation"))


@invariant(
    "council-obliged-two-states",
    _("By resolution of the Security Council only Sudan (Darfur) and the Libyan authorities (Libya) are obliged, from the day of the resolution."),
    severity=Severity.BLOCKING,
    rule=_("Resolutions 1593 (2005) and 1970 (2011); rule G10"),
    reads=(Duty, Situation),
)
def duties_beyond_the_resolutions():
    for duty in duties():
        if duty.basis == DutyBasis.UNSC:
            since = COUNCIL.get((duty.state_id, duty.situation.slug if duty.situation else ""))
            if since is None:
                yield Offence(key(duty), _t("No resolution obliges this State in this situation."))
            elif duty.since < since:
                yield Offence(key(duty), _t("The resolution was adopted on %(day)s.") % {"day": since})


@invariant(
    "declaration-has-its-situation",
    _("A declaration under article 12(3) names its situation where one was opened, and binds from its lodging, not from the crimes that it covers."),
    severity=Severity.BLOCKING,
    rule=_("Article 12(3); rule G11"),
    reads=(Duty, Situation),
)
def declarations_without_scope():
    opened = set(SituationState.objects.values_list("state_id", flat=True))
    for duty in duties():
        if duty.basis == DutyBasis.ART12_3:
            if duty.situation is None and duty.state_id in opened:
                yield Offence(key(duty), _t("It names no situation, although one was opened for this State."))
            if duty.covers_from_latest and duty.since <= duty.covers_from_latest:
                yield Offence(key(duty), _t("It binds from its lodging, which is after the day from which crimes are covered."))


@invariant(
    "duty-names-its-ground",
    _("Every duty names its basis, its articles, its instrument, its first day and its source."),
    severity=Severity.BLOCKING,
    rule=_("Rule G37"),
    reads=(Duty,),
)
def duties_without_ground():
    unsaid = Q(articles=[]) | Q(basis="") | Q(since=None) | Q(instrument="")
    for slug in Duty.objects.public().filter(unsaid).values_list("slug", flat=True):
        yield Offence(f"duties/{slug}", _t("Its basis, articles, instrument or first day is missing."))
    for slug in Duty.objects.public().exclude(citations__stance=Stance.SUPPORTS).values_list("slug", flat=True):
        yield Offence(f"duties/{slug}", _t("No source supports it."))


@invariant(
    "public-after-it-happened",
    _("A duty becomes publicly known on the day on which it begins, or later."),
    severity=Severity.ERROR,
    rule=_("Our method: two clocks"),
)
def duties_known_too_early():
    early = Duty.objects.public().filter(made_public_on_latest__lt=F("since"))
    for slug in early.values_list("slug", flat=True):
        yield Offence(f"duties/{slug}", _t("It is said to be public before it begins."))


@invariant(
    "situation-opens-in-order",
    _("An investigation opens on the day of the referral or later, and a situation is not in its phase before it came to the Court."),
    severity=Severity.ERROR,
    rule=_("Articles 13 to 15 and 53"),
)
def situations_out_of_order():
    public = Situation.objects.public()
    for slug in public.filter(investigation_opened_on_latest__lt=F("situation_referral_on_earliest")).values_list("slug", flat=True):
        yield Offence(f"situations/{slug}", _t("Its investigation is dated before its referral."))
    for slug in public.filter(investigation_opened_on_latest__lt=F("examination_opened_on_earliest")).values_list("slug", flat=True):
        yield Offence(f"situations/{slug}", _t("Its investigation is dated before its preliminary examination."))
    for slug in public.filter(phase="investigation_open", investigation_opened_on="").values_list("slug", flat=True):
        yield Offence(f"situations/{slug}", _t("Its investigation is open, and the day is not known."))


@invariant(
    "council-referred-two-situations",
    _("Only Darfur and Libya were referred by the Security Council, each on the day of its resolution."),
    severity=Severity.ERROR,
    rule=_("Article 13(b); resolutions 1593 (2005) and 1970 (2011)"),
)
def situations_referred_otherwise():
    days = {slug: day.isoformat() for (_state, slug), day in COUNCIL.items()}
    for slug, trigger, referred_on in Situation.objects.public().values_list("slug", "trigger", "situation_referral_on"):
        if (trigger == Trigger.UNSC_REFERRAL) != (slug in days):
            yield Offence(f"situations/{slug}", _t("The Council referred Darfur and Libya, and no other situation."))
        elif slug in days and referred_on != days[slug]:
            yield Offence(f"situations/{slug}", _t("The resolution was adopted on %(day)s.") % {"day": days[slug]})
