"""Rules about single decisions under article 87(7): who took them, where they were read, whom they bound."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.invariants.persons import beyond_the_stage
from cases.models import CaseEvent, Person, Warrant
from cooperation import docket
from cooperation.invariants.readers import decisions_of, findings, findings_of, grounds, key, proceedings, requests, steps_of, visits
from cooperation.models import Finding, Outcome, Proceeding, Request, StepKind, Visit
from record.invariants import Offence, Severity, invariant
from record.models import Consulted, SourceKind, Stance
from states.models import TreatyAction

APPEALS = "appeal"
OF_THE_COURT = (SourceKind.COURT_FILING, SourceKind.COURT_PUBLICATION)
READ = (Consulted.FULL, Consulted.EXCERPT)


@invariant(
    "finding-rests-on-the-courts-text",
    _("A decision has its Chamber, and at least one text of the Court that was read, in full or in excerpt; else it is known through others."),
    severity=Severity.WARNING,
    rule=_("Rule G15"),
)
def findings_known_through_others():
    read = Finding.objects.public().filter(citations__stance=Stance.SUPPORTS, citations__source__kind__in=OF_THE_COURT, citations__consulted__in=READ)
    with_text = set(read.values_list("pk", flat=True))
    for finding in findings():
        if not finding.chamber:
            yield Offence(key(finding), _t("Its Chamber is missing."))
        if finding.pk not in with_text:
            yield Offence(key(finding), _t("No text of the Court was read for it: it is known through others."))


@invariant(
    "leave-refused-is-not-upheld",
    _("Only the Appeals Chamber upholds, reverses or sends back, and only where leave to appeal was granted; a refusal of leave upholds nothing."),
    severity=Severity.ERROR,
    rule=_("Article 82(1)(d); rule G23"),
)
def upheld_without_appeal():
    for proceeding in proceedings():
        for finding in findings_of(proceeding):
            by_appeals = APPEALS in finding.chamber.lower()
            if finding.outcome in docket.ON_APPEAL and not by_appeals:
                yield Offence(key(finding), _t("“%(outcome)s” is a word of the Appeals Chamber.") % {"outcome": finding.get_outcome_display()})
            if finding.outcome in docket.ON_LEAVE and by_appeals:
                yield Offence(key(finding), _t("The Chamber that decided grants or refuses leave, not the Appeals Chamber."))
        if "appeal_without_leave" in docket.problems(steps_of(proceeding), decisions_of(proceeding), situation=proceeding.situation.slug):
            yield Offence(key(proceeding), _t("A decision on appeal is on record, and leave to appeal is not."))


@invariant(
    "no-failure-of-the-unbound",
    _("No failure is shown of a State that was not bound on the day of the occasion: no duty before entry into force."),
    severity=Severity.BLOCKING,
    rule=_("Articles 86, 87(5), 126 and 127; rule G9"),
    reads=(Finding, Proceeding, TreatyAction),
)
def failures_of_the_unbound():
    for proceeding in proceedings():
        if proceeding.outcome not in (Outcome.FOUND, Outcome.INFORMED):
            continue
        person = proceeding.person.slug if proceeding.person else None
        for day in _days(proceeding):
            if grounds().answer(proceeding.state_id, day, situation=proceeding.situation.slug, person=person).bound is False:
                yield Offence(key(proceeding), _t("The State was not bound on %(day)s.") % {"day": day})


def _days(proceeding):
    """The days of its occasions; of its decisions, where no occasion has its day."""
    occasions = [step.on for step in steps_of(proceeding) if step.kind == StepKind.OCCASION and step.on]
    return occasions or [f.decided_on_latest for f in findings_of(proceeding) if f.outcome in (Outcome.FOUND, Outcome.INFORMED)]


@invariant(
    "no-word-beyond-the-stage-in-cooperation",
    _("Nor is anybody called accused or convicted, who never was, in the words of a request, a proceeding or a visit."),
    severity=Severity.BLOCKING,
    rule=_("Article 66; rule G27"),
    reads=(Request, Proceeding, Visit, Person, Warrant, CaseEvent),
)
def words_beyond_the_stage():
    texts = [(key(thing), thing.person_id, thing.note) for thing in (*requests(), *visits())]
    texts += [(key(proceeding), proceeding.person_id, proceeding.summary) for proceeding in proceedings()]
    texts += [(key(finding), proceeding.person_id, finding.summary) for proceeding in proceedings() for finding in findings_of(proceeding)]
    return beyond_the_stage([text for text in texts if text[1]])
