import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from assembly.models.decision import AdoptedBy
from assembly.models.session import Session
from cooperation.models import CoerciveMeasure, Official
from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, tracked
from record.models.triggers import link_triggers, refusal
from states.models import State, state_key


class StatementKind(models.TextChoices):
    ANNUAL_REPORT = "annual_report", _("annual report to the General Assembly")
    RESOLUTION = "resolution", _("resolution or draft put to the vote")
    JOINT_STATEMENT = "joint_statement", _("joint statement of States")
    STATE_STATEMENT = "state_statement", _("statement of a State")
    COURT_STATEMENT = "court_statement", _("statement of the Court")
    ASSEMBLY_STATEMENT = "assembly_statement", _("statement of the Assembly, its President or Bureau")
    ORGANISATION_STATEMENT = "organisation_statement", _("statement of an organisation of States")
    EXPERT_STATEMENT = "expert_statement", _("statement of experts")


OF_MANY = (StatementKind.JOINT_STATEMENT, StatementKind.RESOLUTION)


class Forum(models.TextChoices):
    GENERAL_ASSEMBLY = "general_assembly", _("General Assembly")
    SECURITY_COUNCIL = "security_council", _("Security Council")
    ASSEMBLY = "assembly", _("Assembly of States Parties")
    COURT = "court", _("the Court")
    CAPITAL = "capital", _("at home")
    REGIONAL = "regional", _("regional organisation")
    PRESS = "press", _("press")
    OTHER = "other", _("elsewhere")


class StatementTopic(models.TextChoices):
    PRESSURE = "pressure", _("measures against the Court")
    COOPERATION = "cooperation", _("cooperation")
    NON_COOPERATION = "non_cooperation", _("non-cooperation")
    WITHDRAWAL = "withdrawal", _("withdrawal")
    SUPPORT = "support", _("support for the Court")
    UNIVERSALITY = "universality", _("universality")
    COMPLEMENTARITY = "complementarity", _("complementarity")
    BUDGET = "budget", _("budget")
    AMENDMENTS = "amendments", _("amendments")
    ELECTIONS = "elections", _("elections")
    GENERAL = "general", _("the Court in general")


class StatementQuerySet(EntryQuerySet):
    def annual_reports(self):
        """What the President of the Court presents to the General Assembly each year."""
        return self.filter(kind=StatementKind.ANNUAL_REPORT)

    def fully_listed(self):
        """Joint statements of which as many signatories are listed as were published: only of these can it be said who did not sign."""
        listed = Signatory.objects.order_by().values("statement").annotate(n=Count("pk")).filter(n__gte=F("statement__signatories_said"))
        return self.filter(kind=StatementKind.JOINT_STATEMENT, pk__in=listed.values("statement"))


NOT_A_STATE = gettext_noop("A State cannot sign before it was one: look at the day from which it is independent.")


