"""What governments said they would do if a wanted person came, and whom they met."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.collection.columns import NOTE, SLUG, SUMMARY, person_column, situation_column, state_column
from cooperation import filters
from cooperation.models import ArrestPosition, Contact, ContactKind, Stance
from record.collection import Collection, Column, Moment, On, Preset, register
from record.dated import words_for

STANCE_MARKS = {
    "would_arrest": "full", "would_not_arrest": "open", "safe_passage": "open", "immunity_applies": "split", "for_the_courts": "half",
    "does_not_say": "unknown", "invites": "planned",
}  # fmt: skip


def _say_position(position):
    return _t("%(state)s on the arrest of %(about)s: %(stance)s") % {
        "state": position.state, "about": position.about, "stance": position.get_stance_display()
    }  # fmt: skip


def _position_in_brief(position, noun):
    """On the page of the State, of the person or of the visit, without the name."""
    if noun == "states":
        return _t("On the arrest of %(about)s: %(stance)s") % {"about": position.about, "stance": position.get_stance_display()}
    if noun == "persons":
        return _t("%(state)s on the arrest: %(stance)s") % {"state": position.state, "stance": position.get_stance_display()}
    return _say_position(position)


def position_standfirst(position, day):
    """Who said it, when, and whether it was superseded by a day."""
    who = ", ".join(text for text in (position.speaker, position.capacity) if text)
    said = [f"{who or position.state}, {words_for(position.stated_on)}."]
    later = position.superseded_by
    if later and later.stated_on_earliest <= day:
        said.append(_t("Superseded by a later position."))
    return " ".join(said)


POSITIONS = register(
    Collection(
        name="positions",
        model=ArrestPosition,
        filterset=filters.PositionFilterSet,
        label=_("Positions on arrest"),
        kicker=_("Articles 59, 86 and 89 of the Statute"),
        intro=_(
            "What governments said they would do if a person under a warrant came: by whom, when, about whom. What the State owed that day and what it did stand beside it, on the page of the visit."
        ),
        columns=(
            SLUG,
            state_column(required=True),
            person_column(absent="–"),
            situation_column(listed=False, absent="–"),
            Column("stance", _("What it said"), _("In one word; the paragraph says the rest."), kind="choice", choices=Stance.choices, marks=STANCE_MARKS, required=True),
            Column("stated_on", _("Stated"), _("The day."), kind="date", required=True),
            Column("speaker", _("Speaker"), _("Who said it; empty: the ministry, or not found."), listed=False),
            Column("capacity", _("Office"), _("In which office."), listed=False),
            Column("visit", _("Visit"), _("Address of the visit that it was about; empty: none in particular."), kind="ref", ref="visits", path="visit__slug", listed=False, absent="–"),
            Column("superseded_by", _("Superseded by"), _("Address of a later position of the same government."), kind="ref", ref="positions", path="superseded_by__slug", listed=False, absent=_("none on record")),
            SUMMARY,
        ),
        order=("-stated_on",),
        related=("state", "person", "situation", "visit__person", "visit__host", "superseded_by"),
        facets=("stance", "person", "state"),
        presets=(
            Preset(_("On Vladimir Putin"), "person=vladimir-putin"),
            Preset(_("On Benjamin Netanyahu"), "person=benjamin-netanyahu"),
            Preset(_("On Omar Al-Bashir"), "person=omar-al-bashir"),
            Preset(_("Would not arrest, or safe passage"), "stance=would_not_arrest&stance=safe_passage"),
            Preset(_("Says that immunity applies"), "stance=immunity_applies"),
        ),
        on=(
            On("visits", "visit", _("What the host had said"), ("stated_on", "stance"), "visit", limit=0),
            On("states", "state", _("Positions on arrest"), ("stated_on", "person", "stance"), "state", limit=10, chapter="cooperation"),
            On("persons", "person", _("What governments said of an arrest"), ("state", "stated_on", "stance"), "person", limit=10),
            On("positions", "superseded_by", _("Supersedes"), ("stated_on", "stance", "summary"), "superseded_by", timeline=False),
        ),
        moments=(Moment("stated_on", _say_position, brief=_position_in_brief, own=False),),
        standfirst=position_standfirst,
        method=_("From governments' own pages and interviews with office-holders, then from press that quotes them. Only what somebody in office said; no silence is read as an answer."),
    )
)  # fmt: skip


def _say_contact(contact):
    return _t("%(kind)s: %(who)s and %(person)s") % {
        "kind": capfirst(contact.get_kind_display()), "who": f"{contact.who} ({contact.state})" if contact.who else contact.state, "person": contact.person,
    }  # fmt: skip


def _contact_in_brief(contact, noun):
    if noun == "states":
        return _t("%(kind)s with %(person)s") % {"kind": capfirst(contact.get_kind_display()), "person": contact.person}
    if noun == "persons":
        return _t("%(kind)s with %(who)s (%(state)s)") % {"kind": capfirst(contact.get_kind_display()), "who": contact.who or _t("the government"), "state": contact.state}  # fmt: skip
    return _say_contact(contact)


CONTACTS = register(
    Collection(
        name="contacts",
        model=Contact,
        filterset=filters.ContactFilterSet,
        label=_("Contacts with wanted persons"),
        kicker=_("Resolutions of the Assembly on cooperation"),
        intro=_(
            "Public and official contacts of governments with persons under a public warrant, other than visits to that State. No article forbids them; the Assembly asks States to avoid those that are not essential. A fact, not a grade."
        ),
        columns=(
            SLUG,
            state_column(required=True),
            person_column(required=True),
            Column("kind", _("Kind"), _("Meeting, call, letter, event."), kind="choice", choices=ContactKind.choices, required=True),
            Column("occurred_on", _("On"), _("The day."), kind="date", required=True),
            Column("place", _("Place"), _("Where; empty: not known, or by telephone."), listed=False, absent="–"),
            Column("who", _("By whom"), _("The office-holder.")),
            NOTE,
        ),
        order=("-occurred_on",),
        related=("state", "person"),
        facets=("person", "kind", "state"),
        presets=(Preset(_("With Vladimir Putin"), "person=vladimir-putin"), Preset(_("With Benjamin Netanyahu"), "person=benjamin-netanyahu")),
        on=(
            On("states", "state", _("Contacts with wanted persons"), ("occurred_on", "person", "kind", "who"), "state", limit=5, chapter="cooperation"),
            On("persons", "person", _("Contacts with governments"), ("occurred_on", "state", "kind", "who"), "person", limit=10),
        ),
        moments=(Moment("occurred_on", _say_contact, brief=_contact_in_brief, own=False, news=False),),
        method=_("From announcements of those who met, then from the press. Only the day, the kind and the office are recorded."),
    )
)  # fmt: skip
