from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models import Person
from cooperation.models.finding import Finding
from cooperation.models.proceeding import Proceeding
from cooperation.models.visit import Visit
from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, tracked
from states.models import state_key


@tracked()
class Reply(Entry):
    """What a State or a person says of a finding, a proceeding or a visit: shown beside it, as prominently as it."""

    collection = "replies"

    state = state_key("replies", _("The State whose position it is; empty: a person's."), optional=True)
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replies",
        verbose_name=_("person"),
        help_text=_("The person whose position it is; empty: a State's."),
    )
    finding = models.ForeignKey(
        Finding, models.PROTECT, null=True, blank=True, related_name="replies", verbose_name=_("finding"), help_text=_("The finding it answers.")
    )
    proceeding = models.ForeignKey(
        Proceeding,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replies",
        verbose_name=_("proceeding"),
        help_text=_("The proceeding it speaks of."),
    )
    visit = models.ForeignKey(
        Visit, models.PROTECT, null=True, blank=True, related_name="replies", verbose_name=_("visit"), help_text=_("The visit it speaks of.")
    )
    official = models.BooleanField(
        _("official communication"),
        default=False,
        help_text=_("Sent or published by the State itself, and the sender verified; not a report by others."),
    )
    stated_on = PartialDateField(_("stated on"), blank=False, help_text=_("The day of the statement."))
    summary = models.TextField(_("what it says"), help_text=_("The position in one neutral paragraph."))

    objects = EntryQuerySet.as_manager()

    class Meta(Entry.Meta):
        ordering = ["-stated_on_earliest", "-id"]
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        indexes = [models.Index(F("stated_on_earliest").desc(nulls_last=True), F("id").desc(), name="reply_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="reply_has_its_day", condition=~Q(stated_on=""), violation_error_message=_("A reply has a date.")),
            models.CheckConstraint(
                name="reply_is_of_one_author",
                condition=Q(state__isnull=True, person__isnull=False) | Q(state__isnull=False, person__isnull=True),
                violation_error_message=_("A reply is either a State's or a person's."),
            ),
            models.CheckConstraint(
                name="reply_answers_something",
                condition=Q(finding__isnull=False) | Q(proceeding__isnull=False) | Q(visit__isnull=False),
                violation_error_message=_("A reply names the finding, the proceeding or the visit that it speaks of."),
            ),
        ]

    def __str__(self):
        return f"{self.whose}, {self.stated_on}"

    @property
    def whose(self):
        """The State or the person whose position it is."""
        return self.state or self.person

    @property
    def about(self):
        """What it speaks of: the decision, else the proceeding, else the visit."""
        return self.finding or self.proceeding or self.visit

    def save(self, *args, **kwargs):
        """What answers a decision speaks of its proceeding: it stands on the page of both."""
        if self.finding_id and not self.proceeding_id:
            self.proceeding_id = self.finding.proceeding_id
        super().save(*args, **kwargs)

    def slug_parts(self):
        return [self.state_id or (self.person.slug if self.person_id else ""), self.stated_on]
