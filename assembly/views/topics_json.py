"""The topic pages as JSON: the columns of the entries, by session."""

from assembly.models import Topic
from record.models import Edition

COLUMNS = {
    "items": ("slug", "number", "title", "taken_up_on", "meeting", "document_no", "summary"),
    "decisions": (
        "slug", "organ", "kind", "number", "title", "adopted_on", "adopted_by", "in_favour", "against", "abstained", "parties_voting", "operative",
    ),
    "elections": ("slug", "office", "elector", "seats", "held", "held_on", "ended_on", "rounds"),
    "budgets": (
        "slug", "year", "proposed_eur", "recommended_eur", "approved_eur", "host_state_loan_eur",
        "proposed_with_loan_eur", "recommended_with_loan_eur", "approved_with_loan_eur",
    ),
    "amendments": ("slug", "instrument", "provisions", "title", "stage", "adopted_on", "in_force_on"),
    "steps": ("slug", "kind", "occurred_on", "actor", "document_no", "note"),
    "acts": ("slug", "kind", "outcome", "occurred_on", "organ", "document_no", "summary"),
}  # fmt: skip
NAMES = {"items": "agenda_items", "steps": "proceeding_steps", "acts": "complementarity"}


def of_topics(lines, day):
    rows = [
        {"topic": line.topic.value, "sessions": line.sessions, "agenda_items": line.items, "decisions": line.decisions,
         "further": {name: number for name, _words, number in line.further}}
        for line in lines
    ]  # fmt: skip
    return {**_head(day), "topics": rows}


def of_trail(trail, coverage):
    body = {
        **_head(trail.day),
        "topic": trail.topic.value,
        "sessions": [_sitting(sitting) for sitting in trail.sittings if sitting.shown or sitting.acts],
        "at_no_session": _lists(trail.apart),
        "nothing_on_record": [session.slug for session in trail.silent],
        "coverage": [_swept(collection, sweep) for collection, sweep in coverage],
    }
    if trail.topic in (Topic.COOPERATION, Topic.NON_COOPERATION):
        body["referred_findings"] = [_referred(referred) for referred in trail.referred]
    return body


def _head(day):
    return {"edition": Edition.current_number(), "on": day.isoformat()}


def _sitting(sitting):
    names = ("starts_on", "ends_on", "held", "city")
    return {"session": sitting.session.slug, **_values(sitting.session, names), **_lists(sitting)}


def _lists(sitting):
    return {NAMES.get(name, name): [_entry(name, entry) for entry in found] for name in COLUMNS if (found := getattr(sitting, name))}


def _entry(name, entry):
    values = {**_values(entry, COLUMNS[name]), **_backing(entry)}
    if name == "elections":
        values["elected"] = [str(one) for one in entry.elected] or [str(term.holder) for term in entry.from_it]
    elif name == "steps":
        values["proceeding"] = entry.proceeding.slug
    elif name == "decisions":
        values["steps"] = [step.slug for step in entry.steps.all()]
    elif name == "acts":
        values |= {"situation": entry.situation.slug, "state": entry.state_id, "case": entry.case.slug if entry.case_id else None}
    return values


def _referred(referred):
    finding = referred.finding
    return {
        "finding": finding.slug,
        "proceeding": referred.proceeding.slug,
        "state": referred.proceeding.state_id,
        **_values(finding, ("decided_on", "outcome", "referral")),
        "referral_stands": referred.stands,
        "before_assembly": [_entry("steps", step) for step in referred.before],
        "assembly_action": [_entry("steps", step) for step in referred.done],
        "none_recorded": _entry("steps", referred.searched) if referred.searched else None,
    }


def _swept(collection, sweep):
    swept = {"swept_to": sweep.swept_to.isoformat(), "method": sweep.method, "swept_by": sweep.swept_by} if sweep else None
    return {"collection": collection.name, "sweep": swept}


def _backing(entry):
    return {"sources": entry.backing.sources, "best_source": entry.backing.best}


def _values(entry, names):
    """Empty means unknown."""
    return {name: None if (value := getattr(entry, name)) == "" else value for name in names}
