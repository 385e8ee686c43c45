"""Of a decision: the proceedings of which it is a step (article 87(7))."""

from django.utils.translation import gettext_lazy as _

from assembly.referrals import ABOUT_PROCEEDINGS
from record.collection import Panel, register_panel


def steps_of(decision, day):
    """Its public steps, by the proceeding's State; None for a decision that is none."""
    found = decision.steps.public().select_related(*ABOUT_PROCEEDINGS).order_by("proceeding__state", "proceeding__opened_on_earliest", "pk")
    steps = list(found)
    return {"steps": steps} if steps else None


register_panel(Panel("decisions", _("A step of these proceedings"), "assembly/panel_steps.html", steps_of))
