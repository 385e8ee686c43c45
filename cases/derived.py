"""Where each person stood between two days, computed from public events and warrants by `cases.stage`."""

from collections import defaultdict

from django.db.models import Q

from cases import stage
from cases.models import Case, CaseEvent, CaseKind, Person, Standing, Warrant
from record import derived


def warrant_value(warrant):
    """A warrant as a plain value of `cases.stage`. A span counts from its last day: only then has it surely happened."""
    return stage.Warrant(
        kind=warrant.kind,
        issued_on=warrant.issued_on_latest,
        unsealed_on=warrant.unsealed_on_latest,
        ended_on=warrant.ended_on_latest,
        end_reason=warrant.end_reason,
        case_kind=warrant.case.kind if warrant.case else CaseKind.CORE,
    )


def event_value(event):
    """A case event as a plain value of `cases.stage`."""
    return stage.Event(
        kind=event.kind,
        on=event.occurred_on_latest,
        case_kind=event.case.kind if event.case else CaseKind.CORE,
        key=event.slug,
    )


@derived.register(
    "standing",
    inputs=(Person, Case, Warrant, CaseEvent),
    values=lambda: Standing.objects.values_list("person", "since", "until", "stage", "at_large"),
)
def compute_standing(changed):
    """Replace the standings of the persons concerned."""
    persons = None if changed is None else _persons_concerned(changed)
    standings, warrants, events = Standing.objects.all(), Warrant.objects.public(), CaseEvent.objects.public()
    if persons is not None:
        standings = standings.filter(person__in=persons)
        warrants, events = warrants.filter(person__in=persons), events.filter(person__in=persons)
    standings.delete()
    values = defaultdict(lambda: ([], []))
    for warrant in warrants.select_related("case"):
        values[warrant.person_id][0].append(warrant_value(warrant))
    for event in events.exclude(occurred_on="").select_related("case"):
        values[event.person_id][1].append(event_value(event))
    Standing.objects.bulk_create(
        standing for person, (own_warrants, own_events) in values.items() for standing in standings_of(person, own_warrants, own_events)
    )


def standings_of(person_id, warrants, events):
    """The periods of a person: one for each stretch of days on which stage and `at_large` stay the same."""
    periods = []
    for day in stage.turning_days(events, warrants):
        now = (_stage(events, warrants, day), stage.at_large(warrants, events, day))
        if periods and (periods[-1].stage, periods[-1].at_large) == now:
            continue
        if periods:
            periods[-1].until = day
        periods.append(Standing(person_id=person_id, since=day, stage=now[0], at_large=now[1]))
    return [period for period in periods if period.stage or period.at_large]


def _stage(events, warrants, day):
    """That of the case about core crimes; of the article 70 case where there is no other."""
    return stage.stage(events, warrants, day) or stage.stage(events, warrants, day, case_kind=CaseKind.ARTICLE_70)


def _persons_concerned(changed):
    concerned = set(changed.get(Person, ()))
    for model in (Warrant, CaseEvent):
        own = Q(pk__in=changed.get(model, ())) | Q(case__in=changed.get(Case, ()))
        concerned |= set(model.objects.filter(own).values_list("person_id", flat=True))
    return concerned
