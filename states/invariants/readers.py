"""What several rules read of States, read once in a run."""

from collections import defaultdict

from record.invariants import once
from states.derived import actions_by_state
from states.models import Membership, State

acts = once(actions_by_state)


@once
def addresses():
    """{ISO code: key of the State}; empty for one that has no address."""
    known = {iso3: f"states/{slug}" for iso3, slug in State.objects.addressable().values_list("iso3", "slug")}
    return defaultdict(str, known)


@once
def stored():
    """{ISO code: [(since, until)]} of the memberships as they are stored."""
    found = {}
    for state, since, until in Membership.objects.order_by("since").values_list("state", "since", "until"):
        found.setdefault(state, []).append((since, until))
    return found


def acts_of(*kinds):
    """(ISO code, its acts in order of days, one act of these kinds) for each such act."""
    for iso3, own in acts().items():
        own = sorted(own, key=lambda act: act.effected_on)
        for act in own:
            if act.kind in kinds:
                yield iso3, own, act


def action(act):
    return f"treaty-actions/{act.key}"
