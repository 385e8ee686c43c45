"""The treaties, and what States did towards them."""

from django.db.models import Case, Count, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from record.collection import Collection, Column, Moment, On, Preset, register
from states import filters
from states.collection.columns import NOTE, SLUG
from states.models import ActionKind, Membership, Treaty, TreatyAction, TreatyKind


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
            SLUG,
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
            NOTE,
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
            SLUG,
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
            NOTE,
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
