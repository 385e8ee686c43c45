"""Membership, computed from the public treaty actions under the Statute."""

from collections import defaultdict

from record import derived
from states import membership
from states.models import Membership, State, TreatyAction


def actions_by_state(states=None):
    """Public actions under the Statute as plain values of `states.membership`, by ISO code; of all States, or of some."""
    actions = TreatyAction.objects.public().of_statute()
    if states is not None:
        actions = actions.filter(state__in=states)
    found = defaultdict(list)
    for action in actions:
        found[action.state_id].append(
            membership.Action(
                kind=action.kind,
                effected_on=action.effected_on,
                takes_effect_on=action.takes_effect_on,
                made_public_on=action.made_public_on_earliest,
                source=f"treaty-actions/{action.slug}",
                key=action.slug,
            )
        )
    return found


@derived.register("membership", inputs=(TreatyAction, State), values=lambda: Membership.objects.values_list("state", "since", "until"))
def compute_membership(changed):
    """Replace the periods of the States concerned."""
    concerned = None if changed is None else states_concerned(changed)
    actions = actions_by_state(concerned)
    memberships = Membership.objects.all() if concerned is None else Membership.objects.filter(state__in=concerned)
    memberships.delete()
    Membership.objects.bulk_create(
        Membership(state_id=iso3, since=period.since, until=period.until) for iso3, acts in actions.items() for period in membership.periods(acts)
    )


def states_concerned(changed):
    """ISO codes of the States whose treaty actions changed."""
    acts = TreatyAction.objects.filter(pk__in=changed.get(TreatyAction, ()))
    named = State.objects.filter(pk__in=changed.get(State, ()))
    return set(acts.values_list("state_id", flat=True)) | set(named.values_list("iso3", flat=True))
