"""Rules about agreements of States with the Court, and with each other about it: articles 98(2) and 103."""

from datetime import date

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from record.invariants import Offence, Severity, invariant, once
from states.invariants.readers import stored
from states.models import Agreement, AgreementKind, NonSurrenderAgreement, PactStatus

WITH_ANYBODY = (AgreementKind.COOPERATION, AgreementKind.OTHER)  # article 87(5): a State that is no Party may agree to assist


@once
def agreements():
    return list(Agreement.objects.public())


@once
def pacts():
    """The non-surrender agreements."""
    return list(NonSurrenderAgreement.objects.public())


@invariant(
    "agreement-is-of-a-party",
    _("An agreement on sentences, release, witnesses or the seat of the Court is made by a State Party: its signature falls into a membership."),
    severity=Severity.WARNING,
    rule=_("Articles 3(2), 93(1)(j) and 103(1); article 87(5) for cooperation in general"),
)
def agreements_of_others():
    for agreement in agreements():
        first, last = _span(agreement)
        periods = stored().get(agreement.state_id, ())
        if agreement.kind not in WITH_ANYBODY and first and not any(since <= last and first < (until or date.max) for since, until in periods):
            yield Offence(f"agreements/{agreement.slug}", _t("The State was not a State Party by then."))


def _span(agreement):
    """The first and the last day on which it may have been made."""
    if agreement.signed_on:
        return agreement.signed_on_earliest, agreement.signed_on_latest
    return agreement.in_force_on_earliest, agreement.in_force_on_latest


@invariant(
    "pact-status-fits-its-days",
    _("The status of a non-surrender agreement and its days say the same: what was only signed has no day of entry into force, and so on."),
    severity=Severity.ERROR,
    rule=_("Our method: dates that contradict one another"),
)
def pacts_at_odds_with_their_days():
    for pact in pacts():
        wrong = {
            PactStatus.REPORTED: pact.signed_on or pact.in_force_on or pact.ended_on,
            PactStatus.SIGNED: pact.in_force_on or pact.ended_on,
            PactStatus.IN_FORCE: pact.ended_on,
        }.get(pact.pact_status)
        if wrong:
            words = {"status": pact.get_pact_status_display(), "day": wrong}
            yield Offence(f"non-surrender-agreements/{pact.slug}", _t("Its status is “%(status)s”, and it has the day %(day)s.") % words)
