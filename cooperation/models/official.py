from django.db import models
from django.utils.translation import gettext_lazy as _

from record.models import Entry, tracked
from states.models import state_key


@tracked()
class Official(Entry):
    """Somebody who holds or held an office of the Court or of the Assembly. Which office, and when, is a term of its own."""

    collection = "officials"

    name = models.CharField(_("name"), max_length=120, help_text=_("As the Court or the Assembly writes it."))
    also_known_as = models.CharField(_("also written"), max_length=200, blank=True, help_text=_("Other spellings in use."))
    nationality = state_key(
        "officials", _("As the Court or the Assembly gives it; empty: not found."), column="nationality", label=_("nationality"), optional=True
    )
    summary = models.TextField(_("summary"), blank=True, help_text=_("One neutral paragraph, where one is needed."))

    class Meta(Entry.Meta):
        ordering = ["name"]
        verbose_name = _("official")
        verbose_name_plural = _("officials")

    def __str__(self):
        return self.name

    def slug_parts(self):
        return [self.name]
