"""What States and persons say of findings, proceedings and visits: shown beside them."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.collection.columns import SLUG, state_column
from cooperation import filters
from cooperation.models import Reply
from record.collection import Collection, Column, Moment, On, Preset, register

IN_FULL = "components/replies.html"


def _about(reply):
    if reply.finding:
        return _t("the decision of %(chamber)s in respect of %(about)s") % {
            "chamber": reply.finding.chamber, "about": reply.finding.proceeding.person or reply.finding.proceeding.situation
        }  # fmt: skip
    if reply.proceeding:
        return _t("the proceeding in respect of %(about)s") % {"about": reply.proceeding.person or reply.proceeding.situation}
    return _t("the visit of %(person)s") % {"person": reply.visit.person}


def _say_reply(reply):
    said = _t("%(whose)s communicates its position on %(about)s") if reply.official else _t("%(whose)s states a position on %(about)s")
    return said % {"whose": reply.whose, "about": _about(reply)}


def _reply_in_brief(reply, noun):
    """On the page of whose reply it is, what it is about tells one from another."""
    if noun in ("states", "persons"):
        return _t("Position stated on %(about)s") % {"about": _about(reply)}
    return (
        _t("Official communication: %(whose)s") % {"whose": reply.whose}
        if reply.official
        else _t("Position stated: %(whose)s") % {"whose": reply.whose}
    )


def _answered(name, label, ref, meaning):
    return Column(name, label, meaning, kind="ref", ref=ref, path=f"{name}__slug", listed=False, absent="–")


def _in_full(noun, path):
    """On the page of what it speaks of."""
    return On(noun, path, _("Replies"), ("stated_on",), noun.removesuffix("s"), limit=0, template=IN_FULL)


def _in_a_table(noun, path):
    """On the page of whose it is."""
    chapter = "cooperation" if noun == "states" else ""
    return On(noun, path, _("Replies and positions stated"), ("stated_on", "summary", "official"), noun.removesuffix("s"), chapter=chapter)


REPLIES = register(
    Collection(
        name="replies",
        menu=_("Replies"),
        model=Reply,
        filterset=filters.ReplyFilterSet,
        label=_("Replies"),
        kicker=_("The other side"),
        intro=_(
            "What a State, or a person concerned, has said of a finding, a proceeding or a visit. Each stands on the page of what it speaks of, as prominently as the decision."
        ),
        columns=(
            SLUG,
            state_column(absent=_("a person’s")),
            Column(
                "person", _("Person"), _("Address of the person whose position it is; empty: a State's."),
                kind="ref", ref="persons", path="person__slug", absent="–",
            ),
            _answered("finding", _("Finding"), "findings", _("Address of the decision it answers; empty: none in particular.")),
            _answered("proceeding", _("Proceeding"), "proceedings", _("Address of the proceeding it speaks of.")),
            _answered("visit", _("Visit"), "visits", _("Address of the visit it speaks of.")),
            Column(
                "official", _("Official"), _("Sent by the State itself and the sender verified by the editors; otherwise as published or reported."),
                kind="boolean", required=True,
            ),
            Column("stated_on", _("Stated"), _("Day of the statement."), kind="date", required=True),
            Column("summary", _("What it says"), _("The position in one neutral paragraph, in our own words."), fact=False, required=True),
        ),
        order=("-stated_on",),
        related=(
            "state", "person", "finding__proceeding__state", "finding__proceeding__person", "finding__proceeding__situation",
            "proceeding__state", "proceeding__person", "proceeding__situation", "visit__person", "visit__host",
        ),
        facets=("official", "state"),
        presets=(
            Preset(_("Official communications"), "official=true"),
            Preset(_("Italy"), "state=ITA"),
            Preset(_("Jordan"), "state=JOR"),
        ),
        on=(
            _in_full("findings", "proceeding__findings"),
            _in_full("proceedings", "proceeding"),
            _in_full("visits", "visit"),
            _in_a_table("states", "state"),
            _in_a_table("persons", "person"),
        ),
        moments=(Moment("stated_on", _say_reply, brief=_reply_in_brief, own=False),),
        method=_(
            "From the State's own filings and publications first, then from decisions that recount its observations, then from press. A position as reported is told apart from an official communication, whose sender the editors have verified. No reply on record does not mean that none was made; anybody concerned can send one."
        ),
    )
)  # fmt: skip
