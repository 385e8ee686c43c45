"""A State is named only on days on which it existed."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.invariants.duties import duties
from cases.invariants.readers import events
from cooperation.invariants.readers import (
    assistance,
    contacts,
    findings_of,
    key,
    measures,
    positions,
    proceedings,
    requests,
    responses,
    visits,
)  # fmt: skip
from record.invariants import Offence, Severity, invariant
from states.invariants.agreements import agreements, pacts
from states.invariants.readers import action, acts
from states.models import State


@invariant(
    "state-exists-on-the-day",
    _("Every State that an act, a finding, a visit, a measure, an agreement or another entry on cooperation names existed on that day."),
    severity=Severity.ERROR,
    rule=_("Articles 125 and 126: independence and succession; rule A10"),
)
def states_named_before_they_existed():
    first_days = dict(State.objects.public().exclude(independent_on="").values_list("iso3", "independent_on_earliest"))
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
    yield from ((key(measure), measure.actor_id, measure.announced_on_latest) for measure in measures())
    yield from ((key(response), response.state_id, response.responded_on_latest) for response in responses())
    yield from ((key(given), given.state_id, given.occurred_on_latest) for given in assistance())
    yield from ((key(position), position.state_id, position.stated_on_latest) for position in positions())
    yield from ((key(contact), contact.state_id, contact.occurred_on_latest) for contact in contacts())
    yield from ((key(agreement), agreement.state_id, agreement.signed_on_latest) for agreement in agreements())
    yield from ((key(pact), state, pact.signed_on_latest) for pact in pacts() for state in (pact.state_id, pact.other_state_id))
