"""Travel of persons under a public warrant."""

from urllib.parse import urlencode

from django.db.models import Case, F, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.collection.columns import NOTE, SLUG, person_column
from cooperation import filters
from cooperation.models import BINDING, HostBound, Stance, Visit, VisitOutcome, VisitStatus
from cooperation.stances import last_said
from record.collection import Collection, Column, Moment, On, Preset, register

VISIT_MARKS = {
    "took_place": "full", "announced": "planned", "cancelled": "gone", "overflight": "half", "rerouted": "gone", "transit": "half",
    "disputed": "split",
}  # fmt: skip
BOUND_MARKS = {**dict.fromkeys(BINDING, "full"), "disputed": "split", "not_bound": "open"}


def _to_bound(visits, day):
    """Annotates `to_bound` by the QuerySet's own word, and what the host had said before."""
    made = Q(pk__in=Visit.objects.to_bound_states().values("pk"))
    return visits.annotate(to_bound=Case(When(made, then=Value(True)), default=Value(False)), said_before=last_said())


def _say_visit(visit):
    said = {
        VisitStatus.TOOK_PLACE: _t("%(person)s visits %(host)s"),
        VisitStatus.ANNOUNCED: _t("Visit of %(person)s to %(host)s announced for this day"),
        VisitStatus.CANCELLED: _t("Visit of %(person)s to %(host)s called off"),
        VisitStatus.OVERFLIGHT: _t("%(person)s flies over %(host)s"),
        VisitStatus.REROUTED: _t("%(person)s travels by another route than by %(host)s"),
        VisitStatus.TRANSIT: _t("%(person)s passes through %(host)s"),
        VisitStatus.DISPUTED: _t("%(person)s travels to territory in dispute: %(host)s"),
    }[visit.visit_status]
    sentence = said % {"person": visit.person, "host": visit.host}
    return _with_place(sentence, visit)


def _visit_in_brief(visit, noun):
    if noun == "persons":
        said = {
            VisitStatus.TOOK_PLACE: _t("Visits %(host)s"),
            VisitStatus.ANNOUNCED: _t("Visit to %(host)s announced for this day"),
            VisitStatus.CANCELLED: _t("Visit to %(host)s called off"),
            VisitStatus.OVERFLIGHT: _t("Flies over %(host)s"),
            VisitStatus.REROUTED: _t("Travels by another route than by %(host)s"),
            VisitStatus.TRANSIT: _t("Passes through %(host)s"),
            VisitStatus.DISPUTED: _t("Travels to territory in dispute: %(host)s"),
        }[visit.visit_status]
    elif noun == "states":
        said = {
            VisitStatus.TOOK_PLACE: _t("Visit of %(person)s"),
            VisitStatus.ANNOUNCED: _t("Visit of %(person)s announced for this day"),
            VisitStatus.CANCELLED: _t("Visit of %(person)s called off"),
            VisitStatus.OVERFLIGHT: _t("%(person)s flies over"),
            VisitStatus.REROUTED: _t("%(person)s travels by another route"),
            VisitStatus.TRANSIT: _t("%(person)s passes through"),
            VisitStatus.DISPUTED: _t("%(person)s travels to territory in dispute"),
        }[visit.visit_status]
    else:
        return _say_visit(visit)
    return _with_place(said % {"person": visit.person, "host": visit.host}, visit)


def _answer_of_its_day(visit):
    """Whether its host was bound on its first day, with every basis."""
    query = {"state": visit.host_id, "on": visit.starts_on_earliest, "person": visit.person.slug}
    return f"{reverse('bound')}?{urlencode(query)}"


def _with_place(sentence, visit):
    """Over a State there is no place but its airspace."""
    return f"{sentence} ({visit.place})" if visit.place and visit.visit_status != VisitStatus.OVERFLIGHT else sentence


VISITS = register(
    Collection(
        name="visits",
        menu=_("Visits"),
        model=Visit,
        filterset=filters.VisitFilterSet,
        label=_("Visits"),
        kicker=_("Articles 59, 86 and 89 of the Statute"),
        intro=_(
            "Travel of persons under a public warrant: made, announced, called off or overhead. A host that owed nothing is never shown as having failed."
        ),
        annotate=_to_bound,
        columns=(
            SLUG,
            person_column(required=True),
            Column(
                "host",
                _("Host"),
                _("ISO 3166-1 alpha-3 code of the State whose territory it was."),
                kind="ref",
                ref="states",
                path="host_id",
                required=True,
            ),
            Column("place", _("Place"), _("City, occasion."), listed=False),
            Column("starts_on", _("From"), _("First day."), kind="date"),
            Column("ends_on", _("To"), _("Last day."), kind="date", listed=False),
            Column(
                "status",
                _("Status"),
                _("Announced, made, called off, overhead."),
                kind="choice",
                path="visit_status",
                choices=VisitStatus.choices,
                marks=VISIT_MARKS,
                required=True,
            ),
            Column(
                "host_bound",
                _("Host bound"),
                _("The strongest basis that bound the host on the first day; computed."),
                kind="choice",
                choices=HostBound.choices,
                marks=BOUND_MARKS,
                why=_answer_of_its_day,
                computed=lambda day: F("host_bound"),
            ),
            Column(
                "said_before",
                _("Host had said"),
                _("The last position of the host on the arrest of that person on record by the first day; empty: none on record."),
                kind="choice",
                choices=Stance.choices,
                absent="–",
                why=lambda visit: "#panel-1",
                computed=lambda day: F("said_before"),
                unsorted=True,
            ),
            Column(
                "outcome",
                _("Outcome"),
                _("What the host did; no duty where it was not bound."),
                kind="choice",
                choices=VisitOutcome.choices,
                required=True,
            ),
            Column("host_dispute", _("Host in dispute"), _("Occupied territory: who controls it."), absent=_("no"), listed=False),
            Column("purpose", _("Purpose"), _("Summit, official visit."), listed=False),
            Column("made_public_on", _("Public"), _("When it became publicly known."), kind="date", listed=False),
            NOTE,
        ),
        order=("-starts_on",),
        related=("person", "host"),
        facets=("bound", "status", "outcome", "host_bound", "person", "state"),
        on=(
            On(
                "states",
                "host",
                _("Visits hosted"),
                ("person", "starts_on", "status", "said_before", "outcome"),
                "state",
                limit=25,
                chapter="cooperation",
            ),
            On("persons", "person", _("Visits"), ("host", "starts_on", "status", "host_bound", "said_before", "outcome"), "person", limit=25),
        ),
        moments=(Moment("starts_on", _say_visit, brief=_visit_in_brief, own=False),),
        presets=(
            Preset(_("Made to a State that was bound"), "bound=true"),
            Preset(_("Vladimir Putin since March 2023"), "person=vladimir-putin&from=2023-03-17"),
            Preset(_("Benjamin Netanyahu since November 2024"), "person=benjamin-netanyahu&from=2024-11-21"),
            Preset(_("Called off"), "status=cancelled"),
            Preset(_("Overflights"), "status=overflight"),
            Preset(_("Called off or re-routed"), "status=cancelled&status=rerouted"),
        ),
        method=_(
            "From decisions of the Court and announcements of hosts and travellers, then press. Whether the host was bound on the first day is computed from its acts and duties, never typed. An overflight is counted and the question of law left open."
        ),
        core=True,
    )
)
