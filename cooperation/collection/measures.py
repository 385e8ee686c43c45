"""Measures against the Court, those who serve it and those who help it."""

from django.db.models import BooleanField, Case, F, Q, Value, When
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.collection.columns import DOCUMENT, NOTE, SLUG
from cooperation import filters
from cooperation.models import Attribution, CoerciveMeasure, MeasureEnd, MeasureKind, TargetKind, in_force, lasting
from cooperation.under_measures import lead
from record.collection import Collection, Column, Lead, Moment, On, Preset, register
from record.dated import words_for


def _standing(measures, day):
    """Annotates `stands`: true or false for what lasts, empty for an act of a day."""
    lasts = Case(When(in_force(day), then=Value(True)), When(lasting(), then=Value(False)), default=None, output_field=BooleanField(null=True))
    return measures.with_beginning().annotate(stands=lasts)


def _what(measure):
    return {
        MeasureKind.SANCTIONS_DESIGNATION: _t("sanctions designation of %(target)s"),
        MeasureKind.EXECUTIVE_ORDER: _t("order that provides for sanctions against: %(target)s"),
        MeasureKind.CRIMINAL_CHARGE: _t("criminal charge against %(target)s"),
        MeasureKind.CONVICTION_IN_ABSENTIA: _t("conviction in absentia of %(target)s"),
        MeasureKind.WANTED_NOTICE: _t("wanted notice for %(target)s"),
        MeasureKind.VISA_BAN: _t("entry or visa ban: %(target)s"),
        MeasureKind.CYBER_ATTACK: _t("cyber-attack: %(target)s"),
        MeasureKind.ESPIONAGE: _t("espionage against %(target)s"),
        MeasureKind.THREAT: _t("threat or announcement of measures against %(target)s"),
        MeasureKind.LEGISLATION: _t("legislation, target: %(target)s"),
        MeasureKind.WITHDRAWAL: _t("withdrawal from the Rome Statute announced")
        if measure.target_kind == TargetKind.STATUTE
        else _t("withdrawal announced: %(target)s"),
        MeasureKind.OTHER: _t("act against: %(target)s"),
    }[measure.kind] % {"target": measure.target}


def _hedged(measure, said):
    """What only the press reports, or somebody else attributes, is said so."""
    if measure.attribution == Attribution.REPORTED:
        return _t("%(said)s (as the press reports)") % {"said": said}
    if measure.attribution == Attribution.ATTRIBUTED:
        return _t("%(said)s (as attributed by a public authority)") % {"said": said}
    return said


def _say_announced(measure):
    """Who, then what: a name in front of a noun needs no article."""
    return _hedged(measure, f"{measure.actor}: {_what(measure)}") if measure.actor_id else capfirst(_what(measure))


def _announced_in_brief(measure, noun):
    """On the page of the State that acted, without its name."""
    return _hedged(measure, capfirst(_what(measure))) if noun == "states" else _say_announced(measure)


def _say_ended(measure):
    return _t("Measure ended (%(how)s): %(measure)s") % {"how": measure.get_end_reason_display(), "measure": measure}


def measure_standfirst(measure, day):
    """When, by whom where the heading names nobody, and whether it stands on a day."""
    when = words_for(measure.announced_on)
    said = [
        _t("Announced: %(day)s.") % {"day": when} if measure.actor_id else _t("By an actor that nobody has named in public, %(day)s.") % {"day": when}
    ]
    if measure.attribution in (Attribution.REPORTED, Attribution.ATTRIBUTED):
        said.append(capfirst(f"{measure.get_attribution_display()}."))
    return " ".join([*said, *_how_it_stands(measure, day)])


def _how_it_stands(measure, day):
    """Whether it has ended by a day or is in force on it; of a later end, no more than its day."""
    end = {"day": words_for(measure.ended_on), "how": measure.get_end_reason_display()}
    if measure.ended_on and measure.ended_on_earliest <= day:
        yield _t("Ended on %(day)s: %(how)s.") % end
    elif measure.stands:
        yield _t("In force; end: %(day)s (%(how)s).") % end if measure.ended_on else _t("In force; no end is on record.")


