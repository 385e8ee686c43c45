"""Cases, and which person stands in which."""

from django.utils.translation import gettext_lazy as _

from cases import filters
from cases.collection.columns import SLUG, SUMMARY, case_column, person_column, situation_column
from cases.models import Case, CaseKind, Participation
from record.collection import Collection, Column, On, register

CASES = register(
    Collection(
        name="cases",
        menu=_("Cases"),
        model=Case,
        filterset=filters.CaseFilterSet,
        label=_("Cases"),
        kicker=_("The docket"),
        intro=_("Cases before the Court, about crimes under article 5 or offences against its administration of justice (article 70)."),
        columns=(
            SLUG,
            Column("name", _("Case"), _("The Court's name of the case."), required=True, fact=False),
            Column("number", _("Number"), _("The Court's number; empty: not found.")),
            situation_column(required=True),
            Column("kind", _("Kind"), _("Core crimes or article 70."), kind="choice", choices=CaseKind.choices, required=True),
            SUMMARY,
        ),
        order=("name",),
        related=("situation",),
        facets=("kind", "situation"),
        on=(
            On("situations", "situation", _("Cases"), ("name", "number", "kind"), "situation"),
            On("persons", "participations__person", _("Cases"), ("name", "number", "kind"), "person"),
        ),
        method=_("Cases that have a name or a number at the Court. A warrant without a public case number stands under the person alone."),
    )
)

PARTICIPATIONS = register(
    Collection(
        name="participations",
        model=Participation,
        filterset=filters.ParticipationFilterSet,
        label=_("Persons in cases"),
        kicker=_("The docket"),
        intro=_("Which person stands in which case."),
        columns=(SLUG, person_column(required=True), case_column(required=True), Column("note", _("Note"), _("Joined, severed."))),
        order=("person",),
        related=("person", "case"),
        method=_("One entry for each person and case."),
    )
)
