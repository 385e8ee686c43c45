from django.db.models import Case, Count, F, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from record import chronicle
from record.collection import Collection, Column, Moment, On, Preset, register
from states import filters
from states.models import DEPOSITS, ActionKind, Membership, RegionalGroup, State, Treaty, TreatyAction, TreatyKind, UnStatus


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
            Column("slug", _("Address"), _("Last part of the entry's permanent address."), kind="slug", listed=False, fact=False),
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


def _parties(day):
    """How many Parties the Statute has on a day, counted from their treaty actions."""
    members = Membership.objects.filter(period__contains=day).order_by().values(statute=Value(1)).annotate(n=Count("pk")).values("n")
    return Case(When(slug=Treaty.ROME_STATUTE, then=Coalesce(Subquery(members), 0)))


TREATIES = register(
    Collection(
        name="treaties",
        model=Treaty,
        filterset=filters.TreatyFilterSet,
        label=_("Treaties"),
        kicker=_("Statute, agreements, amendments"),
        intro=_("The treaties whose lists of Parties stand in this record."),
        columns=(
            Column("slug", _("Address"), _("Last part of the entry's permanent address."), kind="slug", listed=False, fact=False),
            Column("name", _("Treaty"), _("Official title."), required=True, fact=False),
            Column("kind", _("Kind"), _("Statute, agreement or amendment."), kind="choice", choices=TreatyKind.choices, required=True),
            Column("adopted_on", _("Adopted"), _("Day of adoption."), kind="date"),
            Column("in_force_on", _("In force"), _("General entry into force."), kind="date"),
            Column(
                "parties",
                _("Parties"),
                _(
                    "States for which the Statute is in force on the day asked for, today by default (articles 126 and 127); empty for other treaties."
                ),
                kind="number",
                computed=_parties,
                contradicted=True,
                absent=_("Not computed"),
            ),
            Column("note", _("Note"), _("A neutral sentence."), listed=False),
        ),
        order=("adopted_on",),
        by_day=True,
        facets=("kind",),
        method=_("Only treaties of which the acts of States are on record here."),
    )
)


def _say_action(action):
    said = {
        ActionKind.SIGNATURE: _t("%(state)s signs the %(treaty)s"),
        ActionKind.SUCCESSION: _t("%(state)s is bound by the %(treaty)s by succession"),
        ActionKind.WITHDRAWAL_NOTIFIED: _t("%(state)s notifies its withdrawal from the %(treaty)s"),
        ActionKind.WITHDRAWAL_RESCINDED: _t("%(state)s withdraws its notification of withdrawal from the %(treaty)s"),
        ActionKind.INSTRUMENT_WITHDRAWN: _t("%(state)s withdraws its instrument under the %(treaty)s before entry into force"),
        ActionKind.INTENT_NOT_TO_RATIFY: _t("%(state)s notes that it does not intend to become a Party to the %(treaty)s"),
    }.get(action.kind, _t("%(state)s deposits its instrument of %(kind)s of the %(treaty)s"))
    return said % {
        "state": action.state, "treaty": _t("Rome Statute") if action.treaty.slug == Treaty.ROME_STATUTE else action.treaty,
        "kind": action.get_kind_display(),
    }  # fmt: skip


TREATY_ACTIONS = register(
    Collection(
        name="treaty-actions",
        model=TreatyAction,
        filterset=filters.TreatyActionFilterSet,
        label=_("Treaty actions"),
        kicker=_("Articles 121 and 125 to 127 of the Statute"),
        intro=_("What States did towards the Statute and its amendments: signature, deposit, withdrawal, by the depositary's day."),
        columns=(
            Column("slug", _("Address"), _("Last part of the entry's permanent address."), kind="slug", listed=False, fact=False),
            Column("state", _("State"), _("The State that acted, ISO 3166-1 alpha-3."), kind="ref", ref="states", path="state_id", required=True),
            Column("treaty", _("Treaty"), _("The treaty acted on."), kind="ref", ref="treaties", path="treaty__slug", required=True),
            Column("kind", _("Act"), _("What was done."), kind="choice", choices=ActionKind.choices, required=True),
            Column("effected_on", _("Effected on"), _("Day of signature, deposit or receipt by the depositary."), kind="day", required=True),
            Column(
                "takes_effect_on",
                _("Takes effect on"),
                _("Only where a notice of withdrawal names a later day than one year after receipt."),
                kind="day",
                listed=False,
            ),
            Column("notification_no", _("Notification"), _("Number of the depositary notification, where found.")),
            Column("made_public_on", _("Circulated"), _("Date of the depositary notification."), kind="date", listed=False),
            Column("note", _("Note"), _("A neutral sentence."), listed=False),
        ),
        order=("-effected_on",),
        related=("state", "treaty"),
        facets=("kind",),
        on=(
            On(
                "states",
                "state",
                _("Acts towards the Statute and its amendments"),
                ("kind", "treaty", "effected_on", "notification_no"),
                "state",
                chapter="status",
                empty=_("None on record"),
            ),
            On("treaties", "treaty", _("Acts of States"), ("state", "kind", "effected_on"), "treaty"),
        ),
        moments=(Moment("effected_on", _say_action, own=True),),
        presets=(
            Preset(_("Towards the Statute"), "treaty=rome-statute"),
            Preset(_("Withdrawals notified"), "kind=withdrawal_notified"),
            Preset(_("Withdrawals withdrawn"), "kind=withdrawal_rescinded"),
        ),
        method=_("From the depositary's status table and notifications; where they were read through a copy, the source says so."),
        core=True,
    )
)
