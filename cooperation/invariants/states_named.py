"""A State is named only on days on which it existed."""

from datetime import date

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.invariants.duties import duties
from cases.invariants.readers import events
from cooperation.invariants.readers import findings_of, key, proceedings, requests, visits
from record.invariants import Offence, Severity, invariant
from states.invariants.readers import action, acts

# Independent since the Statute was adopted. Montenegro's day is that of its succession, on record as a treaty action.
INDEPENDENT = {"TLS": date(2002, 5, 20), "SSD": date(2011, 7, 9)}


@invariant(
    "state-exists-on-the-day",
    _("Every State that a finding, a proceeding, a request, a visit, a duty or an act names existed on that day, as far as this record knows."),
    severity=Severity.ERROR,
    rule=_("Articles 125 and 126: independence and succession; rule A10"),
)
def states_named_before_they_existed():
    succeeded = {iso3: act.effected_on for iso3, own in acts().items() for act in own if act.kind == "succession"}
    first_days = INDEPENDENT | succeeded
    for entry, state, day in _named():
        if state in first_days and day and day < first_days[state]:
            yield Offence(entry, _t("It names a State that came into being on %(day)s.") % {"day": first_days[state]})


def _named():
    """(key, ISO code, day) of each entry that names a State."""
    for iso3, own in acts().items():
        yield from ((action(act), iso3, act.effected_on) for act in own)
    for proceeding in proceedings():
        yield key(proceeding), proceeding.state_id, proceeding.opened_on_latest
        yield from ((key(finding), proceeding.state_id, finding.decided_on_latest) for finding in findings_of(proceeding))
    yield from ((key(request), request.state_id, request.sent_on_latest) for request in requests())
    yield from ((key(visit), visit.host_id, visit.starts_on_latest) for visit in visits())
    yield from ((key(duty), duty.state_id, duty.since) for duty in duties())
    yield from ((key(event), event.state_id, event.occurred_on_latest) for event in events())
