"""What was said of the Court, who signed it, how States voted."""

from django.db.models import Count, F, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly import filters
from assembly.collection.columns import amount, official_column, session_column
from assembly.models import AdoptedBy, Forum, Signatory, Statement, StatementKind, StatementTopic, Vote, VoteCast
from assembly.standfirsts import statement_standfirst
from cases.collection.columns import NOTE, SLUG, SUMMARY, state_column
from record.collection import Collection, Column, Moment, On, Preset, register

VOTE_MARKS = {"in_favour": "full", "against": "open", "abstained": "half", "not_voting": "gone"}


def _say_statement(statement):
    """Whose word it is, and its title."""
    if statement.kind == StatementKind.ANNUAL_REPORT:
        return _t("%(who)s presents the annual report of the Court to the General Assembly") % {"who": statement.official}
    if statement.kind == StatementKind.RESOLUTION:
        said = _t("Adopted: %(title)s") if statement.adopted else _t("Put to the vote: %(title)s")
        return said % {"title": statement.title}
    if statement.kind == StatementKind.JOINT_STATEMENT:
        return _t("Joint statement of States: %(title)s") % {"title": statement.title}
    return f"{statement.state or statement.body}: {statement.title}"


def _statement_in_brief(statement, noun):
    """On the page of the State that made it, without its name; on that of one that signed, that it did."""
    if noun == "states" and statement.state_id:
        return _t("Statement: %(title)s") % {"title": statement.title}
    if noun == "states" and statement.kind == StatementKind.JOINT_STATEMENT:
        return _t("Signs a joint statement: %(title)s") % {"title": statement.title}
    if noun == "states" and statement.kind == StatementKind.RESOLUTION:
        return _t("Sponsors: %(title)s") % {"title": statement.title}
    return _say_statement(statement)


def _listed(day):
    """How many signatories are listed, against the number that the source gives."""
    own = Signatory.objects.filter(statement=OuterRef("pk")).order_by().values("statement").annotate(n=Count("pk")).values("n")
    return Subquery(own, output_field=IntegerField())


def _whose(day):
    return Coalesce(F("state__name"), F("body"))


