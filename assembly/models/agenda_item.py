from django.db import models
from django.utils.translation import gettext_lazy as _

from assembly.models.session import Session
from record.fields import PartialDateField
from record.models import Entry, tracked


class Topic(models.TextChoices):
    """The fixed taxonomy of what comes before the Assembly, so that a topic can be followed through all sessions."""

    ELECTIONS = "elections", _("elections")
    BUDGET = "budget", _("budget")
    COOPERATION = "cooperation", _("cooperation")
    NON_COOPERATION = "non_cooperation", _("non-cooperation")
    COMPLEMENTARITY = "complementarity", _("complementarity")
    AMENDMENTS = "amendments", _("amendments")
    UNIVERSALITY = "universality", _("universality")
    VICTIMS = "victims", _("victims")
    GOVERNANCE = "governance", _("premises and governance")
    OTHER = "other", _("other")

    @property
    def slug(self):
        """Its part of an address."""
        return self.value.replace("_", "-")


@tracked()
class AgendaItem(Entry):
    """What stood on the agenda of a session, and what was said and done under it."""

    collection = "agenda-items"

    session = models.ForeignKey(
        Session, models.PROTECT, related_name="agenda_items", verbose_name=_("session"), help_text=_("The session on whose agenda it stood.")
    )
    number = models.CharField(_("item"), max_length=12, blank=True, help_text=_("As on the agenda: 10, 10(a). Empty: not found."))
    title = models.CharField(_("title"), max_length=300, help_text=_("As on the agenda."))
    topic = models.CharField(_("topic"), max_length=15, choices=Topic.choices, help_text=_("By our taxonomy, the same for every session."))
    taken_up_on = PartialDateField(_("taken up on"), help_text=_("The day of the plenary. Empty: not found."))
    meeting = models.CharField(_("meeting"), max_length=80, blank=True, help_text=_("Third plenary meeting. Empty: not found."))
    document_no = models.CharField(
        _("document number"), max_length=80, blank=True, help_text=_("Of the report under it, as printed; empty: not found.")
    )
    summary = models.TextField(_("summary"), blank=True, help_text=_("What was said and done, in one neutral paragraph."))

    class Meta(Entry.Meta):
        ordering = ["session", "number", "slug"]
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        indexes = [models.Index(fields=["topic", "session"], name="agenda_item_of_a_topic")]

    def __str__(self):
        return f"{self.session}: {self.title}"

    def slug_parts(self):
        return [self.session.slug if self.session_id else "", self.number or self.topic]
