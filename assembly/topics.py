"""One topic followed through all sessions of the Assembly, as of a day: what was on the agenda, what was decided, what followed.

A fixed number of queries, whatever the record holds. Each entry that is shown has its `backing`.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from assembly.asof import amendments, as_of, budgets
from assembly.models import AgendaItem, BudgetStage, Candidate, CandidateOutcome, Decision, Election, Session, SessionKind, Term, Topic
from assembly.referrals import ABOUT_PROCEEDINGS, TO_THE_ASSEMBLY, referrals, steps_of_the_assembly
from assembly.sources import give_backing
from cases.models import ComplementarityAct
from cooperation.models import Finding, ProceedingStep, StepKind
from record.collection import Collection, get
from record.models import Sweep

PATHS = (Topic.COOPERATION, Topic.NON_COOPERATION)  # article 87(7) ends before the Assembly under both
LISTS = ("items", "decisions", "elections", "budgets", "amendments", "steps")
COVERING = ("assembly", "agenda-items", "decisions")
FURTHER = {
    Topic.ELECTIONS: ("elections", "candidates"),
    Topic.BUDGET: ("budgets",),
    Topic.COOPERATION: ("findings", "proceeding-steps"),
    Topic.NON_COOPERATION: ("findings", "proceeding-steps"),
    Topic.COMPLEMENTARITY: ("complementarity",),
    Topic.AMENDMENTS: ("amendments",),
}  # the collections that a topic rests on beside agenda and decisions


@dataclass
class Sitting:
    """A session with what is on record of the topic at it; without a session, what belongs to none."""

    session: Session | None = None
    items: list = field(default_factory=list)
    decisions: list = field(default_factory=list)
    elections: list = field(default_factory=list)
    budgets: list = field(default_factory=list)
    amendments: list = field(default_factory=list)
    steps: list = field(default_factory=list)  # of proceedings, since the regular session before
    acts: list = field(default_factory=list)  # on complementarity, since then

    @property
    def shown(self):
        """Whether anything is on record at it; acts on complementarity are the Court's and the States', not the Assembly's."""
        return any(getattr(self, name) for name in LISTS)

    @property
    def same_steps(self):
        """Steps with those that are the same act in several proceedings."""
        groups = {}
        for step in self.steps:
            groups.setdefault((step.kind, step.occurred_on, step.actor, step.document_no, step.note), []).append(step)
        return list(groups.values())

    @property
    def budget_tables(self):
        """[(budget, [(stage, EUR without the host State loan, EUR with it)])]; None: not known."""
        return [
            (budget, [(stage.label, getattr(budget, stage.alone), getattr(budget, stage.together)) for stage in BudgetStage])
            for budget in self.budgets
        ]


@dataclass
class Trail:
    """A topic through all sessions, the newest first."""

    topic: Topic
    day: date
    sittings: list[Sitting]
    apart: Sitting  # what was at no session
    referred: list = field(default_factory=list)

    @property
    def shown(self):
        return [sitting for sitting in self.sittings if sitting.shown]

    @property
    def silent(self):
        """Sessions at which nothing is on record."""
        return [sitting.session for sitting in self.sittings if not sitting.shown]

    @property
    def with_acts(self):
        return [sitting for sitting in [self.apart, *self.sittings] if sitting.acts]

    @property
    def on_the_agenda(self):
        """How many sessions had it on their agenda or decided on it."""
        return sum(bool(sitting.items or sitting.decisions) for sitting in self.sittings)

    def count(self, name):
        return sum(len(getattr(sitting, name)) for sitting in [self.apart, *self.sittings])

    @property
    def items(self):
        return self.count("items")

    @property
    def decisions(self):
        return self.count("decisions")


@dataclass(frozen=True)
class Line:
    """A topic in the list of topics: how much is on record, and of what else its page tells: [(name, words, how many)]."""

    topic: Topic
    sessions: int
    items: int
    decisions: int
    further: list


def trail(topic, day):
    """What the record has of a topic as of a day."""
    sittings = [Sitting(session) for session in sessions(day)]
    by_session = {sitting.session.pk: sitting for sitting in sittings}
    found = Trail(topic, day, sittings, Sitting(), referrals(day) if topic in PATHS else [])
    for name, entries in _entries(topic, day).items():
        for entry in entries:
            if sitting := _place(entry, by_session, sittings, found.apart):
                getattr(sitting, name).append(entry)
    for name in LISTS:
        getattr(found.apart, name).reverse()  # of many years: the newest first
    give_backing([*_shown_entries(found), *(referred.finding for referred in found.referred), *(s for r in found.referred for s in r.steps)])
    return found


def sessions(day):
    """Those on record, the newest first; for a past day, those that had begun. Those to come stand among them."""
    return as_of(Session.objects.public().select_related("resumes"), "starts_on", day).order_by("-starts_on_earliest", "-pk")


