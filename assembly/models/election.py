import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly.models.offices import BY_THE_ASSEMBLY, BY_THE_JUDGES, Elector, Office
from assembly.models.session import Held, Session
from cooperation.models import Official
from record.dated import words_for
from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, tracked
from record.models.triggers import refusal
from states.models import state_key

COUNT = RegexValidator(r"^([0-9]{1,4}|\?)$", _("A whole number for each ballot, or ? where it was not published."))


def by_ballot(label, meaning):
    """Counts by ballot, in order; `?` where one was not published."""
    return ArrayField(models.CharField(max_length=4, validators=[COUNT]), default=list, blank=True, verbose_name=label, help_text=meaning)


def beyond_those_voting(votes, voting):
    """[(ballot, votes, those voting)] of the ballots in which there were more votes than States Parties voting, both published."""
    ballots = enumerate(zip(votes, voting, strict=False), start=1)
    return [(ballot, int(cast), int(total)) for ballot, (cast, total) in ballots if cast.isdigit() and total.isdigit() and int(cast) > int(total)]


def votes_fit(counts, own):
    """The trigger that refuses votes beyond those voting; `counts`: the column that it watches, `own`: its table's letter below."""
    beyond = refusal("candidate_votes_fit_those_voting", "A candidate has more votes in a ballot than there were States Parties present and voting.")
    no_counts = refusal("ballot_counts_are_numbers", "A whole number for each ballot, or ? where it was not published.")
    return pgtrigger.Trigger(
        name="votes_fit",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf(counts),
        func=f"""
            IF array_to_string(NEW.{counts}, ';') !~ '^([0-9]+|[?])(;([0-9]+|[?]))*$' AND cardinality(NEW.{counts}) > 0 THEN {no_counts} END IF;
            IF EXISTS (
                SELECT 1 FROM assembly_election e JOIN assembly_candidate c ON c.election_id = e.id
                CROSS JOIN LATERAL unnest(c.votes, e.parties_voting) AS ballot(votes, voting)
                WHERE {own}.id = NEW.id AND ballot.votes ~ '^[0-9]+$' AND ballot.voting ~ '^[0-9]+$'
                    AND ballot.votes::int > ballot.voting::int)
            THEN {beyond} END IF;
            RETURN NULL;""",
    )


class ElectionQuerySet(EntryQuerySet):
    def due(self, *, on):
        """Elections to come, as of a day."""
        return self.filter(held=Held.SCHEDULED, held_on_latest__gte=on)


@tracked()
class Election(Entry):
    """An election to an office of the Court or of the Assembly. Several people elected to one office together are one election."""

    collection = "elections"

    session = models.ForeignKey(
        Session,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="elections",
        verbose_name=_("session"),
        help_text=_("Empty: by the judges or the Bureau."),
    )
    office = models.CharField(_("office"), max_length=28, choices=Office.choices, help_text=_("To what they are elected."))
    elector = models.CharField(
        _("elector"), max_length=8, choices=Elector.choices, help_text=_("Who elects: the Registrar and the Presidency are elected by the judges.")
    )
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True, help_text=_("How many were to be filled. Empty: not found."))
    held = models.CharField(_("held"), max_length=9, choices=Held.choices, help_text=_("Scheduled, until somebody has read that it was held."))
    held_on = PartialDateField(_("on"), blank=False, help_text=_("First day of voting."))
    ended_on = PartialDateField(_("ended on"), help_text=_("Last day of voting, where it took several."))
    rounds = models.PositiveSmallIntegerField(_("ballots"), null=True, blank=True, help_text=_("How many were held. Empty: not found, or none."))
    parties_voting = by_ballot(
        _("present and voting"), _("States Parties present and voting, ballot by ballot; ? for a ballot that was not published.")
    )
    document_no = models.CharField(_("document number"), max_length=80, blank=True, help_text=_("As printed; empty: not found."))
    summary = models.TextField(_("summary"), blank=True, help_text=_("One neutral paragraph."))

    objects = ElectionQuerySet.as_manager()
    refused_at = {"candidate_votes_fit_those_voting": "parties_voting", "ballot_counts_are_numbers": "parties_voting"}

    class Meta(Entry.Meta):
        ordering = ["-held_on_earliest", "-id"]
        verbose_name = _("election")
        verbose_name_plural = _("elections")
        triggers = [*Entry.Meta.triggers, votes_fit("parties_voting", "e")]
        indexes = [models.Index(F("held_on_earliest").desc(nulls_last=True), F("id").desc(), name="election_newest_first")]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="election_elector_fits_the_office",
                condition=Q(office__in=BY_THE_JUDGES, elector=Elector.JUDGES)
                | Q(office__in=BY_THE_ASSEMBLY, elector=Elector.ASSEMBLY)
                | ~Q(office__in=(*BY_THE_JUDGES, *BY_THE_ASSEMBLY)),
                violation_error_message=_(
                    "The judges elect the Presidency and the Registrar (articles 38 and 43); the Assembly the judges, the Prosecutor, their Deputies and its Bureau (articles 36, 42 and 112)."
                ),
            ),
            models.CheckConstraint(name="election_has_its_day", condition=~Q(held_on=""), violation_error_message=_("An election has its day.")),
            models.CheckConstraint(
                name="election_ends_after_it_begins",
                condition=Q(ended_on="") | Q(ended_on_latest__gte=F("held_on_earliest")),
                violation_error_message=_("An election cannot end before it begins."),
            ),
            models.CheckConstraint(
                name="election_ballots_are_counted",
                condition=Q(parties_voting__len=0) | Q(rounds__isnull=True) | Q(parties_voting__len=F("rounds")),
                violation_error_message=_("There are as many counts of those voting as ballots: write ? for one that was not published."),
            ),
        ]

    def __str__(self):
        return f"{capfirst(self.get_office_display())}, {words_for(self.held_on)}"

    @property
    def last_day(self):
        """The last on which there may have been a vote."""
        return self.ended_on_latest or self.held_on_latest

    def clean(self):
        """In words, and with names, what the trigger `votes_fit` refuses."""
        said = _t("Ballot %(ballot)s: %(name)s has %(votes)s votes, more than the %(voting)s present and voting.")
        wrong = [
            said % {"ballot": ballot, "name": candidate.name, "votes": votes, "voting": voting}
            for candidate in (self.candidates.all() if self.pk else ())
            for ballot, votes, voting in beyond_those_voting(candidate.votes, self.parties_voting)
        ]
        if wrong:
            raise ValidationError({"parties_voting": wrong})

    def slug_parts(self):
        return [self.office.replace("_", "-"), self.held_on]


