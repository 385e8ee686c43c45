"""On a budget: its parts against its total, its stages one after the other. On a State: what it was assessed, and its vote."""

from django.utils.translation import gettext_lazy as _

from assembly.models import BudgetStage, Contribution, VoteStatus, VotingRight
from assembly.money import sums_of
from assembly.money_sentence import signed, sums_words
from assembly.sums import chain
from record.collection import Panel, register_panel

VOTE_MARKS = {VoteStatus.LOST: "open", VoteStatus.EXEMPTED: "half", VoteStatus.RESTORED: "full"}


def stages(budget, day):
    """From proposal to approval, on each basis on which two stages are known."""
    without = chain({stage: getattr(budget, stage.alone) for stage in BudgetStage})
    together = chain({stage: getattr(budget, stage.together) for stage in BudgetStage})
    chains = ((_("Without the host State loan"), without), (_("With the host State loan"), together))
    shown = [(basis, [_step(step) for step in steps]) for basis, steps in chains if any(step.before for step in steps)]
    return {"bases": shown} if shown else None


def _step(step):
    """(the stage in words, its amount, the difference and the per cent from the stage before with their signs)."""
    percent = "" if step.percent is None else signed(step.percent)
    return step.stage.label, step.amount, "" if step.difference is None else signed(step.difference), percent


def parts(budget, day):
    """The sums of its Major Programmes at each stage for which there are amounts."""
    lines = list(budget.lines.public())
    found = [(stage.label, sums_words(*sums_of(budget, lines, stage))) for stage in BudgetStage]
    return {"stages": [(name, words) for name, words in found if words]} if lines else None


def money_of(state, day):
    """The last assessment on record, what was last reported outstanding, and the latest word on its vote; None without any."""
    contributions = Contribution.objects.public().filter(state=state, year__lte=day.year)
    vote = VotingRight.objects.public().filter(state=state).latest_word(on=day).select_related("session__resumes").first()
    assessed = contributions.filter(assessed_eur__isnull=False).first()
    outstanding = contributions.filter(outstanding_eur__isnull=False, as_of_latest__lte=day).order_by("-as_of_latest", "-year").first()
    if not (assessed or outstanding or vote):
        return None
    return {"assessed": assessed, "outstanding": outstanding, "vote": vote, "mark": VOTE_MARKS[vote.kind] if vote else ""}


register_panel(Panel("budgets", _("From proposal to approval"), "assembly/panel_stages.html", stages))
register_panel(Panel("budgets", _("Parts against the total"), "assembly/panel_parts.html", parts))
register_panel(Panel("states", _("Contributions and vote"), "assembly/panel_money.html", money_of, chapter="money"))
