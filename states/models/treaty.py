from django.db import models
from django.utils.translation import gettext_lazy as _

from record.fields import PartialDateField
from record.models import Entry, tracked


class TreatyKind(models.TextChoices):
    STATUTE = "statute", _("Statute")
    AGREEMENT = "agreement", _("agreement")
    AMENDMENT = "amendment", _("amendment")


@tracked()
class Treaty(Entry):
    """A treaty of which the depositary keeps the list of Parties: the Rome Statute, an agreement, an amendment."""

    collection = "treaties"
    ROME_STATUTE = "rome-statute"

    name = models.CharField(_("name"), max_length=200, help_text=_("Its official title."))
    kind = models.CharField(_("kind"), max_length=10, choices=TreatyKind.choices, help_text=_("Statute, agreement or amendment."))
    adopted_on = PartialDateField(_("adopted on"), help_text=_("The day of its adoption."))
    in_force_on = PartialDateField(_("in force since"), help_text=_("Its general entry into force; empty: not in force."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    class Meta(Entry.Meta):
        ordering = ["slug"]
        verbose_name = _("treaty")
        verbose_name_plural = _("treaties")

    def __str__(self):
        return self.name

    def slug_parts(self):
        return [self.name]
