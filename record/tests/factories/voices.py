"""What was said of the Court, asked of States and promised by them."""

from assembly.models import Call, Demand, Pledge, Signatory, Statement, Vote
from record.tests.factories.record import NUMBERS
from record.tests.factories.states import make_state


def make_statement(*signatories, **values):
    """A joint statement of the States given; of one State where none is given."""
    if signatories:
        values = {"kind": "joint_statement", "forum": "general_assembly", **values}
    elif values.get("kind", "state_statement") == "state_statement" and "body" not in values:
        values["state"] = values.get("state") or make_state()
    statement = Statement.objects.create(
        **{
            "kind": "state_statement", "forum": "capital", "topic": "support", "title": f"Statement {next(NUMBERS)}", "delivered_on": "2012-02-03",
            **values,
        }
    )  # fmt: skip
    for state in signatories:
        Signatory.objects.create(statement=statement, state=state)
    return statement


def make_resolution(**values):
    return make_statement(**{"kind": "resolution", "forum": "security_council", "adopted": True, "adopted_by": "vote", **values})


def make_vote(**values):
    values["statement"] = values.get("statement") or make_resolution()
    values["state"] = values.get("state") or make_state()
    return Vote.objects.create(**{"vote": "in_favour", **values})


def make_call(**values):
    return Call.objects.create(**{"issuer": "A coalition", "title": f"Call {next(NUMBERS)}", "issued_on": "2012-11-01", **values})


def make_demand(**values):
    values["call"] = values.get("call") or make_call()
    return Demand.objects.create(**{"number": 1, "addressee": "States Parties", "text": "To pay.", "follow_up": "no_information", **values})


def make_pledge(**values):
    if "organisation" not in values:
        values["state"] = values.get("state") or make_state()
    return Pledge.objects.create(**{"pledged_on": "2012-11-15", "subject": "Ratification", "text": "To ratify.", **values})


MAKERS = {
    Statement: make_statement,
    Vote: make_vote,
    Call: make_call,
    Demand: make_demand,
    Pledge: make_pledge,
}
