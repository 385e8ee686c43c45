"""Findings referred to the Assembly (article 87(7)), and what the record has of what it did about each, as of a day.

The steps of the proceedings are the facts; a decision of the Assembly points at the step that it is.
"""

from dataclasses import dataclass, field

from django.db.models import Prefetch, Q

from assembly.asof import as_of
from cooperation import docket
from cooperation.models import Finding, ProceedingStep, Referral, StepKind

TO_THE_ASSEMBLY = (Referral.ASP, Referral.BOTH)
ABOUT_PROCEEDINGS = ("proceeding__state", "proceeding__person", "proceeding__situation")


@dataclass
class Referred:
    """A decision that refers a matter to the Assembly. `steps`: what came before the Assembly, or was done by it, since; oldest first."""

    finding: Finding
    stands: bool
    steps: list = field(default_factory=list)

    @property
    def proceeding(self):
        return self.finding.proceeding

    @property
    def done(self):
        """What the Assembly, its President or its Bureau did."""
        return [step for step in self.steps if step.kind == StepKind.ASSEMBLY_ACTION]

    @property
    def before(self):
        """How it came before the Assembly."""
        return [step for step in self.steps if step.kind in (StepKind.TRANSMITTED, StepKind.BEFORE_ASSEMBLY)]

    @property
    def searched(self):
        """The last search that found no action; None where none is on record."""
        return next((step for step in reversed(self.steps) if step.kind == StepKind.NONE_RECORDED), None)

    def open_on(self, day):
        """Whether it had been made by a day, stands, and no action of the Assembly since is on record by then."""
        return self.stands and self.finding.decided_on_earliest < day and not any(_by(step, day) for step in self.done)


def steps_of_the_assembly():
    """Public steps before or by the Assembly. That nothing is recorded of the Security Council is no word on the Assembly."""
    none = Q(kind=StepKind.NONE_RECORDED) & (Q(actor="") | Q(actor__icontains="assembly"))
    return ProceedingStep.objects.public().filter(none | Q(kind__in=(StepKind.TRANSMITTED, StepKind.BEFORE_ASSEMBLY, StepKind.ASSEMBLY_ACTION)))


def referrals(day):
    """Every referral to the Assembly by a day, the newest first, in three queries."""
    decided = Prefetch("proceeding__findings", as_of(Finding.objects.public(), "decided_on", day), to_attr="decided")
    steps = Prefetch("proceeding__steps", as_of(steps_of_the_assembly(), "occurred_on", day), to_attr="before_the_assembly")
    findings = Finding.objects.public().filter(referral__in=TO_THE_ASSEMBLY, decided_on_earliest__lte=day)
    return [_referred(finding) for finding in findings.select_related(*ABOUT_PROCEEDINGS).prefetch_related(decided, steps)]


def _referred(finding):
    """What came before the decision is no answer to it."""
    decisions = [docket.Decision(other.outcome, other.decided_on_latest, other.referral, key=other.slug) for other in finding.proceeding.decided]
    steps = [
        step for step in finding.proceeding.before_the_assembly if not step.occurred_on or step.occurred_on_latest >= finding.decided_on_earliest
    ]
    return Referred(finding, docket.net_referral(decisions) in TO_THE_ASSEMBLY, steps)


def _by(step, day):
    return not step.occurred_on or step.occurred_on_earliest < day
