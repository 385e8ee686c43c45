"""What this room declares: situations, duties, persons, cases, participations, warrants, case events."""

from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases import filters
from cases.models import (
    Case, CaseEvent, CaseKind, Duty, DutyBasis, EndReason, EventKind, Participation, Person, Phase, Situation, Stage,
    Trigger, Warrant, WarrantKind,
)  # fmt: skip
from record.collection import Collection, Column, Moment, On, Preset, register

SLUG = Column("slug", _("Address"), _("Last part of the entry's permanent address."), kind="slug", listed=False, fact=False)
NOTE = Column("note", _("Note"), _("A neutral sentence."), listed=False)
SUMMARY = Column("summary", _("Summary"), _("One neutral paragraph in our own words."), listed=False, fact=False)
DOCUMENT = Column("document_no", _("Document"), _("Number as printed on it; empty: not found."), listed=False)


def person_column(**kwargs):
    """The person an entry concerns."""
    return Column("person", _("Person"), _("Address of the person."), kind="ref", ref="persons", path="person__slug", **kwargs)


def situation_column(path="situation__slug", **kwargs):
    """The situation an entry arises from."""
    return Column("situation", _("Situation"), _("Address of the situation."), kind="ref", ref="situations", path=path, **kwargs)


def state_column(label=_("State"), **kwargs):
    """The State an entry concerns."""
    return Column("state", label, _("ISO 3166-1 alpha-3 code."), kind="ref", ref="states", path="state_id", **kwargs)


def case_column(**kwargs):
    """The case an entry belongs to."""
    return Column("case", _("Case"), _("Address of the case; empty: no case number is public."), absent=_("none public"), kind="ref", ref="cases", path="case__slug", **kwargs)


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
            Column("investigation_opened_on", _("Investigation opened"), _("Opened, or authorised (article 15)."), kind="date"),
            Column("phase", _("Phase"), _("Where it stands."), kind="choice", choices=Phase.choices, required=True),
            Column("phase_since", _("Since"), _("Since when it stands there."), kind="date", listed=False),
            SUMMARY,
        ),
        order=("name",),
        facets=("phase", "trigger"),
        on=(On("states", "situationstate__state", _("Situations that name it"), ("name", "phase", "investigation_opened_on"), "state"),),
        moments=(
            Moment("situation_referral_on", lambda s: _t("Situation referred to the Court: %(situation)s") % {"situation": s}),
            Moment("investigation_opened_on", lambda s: _t("Investigation opened or authorised: %(situation)s") % {"situation": s}),
        ),
        presets=(Preset(_("Investigations open"), "phase=investigation_open"), Preset(_("Referred by the Council"), "trigger=unsc_referral")),
        method=_("All situations in which an investigation was opened, and the preliminary examinations made public by the Office of the Prosecutor that are on record here."),
    )
)

DUTIES = register(
    Collection(
        name="duties",
        model=Duty,
        filterset=filters.DutyFilterSet,
        label=_("Duties beyond membership"),
        kicker=_("Articles 12(3), 13(b) and 87(5) of the Statute"),
        intro=_("What binds a State that is not, or was not yet, a Party: resolutions of the Security Council, declarations accepting jurisdiction, agreements."),
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
            On("states", "state", _("Duties beyond membership"), ("situation", "basis", "instrument", "since"), "state"),
            On("situations", "situation", _("States bound beyond membership"), ("state", "basis", "instrument", "since"), "situation"),
        ),
        moments=(Moment("since", lambda d: _t("%(state)s bound in the situation “%(situation)s”: %(instrument)s") % {"state": d.state, "situation": d.situation or "–", "instrument": d.instrument}),),
        method=_("Only what binds the State named: a resolution that urges all others to cooperate is no duty of theirs. Declarations that the Court did not act on are left out."),
        core=True,
    )
)

PERSONS = register(
    Collection(
        name="persons",
        menu=_("Persons"),
        model=Person,
        filterset=filters.PersonFilterSet,
        label=_("Persons"),
        kicker=_("Article 58 of the Statute"),
        intro=_("Persons against whom a warrant, a summons or an application became public, and where each stands. All are presumed innocent until proved guilty (article 66)."),
        annotate=lambda persons, day: persons.with_standing(on=day),
        by_day=True,
        columns=(
            SLUG,
            Column("name", _("Person"), _("As the Court writes the name."), required=True, fact=False),
            Column("also_known_as", _("Also known as"), _("Other forms of the name."), kind="list", listed=False),
            Column("nationality", _("Nationality"), _("ISO 3166-1 alpha-3; empty: not known."), kind="ref", ref="states", path="nationality_id"),
            situation_column(required=True),
            Column("stage", _("Stage"), _("Where the person stands in the case about core crimes on the day asked for."), kind="choice", choices=Stage.choices, absent=_("none yet"), computed=lambda day: F("stage")),
            Column("at_large", _("At large"), _("Under a public arrest warrant in force on the day asked for, and not surrendered."), kind="boolean", absent=_("no"), computed=lambda day: F("at_large")),
            SUMMARY,
        ),
        order=("name",),
        related=("situation", "nationality"),
        facets=("at_large", "stage", "situation"),
        on=(
            On("situations", "situation", _("Persons"), ("name", "nationality", "stage"), "situation", limit=40),
            On("cases", "participations__case", _("Persons"), ("name", "nationality", "stage"), "situation"),
            On("states", "nationality", _("Nationals before the Court"), ("name", "situation", "stage"), "state"),
        ),
        presets=(
            Preset(_("At large today"), "at_large=true"),
            Preset(_("Convicted"), "stage=convicted&stage=convicted_final&stage=sentence_served"),
            Preset(_("Acquitted"), "stage=acquitted&stage=acquitted_final"),
        ),
        method=_("Every person named in a warrant, a summons or an application that the Court made public. What is sealed, or only reported by the press, is not here. The stage is computed from the events on record; article 70 cases stand apart."),
    )
)

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


