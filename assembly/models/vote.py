from django.db import models
from django.utils.translation import gettext_lazy as _

from assembly.models.statement import Statement
from record.models import Entry, tracked
from states.models import state_key


class VoteCast(models.TextChoices):
    IN_FAVOUR = "in_favour", _("in favour")
    AGAINST = "against", _("against")
    ABSTAINED = "abstained", _("abstained")
    NOT_VOTING = "not_voting", _("not voting")


@tracked()
class Vote(Entry):
    """How a State voted, by name, on a resolution or draft about the Court."""

    collection = "votes"

    statement = models.ForeignKey(
        Statement,
        models.PROTECT,
        related_name="votes",
        verbose_name=_("resolution"),
        help_text=_("The resolution or draft that was put to the vote."),
    )
    state = state_key("votes", _("Who voted."))
    vote = models.CharField(_("vote"), max_length=10, choices=VoteCast.choices, help_text=_("By the record of the meeting."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    class Meta(Entry.Meta):
        ordering = ["statement", "state"]
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(
                fields=["statement", "state"], name="vote_is_cast_once", violation_error_message=_("The vote of this State is on record already.")
            ),
        ]

    def __str__(self):
        return f"{self.state}, {self.get_vote_display()}: {self.statement}"

    def slug_parts(self):
        return [self.statement.slug if self.statement_id else "", self.state_id]
