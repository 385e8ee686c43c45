"""How many States Parties there were on a day, in all and by regional group."""

from record.invariants import once
from states.models import Membership, State


@once
def memberships():
    """[(regional group, since, until)] of all periods."""
    groups = dict(State.objects.public().values_list("iso3", "regional_group"))
    periods = Membership.objects.values_list("state", "since", "until")
    return [(groups[state], since, until) for state, since, until in periods if state in groups]


def parties(day, group=None):
    """How many States Parties there were on a day: in all, or of a regional group."""
    groups = [of for of, since, until in memberships() if since <= day and (until is None or day < until)]
    return groups.count(group) if group else len(groups)
