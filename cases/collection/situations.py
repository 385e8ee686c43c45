"""Situations, and the duties that bind a State in one of them beyond membership."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases import filters
from cases.collection.columns import DOCUMENT, NOTE, SLUG, SUMMARY, situation_column, state_column
from cases.models import Duty, DutyBasis, Phase, Situation, Trigger
from record.collection import Collection, Column, Moment, On, Preset, register

SITUATIONS = register(
    Collection(
        name="situations",
        menu=_("Situations"),
        model=Situation,
        filterset=filters.SituationFilterSet,
        label=_("Situations"),
        kicker=_("Articles 13 to 15 of the Statute"),
        intro=_("Where and when crimes under the Statute may have been committed, as referred to the Court or taken up by its Prosecutor."),
        columns=(
            SLUG,
            Column("name", _("Situation"), _("The Court's name."), required=True, fact=False),
            Column("number", _("Number"), _("The Court's number.")),
            Column("states", _("States"), _("States named in it, ISO 3166-1 alpha-3."), kind="refs", ref="states", listed=False),
            Column("trigger", _("How it began"), _("Articles 13 to 15."), kind="choice", choices=Trigger.choices, required=True),
            Column("situation_referral_on", _("Referred"), _("Day of the referral of the situation."), kind="date", listed=False),
            Column("examination_opened_on", _("Preliminary examination since"), _("Day it began or was made public."), kind="date", listed=False),
            Column("investigation_opened_on", _("Investigation opened"), _("Opened, or authorised (article 15)."), kind="date", absent="–"),
            Column("phase", _("Phase"), _("Where it stands."), kind="choice", choices=Phase.choices, required=True),
            Column("phase_since", _("Since"), _("Since when it stands there."), kind="date", listed=False),
            SUMMARY,
        ),
        order=("name",),
        facets=("phase", "trigger"),
        on=(
            On(
                "states",
                "situationstate__state",
                _("Situations that name it"),
                ("name", "phase", "investigation_opened_on"),
                "state",
                chapter="docket",
            ),
        ),
        moments=(
            Moment("situation_referral_on", lambda s: _t("Situation referred to the Court: %(situation)s") % {"situation": s}),
            Moment("investigation_opened_on", lambda s: _t("Investigation opened or authorised: %(situation)s") % {"situation": s}),
        ),
        presets=(Preset(_("Investigations open"), "phase=investigation_open"), Preset(_("Referred by the Council"), "trigger=unsc_referral")),
        method=_(
            "All situations in which an investigation was opened, and the preliminary examinations made public by the Office of the Prosecutor that are on record here."
        ),
        core=True,
    )
)

DUTIES = register(
    Collection(
        name="duties",
        model=Duty,
        filterset=filters.DutyFilterSet,
        label=_("Duties beyond membership"),
        kicker=_("Articles 12(3), 13(b) and 87(5) of the Statute"),
        intro=_(
            "What binds a State that is not, or was not yet, a Party: resolutions of the Security Council, declarations accepting jurisdiction, agreements."
        ),
        columns=(
            SLUG,
            state_column(required=True),
            situation_column(),
            Column("basis", _("Basis"), _("What binds it."), kind="choice", choices=DutyBasis.choices, required=True),
            Column("instrument", _("Instrument"), _("Its title."), required=True),
            DOCUMENT,
            Column("since", _("Since"), _("Adopted, or lodged with the Registrar."), kind="day", required=True),
            Column("until", _("Until"), _("First day on which it no longer binds."), kind="day", listed=False),
            Column("covers_from", _("Crimes from"), _("Crimes covered from this day; not the start of the duty."), kind="date", listed=False),
            Column("covers_to", _("Crimes to"), _("Crimes covered to this day."), kind="date", listed=False),
            Column("articles", _("Articles"), _("Of the Statute."), kind="list", listed=False, required=True),
            Column("contested", _("Contested"), _("By whom and why, if so."), listed=False),
            Column("made_public_on", _("Public on"), _("When it became publicly known."), kind="date", listed=False),
            NOTE,
        ),
        order=("-since",),
        related=("state", "situation"),
        facets=("basis", "situation"),
        on=(
            On(
                "states",
                "state",
                _("Duties beyond membership"),
                ("situation", "basis", "instrument", "since"),
                "state",
                chapter="status",
            ),
            On("situations", "situation", _("States bound beyond membership"), ("state", "basis", "instrument", "since"), "situation"),
        ),
        moments=(
            Moment(
                "since",
                lambda d: (
                    _t("%(state)s bound in the situation “%(situation)s”: %(instrument)s")
                    % {"state": d.state, "situation": d.situation or "–", "instrument": d.instrument}
                ),
            ),
        ),
        method=_(
            "Only what binds the State named: a resolution that urges all others to cooperate is no duty of theirs. Declarations that the Court did not act on are left out."
        ),
        core=True,
    )
)