STATEMENTS = register(
    Collection(
        name="statements",
        menu=_("Statements"),
        model=Statement,
        filterset=filters.StatementFilterSet,
        label=_("Statements"),
        kicker=_("General Assembly, Security Council, Assembly, capitals"),
        intro=_(
            "What was said of the Court by those in office: joint statements with their signatories, the President’s annual reports, resolutions, and the words of States and bodies on measures against the Court."
        ),
        columns=(
            SLUG,
            Column("kind", _("Whose word"), _("Annual report, resolution, joint statement, a State's, a body's."), kind="choice", choices=StatementKind.choices, required=True),
            Column("forum", _("Forum"), _("Where it was said."), kind="choice", choices=Forum.choices, required=True),
            state_column(_("On behalf of"), absent="–", listed=False),
            Column("body", _("Body"), _("On whose behalf, where it is no State."), absent="–", listed=False),
            Column("speaker", _("Speaker"), _("Who said it."), listed=False),
            Column("capacity", _("Office"), _("In which office."), listed=False),
            official_column(listed=False, absent="–"),
            Column("delivered_on", _("On"), _("The day on which it was made, presented or adopted."), kind="date", required=True),
            session_column(listed=False, absent="–"),
            Column("topic", _("Topic"), _("By our taxonomy."), kind="choice", choices=StatementTopic.choices, required=True),
            Column("title", _("Title"), _("As printed, or in a few neutral words."), required=True, fact=False),
            Column("document_no", _("Symbol"), _("As printed; empty: not found."), absent="–", listed=False),
            Column("measures", _("Measures"), _("Addresses of the measures that it speaks of."), kind="refs", ref="measures", listed=False, absent="–"),
            Column("signatories", _("Signed by"), _("Codes of the States that signed it, or sponsored it, as a source lists them."), kind="refs", ref="states", listed=False, absent=_("no list on record")),
            amount("signatories_said", _("Signatories, as published"), _("The number that the source gives."), listed=False, absent="–"),
            Column("signatories_listed", _("Signatories listed"), _("How many are listed here; fewer than published where no full list was found."), kind="amount", computed=_listed, unsorted=True, absent="–", fact=False),
            Column("adopted", _("Adopted"), _("Of a resolution or draft."), kind="boolean", listed=False, absent="–"),
            Column("adopted_by", _("Adopted by"), _("Consensus or vote."), kind="choice", choices=AdoptedBy.choices, listed=False, absent="–"),
            amount("in_favour", _("In favour"), _("States."), listed=False, absent="–"),
            amount("against", _("Against"), _("States."), listed=False, absent="–"),
            amount("abstained", _("Abstained"), _("States."), listed=False, absent="–"),
            SUMMARY,
            Column("whose", _("By"), _("The State or the body, by name; empty: several States together."), computed=_whose, absent="–", fact=False),
        ),
        listing=("title", "whose", "kind", "delivered_on", "signatories_listed"),
        order=("-delivered_on",),
        related=("state", "official", "session__resumes"),
        facets=("kind", "topic", "forum"),
        presets=(
            Preset(_("Joint statements of States"), "kind=joint_statement"),
            Preset(_("Annual reports of the President"), "kind=annual_report"),
            Preset(_("Resolutions of the General Assembly"), "kind=resolution&forum=general_assembly"),
            Preset(_("Of the Security Council"), "kind=resolution&forum=security_council"),
            Preset(_("On measures against the Court"), "topic=pressure"),
        ),
        on=(
            On("states", "state", _("Statements"), ("title", "delivered_on", "topic"), "state", limit=8, chapter="voices"),
            On("states", "signatories", _("Statements signed"), ("title", "delivered_on"), "signatory", limit=8, chapter="voices"),
            On("officials", "official", _("Statements"), ("title", "delivered_on", "forum", "document_no"), "official", limit=10),
            On("measures", "measures", _("Statements on it"), ("title", "kind", "delivered_on"), "measure", limit=25),
            On("assembly", "session", _("Statements"), ("title", "state", "delivered_on"), "session", limit=25, timeline=False),
        ),
        moments=(Moment("delivered_on", _say_statement, brief=_statement_in_brief, own=False, newsworthy=lambda statement: statement.kind != StatementKind.STATE_STATEMENT),),
        named=True,
        standfirst=statement_standfirst,
        method=_(
            "From the speaker’s own page, the records of the United Nations and the Assembly, then from the press. The States that signed stand only as a source lists them; the published number is kept beside the list."
        ),
    )
)  # fmt: skip


def vote_standfirst(vote, day):
    """How the whole vote came out."""
    return statement_standfirst(vote.statement, day)


VOTES = register(
    Collection(
        name="votes",
        model=Vote,
        filterset=filters.VoteFilterSet,
        label=_("Votes by State"),
        kicker=_("Security Council and General Assembly"),
        intro=_("How States voted, by name, on resolutions and drafts about the Court."),
        columns=(
            SLUG,
            Column("statement", _("Resolution"), _("Address of the resolution or draft."), kind="ref", ref="statements", path="statement__slug", required=True),
            state_column(required=True),
            Column("vote", _("Vote"), _("By the record of the meeting."), kind="choice", choices=VoteCast.choices, marks=VOTE_MARKS, required=True),
            Column("voted_on", _("On"), _("The day of the vote."), kind="day", computed=lambda day: F("statement__delivered_on_earliest"), fact=False),
            NOTE,
        ),
        order=("-voted_on", "state"),
        related=("statement", "state"),
        facets=("vote", "statement"),
        on=(
            On("statements", "statement", _("How States voted"), ("state", "vote"), "statement", limit=25, timeline=False),
            On("states", "state", _("Votes on the Court"), ("statement", "vote", "voted_on"), "state", limit=10, chapter="voices"),
        ),
        begins="statement__delivered_on_earliest",
        named=True,
        standfirst=vote_standfirst,
        method=_("From the records of meetings and press releases of the United Nations."),
    )
)  # fmt: skip
