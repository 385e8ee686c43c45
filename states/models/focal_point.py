from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from record.fields import PartialDateField
from record.models import Entry, tracked
from states.models.state import state_key


class FocalRole(models.TextChoices):
    CHANNEL = "channel", _("channel of requests (article 87(1)(a))")
    NATIONAL_FOCAL_POINT = "national_focal_point", _("national focal point")
    ASSEMBLY_FOCAL_POINT = "assembly_focal_point", _("focal point of the Assembly on non-cooperation")
    ASSEMBLY_FACILITATOR = "assembly_facilitator", _("facilitator of the Assembly")
    OTHER = "other", _("other post")


@tracked()
class FocalPoint(Entry):
    """An office through which a State deals with the Court, or a post that a State holds for the Assembly. Never a private person."""

    collection = "focal-points"

    state = state_key("focal_points", _("Whose office or post it is."))
    role = models.CharField(_("role"), max_length=20, choices=FocalRole.choices, help_text=_("For what."))
    office = models.CharField(_("office"), max_length=300, blank=True, help_text=_("The authority or the post, not a person. Empty: not found."))
    languages = ArrayField(
        models.CharField(max_length=40),
        default=list,
        blank=True,
        verbose_name=_("languages"),
        help_text=_("In which requests are to be made (article 87(2)). Empty: not declared, or not found."),
    )
    since = PartialDateField(_("since"), help_text=_("Empty: not found."))
    until = PartialDateField(_("until"), help_text=_("The first day on which it no longer was. Empty: no end on record."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    refused_at = {"focal_point_says_something": "office"}

    class Meta(Entry.Meta):
        ordering = ["state", "role", "-since_earliest"]
        verbose_name = _("focal point")
        verbose_name_plural = _("focal points")
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="focal_point_ends_after_it_begins",
                condition=Q(since="") | Q(until="") | Q(until_latest__gt=F("since_earliest")),
                violation_error_message=_("It ends after it begins."),
            ),
            models.CheckConstraint(
                name="focal_point_says_something",
                condition=~Q(office="") | Q(languages__len__gt=0),
                violation_error_message=_("Give the office or the languages."),
            ),
        ]

    def __str__(self):
        return f"{self.state}: {self.get_role_display()}"

    def slug_parts(self):
        return [self.state_id, self.role.replace("_", "-"), self.since[:4]]
