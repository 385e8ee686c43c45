"""Who accepted an amendment to the Statute, for whom it is in force, and what that means (article 121)."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assembly.acceptance import in_force_since, needed_for_all, still_needed
from assembly.models import Amendment, EntryRule
from record.collection import Panel, register_panel
from states.models import DEPOSITS, State, TreatyAction

BY_ACCEPTANCE = (EntryRule.ART_121_4, EntryRule.ART_121_5)
AGGRESSION = "15 bis"  # among the provisions of the amendments of Kampala on the crime of aggression


def acceptances(amendment, day):
    """The States that accepted, each with the first day on which the amendment is in force for it, and how many still lack."""
    if not amendment.treaty_id or amendment.rule not in BY_ACCEPTANCE:
        return None
    states = list(amendment.accepted_by(on=day).with_membership(on=day).order_by("deposited_on", "name"))
    rows = [{"state": state, **_in_force(amendment, state, state.deposited_on, day)} for state in states]
    return {
        "rows": rows,
        "by_each": amendment.rule == EntryRule.ART_121_5,
        "counted": _counted(amendment, rows, day),
        "jurisdiction": _jurisdiction(amendment),
    }


def _in_force(amendment, state, deposited_on, day):
    """Since when it is in force for a State that accepted it, None where that is not settled, and whether this has begun by a day."""
    if state.party and amendment.rule == EntryRule.ART_121_5:
        since = in_force_since(deposited_on, state.since)
        return {"since": since, "begun": since <= day}
    if state.party and amendment.in_force_on:
        since = state.since if state.since > amendment.in_force_on_latest else amendment.in_force_on
        return {"since": since, "begun": amendment.in_force_on_latest <= day}
    return {"since": None, "begun": False}


def _counted(amendment, rows, day):
    """The numbers in words, as of a day."""
    parties = State.objects.public().parties(on=day).count()
    accepted = sum(row["state"].party for row in rows)
    values = {"accepted": accepted, "parties": parties, "day": date_format(day, "j F Y")}
    if amendment.rule == EntryRule.ART_121_5:
        values["bound"] = sum(row["begun"] for row in rows)
        return [
            _("On record on %(day)s: accepted by %(accepted)s of %(parties)s States Parties; in force for %(bound)s of them.") % values,
            _("It is in force for each State Party that accepts it, one year after its own deposit, and for no other (article 121(5))."),
        ]
    if amendment.in_force_on and amendment.in_force_on_latest <= day:
        return [
            _("On record on %(day)s: accepted by %(accepted)s of %(parties)s States Parties; in force for all of them (article 121(4)).") % values
        ]
    values |= {"needed": needed_for_all(parties), "lacking": still_needed(accepted, parties)}
    return [
        _("On record on %(day)s: accepted by %(accepted)s of %(parties)s States Parties.") % values,
        _(
            "It enters into force for all of them one year after seven eighths, %(needed)s, have deposited (article 121(4)): by this record %(lacking)s more are needed."
        )
        % values,
    ]


def _jurisdiction(amendment):
    """What the Court may not do about those that have not accepted; empty where article 121(5) does not speak of it."""
    if amendment.rule != EntryRule.ART_121_5:
        return []
    if AGGRESSION not in amendment.provisions:
        return [
            _(
                "In respect of a State Party that has not accepted it, the Court exercises no jurisdiction over a crime that it covers when committed by that Party’s nationals or on its territory (article 121(5))."
            )
        ]
    return [
        _(
            "On referral by a State, or on the Prosecutor’s own motion, the Court has no jurisdiction over the crime of aggression when committed by nationals or on the territory of a State that is not a Party (article 15 bis(5)). A State Party may declare that it does not accept this jurisdiction (article 15 bis(4))."
        ),
        _(
            "The Assembly activated the jurisdiction as of 17 July 2018. By its resolution ICC-ASP/16/Res.5 the jurisdiction does not cover nationals or the territory of a State Party that has not accepted the amendments; that reading is contested."
        ),
        _("Where the Security Council refers a situation, these limits do not apply (article 15 ter)."),
    ]


def accepted_amendments(state, day):
    """Which amendments a State has accepted, and since when each is in force for it."""
    deposits = TreatyAction.objects.public().filter(
        state=state.iso3, kind__in=DEPOSITS, effected_on__lte=day, treaty__amendment__in=Amendment.objects.public()
    )
    first = {}
    for act in deposits.select_related("treaty__amendment").order_by("effected_on", "pk"):
        first.setdefault(act.treaty_id, act)
    return {"rows": [_accepted(act, state, day) for act in first.values()]} if first else None


def _accepted(act, state, day):
    amendment = act.treaty.amendment
    return {"amendment": amendment, "act": act, **_in_force(amendment, state, act.effected_on, day)}


register_panel(Panel("amendments", gettext_lazy("Acceptances"), "assembly/panel_amendment.html", acceptances))
register_panel(
    Panel(
        "states",
        gettext_lazy("Amendments accepted"),
        "assembly/panel_state_amendments.html",
        accepted_amendments,
        chapter="status",
        empty=gettext_lazy("None on record"),
    )
)
