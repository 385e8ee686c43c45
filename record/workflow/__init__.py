"""The only code that changes a status, and the only door to what is public."""

from record.workflow.editions import edition
from record.workflow.readiness import Gap, citable, gaps
from record.workflow.rights import may
from record.workflow.steps import confirm_reading, publish, retract, send_back, submit

__all__ = ["Gap", "citable", "confirm_reading", "edition", "gaps", "may", "publish", "retract", "send_back", "submit"]
