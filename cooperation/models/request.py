from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models import Person, Situation
from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, tracked
from states.models import state_key


class RequestQuerySet(EntryQuerySet):
    def to(self, state):
        """Sent to this State, or circulated to all States Parties."""
        return self.filter(models.Q(state=state) | models.Q(state__isnull=True))


@tracked()
class Request(Entry):
    """A request of the Court for cooperation that is on the public record (article 87(1)). A public warrant is not yet one."""

    collection = "requests"

    state = state_key("requests", _("The addressee; empty: all States Parties."), optional=True)
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="requests",
        verbose_name=_("person"),
        help_text=_("Whose arrest or other matter it concerns."),
    )
    situation = models.ForeignKey(
        Situation, models.PROTECT, related_name="requests", verbose_name=_("situation"), help_text=_("The situation it arises from.")
    )
    article = models.CharField(_("article"), max_length=20, blank=True, help_text=_("89, 92, 93: the article it was made under."))
    sent_on = PartialDateField(_("sent on"), help_text=_("When the Registry sent it; empty: not known."))
    made_public_on = PartialDateField(_("made public on"), help_text=_("When it became publicly known."))
    document_no = models.CharField(_("document number"), max_length=80, blank=True, help_text=_("As printed; empty: not found."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    objects = RequestQuerySet.as_manager()

    class Meta(Entry.Meta):
        ordering = ["-sent_on_earliest", "slug"]
        verbose_name = _("request")
        verbose_name_plural = _("requests")
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="request_is_public_after_it_is_sent",
                condition=models.Q(made_public_on="") | models.Q(sent_on="") | models.Q(made_public_on_latest__gte=models.F("sent_on_earliest")),
                violation_error_message=_("A request cannot become public before it is sent."),
            ),
        ]

    def __str__(self):
        return f"{self.state_id or _('all States Parties')}: {self.person or self.situation}, {self.sent_on or '?'}"

    def slug_parts(self):
        subject = self.person or self.situation
        return [self.state_id or "all", subject.slug, self.sent_on]