class CandidateOutcome(models.TextChoices):
    ELECTED = "elected", _("elected")
    NOT_ELECTED = "not_elected", _("not elected")
    WITHDREW = "withdrew", _("withdrew")


class JudicialList(models.TextChoices):
    """Article 36(5): A for criminal law and procedure, B for international law."""

    A = "A", _("list A")
    B = "B", _("list B")


@tracked()
class Candidate(Entry):
    """Somebody, or a State or an institution, that stood in an election."""

    collection = "candidates"

    election = models.ForeignKey(
        Election, models.PROTECT, related_name="candidates", verbose_name=_("election"), help_text=_("The election in which they stood.")
    )
    name = models.CharField(_("name"), max_length=160, help_text=_("As printed in the results."))
    official = models.ForeignKey(
        Official,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="candidacies",
        verbose_name=_("official"),
        help_text=_("Who holds or held an office. Empty: never did, as far as the record goes."),
    )
    nominated_by = state_key(
        "nominations", _("The State that nominated them. Empty: none, or not found."), column="nominated_by", label=_("nominated by"), optional=True
    )
    judicial_list = models.CharField(
        _("list"), max_length=1, choices=JudicialList.choices, blank=True, help_text=_("Of judges only (article 36(5)).")
    )
    outcome = models.CharField(
        _("outcome"), max_length=11, choices=CandidateOutcome.choices, blank=True, help_text=_("Empty: not yet, or not found.")
    )
    votes = by_ballot(_("votes"), _("Ballot by ballot; ? for a ballot that was not published."))
    elected_in_round = models.PositiveSmallIntegerField(_("elected in ballot"), null=True, blank=True, help_text=_("Empty: not found."))
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    refused_at = {"candidate_votes_fit_those_voting": "votes", "ballot_counts_are_numbers": "votes"}

    class Meta(Entry.Meta):
        ordering = ["election", "name"]
        verbose_name = _("candidate")
        verbose_name_plural = _("candidates")
        triggers = [*Entry.Meta.triggers, votes_fit("votes", "c")]
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(
                fields=["election", "name"], name="candidate_stands_once", violation_error_message=_("This candidate is on record in this election.")
            ),
            models.CheckConstraint(
                name="candidate_elected_in_a_ballot",
                condition=Q(elected_in_round__isnull=True) | Q(outcome=CandidateOutcome.ELECTED),
                violation_error_message=_("Only who was elected was elected in a ballot."),
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        """In words, ballot by ballot, what the trigger `votes_fit` refuses."""
        said = _t("Ballot %(ballot)s: %(votes)s votes, where %(voting)s States Parties were present and voting.")
        voting = self.election.parties_voting if self.election_id else []
        wrong = [said % {"ballot": ballot, "votes": votes, "voting": total} for ballot, votes, total in beyond_those_voting(self.votes, voting)]
        if wrong:
            raise ValidationError({"votes": wrong})

    def slug_parts(self):
        return [self.election.slug if self.election_id else "", self.name]
