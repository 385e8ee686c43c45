"""What editors do with what was sent: in turn, once, and never with its words."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from conftest import TODAY
from record import inbox
from record.models import Editor, Message, MessageStatus, Revision
from record.tests import factories as make
from record.tests.desk import page, said

pytestmark = pytest.mark.django_db
OFFICIAL = {"kind": "official", "role": "state", "organisation": "Ministry of Foreign Affairs", "email": "legal@example.org"}


@pytest.fixture
def finding():
    return make.made_public(make.make_finding())


def received(**values):
    return Message.objects.create(**{"kind": "correction", "role": "reader", "text": "The day is wrong.", "about": "the record", **values})


class TestWhatEditorsDo:
    def test_acknowledged_then_verified_then_accepted(self):
        editor, message = make.make_editor(), received(**OFFICIAL)
        inbox.acknowledge(message, by=editor)
        inbox.verify(message, by=editor, how="The mission confirmed it by note verbale.")
        inbox.decide(message, by=editor, status=MessageStatus.ACCEPTED, note="A reply was published.")
        assert (message.status, message.verified_by, message.handled_by) == (MessageStatus.ACCEPTED, editor, editor)
        assert message.acknowledged_at

    def test_how_a_sender_was_verified_and_what_came_of_it_are_said(self):
        editor, message = make.make_editor(), received()
        with pytest.raises(ValidationError, match="how the sender"):
            inbox.verify(message, by=editor, how=" ")
        with pytest.raises(ValidationError, match="what came of it"):
            inbox.decide(message, by=editor, status=MessageStatus.DECLINED, note="")

    def test_what_is_closed_stays_closed(self):
        editor, message = make.make_editor(), received(status=MessageStatus.DECLINED, outcome_note="No source.")
        with pytest.raises(ValidationError, match="closed"):
            inbox.acknowledge(message, by=editor)

    def test_only_editors_do_it(self):
        with pytest.raises(PermissionDenied):
            inbox.acknowledge(received(), by=Editor.objects.create_user("stranger"))

    def test_official_communications_come_first_and_what_is_closed_last(self):
        closed = received(status=MessageStatus.DECLINED, outcome_note="No source.", kind="official")
        plain, official = received(), received(**OFFICIAL)
        assert list(inbox.in_turn(Message.objects.all())) == [official, plain, closed]

    def test_an_answer_that_is_late_is_counted(self):
        received(**OFFICIAL, due_on=TODAY - timedelta(days=1))
        received(**OFFICIAL, due_on=TODAY)
        assert inbox.counts() == {"waiting": 2, "new": 2, "official": 2, "overdue": 1}


class TestTheDesk:
    @pytest.fixture
    def editor(self):
        return make.make_editor("ana")

    @pytest.fixture
    def desk(self, client, editor):
        client.force_login(editor)
        return client

    def press(self, desk, message, act, text=""):
        return desk.post(f"/admin/record/message/{message.pk}/act/", {"act": act, "text": text}, follow=True)

    def test_the_queue_says_how_many_wait(self, desk):
        received(**OFFICIAL, due_on=TODAY - timedelta(days=1))
        assert re.search(r"1 message waits.*?1 new, 1 official.*?1 overdue", desk.get("/admin/").text, re.DOTALL)

    def test_the_list_is_in_turn_and_marks_what_is_late(self, desk):
        plain, official = received(), received(**OFFICIAL, due_on=TODAY - timedelta(days=1))
        listed = desk.get(page(Message, "changelist"))
        assert list(listed.context["cl"].result_list) == [official, plain]
        assert "overdue: " in listed.text

    def test_the_text_is_shown_as_text(self, desk):
        shown = desk.get(page(received(text="<script>alert(1)</script> & more")))
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in shown.text
        assert "<script>alert" not in shown.text

    def test_nobody_adds_changes_or_deletes_one(self, desk):
        message = received()
        assert desk.get(page(Message, "add")).status_code == 403
        assert desk.post(page(message), {"text": "Another."}).status_code == 403
        assert desk.post(page(message, "delete"), {"post": "yes"}).status_code == 403
        message.refresh_from_db()
        assert message.text == "The day is wrong."

    def test_a_stranger_sees_none(self, client):
        assert client.get(page(received())).status_code == 302

    def test_the_buttons_do_what_they_say(self, desk, editor):
        message = received(**OFFICIAL)
        self.press(desk, message, "acknowledge")
        self.press(desk, message, "verify", "By telephone with the mission.")
        self.press(desk, message, "decline", "No source.")
        message.refresh_from_db()
        assert (message.status, message.verified_by, message.outcome_note) == (MessageStatus.DECLINED, editor, "No source.")
        assert "Closed." in desk.get(page(message)).text

    def test_what_is_refused_is_said_and_the_text_stays(self, desk):
        message = received()
        inbox.decide(message, by=make.make_editor(), status=MessageStatus.ACCEPTED, note="Done.")
        answer = self.press(desk, message, "decline", "No source.")
        assert "It is closed" in said(answer)

    def test_a_correction_is_prepared_from_it(self, desk, editor, finding):
        message = received(entry=finding, role="state")
        answer = self.press(desk, message, "prepare")
        revision = Revision.objects.get()
        assert (revision.entry, revision.message, revision.asked_by, revision.kind, revision.note) == (finding, message, "state", "correction", "")
        assert answer.redirect_chain[-1][0] == page(revision)
        assert page(revision) in desk.get(page(message)).text

    def test_a_reply_is_drafted_from_it(self, desk, finding):
        message = received(**OFFICIAL, entry=finding)
        address = re.search(r'href="(/admin/cooperation/reply/add/\?[^"]+)"', desk.get(page(message)).text)[1].replace("&amp;", "&")
        form = desk.get(address).context["adminform"].form
        assert str(form.initial["finding"]) == str(finding.pk)
        assert "official" not in form.initial, "nobody has verified the sender"
