"""Rules about statements, who signed them and how votes add up: articles 13(b) and 16, and Article 27 of the Charter."""

from collections import Counter

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly.invariants.readers import key, signatories_of, speaks_of, statements, votes_on
from assembly.models import AdoptedBy, Forum, Statement, StatementKind, Vote, VoteCast
from assembly.models.statement import OF_MANY
from record.invariants import Offence, Severity, invariant
from record.models import Stance
from states.models import State

COUNCIL_SEATS = 15
COUNCIL_MAJORITY = 9
COUNTED = (VoteCast.IN_FAVOUR, VoteCast.AGAINST, VoteCast.ABSTAINED)


@invariant(
    "signatory-was-a-state-that-day",
    _("Nobody signed a statement or sponsored a resolution before it was a State."),
    severity=Severity.BLOCKING,
    rule=_("Our method: a State is named only on days on which it existed"),
    reads=(Statement, State),
)
def signatories_before_they_were_states():
    for statement in statements():
        for state in signatories_of(statement):
            if state.independent_on_earliest and state.independent_on_earliest > statement.delivered_on_latest:
                words = {"state": state.iso3, "day": state.independent_on}
                yield Offence(key(statement), _t("%(state)s signed it, a State since %(day)s.") % words)


@invariant(
    "only-what-several-sign-has-signatories",
    _("Signatories are listed of a joint statement; sponsors, of a resolution or draft; of nothing else."),
    severity=Severity.BLOCKING,
    rule=_("Our method: who signed, who did not, is asked of the lists"),
    reads=(Statement,),
)
def signatories_of_one():
    for statement in statements():
        if statement.kind not in OF_MANY and (signatories_of(statement) or statement.signatories_said is not None):
            yield Offence(key(statement), _t("It is one author's word, and has signatories."))


@invariant(
    "signatories-fit-their-number",
    _("No more signatories are listed than the source counts, unless another source that counts otherwise is on record."),
    severity=Severity.ERROR,
    rule=_("Our method: numbers that contradict one another"),
)
def more_signatories_than_counted():
    rivals = Statement.objects.public().filter(citations__stance=Stance.CONTRADICTS, citations__field__in=("signatories", "signatories_said"))
    disputed = set(rivals.values_list("pk", flat=True))
    for statement in statements():
        listed, said = len(signatories_of(statement)), statement.signatories_said
        if said is not None and listed > said and statement.pk not in disputed:
            yield Offence(key(statement), _t("%(listed)s are listed, and %(said)s were counted.") % {"listed": listed, "said": said})


@invariant(
    "one-annual-report-a-year",
    _("The Court reports to the General Assembly once a year."),
    severity=Severity.ERROR,
    rule=_("Article 6 of the Relationship Agreement with the United Nations"),
)
def second_annual_reports():
    by_year = {}
    for statement in sorted(statements(), key=lambda one: one.slug):
        if statement.kind == StatementKind.ANNUAL_REPORT:
            first = by_year.setdefault(statement.delivered_on[:4], statement)
            if first is not statement:
                yield Offence(key(statement), _t("That of the same year is on record already: %(other)s.") % {"other": first.slug})


@invariant(
    "vote-by-name-is-on-a-resolution",
    _("A State votes on a resolution or a draft of one, and on nothing else."),
    severity=Severity.BLOCKING,
    rule=_("Articles 18 and 27 of the Charter of the United Nations"),
    reads=(Vote, Statement),
)
def votes_on_words():
    for statement in statements():
        if statement.kind != StatementKind.RESOLUTION:
            yield from (Offence(key(vote), _t("What it was cast on is no resolution.")) for vote in votes_on(statement))


@invariant(
    "votes-by-name-add-up",
    _("No more States are named as having voted one way than were counted; where all are named, the names add up to the counts."),
    severity=Severity.ERROR,
    rule=_("Our method: numbers that contradict one another"),
)
def votes_that_do_not_add_up():
    for statement in statements():
        named = Counter(vote.vote for vote in votes_on(statement))
        for cast in COUNTED:
            counted = getattr(statement, cast)
            if counted is not None and named[cast] > counted:
                words = {"named": named[cast], "vote": VoteCast(cast).label, "counted": counted}
                yield Offence(key(statement), _t("%(named)s States are named as “%(vote)s”, and %(counted)s were counted.") % words)


@invariant(
    "council-votes-by-its-rule",
    _("The Security Council has fifteen votes, adopts by nine, and fails with nine in favour only by a veto."),
    severity=Severity.ERROR,
    rule=_("Article 27(3) of the Charter of the United Nations"),
)
def votes_the_council_cannot_have():
    for statement in statements():
        if statement.forum != Forum.SECURITY_COUNCIL or statement.kind != StatementKind.RESOLUTION:
            continue
        counts = [getattr(statement, cast) for cast in COUNTED]
        if max(sum(count or 0 for count in counts), len(votes_on(statement))) > COUNCIL_SEATS:
            yield Offence(key(statement), _t("More than fifteen votes."))
        elif statement.in_favour is not None and statement.adopted and statement.in_favour < COUNCIL_MAJORITY:
            yield Offence(key(statement), _t("Adopted, with fewer than nine votes in favour."))
        elif statement.in_favour is not None and statement.adopted is False and statement.in_favour >= COUNCIL_MAJORITY and not statement.against:
            yield Offence(key(statement), _t("Not adopted, with nine votes in favour or more and none against."))


@invariant(
    "what-was-voted-down-was-voted-on",
    _("Nothing fails by consensus: what was not adopted was put to a vote."),
    severity=Severity.ERROR,
    rule=_("Our method: facts that contradict one another"),
)
def failed_by_consensus():
    for statement in statements():
        if statement.adopted is False and statement.adopted_by == AdoptedBy.CONSENSUS:
            yield Offence(key(statement), _t("It was not adopted, and by consensus."))


@invariant(
    "statement-follows-its-measure",
    _("Nobody speaks of a measure before it was announced."),
    severity=Severity.WARNING,
    rule=_("Our method: dates that contradict one another"),
)
def statements_before_their_measures():
    for statement in statements():
        for measure in speaks_of(statement):
            if statement.delivered_on_latest < measure.announced_on_earliest:
                words = {"measure": measure.slug, "day": measure.announced_on}
                yield Offence(key(statement), _t("The measure %(measure)s is of %(day)s.") % words)


@invariant(
    "said-at-a-session-on-its-days",
    _("What was said at a session of the Assembly was said on one of its days."),
    severity=Severity.WARNING,
    rule=_("Our method: dates that contradict one another"),
)
def said_outside_the_session():
    for statement in statements():
        session = statement.session
        late = session and session.ends_on_latest and statement.delivered_on_earliest > session.ends_on_latest
        if late or (session and statement.delivered_on_latest < session.starts_on_earliest):
            yield Offence(key(statement), _t("Its day is not one of the session %(session)s.") % {"session": session.slug})
