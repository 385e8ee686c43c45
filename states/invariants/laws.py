"""Rules about national law: articles 70(4) and 88."""

from collections import Counter

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from record.invariants import Offence, Severity, invariant
from states.models import NO_LAW, NationalLaw


@invariant(
    "no-law-stands-beside-none",
    _("A State of which a source says that it has no law, or does not say whether it has one, has no other entry on its law."),
    severity=Severity.ERROR,
    rule=_("Articles 70(4) and 88; our method: what contradicts itself is told as a contradiction of sources"),
)
def laws_beside_none():
    laws = list(NationalLaw.objects.public())
    of_state = Counter(law.state_id for law in laws)
    for law in laws:
        if law.covers in NO_LAW and of_state[law.state_id] > 1:
            yield Offence(f"laws/{law.slug}", _t("Another entry tells of a law of this State, or of its lack."))
