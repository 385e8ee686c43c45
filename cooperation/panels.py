"""Computed parts of pages: what a State owes today, where a proceeding stands and what its record lacks."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cooperation import docket
from cooperation.bound import Grounds
from cooperation.sentence import basis_words, reason_words
from record.collection import Panel, register_panel


def proceeding_standfirst(proceeding, day):
    """Where it stands, in a sentence, by the net result."""
    words = {
        "found": _("A Chamber found that %(state)s failed to comply."),
        "not_found": _("The Chamber made no finding that %(state)s failed to comply."),
        "refused": _("The Chamber refused the request for a finding that %(state)s failed to comply."),
        "informed": _("The Chamber informed of the position of %(state)s, without a reasoned finding."),
        "": _("No decision of a Chamber on whether %(state)s failed to comply was found."),
    }
    sentence = words.get(proceeding.outcome, words[""]) % {"state": proceeding.state}
    referral = {
        "asp": _("The matter is referred to the Assembly of States Parties."),
        "unsc": _("The matter is referred to the Security Council."),
        "both": _("The matter is referred to the Assembly of States Parties and the Security Council."),
        "none": _("It is not referred."),
        "deferred": _("Whether to refer it is still to be decided."),
    }.get(proceeding.referral, "")
    open_words = _("The proceeding is open.") if proceeding.path_status == "open" else ""
    return " ".join(part for part in (sentence, referral, open_words) if part)


def state_duties(state, day):
    """What binds the State on a day, without naming a person; by `states.obligation`."""
    answer = Grounds.gather(states=[state.iso3]).answer(state.iso3, day)
    return {
        "answer": answer,
        "bases": [basis_words(basis) for basis in answer.bases],
        "reasons": [reason_words(reason) for reason in answer.reasons],
        "state": state,
    }


def missing_steps(proceeding, day):
    """What the path calls for but the record does not have; by `cooperation.docket`."""
    steps = [docket.Step(kind=step.kind, on=step.occurred_on_earliest, actor=step.actor, key=step.slug) for step in proceeding.steps.public()]
    decisions = [
        docket.Decision(finding.outcome, finding.decided_on_latest, finding.referral, key=finding.slug) for finding in proceeding.findings.public()
    ]
    missing = docket.what_is_missing(steps, decisions, status=proceeding.path_status)
    return {"missing": [_missing_words(code) for code in missing]} if missing else None


def _missing_words(code):
    return {
        "request": _("the request to the State"),
        "occasion": _("the occasion"),
        "observations_invited": _("the invitation to submit observations"),
        "observations_received": _("the observations of the State, or that none came"),
        "decision": _("a decision of the Chamber"),
        "leave_decision": _("the decision on leave to appeal"),
        "appeal_decision": _("the judgment on appeal"),
        "new_decision": _("the new decision after the appeal"),
        "referral_decision": _("the decision on referral"),
        "transmitted": _("the transmission by the President of the Court"),
        "assembly_action": _("any action of the Assembly of States Parties"),
        "council_action": _("any action of the Security Council"),
    }[code]


register_panel(Panel("states", gettext_lazy("Duties on this day"), "components/panel_duties.html", state_duties, chapter="status"))
register_panel(Panel("proceedings", gettext_lazy("Not on record here"), "components/panel_missing.html", missing_steps))
