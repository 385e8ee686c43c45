"""Rules about budgets, contributions and votes: articles 112 to 117."""

from datetime import date

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly.invariants.readers import budgets, key, lines_of
from assembly.models import Budget, BudgetStage, Contribution, Programme, VoteStatus, VotingRight
from assembly.money import sums_of
from record.amounts import grouped
from record.invariants import Offence, Severity, invariant
from record.models import SourceKind, Stance
from states.invariants.readers import stored

OFFICIAL = (
    SourceKind.ASSEMBLY_DOCUMENT, SourceKind.COURT_PUBLICATION, SourceKind.COURT_FILING, SourceKind.UN_DOCUMENT, SourceKind.STATE_DOCUMENT,
)  # fmt: skip


@invariant(
    "budget-is-the-sum-of-its-parts",
    _("Where the table of the Major Programmes of a budget is on record, their sum is the budget, with and without the host State loan."),
    severity=Severity.ERROR,
    rule=_("ICC-ASP/15/Res.1, section A; rule G31"),
)
def budgets_that_are_not_their_sum():
    for budget in budgets():
        lines = lines_of(budget)
        for stage in BudgetStage:
            for name, added in zip((stage.alone, stage.together), sums_of(budget, lines, stage), strict=True):
                if added and added.difference:
                    yield Offence(key(budget), _t("%(name)s: the parts sum to EUR %(sum)s.") % {"name": name, "sum": grouped(added.parts)})
        loans = {line.approved_eur for line in lines if line.programme == Programme.VII_2} - {None}
        if loans and budget.host_state_loan_eur is not None and budget.host_state_loan_eur not in loans:
            yield Offence(key(budget), _t("The host State loan among the parts is another one."))


@invariant(
    "budget-says-what-of-the-loan",
    _("An approved budget says how much the host State loan was, or that there was none: else two years cannot be compared."),
    severity=Severity.WARNING,
    rule=_("Rule G31"),
)
def budgets_silent_on_the_loan():
    for budget in budgets():
        if budget.host_state_loan_eur is None and (budget.approved_eur is not None or budget.approved_with_loan_eur is not None):
            yield Offence(key(budget), _t("Whether there was a host State loan is not on record."))


@invariant(
    "budget-stages-have-their-sources",
    _("Each amount proposed, recommended and approved has a source for itself or for the whole budget."),
    severity=Severity.BLOCKING,
    rule=_("Rule G31"),
    reads=(Budget,),
)
def amounts_without_source():
    supported = Budget.objects.public().filter(citations__stance=Stance.SUPPORTS).values_list("pk", "citations__field")
    fields = {}
    for pk, field in supported:
        fields.setdefault(pk, set()).add(field)
    for budget in budgets():
        for name in (name for stage in BudgetStage for name in (stage.alone, stage.together)):
            if getattr(budget, name) is not None and not {"", name} & fields.get(budget.pk, set()):
                yield Offence(key(budget), _t("No source supports its amount “%(name)s”.") % {"name": name})


def _party(state, first, last):
    """Whether the State was a Party on some day from the first to the last."""
    return any(since <= last and (until is None or first < until) for since, until in stored().get(state, ()))


@invariant(
    "lost-vote-leaves-a-party",
    _("A State that has lost its vote, or was permitted to vote, is a State Party on that day: article 112(8) takes the vote, not the membership."),
    severity=Severity.ERROR,
    rule=_("Article 112(8); rule G32"),
)
def votes_of_others_than_parties():
    for right in VotingRight.objects.public():
        if not _party(right.state_id, right.as_of_earliest, right.as_of_latest):
            yield Offence(key(right), _t("It is not a State Party on that day."))


@invariant(
    "permission-to-vote-is-of-a-session",
    _("The permission to vote in spite of arrears is the Assembly's: it names the session."),
    severity=Severity.WARNING,
    rule=_("Article 112(8); rule G32"),
)
def permissions_without_session():
    for right in VotingRight.objects.public().filter(session__isnull=True, kind=VoteStatus.EXEMPTED):
        yield Offence(key(right), _t("The session that permitted it is not on record."))


@invariant(
    "what-a-state-owes-rests-on-an-official-report",
    _(
        "What a State was assessed, what it owes and that it has no vote rests on a document of the Assembly, the Court, the United Nations or a State."
    ),
    severity=Severity.BLOCKING,
    rule=_("Our method: no list of States in arrears without an official, dated report; rule G32"),
    reads=(Contribution, VotingRight),
)
def debts_without_official_report():
    for model in (Contribution, VotingRight):
        official = model.objects.public().filter(citations__stance=Stance.SUPPORTS, citations__source__kind__in=OFFICIAL)
        for entry in model.objects.public().exclude(pk__in=official.values("pk")):
            yield Offence(key(entry), _t("No official document supports it."))


@invariant(
    "contribution-is-of-a-party",
    _("Only a State that was a Party in a year is assessed for it."),
    severity=Severity.ERROR,
    rule=_("Article 117"),
)
def contributions_of_others_than_parties():
    for contribution in Contribution.objects.public():
        if not _party(contribution.state_id, date(contribution.year, 1, 1), date(contribution.year, 12, 31)):
            yield Offence(key(contribution), _t("It was not a State Party in that year."))
