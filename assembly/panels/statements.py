"""Who signed a joint statement, and who of the States Parties of that day did not."""

from django.utils.translation import gettext_lazy as _

from assembly.models import Statement, StatementKind
from record.collection import Panel, register_panel
from states.models import State


def signatories(statement, day):
    """How many signed, how many of them were Parties that day, who was not; which Parties did not, where every signatory is listed."""
    if statement.kind != StatementKind.JOINT_STATEMENT:
        return None
    signed = list(statement.signatories.public().with_membership(on=statement.delivered_on_earliest).order_by("name"))
    complete = Statement.objects.fully_listed().filter(pk=statement.pk).exists()
    others = State.objects.public().parties(on=statement.delivered_on_earliest).exclude(pk__in=[state.pk for state in signed])
    return {
        "statement": statement,
        "signed": signed,
        "parties": [state for state in signed if state.party],
        "not_parties": [state for state in signed if not state.party],
        "absent": list(others.order_by("name")) if complete else None,
    }


register_panel(Panel("statements", _("Who signed, who did not"), "assembly/panel_signatories.html", signatories))
