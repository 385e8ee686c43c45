from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.crimes import must_be_a_crime, must_be_a_liability
from cases.models.case import Case
from cases.models.person import Person
from record.fields import PartialDateField
from record.models import Entry, EntryQuerySet, tracked


class WarrantKind(models.TextChoices):
    """Article 58(1) and article 58(7): a warrant is not a summons."""

    ARREST = "arrest", _("warrant of arrest")
    SUMMONS = "summons", _("summons to appear")


class EndReason(models.TextChoices):
    EXECUTED = "executed", _("executed: the person was surrendered")
    APPEARED = "appeared", _("the person appeared")
    WITHDRAWN = "withdrawn", _("withdrawn")
    VACATED = "vacated", _("vacated")
    REPLACED = "replaced", _("replaced by another")
    DEATH = "death", _("death of the person")
    INADMISSIBLE = "inadmissible", _("case inadmissible")
    CHARGES_NOT_CONFIRMED = "charges_not_confirmed", _("charges not confirmed")
    PROCEEDINGS_TERMINATED = "proceedings_terminated", _("proceedings terminated")


def charged_articles(help_text):
    """Crimes, article by article; empty: no source that was read prints them."""
    article = models.CharField(max_length=16, validators=[must_be_a_crime])
    return ArrayField(article, default=list, blank=True, verbose_name=_("articles"), help_text=help_text)


class WarrantQuerySet(EntryQuerySet):
    def in_force(self, *, on):
        """Warrants of arrest in force on a day, from issue until the Court ends them (article 58(4): they do not expire).

        Where the day of issue is not known, from the day on which they became public.
        """
        begun = Q(issued_on_latest__lte=on) | Q(issued_on="", unsealed_on_latest__lte=on)
        return self.filter(begun, Q(ended_on="") | Q(ended_on_latest__gt=on), kind=WarrantKind.ARREST)


@tracked()
class Warrant(Entry):
    """A warrant of arrest or a summons that is public. What is sealed is not in the record."""

    collection = "warrants"

    person = models.ForeignKey(Person, models.PROTECT, related_name="warrants", verbose_name=_("person"), help_text=_("Whom it is against."))
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="warrants", verbose_name=_("case"), help_text=_("Empty: no case number is public.")
    )
    kind = models.CharField(_("kind"), max_length=7, choices=WarrantKind.choices, help_text=_("A warrant is not a summons."))
    issued_on = PartialDateField(_("issued on"), help_text=_("The day of the decision, which may have been under seal."))
    unsealed_on = PartialDateField(_("public on"), help_text=_("The day on which it became public."))
    ended_on = PartialDateField(_("ended on"), help_text=_("Empty: it stands. A warrant does not expire (article 58(4))."))
    end_reason = models.CharField(_("ended by"), max_length=24, choices=EndReason.choices, blank=True, help_text=_("Why it no longer stands."))
    chamber = models.CharField(_("Chamber"), max_length=80, blank=True, help_text=_("Pre-Trial Chamber II. Empty: not found."))
    document_no = models.CharField(_("document number"), max_length=60, blank=True, help_text=_("As printed; empty: not found."))
    crimes = models.CharField(_("crimes"), max_length=300, blank=True, help_text=_("As in the warrant, in short."))
    articles = charged_articles(_("Of the crimes, as the Court prints them: 7(1)(a), 8(2)(b)(xxvi) ... Empty: not found article by article."))
    liability = ArrayField(
        models.CharField(max_length=16, validators=[must_be_a_liability]),
        default=list,
        blank=True,
        verbose_name=_("modes of liability"),
        help_text=_("As the Court prints them: 25(3)(a), 28(b) ... Empty: not found."),
    )
    note = models.TextField(_("note"), blank=True, help_text=_("A neutral sentence."))

    objects = WarrantQuerySet.as_manager()

    class Meta(Entry.Meta):
        ordering = ["-issued_on_earliest", "slug"]
        verbose_name = _("warrant or summons")
        verbose_name_plural = _("warrants and summonses")
        indexes = [
            models.Index(F("issued_on_earliest").desc(nulls_last=True), F("id").desc(), name="warrant_newest_first"),
            GinIndex(fields=["articles"], name="warrant_by_article"),
        ]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="warrant_ends_after_it_is_issued",
                condition=Q(ended_on="") | Q(issued_on="") | Q(ended_on_latest__gte=F("issued_on_earliest")),
                violation_error_message=_("A warrant cannot end before it is issued."),
            ),
            models.CheckConstraint(
                name="warrant_is_public_after_it_is_issued",
                condition=Q(unsealed_on="") | Q(issued_on="") | Q(unsealed_on_latest__gte=F("issued_on_earliest")),
                violation_error_message=_("A warrant cannot become public before it is issued."),
            ),
            models.CheckConstraint(
                name="warrant_end_has_its_reason",
                condition=Q(ended_on="") | ~Q(end_reason=""),
                violation_error_message=_("Say why the warrant ended."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.person}, {self.issued_on or '?'}"

    def slug_parts(self):
        return [self.person.slug if self.person_id else "", self.issued_on]
