"""What civil society asked of States, what States promised, and what became of either."""

from django.db.models import Case, Count, F, IntegerField, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly import filters
from assembly.collection.columns import session_column
from assembly.models import Call, Demand, DemandFollowUp, Kept, Pledge, PledgingBody
from assembly.standfirsts import demand_standfirst, pledge_standfirst
from cases.collection.columns import NOTE, SLUG, SUMMARY, state_column
from record.collection import Collection, Column, Moment, On, Preset, register

FOLLOW_UP_MARKS = {"met": "full", "partly": "half", "not_met": "open", "no_information": "unknown"}
KEPT_MARKS = {"kept": "full", "partly": "half", "not_kept": "open", "pending": "planned"}


def _demands(day):
    own = Demand.objects.public().filter(call=OuterRef("pk")).order_by().values("call").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(own, output_field=IntegerField()), 0)


CALLS = register(
    Collection(
        name="calls",
        model=Call,
        filterset=filters.CallFilterSet,
        label=_("Calls of civil society"),
        kicker=_("To States Parties and others"),
        intro=_("What organisations asked of States in public: each demand on its own, whom it addresses, and what is on record of it since."),
        columns=(
            SLUG,
            Column("issuer", _("Issued by"), _("The organisation, or the first of them."), required=True),
            Column("issued_on", _("Issued"), _("The day."), kind="date", required=True),
            session_column(listed=False, absent="–"),
            Column("title", _("Title"), _("As printed, or in a few neutral words."), required=True, fact=False),
            Column("demands", _("Demands"), _("How many are on record."), kind="amount", computed=_demands, unsorted=True, fact=False),
            SUMMARY,
        ),
        listing=("title", "issuer", "issued_on", "demands"),
        order=("-issued_on",),
        related=("session__resumes",),
        facets=("session",),
        on=(On("assembly", "session", _("Calls of civil society"), ("title", "issuer", "issued_on"), "session"),),
        moments=(Moment("issued_on", lambda call: f"{call.issuer}: {call.title}", own=False, news=False),),
        named=True,
        method=_("From the pages of the organisations. A call is recorded for what it asks of States; what it says of others is not."),
    )
)  # fmt: skip


DEMANDS = register(
    Collection(
        name="demands",
        model=Demand,
        filterset=filters.DemandFilterSet,
        label=_("Demands and their follow-up"),
        kicker=_("Calls of civil society"),
        intro=_("Each demand of a call, and whether an act on record meets it. The follow-up holds as of its day, and has a source of its own."),
        columns=(
            SLUG,
            Column("call", _("Call"), _("Address of the call."), kind="ref", ref="calls", path="call__slug", required=True),
            Column("number", _("Number"), _("Its place in the call, as we count."), kind="number", required=True, listed=False),
            Column("addressee", _("Addressed to"), _("Whom it addresses."), required=True),
            Column("text", _("Demand"), _("What is asked for, in our own words."), required=True, fact=False),
            Column("follow_up", _("Follow-up"), _("By acts on record."), kind="choice", choices=DemandFollowUp.choices, marks=FOLLOW_UP_MARKS, required=True),
            Column("as_of", _("As of"), _("The day for which that holds."), kind="date", absent="–"),
            Column("follow_up_note", _("On what that rests"), _("A neutral sentence."), listed=False),
        ),
        listing=("text", "addressee", "call", "follow_up", "as_of"),
        order=("call", "number"),
        related=("call",),
        facets=("follow_up", "call"),
        presets=(
            Preset(_("Met, or met in part"), "follow_up=met&follow_up=partly"),
            Preset(_("Not met"), "follow_up=not_met"),
            Preset(_("No information"), "follow_up=no_information"),
        ),
        on=(On("calls", "call", _("Demands"), ("text", "addressee", "follow_up", "as_of"), "call", limit=25),),
        begins="call__issued_on_earliest",
        named=True,
        standfirst=demand_standfirst,
        method=_("A demand counts as met, in part or not, only by an act or a statement on record, named in the note. Otherwise there is no information."),
    )
)  # fmt: skip


def _say_pledge(pledge):
    return _t("%(whose)s pledges: %(subject)s") % {"whose": pledge.whose, "subject": pledge.subject}


def _say_kept(pledge):
    return _t("%(whose)s keeps a pledge: %(subject)s") % {"whose": pledge.whose, "subject": pledge.subject}


def _whose(day):
    words = [When(organisation=value, then=Value(str(label))) for value, label in PledgingBody.choices]
    return Coalesce(F("state__name"), Case(*words))


PLEDGES = register(
    Collection(
        name="pledges",
        model=Pledge,
        filterset=filters.PledgeFilterSet,
        label=_("Pledges"),
        kicker=_("Assemblies and the Review Conference"),
        intro=_("What States, and organisations of States, promised at Assemblies: what, by when, and whether an act on record keeps it."),
        columns=(
            SLUG,
            state_column(absent="–", listed=False),
            Column("organisation", _("Organisation"), _("Of States; empty: a State pledged."), kind="choice", choices=PledgingBody.choices, listed=False, absent="–"),
            session_column(absent="–"),
            Column("pledged_on", _("Pledged"), _("The day, or the year."), kind="date", required=True),
            Column("subject", _("Subject"), _("In a few words."), required=True, fact=False),
            Column("text", _("Pledge"), _("What was promised, in our own words."), listed=False, required=True),
            Column("due_on", _("Due"), _("Empty: no day was named, or not found."), kind="date", listed=False, absent=_("no day on record")),
            Column("kept", _("Kept"), _("By an act on record; empty: not known."), kind="choice", choices=Kept.choices, marks=KEPT_MARKS),
            Column("kept_on", _("Kept on"), _("The day of the act."), kind="date", listed=False, absent="–"),
            NOTE,
            Column("whose", _("Pledged by"), _("The State or the organisation, by name."), computed=_whose, fact=False),
        ),
        listing=("subject", "whose", "pledged_on", "session", "kept"),
        order=("-pledged_on",),
        related=("state", "session__resumes"),
        facets=("kept", "session", "state"),
        presets=(Preset(_("Kept"), "kept=kept"), Preset(_("Not kept"), "kept=not_kept"), Preset(_("At the Review Conference"), "session=review-conference")),
        on=(
            On("states", "state", _("Pledges"), ("subject", "pledged_on", "kept"), "state", limit=10, chapter="voices"),
            On("assembly", "session", _("Pledges"), ("whose", "subject", "kept"), "session", limit=25, timeline=False),
        ),
        moments=(
            Moment("pledged_on", _say_pledge, brief=lambda pledge, noun: _t("Pledges: %(subject)s") % {"subject": pledge.subject} if noun == "states" else _say_pledge(pledge), own=False, news=False),
            Moment("kept_on", _say_kept, brief=lambda pledge, noun: _t("Keeps a pledge: %(subject)s") % {"subject": pledge.subject} if noun == "states" else _say_kept(pledge), own=False, news=False),
        ),
        named=True,
        standfirst=pledge_standfirst,
        method=_("From the Assembly’s lists of pledges, its records and the States’ own pages. Kept means that a deposit, an agreement or another act on record does what was promised; not known is left blank."),
    )
)  # fmt: skip
