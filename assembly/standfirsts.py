"""The answer in a sentence at the head of the pages of this room: what was decided, given, approved or concluded."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from assembly.models import AdoptedBy, AmendmentStage, DecidingOrgan, EntryRule, Held, Office, StatementKind
from record.amounts import grouped
from record.dated import words_for


def decision_standfirst(decision, day):
    """By whom, how and when it was adopted."""
    organ = {
        DecidingOrgan.ASSEMBLY: _("Adopted by the Assembly"),
        DecidingOrgan.BUREAU: _("Adopted by the Bureau of the Assembly"),
        DecidingOrgan.REVIEW_CONFERENCE: _("Adopted by the Review Conference"),
    }[decision.organ]
    how = {AdoptedBy.CONSENSUS: _(" by consensus"), AdoptedBy.VOTE: _(" by vote")}.get(decision.adopted_by, "")
    when = words_for(decision.adopted_on) or _("on a day that is not known")
    return f"{organ}{how}, {when}."


def oversight_standfirst(act, day):
    """Which organ acted, when, and concerning whom."""
    said = f"{capfirst(act.get_organ_display())}, {words_for(act.acted_on)}."
    return said + (_(" It concerns %(official)s.") % {"official": act.official} if act.official_id else "")


def amendment_standfirst(amendment, day):
    """What it amends, whether it was adopted, and whether it is in force; no more than is on record."""
    instrument = {"what": amendment.get_instrument_display()}
    if amendment.stage == AmendmentStage.PROPOSED:
        return _("Would amend the %(what)s. Proposed; no adoption is on record.") % instrument
    said = [_("Amends the %(what)s.") % instrument]
    if amendment.adopted_on:
        said.append(_("Adopted: %(day)s.") % {"day": words_for(amendment.adopted_on)})
    if amendment.in_force_on:
        by_each = amendment.rule == EntryRule.ART_121_5
        words = _("In force since %(day)s, for States Parties that have accepted it.") if by_each else _("In force since %(day)s.")
        said.append(words % {"day": words_for(amendment.in_force_on)})
    return " ".join(said)


def candidate_standfirst(candidate, day):
    """For what they stood, by whom they were nominated, and how it ended."""
    election = candidate.election
    stands = _("Stands for election: %(what)s.") if election.held == Held.SCHEDULED else _("Stood for election: %(what)s.")
    said = [stands % {"what": election}]
    if candidate.nominated_by_id and election.office != Office.BUREAU_MEMBER:
        said.append(_("Nominated by %(state)s.") % {"state": candidate.nominated_by})
    if candidate.outcome:
        said.append(f"{capfirst(candidate.get_outcome_display())}.")
    return " ".join(said)


def term_standfirst(term, day):
    """From when to when, or until when it is due to run."""
    values = {"since": words_for(term.since), "until": words_for(term.until), "reason": term.get_end_reason_display()}
    if not term.until:
        return _("Since %(since)s; until when is not known.") % values
    if term.end_reason:
        return _("From %(since)s to %(until)s (%(reason)s).") % values
    return (_("Since %(since)s; due to end: %(until)s.") if term.until_latest > day else _("From %(since)s to %(until)s.")) % values


def budget_standfirst(budget, day):
    """The amount approved on each basis on which it is known."""
    bases = (
        (budget.approved_eur, _("EUR %(amount)s without the host State loan")),
        (budget.approved_with_loan_eur, _("EUR %(amount)s with the host State loan")),
    )
    said = [words % {"amount": grouped(amount)} for amount, words in bases if amount is not None]
    return _("Approved: %(amounts)s.") % {"amounts": "; ".join(said)} if said else _("The amount approved was not found.")


def line_standfirst(line, day):
    """What was approved for the Major Programme."""
    if line.approved_eur is None:
        return _("The amount approved was not found.")
    return _("Approved: EUR %(amount)s.") % {"amount": grouped(line.approved_eur)}


def position_standfirst(position, day):
    """The amount, with its unit and its day."""
    return _("EUR %(amount)s, %(day)s.") % {"amount": grouped(position.amount_eur), "day": words_for(position.as_of)}


def contribution_standfirst(contribution, day):
    """What the State was assessed, and what was outstanding on the day of the report."""
    said = []
    if contribution.assessed_eur is not None:
        said.append(_("Assessed: EUR %(amount)s.") % {"amount": grouped(contribution.assessed_eur)})
    if contribution.outstanding_eur is not None:
        values = {"amount": grouped(contribution.outstanding_eur), "day": words_for(contribution.as_of)}
        said.append(_("Outstanding, %(day)s: EUR %(amount)s.") % values)
    return " ".join(said)


def gift_standfirst(gift, day):
    """How much was pledged or received, in the currency in which it was."""
    kind = capfirst(gift.get_kind_display())
    amount = f"{gift.currency} {grouped(gift.amount)}" if gift.amount is not None else _("the amount was not found")
    return f"{kind}: {amount}."


def statement_standfirst(statement, day):
    """Who spoke for whom, when; of a resolution how it was adopted; of a joint statement how many signed."""
    when = words_for(statement.delivered_on)
    if statement.kind == StatementKind.RESOLUTION:
        return f"{_adoption(statement)} {when}."
    if statement.kind == StatementKind.JOINT_STATEMENT:
        signed = _(" Signatories, as published: %(n)s.") % {"n": statement.signatories_said} if statement.signatories_said else ""
        return f"{when}.{signed}"
    speaker = ", ".join(text for text in (statement.speaker, statement.capacity) if text)
    who = str(statement.state or statement.body)
    return f"{f'{speaker}, {who}' if speaker and who not in speaker else speaker or who}, {when}."


def _adoption(resolution):
    if resolution.adopted is False:
        words = _("Not adopted")
    elif resolution.adopted_by == AdoptedBy.CONSENSUS:
        return _("Adopted without a vote,")
    else:
        words = _("Adopted") if resolution.adopted else _("Put to the vote")
    votes = (resolution.in_favour, resolution.against, resolution.abstained)
    if None in votes:
        return f"{words},"
    return _("%(words)s by %(yes)s votes in favour, %(no)s against and %(rest)s abstentions,") % {
        "words": words, "yes": votes[0], "no": votes[1], "rest": votes[2]
    }  # fmt: skip


def demand_standfirst(demand, day):
    """Whom it addresses, and what is on record of it."""
    said = _("Addressed to %(whom)s.") % {"whom": demand.addressee}
    state = capfirst(demand.get_follow_up_display())
    return f"{said} {state}, {_('as of')} {words_for(demand.as_of)}." if demand.as_of else f"{said} {state}."


def pledge_standfirst(pledge, day):
    """Who promised, when, and whether it was kept."""
    said = f"{pledge.whose}, {words_for(pledge.pledged_on)}."
    if not pledge.kept:
        return f"{said} {_('Whether it was kept is not known.')}"
    when = f", {words_for(pledge.kept_on)}" if pledge.kept_on else ""
    return f"{said} {capfirst(pledge.get_kept_display())}{when}."
