"""National law that carries out the Statute, and the offices through which a State deals with the Court."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from record.collection import Collection, Column, Moment, On, Preset, register
from record.dated import words_for
from states import filters
from states.collection.columns import NOTE, SLUG, state_column
from states.models import Covers, FocalPoint, FocalRole, NationalLaw


def _provisions(name, label):
    return Column(name, label, _("Sections of the law, where found."), listed=False)


def law_standfirst(law, day):
    """What it covers, since when; where there is none, who says so is in the sources."""
    if law.covers == Covers.NONE:
        return _t("A source says that there is no law on cooperation with the Court or on the crimes of the Statute.")
    if law.covers == Covers.UNKNOWN:
        return _t("Whether there is such a law is not known: the source that was read does not say.")
    said = _t("Covers %(what)s.") % {"what": law.get_covers_display()}
    return f"{said} {_t('Adopted: %(day)s.') % {'day': words_for(law.adopted_on)}}" if law.adopted_on else said


LAWS = register(
    Collection(
        name="laws",
        model=NationalLaw,
        filterset=filters.NationalLawFilterSet,
        label=_("National law"),
        kicker=_("Articles 70(4) and 88 of the Statute"),
        intro=_(
            "By which law each State Party carries out the Statute: on cooperation, on the crimes, both, or none. A law is no proof of cooperation, and its lack no excuse (article 88)."
        ),
        columns=(
            SLUG,
            state_column(required=True),
            Column("covers", _("Covers"), _("None: a source says so. Not known: a source was read and does not say."), kind="choice", choices=Covers.choices, required=True),
            Column("title", _("Title"), _("As printed, or in English."), absent="–", fact=False),
            Column("number", _("Number"), _("As printed; empty: not found."), listed=False),
            Column("adopted_on", _("Adopted"), _("Empty: not found."), kind="date"),
            Column("in_force_on", _("In force since"), _("Empty: not in force, or not found."), kind="date", listed=False),
            _provisions("arrest_provisions", _("On arrest and surrender")),
            _provisions("immunity_provisions", _("On immunity")),
            _provisions("channel_provisions", _("On the channel of requests")),
            NOTE,
        ),
        listing=("state", "covers", "title", "adopted_on"),
        order=("state",),
        related=("state",),
        facets=("covers", "state"),
        presets=(
            Preset(_("Law on cooperation"), "covers=cooperation&covers=both"),
            Preset(_("Law on the crimes"), "covers=crimes&covers=both"),
            Preset(_("No such law"), "covers=none"),
        ),
        on=(On("states", "state", _("National law"), ("covers", "title", "adopted_on"), "state", chapter="help", empty=_("Not known")),),
        moments=(
            Moment(
                "adopted_on", lambda law: _t("%(state)s adopts a law: %(law)s") % {"state": law.state, "law": law}, own=False, news=False,
                brief=lambda law, noun: _t("Law adopted: %(law)s") % {"law": law} if noun == "states" else _t("%(state)s adopts a law: %(law)s") % {"state": law.state, "law": law},
            ),
        ),
        named=True,
        standfirst=law_standfirst,
        method=_(
            "From the laws themselves where they could be read, else from surveys that compare them; the note says for which day a survey speaks. A State Party of which nothing was read has no entry, and its page says that nothing is known."
        ),
    )
)  # fmt: skip

FOCAL_POINTS = register(
    Collection(
        name="focal-points",
        model=FocalPoint,
        filterset=filters.FocalPointFilterSet,
        label=_("Channels and focal points"),
        kicker=_("Article 87(1) and (2) of the Statute"),
        intro=_("Through which office requests of the Court reach a State and in which language, and which States hold posts on cooperation for the Assembly."),
        columns=(
            SLUG,
            state_column(required=True),
            Column("role", _("For what"), _("Channel, focal point, facilitator."), kind="choice", choices=FocalRole.choices, required=True),
            Column("office", _("Office"), _("The authority or the post; never a private person.")),
            Column("languages", _("Languages"), _("In which requests are to be made; empty: not declared, or not found."), kind="list", absent="–"),
            Column("since", _("Since"), _("Empty: not found."), kind="date", listed=False),
            Column("until", _("Until"), _("The first day on which it no longer was."), kind="date", listed=False, absent="–"),
            NOTE,
        ),
        order=("state",),
        related=("state",),
        facets=("role", "state"),
        presets=(
            Preset(_("Channels of requests"), "role=channel"),
            Preset(_("Focal points of the Assembly"), "role=assembly_focal_point&role=assembly_facilitator"),
        ),
        on=(On("states", "state", _("Channels and focal points"), ("role", "office", "languages"), "state", chapter="help", empty=_("Not known")),),
        moments=(
            Moment(
                "since", lambda post: _t("%(state)s: %(role)s") % {"state": post.state, "role": post.get_role_display()}, own=False, news=False,
                brief=lambda post, noun: capfirst(post.get_role_display()),
            ),
        ),
        named=True,
        method=_("From declarations to the depositary and documents of the Assembly. Offices only."),
    )
)  # fmt: skip
