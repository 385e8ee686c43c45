"""The only code that changes a status, and the only door to what is public."""

from record.workflow.editions import edition, take_turn
from record.workflow.proposals import gaps
from record.workflow.readiness import Gap, citable, facts
from record.workflow.release import release_due
from record.workflow.reviews import assign, comment, comments_on, embargo, embargo_of, review_of
from record.workflow.revisions import begin, propose, rebase, withdraw
from record.workflow.rights import may
from record.workflow.steps import approve, confirm_reading, publish, retract, send_back, submit
from record.workflow.words import keep_words, prejudging

__all__ = [
    "Gap", "approve", "assign", "begin", "citable", "comment", "comments_on", "confirm_reading", "edition", "embargo", "embargo_of",
    "facts", "gaps", "keep_words", "may", "prejudging", "propose", "publish", "rebase", "release_due", "retract", "review_of", "send_back", "submit", "take_turn", "withdraw",
]  # fmt: skip
