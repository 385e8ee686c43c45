"""Rules about deferrals and admissibility: articles 17 to 19."""

from datetime import date

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.invariants.readers import key
from cases.models import ComplementarityAct, ComplementarityKind, ComplementarityOutcome
from record.invariants import Offence, Severity, invariant

AFTER_A_REQUEST = (ComplementarityKind.RESUMPTION_SOUGHT, ComplementarityKind.DEFERRAL_DECIDED)
OUTCOMES = {
    ComplementarityOutcome.RESUMPTION_AUTHORISED: {ComplementarityKind.DEFERRAL_DECIDED},
    ComplementarityOutcome.RESUMPTION_REFUSED: {ComplementarityKind.DEFERRAL_DECIDED},
    ComplementarityOutcome.ADMISSIBLE: {ComplementarityKind.ADMISSIBILITY_DECIDED},
    ComplementarityOutcome.INADMISSIBLE: {ComplementarityKind.ADMISSIBILITY_DECIDED, ComplementarityKind.EXAMINATION_CLOSED},
    ComplementarityOutcome.CONFIRMED: {ComplementarityKind.APPEAL_DECIDED},
    ComplementarityOutcome.REVERSED: {ComplementarityKind.APPEAL_DECIDED},
}


@invariant(
    "deferral-was-requested",
    _("A decision on a deferral, or a request for authorisation in spite of it, comes after a State has asked for the deferral."),
    severity=Severity.ERROR,
    rule=_("Article 18(2)"),
)
def deferrals_never_requested():
    asked = {}
    for act in ComplementarityAct.objects.public().order_by("occurred_on_earliest", "pk"):
        if act.kind == ComplementarityKind.DEFERRAL_REQUESTED:
            asked.setdefault(act.situation_id, act.occurred_on_earliest)
        elif act.kind in AFTER_A_REQUEST and asked.get(act.situation_id, date.max) > act.occurred_on_latest:
            yield Offence(key(act), _t("No request of a State for a deferral is on record before it."))


@invariant(
    "outcome-fits-the-act-on-complementarity",
    _("What came of an act on complementarity is a word for such an act: only a judgment on appeal confirms or reverses."),
    severity=Severity.ERROR,
    rule=_("Articles 17 to 19"),
)
def outcomes_of_other_acts():
    for act in ComplementarityAct.objects.public():
        fitting = OUTCOMES.get(act.outcome)
        if fitting and act.kind not in fitting:
            yield Offence(key(act), _t("“%(outcome)s” is not a word for this act.") % {"outcome": act.get_outcome_display()})