def _entries(topic, day):
    """{list of a Sitting: public entries of the topic, in the order in which they are shown}"""
    of_decisions = Prefetch("steps", ProceedingStep.objects.public().select_related(*ABOUT_PROCEEDINGS))
    decisions = Decision.objects.public().filter(topic=topic).prefetch_related(of_decisions)
    entries = {
        "items": as_of(AgendaItem.objects.public().filter(topic=topic), "taken_up_on", day).order_by("taken_up_on_earliest", "number", "pk"),
        "decisions": as_of(decisions, "adopted_on", day).order_by("adopted_on_earliest", "number", "pk"),
    }
    if topic == Topic.ELECTIONS:
        entries["elections"] = as_of(_elections(), "held_on", day).order_by("held_on_earliest", "office", "pk")
    elif topic == Topic.BUDGET:
        entries["budgets"] = budgets(day).order_by("year")
    elif topic == Topic.AMENDMENTS:
        entries["amendments"] = amendments(day).select_related("treaty").order_by("adopted_on_earliest", "pk")
    elif topic == Topic.COMPLEMENTARITY:
        acts = ComplementarityAct.objects.public().select_related("situation", "case", "state")
        entries["acts"] = as_of(acts, "occurred_on", day).order_by("-occurred_on_earliest", "-pk")
    elif topic in PATHS:
        steps = steps_of_the_assembly().select_related(*ABOUT_PROCEEDINGS)
        entries["steps"] = as_of(steps, "occurred_on", day).order_by("occurred_on_earliest", "slug")
    return entries


def _elections():
    """With those elected; where no candidate is on record, with the terms that came from it."""
    elected = Candidate.objects.public().filter(outcome=CandidateOutcome.ELECTED).select_related("official", "nominated_by").order_by("name")
    terms = Term.objects.public().select_related("official", "state").order_by("pk")
    return Election.objects.public().prefetch_related(Prefetch("candidates", elected, to_attr="elected"), Prefetch("terms", terms, to_attr="from_it"))


def _place(entry, by_session, sittings, apart):
    """The sitting to which an entry belongs; None where its session is not on record as of the day.

    A search that found no action stands at the session on a day of which it was true; any later one beside the finding alone.
    """
    if hasattr(entry, "session_id"):
        return by_session.get(entry.session_id) if entry.session_id else apart
    met = sitting_on(entry.occurred_on_latest, sittings)
    if getattr(entry, "kind", "") == StepKind.NONE_RECORDED:
        return met
    return met or next_regular(entry.occurred_on_latest, sittings) or apart


def sitting_on(day, sittings):
    """The one that met on a day; None where none did, or the day is not known."""
    return next((s for s in sittings if day and s.session.starts_on_earliest <= day <= s.session.last_day), None)


def next_regular(day, sittings):
    """The first regular one that had not ended by a day; None after the last, or where the day is not known."""
    return next((s for s in reversed(sittings) if day and s.session.kind == SessionKind.REGULAR and day <= s.session.last_day), None)


def _shown_entries(found):
    for sitting in [found.apart, *found.sittings]:
        for name in (*LISTS, "acts"):
            yield from getattr(sitting, name)


def topics(day):
    """Every topic with its counts, as of a day."""
    kept = set(sessions(day).values_list("pk", flat=True)) | {None}
    items = _topics_of(as_of(AgendaItem.objects.public(), "taken_up_on", day), kept)
    decisions = _topics_of(as_of(Decision.objects.public(), "adopted_on", day), kept)
    at = {topic: {session for name, session in [*items, *decisions] if name == topic and session} for topic in Topic}
    number_of_items, number_of_decisions = (Counter(name for name, _session in rows) for rows in (items, decisions))
    further = _further(day)
    return [Line(t, len(at[t]), number_of_items[t], number_of_decisions[t], further.get(t, [])) for t in Topic]


def _topics_of(entries, kept):
    return [(topic, session) for topic, session in entries.values_list("topic", "session") if session in kept]


def _further(day):
    """How much else is on record under a topic."""
    referred = as_of(Finding.objects.public().filter(referral__in=TO_THE_ASSEMBLY), "decided_on", day).count()
    acts = as_of(ComplementarityAct.objects.public(), "occurred_on", day).count()
    return {
        Topic.ELECTIONS: [("elections", _("Elections"), as_of(Election.objects.public(), "held_on", day).count())],
        Topic.BUDGET: [("budgets", _("Budgets"), budgets(day).count())],
        Topic.AMENDMENTS: [("amendments", _("Amendments"), amendments(day).count())],
        Topic.COMPLEMENTARITY: [("complementarity", _("Acts of the Court and of States"), acts)],
        **dict.fromkeys(PATHS, [("referred_findings", _("Findings referred to the Assembly"), referred)]),
    }


def coverage(topic) -> list[tuple[Collection, Sweep | None]]:
    """How far the lists are swept on which the silence of a topic rests."""
    sweeps = Sweep.objects.latest_of_each()
    return [(get(name), sweeps.get(name)) for name in (*COVERING, *FURTHER.get(topic, ()))]