def _in_force(warrants, day):
    """Annotates `in_force` by the QuerySet's own word."""
    return warrants.annotate(in_force=Exists(Warrant.objects.in_force(on=day).filter(pk=OuterRef("pk"))))


def _say_end(warrant):
    return _t("%(kind)s against %(person)s ends: %(reason)s") % {
        "kind": warrant.get_kind_display().capitalize(), "person": warrant.person, "reason": warrant.get_end_reason_display()
    }  # fmt: skip


WARRANTS = register(
    Collection(
        name="warrants",
        menu=_("Warrants"),
        model=Warrant,
        filterset=filters.WarrantFilterSet,
        label=_("Warrants and summonses"),
        kicker=_("Article 58 of the Statute"),
        intro=_("Warrants of arrest and summonses to appear that are public. A warrant does not expire; it stands until the Court orders otherwise (article 58(4))."),
        annotate=_in_force,
        by_day=True,
        columns=(
            SLUG,
            person_column(required=True),
            case_column(listed=False),
            Column("kind", _("Kind"), _("A warrant is not a summons."), kind="choice", choices=WarrantKind.choices, required=True),
            Column("issued_on", _("Issued"), _("Day of the decision."), kind="date"),
            Column("unsealed_on", _("Public"), _("Day on which it became public."), kind="date"),
            Column("ended_on", _("Ended"), _("Empty: it stands."), kind="date", absent=_("stands")),
            Column("end_reason", _("Ended by"), _("Why it no longer stands."), kind="choice", choices=EndReason.choices, absent="–"),
            Column("chamber", _("Chamber"), _("The Chamber that issued it."), listed=False),
            DOCUMENT,
            Column("crimes", _("Crimes"), _("As in the warrant, in short."), listed=False),
            NOTE,
        ),
        order=("-issued_on",),
        related=("person", "case"),
        facets=("in_force", "kind", "end_reason", "situation"),
        on=(
            On("persons", "person", _("Warrants and summonses"), ("kind", "issued_on", "unsealed_on", "ended_on", "end_reason"), "person"),
            On("cases", "case", _("Warrants and summonses"), ("person", "kind", "issued_on", "ended_on"), "case"),
            On("situations", "person__situation", _("Warrants and summonses"), ("person", "kind", "issued_on", "ended_on"), "situation", limit=10),
        ),
        moments=(
            Moment("issued_on", lambda w: _t("%(kind)s issued against %(person)s") % {"kind": w.get_kind_display().capitalize(), "person": w.person}),
            Moment("unsealed_on", lambda w: _t("%(kind)s against %(person)s public") % {"kind": w.get_kind_display().capitalize(), "person": w.person}, news=False),
            Moment("ended_on", _say_end, news=False),
        ),
        presets=(
            Preset(_("In force today"), "in_force=true"),
            Preset(_("Ended by surrender"), "end_reason=executed"),
            Preset(_("Ended by death"), "end_reason=death"),
            Preset(_("Summonses"), "kind=summons"),
        ),
        method=_("From the Court's decisions and announcements. Applications for a warrant are not warrants and stand among the case events."),
        core=True,
    )
)


def _say_event(event):
    said = {
        EventKind.ARRESTED: _t("%(person)s arrested by %(state)s"),
        EventKind.RELEASED_BY_STATE: _t("%(person)s released by %(state)s"),
        EventKind.SURRENDERED: _t("%(person)s surrendered to the Court by %(state)s"),
    }.get(event.kind) if event.state_id else None
    said = said or _t("%(person)s: %(what)s")
    return said % {"person": event.person, "state": event.state, "what": event.get_kind_display()}


CASE_EVENTS = register(
    Collection(
        name="case-events",
        model=CaseEvent,
        filterset=filters.CaseEventFilterSet,
        label=_("Case events"),
        kicker=_("The docket"),
        intro=_("What became of each person before the Court, step by step."),
        columns=(
            SLUG,
            person_column(required=True),
            case_column(listed=False),
            Column("kind", _("What happened"), _("The step."), kind="choice", choices=EventKind.choices, required=True),
            Column("occurred_on", _("On"), _("The day; empty: not known."), kind="date"),
            state_column(),
            Column("place", _("Place"), _("Where."), listed=False),
            DOCUMENT,
            NOTE,
        ),
        order=("-occurred_on",),
        related=("person", "case", "state"),
        facets=("kind",),
        on=(
            On("persons", "person", _("Before the Court"), ("kind", "occurred_on", "state"), "person", limit=30),
            On("cases", "case", _("Steps of the case"), ("person", "kind", "occurred_on", "state"), "case", limit=30),
            On("states", "state", _("Arrests and surrenders"), ("person", "kind", "occurred_on"), "state"),
        ),
        moments=(Moment("occurred_on", _say_event),),
        presets=(Preset(_("Surrendered"), "kind=surrendered"), Preset(_("Arrested by a State"), "kind=arrested")),
        method=_("From the Court's decisions and announcements; press where nothing better was found, and said so."),
    )
)