MEASURES = register(
    Collection(
        name="measures",
        menu=_("Measures"),
        model=CoerciveMeasure,
        filterset=filters.MeasureFilterSet,
        label=_("Measures against the Court"),
        kicker=_("Articles 48 and 70 of the Statute"),
        intro=_(
            "Acts against the Court, its officials and those who help it: sanctions, charges, notices, bans, laws, cyber-attacks, threats. One entry for each act; what the actor gives as its reason is said as the actor's, and by whom an act is attributed stands beside it. Withdrawal is a right (article 127): it is here only where it was announced as a response to the Court."
        ),
        annotate=_standing,
        by_day=True,
        columns=(
            SLUG,
            Column("actor", _("Actor"), _("ISO 3166-1 alpha-3 code of the State that acted; empty: attributed to none."), kind="ref", ref="states", path="actor_id", absent=_("not attributed")),
            Column("actor_body", _("Organ"), _("Which organ of it acted; empty: not found."), listed=False),
            Column("kind", _("Kind"), _("What was done."), kind="choice", choices=MeasureKind.choices, required=True),
            Column("target_kind", _("Kind of target"), _("Against whom, or what."), kind="choice", choices=TargetKind.choices, listed=False, required=True),
            Column("target", _("Target"), _("Against whom, or what, as a reader would say it."), required=True),
            Column("officials", _("Officials"), _("Addresses of the elected officials that it names."), kind="refs", ref="officials", listed=False, absent=_("none named")),
            Column("attribution", _("Attribution"), _("By whom it is said that the actor did it."), kind="choice", choices=Attribution.choices, listed=False, required=True),
            Column("instrument", _("Instrument"), _("Order, decision, law; empty: not found.")),
            DOCUMENT,
            Column("announced_on", _("Announced"), _("The day on which it was made, or became known."), kind="date", required=True),
            Column("in_force_on", _("In force since"), _("Where it took legal effect on another day."), kind="date", listed=False, absent="–"),
            Column("ended_on", _("Ended"), _("The first day on which it was no longer in force."), kind="date", absent=_("no end on record"), listed=False),
            Column("end_reason", _("How it ended"), _("Lifted, expired, not adopted, annulled."), kind="choice", choices=MeasureEnd.choices, listed=False, absent="–"),
            Column("in_force", _("In force"), _("Whether it surely was in force on the day asked for; empty: an act of a day."), kind="boolean", computed=lambda day: F("stands"), absent="–", fact=False),
            Column("reason", _("Reason given"), _("What the actor said, as what the actor said."), listed=False),
            Column("effect", _("Effect"), _("On persons and on the Court's work, as stated in public."), listed=False),
            NOTE,
        ),
        listing=("target", "kind", "actor", "attribution", "announced_on", "in_force"),
        lead=Lead("cooperation/measures_lead.html", lead),
        order=("-announced_on",),
        related=("actor",),
        facets=("kind", "state", "target_kind", "in_force"),
        presets=(
            Preset(_("Sanctions in force today"), "kind=sanctions_designation&in_force=true"),
            Preset(_("Officials under sanctions on 1 December 2025"), "kind=sanctions_designation&target_kind=official&in_force=true&on=2025-12-01"),
            Preset(_("Against the Prosecutor Karim Khan"), "official=karim-khan"),
            Preset(_("Wanted notices and convictions"), "kind=wanted_notice&kind=conviction_in_absentia"),
            Preset(_("Cyber-attacks and espionage"), "kind=cyber_attack&kind=espionage"),
        ),
        on=(
            On("officials", "officials", _("Measures that name them"), ("kind", "actor", "attribution", "announced_on", "in_force"), "official", limit=30),
            On("states", "actor", _("Measures taken against the Court"), ("kind", "target", "attribution", "announced_on", "in_force"), "state", limit=15, chapter="pressure"),
        ),
        moments=(
            Moment("announced_on", _say_announced, brief=_announced_in_brief, own=False),
            Moment("ended_on", _say_ended, own=False, apart=~Q(ended_on="")),
        ),
        standfirst=measure_standfirst,
        method=_(
            "From the act itself where it is published (orders, lists of those designated, judgments), then from the Court's own statements and the press. What the press alone reports is said to be so, with the denial. A designation, a notice and a conviction of each person is an act of its own."
        ),
        core=True,
    )
)  # fmt: skip
