"""Rules about what States did towards the Statute: articles 11, 125, 126 and 127."""

from datetime import date

from django.db.models import F
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from record.invariants import Offence, Severity, invariant
from states import membership
from states.invariants.readers import action, acts, acts_of, addresses, stored
from states.models import TreatyAction

OPEN_FOR_SIGNATURE = (date(1998, 7, 17), date(2000, 12, 31))  # art. 125(1)


@invariant(
    "membership-by-articles-126-and-127",
    _(
        "The Statute is in force for a State from the first day of the month after the sixtieth day following deposit until a year after "
        "the notice of its withdrawal, or the later day that this names."
    ),
    severity=Severity.BLOCKING,
    rule=_("Articles 126 and 127(1); rule G1"),
)
def memberships_otherwise_than_computed():
    for iso3 in set(acts()) | set(stored()):
        computed = [(period.since, period.until) for period in membership.periods(acts().get(iso3, ()))]
        if computed != stored().get(iso3, []):
            values = {"stored": _days(stored().get(iso3, [])), "computed": _days(computed)}
            yield Offence(addresses()[iso3], _t("A Party %(stored)s on record, %(computed)s by its treaty actions.") % values)


def _days(periods):
    return ", ".join(_t("from %(since)s to %(until)s") % {"since": since, "until": until or "…"} for since, until in periods) or _t("never")


@invariant(
    "notice-taken-back-in-time",
    _("A notice of withdrawal is taken back before it takes effect, and then ends nothing."),
    severity=Severity.BLOCKING,
    rule=_("Article 127(1), article 68 of the Vienna Convention on the Law of Treaties; rule G2"),
    reads=(TreatyAction,),
)
def notices_taken_back_late():
    for iso3, own, act in acts_of("withdrawal_rescinded"):
        notices = [other for other in own if other.kind == "withdrawal_notified" and other.effected_on <= act.effected_on]
        if not notices:
            yield Offence(action(act), _t("It takes back a notice of withdrawal that is not on record."))
            continue
        due = membership.withdrawal_effective(notices[-1].effected_on, notices[-1].takes_effect_on)
        if act.effected_on >= due:
            yield Offence(
                action(act), _t("It comes on %(day)s, when the withdrawal had taken effect on %(due)s.") % {"day": act.effected_on, "due": due}
            )
        elif (due in {until for _since, until in stored().get(iso3, [])}) and own[-1] == act:
            yield Offence(addresses()[iso3], _t("Its membership ends on %(due)s by a notice that was taken back.") % {"due": due})


@invariant(
    "no-end-without-a-notice",
    _("No membership ends without a notice of withdrawal that the depositary received: an announcement changes nothing."),
    severity=Severity.BLOCKING,
    rule=_("Article 127(1); rule G3"),
    reads=(TreatyAction,),
)
def ends_without_notice():
    notified = {iso3 for iso3, _own, _act in acts_of("withdrawal_notified")}
    for iso3, periods in stored().items():
        for _since, until in periods:
            if until and iso3 not in notified:
                yield Offence(addresses()[iso3], _t("Its membership ends on %(until)s, and no notice is on record.") % {"until": until})


@invariant(
    "instrument-fits-the-signature",
    _("Who ratified, accepted or approved had signed while the Statute was open for signature; who acceded had not."),
    severity=Severity.ERROR,
    rule=_("Article 125; rule G4"),
)
def instruments_without_their_signature():
    opened, closed = OPEN_FOR_SIGNATURE
    for _iso3, own, act in acts_of("signature", "ratification", "acceptance", "approval", "accession"):
        signed = [other for other in own if other.kind == "signature" and other.effected_on <= act.effected_on]
        if act.kind == "signature" and not opened <= act.effected_on <= closed:
            yield Offence(action(act), _t("The Statute was open for signature from 17 July 1998 to 31 December 2000."))
        elif act.kind == "accession" and signed:
            yield Offence(action(act), _t("The State had signed: it ratifies, accepts or approves, and does not accede."))
        elif act.kind in ("ratification", "acceptance", "approval") and not signed:
            yield Offence(action(act), _t("The State's signature is not on record."))


@invariant(
    "withdrawn-instrument-makes-no-party",
    _("A State that took its instrument back before the Statute entered into force for it was never a Party."),
    severity=Severity.BLOCKING,
    rule=_("Article 126; rule G5"),
    reads=(TreatyAction,),
)
def parties_by_a_withdrawn_instrument():
    for iso3, own, act in acts_of("instrument_withdrawn"):
        deposits = [other for other in own if other.kind in membership.DEPOSITS and other.effected_on <= act.effected_on]
        since = membership.entry_into_force(deposits[-1].effected_on) if deposits else None
        if since is None or since <= act.effected_on:
            yield Offence(action(act), _t("There is no instrument on record that it could take back."))
        elif since in {begun for begun, _until in stored().get(iso3, [])}:
            yield Offence(addresses()[iso3], _t("It stands as a Party since %(since)s by an instrument that was taken back.") % {"since": since})


@invariant(
    "memberships-do-not-overlap",
    _("Two periods of membership of a State do not overlap, and each begins before it ends."),
    severity=Severity.BLOCKING,
    rule=_("Articles 11(2), 126 and 127; rule G6"),
)
def overlapping_memberships():
    for iso3, periods in stored().items():
        for place, (since, until) in enumerate(periods):
            if until and until <= since:
                yield Offence(addresses()[iso3], _t("The period from %(since)s ends before it begins.") % {"since": since})
            if any(begun < (until or date.max) and since < (ended or date.max) for begun, ended in periods[:place]):
                yield Offence(addresses()[iso3], _t("The period from %(since)s overlaps another.") % {"since": since})


@invariant(
    "note-of-intent-keeps-the-signature",
    _("A State that says it does not intend to become a Party had signed, and stays a signatory."),
    severity=Severity.ERROR,
    rule=_("Article 18 of the Vienna Convention on the Law of Treaties; rule G8"),
)
def notes_of_intent_without_signature():
    for _iso3, own, act in acts_of("intent_not_to_ratify"):
        if membership.status(own, act.effected_on) not in ("signatory", "party"):
            yield Offence(action(act), _t("The State's signature is not on record before this note."))


@invariant(
    "no-act-before-the-treaty",
    _("No State acts under a treaty before it was adopted."),
    severity=Severity.ERROR,
    rule=_("Article 125(1)"),
)
def acts_before_their_treaty():
    early = TreatyAction.objects.public().filter(effected_on__lt=F("treaty__adopted_on_earliest"))
    for slug in early.values_list("slug", flat=True):
        yield Offence(f"treaty-actions/{slug}", _t("It is dated before the adoption of the treaty."))
