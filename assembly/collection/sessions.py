"""Sessions of the Assembly, and what stood on their agenda."""

from django.db.models import Case, CharField, Value, When
from django.db.models.functions import Cast, Concat, Left
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly import filters
from assembly.ahead import lead
from assembly.collection.columns import amount, session_column
from assembly.models import AgendaItem, Held, Session, SessionKind, Topic
from cases.collection.columns import DOCUMENT, SLUG, SUMMARY
from record.collection import Collection, Column, Lead, Moment, On, Preset, register

HELD_MARKS = {"scheduled": "planned", "held": "full"}


def _say_opening(session):
    if session.held == Held.SCHEDULED:
        return _t("%(session)s is to begin") % {"session": session}
    return _t("%(session)s opens") % {"session": session} if not session.city else _t("%(session)s opens in %(city)s") % {
        "session": session, "city": session.city
    }  # fmt: skip


def _title(day):
    """What a session is called, in the database: “Session 19, resumed (2021)”."""
    session, year = Value(_t("Session")), Concat(Value(" ("), Left("starts_on", 4), Value(")"))
    own, resumed = Cast("number", CharField()), Cast("resumes__number", CharField())
    return Case(
        When(kind=SessionKind.REGULAR, then=Concat(session, Value(" "), own, year)),
        When(kind=SessionKind.RESUMED, then=Concat(session, Value(" "), resumed, Value(_t(", resumed")), year)),
        When(kind=SessionKind.SPECIAL, then=Concat(Value(_t("Special session")), year)),
        default=Concat(Value(_t("Review Conference")), year),
        output_field=CharField(),
    )


SESSIONS = register(
    Collection(
        name="assembly",
        menu=_("Assembly"),
        model=Session,
        filterset=filters.SessionFilterSet,
        label=_("Assembly of States Parties"),
        kicker=_("Article 112 of the Statute"),
        intro=_("The Court's governing body: its sessions since 2002, what stood on their agenda, whom they elected, what they decided and what they paid for."),
        columns=(
            SLUG,
            Column("kind", _("Kind"), _("Regular, resumed, special, or the Review Conference."), kind="choice", choices=SessionKind.choices, required=True),
            Column("number", _("Number"), _("Of a regular session."), kind="number", listed=False, absent="–"),
            Column("resumes", _("Resumes"), _("Address of the session that it continues."), kind="ref", ref="assembly", path="resumes__slug", listed=False, absent="–"),
            Column("held", _("Held"), _("Scheduled, until somebody has read that it was held."), kind="choice", choices=Held.choices, marks=HELD_MARKS, required=True),
            Column("city", _("Place"), _("The city.")),
            Column("venue", _("Venue"), _("The building."), listed=False),
            Column("starts_on", _("From"), _("First day."), kind="date", required=True),
            Column("ends_on", _("To"), _("Last day on which it met."), kind="date"),
            Column("scheduled_until", _("Scheduled until"), _("Where it closed on another day than planned."), kind="date", listed=False, absent="–"),
            amount("parties_attending", _("States Parties attending"), _("As the official report counts them."), listed=False),
            amount("observers_attending", _("Observer States attending"), _("As the official report counts them."), listed=False),
            Column("report_no", _("Official records"), _("Document number of the report; empty: not found."), listed=False),
            SUMMARY,
            Column("title", _("Session"), _("What the session is called here."), computed=_title, sorted_by="starts_on", fact=False),
        ),
        listing=("title", "starts_on", "ends_on", "city", "held"),
        order=("-starts_on",),
        related=("resumes",),
        facets=("kind", "held"),
        presets=(
            Preset(_("Regular sessions"), "kind=regular"),
            Preset(_("Resumed and special"), "kind=resumed&kind=special&kind=review_conference"),
            Preset(_("To come"), "held=scheduled"),
        ),
        on=(On("assembly", "resumes", _("Resumptions"), ("starts_on", "ends_on", "city"), "session"),),
        moments=(Moment("starts_on", _say_opening, own=False),),
        named=True,
        lead=Lead("assembly/lead.html", lead),
        method=_(
            "From the Assembly's official records, resolutions and press releases first, then resolutions of the United Nations and pages of organisations that attended. Days are those on which it met; where it closed early, the day planned stands beside. A session is “held” once somebody has read that it was."
        ),
    )
)  # fmt: skip


def _say_item(item):
    return _t("%(session)s takes up “%(title)s”") % {"session": item.session, "title": item.title}


AGENDA_ITEMS = register(
    Collection(
        name="agenda-items",
        model=AgendaItem,
        filterset=filters.AgendaItemFilterSet,
        label=_("Agenda items"),
        kicker=_("Assembly of States Parties"),
        intro=_("What stood on the agenda of each session, under the same ten topics throughout, so that one can be followed through all of them."),
        columns=(
            SLUG,
            session_column(required=True),
            Column("number", _("Item"), _("As on the agenda; empty: not found.")),
            Column("title", _("Title"), _("As on the agenda."), required=True, fact=False),
            Column("topic", _("Topic"), _("By our taxonomy, the same for every session."), kind="choice", choices=Topic.choices, required=True),
            Column("taken_up_on", _("Taken up"), _("The day of the plenary; empty: not found."), kind="date"),
            Column("meeting", _("Meeting"), _("Which plenary meeting; empty: not found."), listed=False),
            DOCUMENT,
            SUMMARY,
        ),
        listing=("title", "topic", "session", "taken_up_on"),
        order=("-taken_up_on",),
        related=("session__resumes",),
        facets=("topic",),
        presets=(
            Preset(_("Non-cooperation"), "topic=non_cooperation"),
            Preset(_("Cooperation"), "topic=cooperation"),
            Preset(_("24th session"), "session=24"),
            Preset(_("25th session"), "session=25"),
        ),
        on=(On("assembly", "session", _("Agenda"), ("number", "title", "topic", "taken_up_on"), "session", limit=0, timeline=False),),
        moments=(Moment("taken_up_on", _say_item, own=False, news=False),),
        named=True,
        method=_(
            "From provisional agendas, official records and press releases of the Assembly, then from daily summaries of organisations that attended. The topics are ours; every item has exactly one."
        ),
    )
)