@tracked()
class Statement(Entry):
    """What somebody in office said of the Court, in a forum, on a day; a resolution; the President's annual report."""

    collection = "statements"

    kind = models.CharField(_("kind"), max_length=22, choices=StatementKind.choices, help_text=_("Whose word it is."))
    forum = models.CharField(_("forum"), max_length=16, choices=Forum.choices, help_text=_("Where it was said."))
    state = state_key("statements", _("On whose behalf. Empty: another body's, or of several States."), optional=True)
    body = models.CharField(
        _("body"), max_length=160, blank=True, help_text=_("On whose behalf, where it is no State. Empty: a State's, or of several.")
    )
    speaker = models.CharField(_("speaker"), max_length=120, blank=True, help_text=_("Who said it. Empty: nobody in particular, or not found."))
    capacity = models.CharField(_("office"), max_length=120, blank=True, help_text=_("In which office. Empty: not found."))
    official = models.ForeignKey(
        Official,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("official"),
        help_text=_("If the speaker is one of the Court or of the Assembly."),
    )
    delivered_on = PartialDateField(_("on"), blank=False, help_text=_("The day on which it was made, presented or adopted."))
    session = models.ForeignKey(
        Session,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("session"),
        help_text=_("Of the Assembly of States Parties, if at one."),
    )
    topic = models.CharField(_("topic"), max_length=15, choices=StatementTopic.choices, help_text=_("By our taxonomy."))
    title = models.CharField(_("title"), max_length=300, help_text=_("As printed, or in a few neutral words."))
    document_no = models.CharField(_("symbol"), max_length=80, blank=True, help_text=_("A/80/342, as printed. Empty: not found."))
    measures = models.ManyToManyField(
        CoerciveMeasure,
        through="StatementMeasure",
        related_name="statements",
        blank=True,
        verbose_name=_("measures"),
        help_text=_("Against the Court, that it speaks of."),
    )
    signatories = models.ManyToManyField(
        State,
        through="Signatory",
        related_name="signed_statements",
        blank=True,
        verbose_name=_("signatories"),
        help_text=_("States that signed it; of a resolution, that sponsored it. Only as a source lists them."),
    )
    signatories_said = models.PositiveSmallIntegerField(
        _("signatories, as published"), null=True, blank=True, help_text=_("The number that the source gives. Empty: none given.")
    )
    adopted = models.BooleanField(_("adopted"), null=True, blank=True, help_text=_("Of a resolution or draft. Empty: of none, or not found."))
    adopted_by = models.CharField(_("adopted by"), max_length=9, choices=AdoptedBy.choices, blank=True, help_text=_("Empty: of none, or not found."))
    in_favour = models.PositiveSmallIntegerField(_("in favour"), null=True, blank=True, help_text=_("Empty: no vote, or not published."))
    against = models.PositiveSmallIntegerField(_("against"), null=True, blank=True, help_text=_("Empty: no vote, or not published."))
    abstained = models.PositiveSmallIntegerField(_("abstained"), null=True, blank=True, help_text=_("Empty: no vote, or not published."))
    summary = models.TextField(_("summary"), blank=True, help_text=_("One neutral paragraph, in our own words."))

    objects = StatementQuerySet.as_manager()

    refused_at = {
        "statement_is_of_its_author": "body",
        "statement_is_adopted_only_if_a_resolution": "adopted",
        "statement_votes_are_of_a_vote": "adopted_by",
        "statement_document_is_given_once": "document_no",
        "statement_report_is_of_an_official": "official",
        "signatory_was_a_state": "delivered_on",
    }

    class Meta(Entry.Meta):
        ordering = ["-delivered_on_earliest", "-id"]
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        indexes = [models.Index(F("delivered_on_earliest").desc(nulls_last=True), F("id").desc(), name="statement_newest_first")]
        triggers = [
            *Entry.Meta.triggers,
            pgtrigger.Trigger(
                name="signatories_were_states",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("delivered_on"),
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM assembly_signatory l JOIN states_state s ON s.iso3 = l.state
                        WHERE l.statement_id = NEW.id AND s.independent_on_earliest > NEW.delivered_on_latest)
                    THEN {refusal("signatory_was_a_state", NOT_A_STATE)} END IF;
                    RETURN NULL;""",
            ),
        ]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="statement_has_its_day", condition=~Q(delivered_on=""), violation_error_message=_("A statement has its day.")
            ),
            models.CheckConstraint(
                name="statement_is_of_its_author",
                condition=Q(kind__in=OF_MANY, state__isnull=True)
                | (~Q(kind__in=OF_MANY) & (Q(state__isnull=False, body="") | (Q(state__isnull=True) & ~Q(body="")))),
                violation_error_message=_("A statement is a State's or a body's: name one of them. Of several States, its signatories are listed."),
            ),
            models.CheckConstraint(
                name="statement_report_is_of_an_official",
                condition=~Q(kind=StatementKind.ANNUAL_REPORT) | Q(official__isnull=False),
                violation_error_message=_("The annual report is presented by the President of the Court: name them."),
            ),
            models.CheckConstraint(
                name="statement_is_adopted_only_if_a_resolution",
                condition=Q(kind=StatementKind.RESOLUTION)
                | Q(adopted__isnull=True, adopted_by="", in_favour__isnull=True, against__isnull=True, abstained__isnull=True),
                violation_error_message=_("Only a resolution, or a draft of one, is adopted and voted on."),
            ),
            models.CheckConstraint(
                name="statement_votes_are_of_a_vote",
                condition=Q(adopted_by=AdoptedBy.VOTE) | Q(adopted=False) | Q(in_favour__isnull=True, against__isnull=True, abstained__isnull=True),
                violation_error_message=_("Votes are given only where there was a vote."),
            ),
            models.UniqueConstraint(
                fields=["document_no"],
                condition=~Q(document_no=""),
                name="statement_document_is_given_once",
                violation_error_message=_("A statement with this symbol is on record already."),
            ),
        ]

    def __str__(self):
        return self.title

    def slug_parts(self):
        return [self.state_id or self.body[:40] or self.kind.replace("_", "-"), self.topic.replace("_", "-"), self.delivered_on]


@tracked()
class Signatory(models.Model):
    """A State that signed a joint statement or sponsored a resolution. Part of the statement: it changes with it, in an edition."""

    statement = models.ForeignKey(Statement, models.CASCADE)
    state = state_key("+", _("That signed, or sponsored."))

    class Meta:
        ordering = ["state"]
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        triggers = [
            *link_triggers("assembly_statement", "statement_id"),
            pgtrigger.Trigger(
                name="signatory_was_a_state",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM assembly_statement o JOIN states_state s ON s.iso3 = NEW.state
                        WHERE o.id = NEW.statement_id AND s.independent_on_earliest > o.delivered_on_latest)
                    THEN {refusal("signatory_was_a_state", NOT_A_STATE)} END IF;
                    RETURN NEW;""",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "state"], name="signatory_signs_once", violation_error_message=_("This State is listed already.")
            )
        ]

    def __str__(self):
        return self.state_id

    def clean(self):
        """Refuses a State that was not one yet, before the database does."""
        begun = self.state.independent_on_earliest if self.state_id else None
        said = self.statement.delivered_on_latest if self.statement_id or self._state.fields_cache.get("statement") else None
        if begun and said and begun > said:
            raise ValidationError({"state": _(NOT_A_STATE)})


@tracked()
class StatementMeasure(models.Model):
    """A measure that a statement speaks of. Part of the statement: it changes with it, in an edition."""

    statement = models.ForeignKey(Statement, models.CASCADE)
    measure = models.ForeignKey(CoerciveMeasure, models.PROTECT, to_field="slug", db_column="measure", verbose_name=_("measure"))

    class Meta:
        ordering = ["measure"]
        verbose_name = _("measure that a statement speaks of")
        verbose_name_plural = _("measures that a statement speaks of")
        triggers = link_triggers("assembly_statement", "statement_id")
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "measure"],
                name="statement_speaks_of_a_measure_once",
                violation_error_message=_("This measure is given already."),
            )
        ]

    def __str__(self):
        return self.measure_id
