"""Those who hold or held an office of the Court or of the Assembly."""

from django.utils.translation import gettext_lazy as _

from cases.collection.columns import SLUG, SUMMARY
from cooperation import filters
from cooperation.models import Official
from record.collection import Collection, Column, On, register

OFFICIALS = register(
    Collection(
        name="officials",
        model=Official,
        filterset=filters.OfficialFilterSet,
        label=_("Officials"),
        kicker=_("Court and Assembly"),
        intro=_("Those who hold or held an office of the Court or of the Assembly. Which office, from when to when, stands on each page."),
        columns=(
            SLUG,
            Column("name", _("Name"), _("As the Court or the Assembly writes it."), required=True, fact=False),
            Column("also_known_as", _("Also written"), _("Other spellings in use."), listed=False, absent="–"),
            Column("nationality", _("Nationality"), _("ISO 3166-1 alpha-3 code; empty: not found."), kind="ref", ref="states", path="nationality_id"),
            SUMMARY,
        ),
        order=("name",),
        related=("nationality",),
        on=(
            On(
                "states",
                "nationality",
                _("Nationals who hold or held an office"),
                ("name",),
                "state",
                limit=10,
                chapter="assembly",
            ),
        ),
        method=_("Everybody on record with a term of office. Candidates who were not elected stand under their election."),
    )
)
