"""What States agreed with the Court, and with each other about it."""

from django.db.models import BooleanField, Case, F, Value, When
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from record.collection import Collection, Column, Moment, On, Preset, register
from record.dated import words_for
from states import filters
from states.collection.columns import DOCUMENT, NOTE, SLUG, state_column
from states.models import Agreement, AgreementKind, NonSurrenderAgreement, PactStatus, binding

DAYS = (
    Column("signed_on", _("Signed"), _("Empty: not found."), kind="date"),
    Column("in_force_on", _("In force since"), _("Empty: not in force, or not found."), kind="date"),
    Column("ended_on", _("Ended"), _("The first day on which it no longer bound."), kind="date", absent=_("no end on record"), listed=False),
)


def _in_brief(whole, brief):
    """The sentence without the State, on its own page."""
    return {"brief": lambda entry, noun: brief(entry) if noun == "states" else whole(entry)}


def _what(agreement):
    return agreement.get_kind_display()


def _say_signed(agreement):
    return _t("%(state)s and the Court sign an agreement: %(what)s") % {"state": agreement.state, "what": _what(agreement)}


def _say_in_force(agreement):
    return _t("The agreement of %(state)s with the Court is in force: %(what)s") % {"state": agreement.state, "what": _what(agreement)}


def _say_ended(agreement):
    return _t("The agreement of %(state)s with the Court ends: %(what)s") % {"state": agreement.state, "what": _what(agreement)}


def agreement_standfirst(agreement, day):
    """Whether it binds on a day, since when; no more than is on record."""
    if agreement.ended_on and agreement.ended_on_earliest <= day:
        words = _t("In force until %(day)s.") if agreement.in_force_on else _t("Ended: %(day)s. That it was in force is not on record.")
        return words % {"day": words_for(agreement.ended_on)}
    if agreement.in_force_on and agreement.in_force_on_latest <= day:
        return _t("In force since %(day)s.") % {"day": words_for(agreement.in_force_on)}
    if agreement.signed_on:
        return _t("Signed: %(day)s. Its entry into force is not on record.") % {"day": words_for(agreement.signed_on)}
    return _t("When it was signed and whether it is in force is not known.")


AGREEMENTS = register(
    Collection(
        name="agreements",
        model=Agreement,
        filterset=filters.AgreementFilterSet,
        label=_("Agreements with the Court"),
        kicker=_("Articles 3, 54(3)(d), 93(1)(j) and 103 of the Statute"),
        intro=_(
            "What States have agreed with the Court beyond the Statute: to enforce sentences, to host persons on release, to relocate witnesses. Nobody owes such an agreement; some are confidential."
        ),
        annotate=lambda agreements, day: agreements.annotate(
            binds=Case(When(binding(day), then=Value(True)), default=Value(False), output_field=BooleanField())
        ),
        by_day=True,
        columns=(
            SLUG,
            state_column(required=True),
            Column("kind", _("On what"), _("What was agreed."), kind="choice", choices=AgreementKind.choices, required=True),
            *DAYS,
            Column(
                "in_force", _("In force"), _("Whether it surely bound on the day asked for."), kind="boolean", computed=lambda day: F("binds"), fact=False
            ),
            DOCUMENT,
            NOTE,
        ),
        order=("-signed_on",),
        related=("state",),
        facets=("kind", "in_force", "state"),
        presets=(
            Preset(_("Enforcement of sentences"), "kind=sentence_enforcement"),
            Preset(_("Interim release and release"), "kind=interim_release&kind=release"),
            Preset(_("Relocation of witnesses"), "kind=witness_relocation"),
        ),
        on=(On("states", "state", _("Agreements with the Court"), ("kind", "signed_on", "in_force_on"), "state", chapter="help"),),
        moments=(
            Moment("signed_on", _say_signed, **_in_brief(_say_signed, lambda entry: _t("Agreement signed: %(what)s") % {"what": _what(entry)})),
            Moment("in_force_on", _say_in_force, **_in_brief(_say_in_force, lambda entry: _t("Agreement in force: %(what)s") % {"what": _what(entry)}), news=False),
            Moment("ended_on", _say_ended, **_in_brief(_say_ended, lambda entry: _t("Agreement ended: %(what)s") % {"what": _what(entry)})),
        ),
        named=True,
        standfirst=agreement_standfirst,
        method=_(
            "From the Court's releases and publications, treaty series and pages of governments. Agreements on the relocation of witnesses are often confidential: only those that a State or the Court made public are here."
        ),
    )
)  # fmt: skip


def pact_standfirst(pact, day):
    """When it was signed, and its status by the latest source, whatever its days."""
    signed = _t("Signed: %(day)s.") % {"day": words_for(pact.signed_on)} if pact.signed_on else _t("When it was signed is not known.")
    return f"{signed} {_t('Status by the latest source: %(status)s.') % {'status': pact.get_pact_status_display()}}"


def _say_pact(pact):
    return _t("%(state)s and %(other)s sign a non-surrender agreement") % {"state": pact.state, "other": pact.other_state}


NON_SURRENDER_AGREEMENTS = register(
    Collection(
        name="non-surrender-agreements",
        model=NonSurrenderAgreement,
        filterset=filters.NonSurrenderAgreementFilterSet,
        label=_("Non-surrender agreements"),
        kicker=_("Article 98(2) of the Statute"),
        intro=_(
            "Agreements by which two States undertake not to surrender certain persons to the Court without consent. Their effect under article 98(2) is disputed; that one exists is no failure to cooperate."
        ),
        columns=(
            SLUG,
            state_column(required=True),
            Column("other_state", _("With"), _("ISO 3166-1 alpha-3 code."), kind="ref", ref="states", path="other_state_id", required=True),
            Column("status", _("Status"), _("As the latest source gives it."), kind="choice", path="pact_status", choices=PactStatus.choices, required=True),
            *DAYS,
            Column("text_public", _("Text is public"), _("Empty: not known."), kind="boolean", listed=False),
            DOCUMENT,
            NOTE,
        ),
        order=("-signed_on",),
        related=("state", "other_state"),
        facets=("status", "text_public", "other_state"),
        presets=(Preset(_("In force"), "status=in_force"), Preset(_("Reported, no day known"), "status=reported")),
        on=(
            On("states", "state", _("Non-surrender agreements"), ("other_state", "status", "signed_on", "in_force_on"), "state", chapter="help"),
            On("states", "other_state", _("Non-surrender agreements with it"), ("state", "status", "signed_on", "in_force_on"), "other_state", limit=10, chapter="help"),
        ),
        moments=(
            Moment(
                "signed_on", _say_pact, own=False, news=False,
                brief=lambda pact, noun: _t("Non-surrender agreement signed: %(state)s, %(other)s") % {"state": pact.state, "other": pact.other_state},
            ),
        ),
        named=True,
        standfirst=pact_standfirst,
        method=_(
            "From treaty series and lists of governments, then from surveys by libraries and organisations that counted them between 2002 and 2009. What has become of many since is not known: the status is as of the source."
        ),
    )
)  # fmt: skip
