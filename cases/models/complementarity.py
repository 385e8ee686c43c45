from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models.case import Case
from cases.models.situation import Situation
from record.dated import words_for
from record.fields import PartialDateField
from record.models import Entry, tracked
from states.models import state_key


class ComplementarityKind(models.TextChoices):
    """Articles 17 to 20 and 53, and what the Office of the Prosecutor agreed with States on their own proceedings."""

    NOTIFICATION_DECIDED = "notification_decided", _("decision on the notification of States (article 18(1))")
    DEFERRAL_REQUESTED = "deferral_requested", _("deferral requested by a State (article 18(2))")
    RESUMPTION_SOUGHT = "resumption_sought", _("authorisation to investigate sought (article 18(2))")
    DEFERRAL_DECIDED = "deferral_decided", _("decision on the deferral (article 18(2))")
    ADMISSIBILITY_CHALLENGED = "admissibility_challenged", _("admissibility challenged (article 19)")
    ADMISSIBILITY_DECIDED = "admissibility_decided", _("decision on admissibility (articles 17 and 19)")
    APPEAL_DECIDED = "appeal_decided", _("judgment on appeal (articles 18(4) and 82(1)(a))")
    EXAMINATION_CLOSED = "examination_closed", _("preliminary examination closed (article 53)")
    AGREEMENT_CONCLUDED = "agreement_concluded", _("agreement of the Prosecutor with a State")
    NATIONAL_PROCEEDINGS_NOTED = "national_proceedings_noted", _("national proceedings noted by an organ of the Court")
    ASSESSMENT = "assessment", _("assessment by the Office of the Prosecutor")


class ComplementarityOutcome(models.TextChoices):
    ADMISSIBLE = "admissible", _("admissible")
    INADMISSIBLE = "inadmissible", _("inadmissible")
    RESUMPTION_AUTHORISED = "resumption_authorised", _("investigation authorised")
    RESUMPTION_REFUSED = "resumption_refused", _("investigation not authorised")
    CONFIRMED = "confirmed", _("confirmed on appeal")
    REVERSED = "reversed", _("reversed on appeal")
    WITHDRAWN = "withdrawn", _("withdrawn")
    REJECTED = "rejected", _("rejected")
    GENUINE_PROCEEDINGS = "genuine_proceedings", _("genuine national proceedings")


@tracked()
class ComplementarityAct(Entry):
    """An act on whether the Court or a State is to proceed (articles 17 to 20), or an agreement on a State's own proceedings."""

    collection = "complementarity"

    situation = models.ForeignKey(
        Situation,
        models.PROTECT,
        related_name="complementarity_acts",
        verbose_name=_("situation"),
        help_text=_("The situation or preliminary examination."),
    )
    case = models.ForeignKey(
        Case,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="complementarity_acts",
        verbose_name=_("case"),
        help_text=_("Empty: the situation as a whole."),
    )
    state = state_key("complementarity_acts", _("The State whose proceedings are meant. Empty: none named."), optional=True)
    kind = models.CharField(_("act"), max_length=26, choices=ComplementarityKind.choices, help_text=_("What was done."))
    outcome = models.CharField(
        _("outcome"), max_length=21, choices=ComplementarityOutcome.choices, blank=True, help_text=_("Of a decision or a closure. Empty: none.")
    )
    occurred_on = PartialDateField(_("on"), blank=False, help_text=_("The day of the act."))
    organ = models.CharField(_("organ"), max_length=80, help_text=_("Pre-Trial Chamber II, Office of the Prosecutor; the State, of a request."))
    document_no = models.CharField(_("document number"), max_length=60, blank=True, help_text=_("As printed; empty: not found."))
    summary = models.TextField(_("summary"), blank=True, help_text=_("One neutral paragraph."))

    class Meta(Entry.Meta):
        ordering = ["-occurred_on_earliest", "-id"]
        verbose_name = _("act on complementarity")
        verbose_name_plural = _("acts on complementarity")
        indexes = [models.Index(F("occurred_on_earliest").desc(nulls_last=True), F("id").desc(), name="complementarity_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="complementarity_has_its_day", condition=~Q(occurred_on=""), violation_error_message=_("An act has its day.")
            ),
        ]

    def __str__(self):
        return f"{self.situation}: {self.get_kind_display()}, {words_for(self.occurred_on)}"

    def slug_parts(self):
        return [self.state_id or (self.situation.slug if self.situation_id else ""), self.kind.replace("_", "-"), self.occurred_on]
