from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from assembly.models.agenda_item import AgendaItem, Topic
from assembly.models.session import Session
from cooperation.models import ProceedingStep
from record.fields import PartialDateField
from record.models import Entry, tracked
from record.models.triggers import link_triggers


class DecidingOrgan(models.TextChoices):
    ASSEMBLY = "assembly", _("Assembly")
    BUREAU = "bureau", _("Bureau of the Assembly")
    REVIEW_CONFERENCE = "review_conference", _("Review Conference")


class DecisionKind(models.TextChoices):
    RESOLUTION = "resolution", _("resolution")
    DECISION = "decision", _("decision")
    DECLARATION = "declaration", _("declaration")
    RECOMMENDATION = "recommendation", _("recommendation")


class AdoptedBy(models.TextChoices):
    """Article 112(7): every effort is made to decide by consensus; else there is a vote."""

    CONSENSUS = "consensus", _("consensus")
    VOTE = "vote", _("vote")


@tracked()
class Decision(Entry):
    """A resolution or another decision of the Assembly, its Bureau or the Review Conference (article 112).

    Where it acts on a failure to cooperate, the step of that proceeding is the fact; the decision points at it.
    """

    collection = "decisions"

    session = models.ForeignKey(
        Session,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("session"),
        help_text=_("Empty: taken between sessions."),
    )
    organ = models.CharField(_("organ"), max_length=17, choices=DecidingOrgan.choices, help_text=_("Who decided."))
    kind = models.CharField(_("kind"), max_length=14, choices=DecisionKind.choices, help_text=_("Resolution, decision, declaration."))
    number = models.CharField(_("number"), max_length=60, blank=True, help_text=_("ICC-ASP/23/Res.5, as printed. Empty: not found."))
    title = models.CharField(_("title"), max_length=300, help_text=_("As printed, or in a few neutral words."))
    topic = models.CharField(_("topic"), max_length=15, choices=Topic.choices, help_text=_("By our taxonomy, the same for every session."))
    adopted_on = PartialDateField(_("adopted on"), help_text=_("Empty: not found."))
    adopted_by = models.CharField(_("adopted by"), max_length=9, choices=AdoptedBy.choices, blank=True, help_text=_("Empty: not found."))
    in_favour = models.PositiveSmallIntegerField(
        _("in favour"), null=True, blank=True, help_text=_("States Parties. Empty: no vote, or not published.")
    )
    against = models.PositiveSmallIntegerField(_("against"), null=True, blank=True, help_text=_("States Parties. Empty: no vote, or not published."))
    abstained = models.PositiveSmallIntegerField(_("abstained"), null=True, blank=True, help_text=_("States Parties. Empty: not published."))
    parties_voting = models.PositiveSmallIntegerField(
        _("present and voting"), null=True, blank=True, help_text=_("States Parties that voted in favour or against (article 112(7)).")
    )
    agenda_item = models.ForeignKey(
        AgendaItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("agenda item"),
        help_text=_("Under which it was taken. Empty: not found."),
    )
    steps = models.ManyToManyField(
        ProceedingStep,
        through="DecisionStep",
        related_name="decisions",
        blank=True,
        verbose_name=_("steps"),
        help_text=_("The steps of proceedings under article 87(7) that it is."),
    )
    operative = models.TextField(_("operative points"), blank=True, help_text=_("Those that matter here, with their paragraphs, in our own words."))

    refused_at = {"decision_votes_are_of_a_vote": "adopted_by", "decision_is_of_a_session_or_the_bureau": "session"}

    class Meta(Entry.Meta):
        ordering = ["-adopted_on_earliest", "-id"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        indexes = [
            models.Index(F("adopted_on_earliest").desc(nulls_last=True), F("id").desc(), name="decision_newest_first"),
            models.Index(fields=["topic", "session"], name="decision_of_a_topic"),
        ]
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(
                fields=["number"],
                condition=~Q(number=""),
                name="decision_number_is_given_once",
                violation_error_message=_("A decision with this number is on record already."),
            ),
            models.CheckConstraint(
                name="decision_votes_are_of_a_vote",
                condition=Q(adopted_by=AdoptedBy.VOTE)
                | Q(in_favour__isnull=True, against__isnull=True, abstained__isnull=True, parties_voting__isnull=True),
                violation_error_message=_("Votes are given only where there was a vote."),
            ),
            models.CheckConstraint(
                name="decision_votes_fit_those_voting",
                condition=Q(parties_voting__isnull=True)
                | Q(parties_voting__gte=Coalesce(F("in_favour"), Value(0)) + Coalesce(F("against"), Value(0))),
                violation_error_message=_("More votes in favour and against than States Parties present and voting."),
            ),
            models.CheckConstraint(
                name="decision_is_of_a_session_or_the_bureau",
                condition=Q(session__isnull=False) | Q(organ=DecidingOrgan.BUREAU),
                violation_error_message=_("Only the Bureau decides between sessions: name the session."),
            ),
        ]

    def __str__(self):
        return f"{self.number}: {self.title}" if self.number else self.title

    def slug_parts(self):
        return (
            [self.number.replace("/", "-").replace(".", "-")]
            if self.number
            else [self.session.slug if self.session_id else self.organ, self.title[:50]]
        )


@tracked()
class DecisionStep(models.Model):
    """A step of a proceeding that a decision is. Part of the decision: it changes with it, in an edition."""

    decision = models.ForeignKey(Decision, models.CASCADE)
    step = models.ForeignKey(ProceedingStep, models.PROTECT, to_field="slug", db_column="step")

    class Meta:
        ordering = ["step"]
        verbose_name = _("step of a decision")
        verbose_name_plural = _("steps of a decision")
        triggers = link_triggers("assembly_decision", "decision_id")
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "step"], name="decision_is_a_step_once", violation_error_message=_("This step is given already.")
            )
        ]

    def __str__(self):
        return self.step_id
