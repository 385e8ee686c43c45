"""Who may do what, to an entry and to a revision: the table, asked of the rule, of the workflow and of the desk alike."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone

from record import workflow
from record.models import Editor, Origin, Revision, RevisionStatus, Status
from record.tests import factories as make
from record.tests import revising
from record.tests.desk import make_account, page, press
from record.tests.refusals import refused
from record.workflow import holds
from record.workflow.rights import ACTIONS, OF_ENTRIES, OF_REVISIONS, Role, Standing, role_of
from states.models import State

pytestmark = pytest.mark.django_db

ENTRIES = (
    Standing.DRAFT, Standing.OWNERLESS, Standing.IN_REVIEW, Standing.APPROVED, Standing.COMPILED, Standing.PUBLISHED, Standing.HELD,
    Standing.RETRACTED,
)  # fmt: skip
REVISIONS = (Standing.DRAFT, Standing.IN_REVIEW, Standing.APPROVED, Standing.PUBLISHED, Standing.WITHDRAWN)
KINDS = {"entry": (OF_ENTRIES, ENTRIES), "revision": (OF_REVISIONS, REVISIONS)}
ROLES = {  # who asks: what they are to a thing that `author` or `writing_reviewer` wrote
    "author": Role.AUTHOR, "other_editor": Role.EDITOR, "writing_reviewer": Role.WRITING_REVIEWER, "other_reviewer": Role.REVIEWER,
    "superuser": Role.REVIEWER, "no_group": Role.STRANGER, "switched_off": Role.STRANGER,
    "anonymous": Role.STRANGER,
}  # fmt: skip
WITHOUT_AN_AUTHOR = (Standing.OWNERLESS, Standing.COMPILED)
AS_OTHERS = {Role.AUTHOR: Role.EDITOR, Role.WRITING_REVIEWER: Role.REVIEWER}
WRITERS = {  # who has written it, and who then tries
    "author": ["author", "other_editor", "other_reviewer", "superuser", "anonymous"],
    "writing_reviewer": ["writing_reviewer"],
}
THINGS = [(kind, standing) for kind, (_table, standings) in KINDS.items() for standing in standings]


@pytest.fixture(autouse=True)
def any_record_goes(monkeypatch):
    """Rights alone are asked here."""
    monkeypatch.setattr("record.invariants.refuse", lambda entries: None)


@pytest.fixture
def people():
    editors, reviewers = Editor.EDITORS, Editor.REVIEWERS
    return {
        "author": make_account("author", editors),
        "other_editor": make_account("other_editor", editors),
        "writing_reviewer": make_account("writing_reviewer", reviewers),
        "other_reviewer": make_account("other_reviewer", reviewers),
        "superuser": make_account("superuser", is_superuser=True),
        "no_group": make_account("no_group"),
        "switched_off": make_account("switched_off", reviewers, is_active=False),
        "anonymous": AnonymousUser(),
        "reader": make_account("reader", reviewers),
    }


def allowed(kind, standing, who):
    role = ROLES[who]
    if kind == "entry" and standing in WITHOUT_AN_AUTHOR:
        role = AS_OTHERS.get(role, role)
    table, _standings = KINDS[kind]
    return {action for action, cells in table.items() if standing in cells and role in cells[standing].roles}


def thing_that_stands(kind, standing, author, reader):
    return (entry_that_stands if kind == "entry" else revision_that_stands)(standing, author, reader)


def entry_that_stands(standing, author, reader):
    """A State; it points to nothing, so that nothing else is in the way."""
    if standing == Standing.OWNERLESS:
        make.cite(state := make.make_state(origin=Origin.LOAD))
        return state
    if standing == Standing.COMPILED:
        return make.made_public(make.make_state())
    make.cite(state := make.make_state(author=author))
    if standing == Standing.DRAFT:
        return state
    workflow.submit(state, by=author)
    if standing == Standing.APPROVED:
        approved(state, reader)
    elif standing != Standing.IN_REVIEW:
        workflow.publish(state, by=reader)
    if standing == Standing.HELD:
        holds.withhold(state, by=reader, reason="A doubt.")
    if standing == Standing.RETRACTED:
        workflow.retract(state, by=reader, reason="A double.")
    state.refresh_from_db()
    return state


def revision_that_stands(standing, author, reader):
    revision = revising.begun(make.made_public(make.make_state()), author, values={"note": "New."})
    if standing == Standing.WITHDRAWN:
        workflow.withdraw(revision, by=author)
    elif standing != Standing.DRAFT:
        workflow.submit(revision, by=author)
    if standing == Standing.APPROVED:
        approved(revision, reader)
    if standing == Standing.PUBLISHED:
        workflow.publish(revision, by=reader)
    return revision


def approved(thing, reader):
    workflow.embargo(thing, in_an_hour(), by=reader)
    workflow.approve(thing, by=reader)


def in_an_hour():
    return timezone.now() + timedelta(hours=1)


def do(action, thing, user, people):
    """The function that does it; what it asks for is given, so that the right alone decides."""
    steps = {
        "submit": lambda: workflow.submit(thing, by=user),
        "assign": lambda: workflow.assign(thing, people["reader"], by=user),
        "comment": lambda: workflow.comment(thing, by=user, text="A remark."),
        "embargo": lambda: workflow.embargo(thing, in_an_hour(), by=user),
        "wording": lambda: workflow.keep_words(thing, "A quotation.", by=user),
        "return": lambda: workflow.send_back(thing, by=user, note="More."),
        "publish": lambda: workflow.publish(thing, by=user),
        "approve": lambda: with_a_time(thing, people, lambda: workflow.approve(thing, by=user)),
        "read": lambda: workflow.confirm_reading(thing, by=user),
        "revise": lambda: workflow.begin(thing, by=user),
        "retract": lambda: workflow.retract(thing, by=user, reason="A double."),
        "withhold": lambda: holds.withhold(thing, by=user, reason="A doubt."),
        "edit": lambda: workflow.propose(thing, by=user, values={"note": "Newer."}),
        "rebase": lambda: workflow.rebase(thing, by=user),
        "withdraw": lambda: workflow.withdraw(thing, by=user),
    }
    steps[action]()


def with_a_time(thing, people, step):
    if thing.status == Status.IN_REVIEW:
        workflow.embargo(thing, in_an_hour(), by=people["reader"])
    step()


def tried(kind):
    """The actions that have a function of their own; the desk does the others (test_admin)."""
    return [action for action in KINDS[kind][0] if action not in ({"view", "edit", "delete"} if kind == "entry" else {"view"})]


def row(thing):
    return type(thing).objects.values().get(pk=thing.pk)


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize(("kind", "standing"), THINGS)
def test_the_rule_and_the_workflow_do_what_the_table_says_and_nothing_else(kind, standing, writer, people):
    thing = thing_that_stands(kind, standing, people[writer], people["reader"])
    before = row(thing)
    for who in WRITERS[writer]:
        expected = allowed(kind, standing, who)
        assert {action for action in ACTIONS if workflow.may(action, thing, people[who])} == expected, who
        for action in tried(kind):
            with transaction.atomic():
                try:
                    do(action, thing, people[who], people)
                    assert action in expected, (who, action)
                except PermissionDenied:
                    assert action not in expected, (who, action)
                    assert row(thing) == before
                transaction.set_rollback(True)
            thing.refresh_from_db()


@pytest.mark.parametrize("who", ROLES)
def test_what_somebody_is_to_a_thing(who, people):
    assert role_of(people[who], State(author=people["writing_reviewer" if who == "writing_reviewer" else "author"])) == ROLES[who]


def test_a_superuser_does_not_publish_what_they_wrote(people):
    assert role_of(people["superuser"], State(author=people["superuser"])) == Role.WRITING_REVIEWER


# No button of the panel, or only where it makes sense: “Approve” once a time is set, “Bring up to date” once the entry has changed.
NO_BUTTONS = {"view", "edit", "delete", "approve", "rebase", "wording"}


@pytest.mark.parametrize(("kind", "standing"), THINGS)
def test_the_desk_shows_and_does_what_the_table_says(kind, standing, people, client):
    """A sample: the buttons of each page, and two that are not there, pressed all the same."""
    thing = thing_that_stands(kind, standing, people["author"], people["reader"])
    before = row(thing)
    for who in ("author", "other_reviewer"):
        expected = allowed(kind, standing, who)
        client.force_login(people[who])
        panel = client.get(page(thing)).context["panel"]
        assert {step.action for step, *_ in panel.steps + panel.talk} == expected - NO_BUTTONS, who
        for action in {"publish", "return"} - expected:
            press(client, thing, action, "Why.")
            assert row(thing) == before, (who, action)


@pytest.mark.parametrize("who", ["no_group", "switched_off", "anonymous"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_stranger_does_not_enter_the_desk(kind, who, people, client):
    thing = thing_that_stands(kind, Standing.IN_REVIEW, people["author"], people["reader"])
    if who != "anonymous":
        client.force_login(people[who])
    assert client.get(page(thing)).status_code == 302
    assert press(client, thing, "publish").status_code == 302
    thing.refresh_from_db()
    assert thing.status == Status.IN_REVIEW


@pytest.mark.parametrize("standing", ENTRIES)
def test_who_is_no_editor_sees_what_is_public_and_no_more(standing, people, client):
    state = entry_that_stands(standing, people["author"], people["reader"])
    shown = client.get(state.get_absolute_url())
    assert (state.name in shown.text) is ("view" in allowed("entry", standing, "anonymous"))


def test_every_standing_of_the_table_is_tried():
    for table, standings in KINDS.values():
        assert {standing for cells in table.values() for standing in cells} == set(standings)
    assert {kind.value for kind in Role} == set(ROLES.values())


def put_through(entry, status, reader):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE states_state SET status = %s, reviewer_id = CASE %s WHEN 'author_id' THEN author_id END, "
            "published_at = CASE %s WHEN 'published' THEN now() END WHERE id = %s",
            [status, reader, status, entry.pk],
        )


class TestFourEyes:
    """Whatever the code says, the database holds to it."""

    @pytest.fixture
    def entry(self, people):
        return make.in_review(make.make_state(), people["writing_reviewer"])

    @pytest.mark.parametrize("status", ["published", "approved"])
    def test_nobody_is_the_reader_of_an_entry_that_they_wrote(self, entry, status):
        with refused("state_reviewer_is_not_its_author"), workflow.edition("A try"):
            put_through(entry, status, "author_id")

    @pytest.mark.parametrize(("status", "constraint"), [("published", "state_public_was_read_or_loaded"), ("approved", "state_approved_was_read")])
    def test_nor_is_the_reader_of_an_entry_left_out(self, entry, status, constraint):
        with refused(constraint), workflow.edition("A try"):
            put_through(entry, status, "reviewer_id")

    def test_nobody_approves_a_revision_that_they_wrote(self, people):
        revision = revision_that_stands(Standing.IN_REVIEW, people["writing_reviewer"], people["reader"])
        with refused("revision_reviewer_is_not_its_author"), connection.cursor() as cursor:
            cursor.execute("UPDATE record_revision SET status = 'approved', reviewer_id = author_id WHERE id = %s", [revision.pk])

    @pytest.mark.parametrize("status", [RevisionStatus.APPROVED, RevisionStatus.PUBLISHED])
    def test_nor_is_the_reader_of_a_revision_left_out(self, people, status):
        revision = revision_that_stands(Standing.IN_REVIEW, people["author"], people["reader"])
        with refused("revision_approved_was_read"), connection.cursor() as cursor:
            cursor.execute(
                "UPDATE record_revision SET status = %s, edition_id = CASE WHEN %s = 'published' THEN 1 END WHERE id = %s",
                [status, status, revision.pk],
            )

    def test_says_the_form_of_an_entry_too(self, entry, people):
        entry.reviewer = people["writing_reviewer"]
        with pytest.raises(Exception, match="Nobody reviews what they wrote: a second person must read it."):
            entry.full_clean()


def as_markdown(table, standings):
    """The table as docs/editors.md has it."""
    names = {"ownerless": "draft without an author", "compiled": "published, not yet read", "published": "published"}
    heads = [names.get(standing.value, standing.value.replace("_", " ")) for standing in standings]
    lines = [f"| | {' | '.join(heads)} |", f"|---{'|---' * len(heads)}|"]
    for action, cells in table.items():
        words = [str(cells[standing].words) if standing in cells else "" for standing in standings]
        lines.append(f"| {action} | {' | '.join(words)} |")
    return "\n".join(lines)


@pytest.mark.parametrize("kind", KINDS)
def test_the_document_shows_the_table(kind):
    assert as_markdown(*KINDS[kind]) in (settings.BASE_DIR / "docs/editors.md").read_text()


def test_a_reviewer_who_is_switched_off_is_a_stranger(people):
    state = entry_that_stands(Standing.IN_REVIEW, people["author"], people["reader"])
    Editor.objects.filter(pk=people["other_reviewer"].pk).update(is_active=False)
    assert not workflow.may("publish", state, Editor.objects.get(pk=people["other_reviewer"].pk))
    assert (State.objects.public().filter(pk=state.pk).exists(), Revision.objects.exists()) == (False, False)
