from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cooperation.models.measure import CoerciveMeasure
from record.fields import PartialDateField
from record.models import Entry, tracked
from record.models.triggers import link_triggers
from states.models import state_key


class ResponseKind(models.TextChoices):
    LIFTING = "lifting", _("measure lifted")
    COURT_RULING = "court_ruling", _("ruling of a national or regional court")
    LICENCE = "licence", _("licence or exemption")
    BLOCKING_LEGISLATION = "blocking_legislation", _("blocking legislation")
    MEASURE_BY_COURT = "measure_by_court", _("measure of the Court")
    MEASURE_BY_ASSEMBLY = "measure_by_assembly", _("measure of the Assembly")
    ASSISTANCE_TO_TARGETS = "assistance_to_targets", _("help to those targeted")
    OTHER = "other", _("other")


@tracked()
class MeasureResponse(Entry):
    """What was done about measures against the Court, other than words: a ruling, a law that blocks them, a precaution of the Court."""

    collection = "responses"

    measures = models.ManyToManyField(
        CoerciveMeasure,
        through="ResponseMeasure",
        related_name="responses",
        blank=True,
        verbose_name=_("measures"),
        help_text=_("That it answers."),
    )
    kind = models.CharField(_("kind"), max_length=21, choices=ResponseKind.choices, help_text=_("What was done."))
    state = state_key("responses", _("The State that acted. Empty: another body."), optional=True)
    body = models.CharField(_("body"), max_length=160, blank=True, help_text=_("Who acted, where it was no State: the Court, the European Union."))
    responded_on = PartialDateField(_("on"), blank=False, help_text=_("The day of the act."))
    ended_on = PartialDateField(_("ended"), help_text=_("Where it was for a time. Empty: no end on record."))
    title = models.CharField(_("title"), max_length=240, help_text=_("A few neutral words."))
    document_no = models.CharField(_("document number"), max_length=80, blank=True, help_text=_("As printed; empty: not found."))
    summary = models.TextField(_("summary"), blank=True, help_text=_("One neutral paragraph."))

    refused_at = {"response_is_of_one_author": "body", "response_ends_after_it_starts": "ended_on"}

    class Meta(Entry.Meta):
        ordering = ["-responded_on_earliest", "-id"]
        verbose_name = _("response to measures")
        verbose_name_plural = _("responses to measures")
        indexes = [models.Index(F("responded_on_earliest").desc(nulls_last=True), F("id").desc(), name="response_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="response_has_its_day", condition=~Q(responded_on=""), violation_error_message=_("A response has its day.")),
            models.CheckConstraint(
                name="response_is_of_one_author",
                condition=Q(state__isnull=False, body="") | (Q(state__isnull=True) & ~Q(body="")),
                violation_error_message=_("Name the State or the body that acted, one of them."),
            ),
            models.CheckConstraint(
                name="response_ends_after_it_starts",
                condition=Q(ended_on="") | Q(ended_on_latest__gte=F("responded_on_earliest")),
                violation_error_message=_("A response cannot end before it starts."),
            ),
        ]

    def __str__(self):
        return self.title

    def slug_parts(self):
        return [self.state_id or self.body[:40], self.kind.replace("_", "-"), self.responded_on]


@tracked()
class ResponseMeasure(models.Model):
    """A measure that a response answers. Part of the response: it changes with it, in an edition."""

    response = models.ForeignKey(MeasureResponse, models.CASCADE)
    measure = models.ForeignKey(CoerciveMeasure, models.PROTECT, to_field="slug", db_column="measure", verbose_name=_("measure"))

    class Meta:
        ordering = ["measure"]
        verbose_name = _("measure answered by a response")
        verbose_name_plural = _("measures answered by a response")
        triggers = link_triggers("cooperation_measureresponse", "response_id")
        constraints = [
            models.UniqueConstraint(
                fields=["response", "measure"], name="response_answers_a_measure_once", violation_error_message=_("This measure is given already.")
            )
        ]

    def __str__(self):
        return self.measure_id
