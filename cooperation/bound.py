"""Gathers the public actions, duties and requests for `states.obligation`, as plain values."""

from collections import defaultdict
from dataclasses import dataclass

from cases.derived import warrant_value
from cases.models import Duty, Situation, Warrant
from cooperation.models import Request
from states import obligation
from states.derived import actions_by_state


def situation_value(situation):
    """A situation as `states.obligation` wants it; `states` must be prefetched where many are asked for."""
    return obligation.Situation(
        slug=situation.slug,
        states=tuple(state.iso3 for state in situation.states.all()),
        began_on=situation.investigation_opened_on_latest,
        examined_from=situation.examination_opened_on_latest,
    )


def duty_value(duty):
    """A duty as `states.obligation` wants it."""
    return obligation.Duty(
        state=duty.state_id,
        situation=duty.situation.slug if duty.situation else None,
        basis=duty.basis,
        since=duty.since,
        until=duty.until,
        covers_from=duty.covers_from_earliest,
        covers_to=duty.covers_to_latest,
        articles=tuple(duty.articles),
        instrument=duty.instrument,
        contested=duty.contested,
        source=f"duties/{duty.slug}",
    )


def request_value(request):
    """A request as `states.obligation` wants it."""
    return obligation.Request(
        state=request.state_id,
        situation=request.situation.slug,
        person=request.person.slug if request.person else None,
        sent_on=request.sent_on_latest,
        made_public_on=request.made_public_on_latest,
        article=request.article,
        source=f"requests/{request.slug}",
    )


@dataclass
class Grounds:
    """Everything that answers hang on, read once for any number of questions."""

    actions: dict
    duties: list
    requests: list
    situations: dict
    warrants: dict

    @classmethod
    def gather(cls, states=None):
        """The public record's grounds; of all States, or of the given ISO codes."""
        warrants = defaultdict(list)
        for warrant in Warrant.objects.public().select_related("person", "case"):
            warrants[warrant.person.slug].append(warrant_value(warrant))
        return cls(
            actions=actions_by_state(states),
            duties=[duty_value(duty) for duty in Duty.objects.public().select_related("situation")],
            requests=[request_value(request) for request in Request.objects.public().select_related("person", "situation")],
            situations={s.slug: situation_value(s) for s in Situation.objects.addressable().prefetch_related("states")},
            warrants=warrants,
        )

    def answer(self, iso3, on, *, situation=None, person=None):
        """`obligation.Answer` for a State on a day; `person` and `situation` by their slugs."""
        return obligation.bound(
            iso3,
            on,
            self.actions.get(iso3, ()),
            self.duties,
            situation=self.situations[situation] if situation else None,
            person=person,
            requests=self.requests,
            warrants=self.warrants.get(person, ()) if person else None,
        )
