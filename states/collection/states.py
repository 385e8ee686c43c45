from django.db.models import F, OuterRef, Subquery
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from record import chronicle
from record.collection import Collection, Column, Preset, register
from states import filters
from states.collection.columns import SLUG
from states.models import DEPOSITS, ActionKind, Membership, RegionalGroup, State, Treaty, TreatyAction, UnStatus


def _statute_day(*kinds):
    """The latest day of such an act under the Statute, as of any day: a column of the States."""
    acts = TreatyAction.objects.public().of_statute().filter(state=OuterRef("iso3"), kind__in=kinds)

    def expression(day):
        return Subquery(acts.filter(effected_on__lte=day).order_by("-effected_on").values("effected_on")[:1])

    return expression


def _standing_notice(day):
    """The day of the last notice of withdrawal that had not been withdrawn by then."""
    acts = TreatyAction.objects.public().of_statute().filter(effected_on__lte=day)
    rescinded = acts.filter(state=OuterRef("state"), kind=ActionKind.WITHDRAWAL_RESCINDED, effected_on__gte=OuterRef("effected_on"))
    notices = acts.filter(state=OuterRef("iso3"), kind=ActionKind.WITHDRAWAL_NOTIFIED).exclude(
        pk__in=acts.filter(kind=ActionKind.WITHDRAWAL_NOTIFIED).annotate(taken_back=Subquery(rescinded.values("pk")[:1])).filter(
            taken_back__isnull=False
        ).values("pk")
    )  # fmt: skip
    return Subquery(notices.order_by("-effected_on").values("effected_on")[:1])


def _acts(*kinds):
    """Whether an entry of a State's timeline is such an act under the Statute."""
    return lambda entry: entry.collection == "treaty-actions" and entry.kind in kinds and entry.treaty.slug == Treaty.ROME_STATUTE


_ENDS = (ActionKind.WITHDRAWAL_NOTIFIED, ActionKind.WITHDRAWAL_RESCINDED, ActionKind.INSTRUMENT_WITHDRAWN)


def state_standfirst(state, day):
    """The answer in a sentence, from the computed membership."""
    if state.party and state.until:
        return _t("State Party since %(since)s; its withdrawal is notified and would take effect on %(until)s.") % {
            "since": _date(state.since), "until": _date(state.until)
        }  # fmt: skip
    if state.party:
        return _t("State Party to the Rome Statute since %(since)s.") % {"since": _date(state.since)}
    if state.since:
        return _t("Was a State Party from %(since)s; no longer one since %(until)s. Duties from before that day remain (article 127(2)).") % {
            "since": _date(state.since), "until": _date(state.until)
        }  # fmt: skip
    if TreatyAction.objects.public().of_statute().filter(state=state, kind=ActionKind.SIGNATURE).exists():
        return _t("Signed the Rome Statute; not a State Party.")
    return _t("Not a State Party to the Rome Statute.")


def _date(day):
    return date_format(day, "j F Y")


STATES = register(
    Collection(
        name="states",
        menu=_("States"),
        model=State,
        filterset=filters.StateFilterSet,
        label=_("States"),
        kicker=_("Parties, signatories and others"),
        intro=_("Every State, what it owes the Court today and since when, computed from its acts at the depositary."),
        key="iso3",
        aliases=("iso3",),
        annotate=lambda states, day: states.with_membership(on=day),
        by_day=True,
        columns=(
            SLUG,
            Column("iso3", _("Code"), _("ISO 3166-1 alpha-3 code."), required=True, listed=False),
            Column("name", _("State"), _("Name as the United Nations writes it."), required=True, fact=False),
            Column("name_fr", _("Name in French"), _("As the United Nations writes it in French."), listed=False, required=True),
            Column("name_es", _("Name in Spanish"), _("As the United Nations writes it in Spanish."), listed=False, required=True),
            Column(
                "regional_group",
                _("Regional group"),
                _("Its group at the United Nations."),
                kind="choice",
                choices=RegionalGroup.choices,
                absent=_("none"),
            ),
            Column("un_status", _("United Nations"), _("Member, observer or neither."), kind="choice", choices=UnStatus.choices, listed=False),
            Column(
                "independent_on",
                _("Independent since"),
                _("Only where that came after 17 July 1998; empty: before."),
                kind="date",
                listed=False,
                absent="–",
            ),
            Column("note", _("Note"), _("On its status, where needed."), listed=False),
            Column(
                "party",
                _("State Party"),
                _("Whether the Statute is in force for it on the day asked for."),
                kind="boolean",
                rests_on=_acts(*DEPOSITS, *_ENDS),
                computed=lambda day: F("party"),
            ),
            Column(
                "since",
                _("Since"),
                _("First day of the period of membership of that day, or of the last one before it (article 126)."),
                kind="day",
                absent=_("never"),
                rests_on=_acts(*DEPOSITS),
                computed=lambda day: F("since"),
            ),
            Column(
                "until",
                _("Until"),
                _("First day on which it is no longer a Party (article 127); empty: no end."),
                kind="day",
                absent="–",
                rests_on=_acts(*_ENDS),
                computed=lambda day: F("until"),
            ),
            Column(
                "signed_on",
                _("Signed"),
                _("Day of signature of the Statute."),
                kind="day",
                absent=_("no"),
                rests_on=_acts(ActionKind.SIGNATURE),
                computed=_statute_day(ActionKind.SIGNATURE),
                listed=False,
            ),
            Column(
                "deposited_on",
                _("Deposited"),
                _("Day of deposit of its instrument; a succession has none."),
                kind="day",
                absent=_("no"),
                rests_on=_acts(*DEPOSITS),
                computed=_statute_day(*(kind for kind in DEPOSITS if kind != ActionKind.SUCCESSION)),
                listed=False,
            ),
            Column(
                "withdrawal_notified_on",
                _("Withdrawal notified"),
                _("Day on which the depositary received a notice that stood on the day asked for."),
                kind="day",
                absent="–",
                rests_on=_acts(*_ENDS),
                computed=_standing_notice,
            ),
        ),
        order=("name",),
        facets=("party", "regional_group", "un_status"),
        presets=(
            Preset(_("States Parties today"), "party=true"),
            Preset(_("Not States Parties"), "party=false"),
            Preset(_("Parties on 1 July 2002"), "party=true&on=2002-07-01"),
        ),
        standfirst=state_standfirst,
        chapters=(
            ("status", _("Status and duties")),
            ("cooperation", _("Requests, findings and visits")),
            ("help", _("Help to the Court, agreements and law")),
            ("money", _("Money")),
            ("pressure", _("Measures against the Court")),
            ("voices", _("Statements, votes and pledges")),
            ("assembly", _("Offices and nominations")),
            ("docket", _("Situations and persons")),
        ),
        method=_(
            "Members and observer States of the United Nations, and the Cook Islands. Membership is computed from the treaty actions by articles 126 and 127, never typed. The depositary of the Statute is the Secretary-General of the United Nations."
        ),
        core=True,
    )
)


def _say_membership(period):
    if period.until:
        return _t("State Party from %(since)s until %(until)s") % {"since": _date(period.since), "until": _date(period.until)}
    return _t("State Party since %(since)s") % {"since": _date(period.since)}


chronicle.register(
    chronicle.Computed(
        noun="states",
        name="membership",
        label=_("Membership"),
        model=Membership,
        owner="state",
        fields=("since", "until"),
        say=_say_membership,
    )
)
