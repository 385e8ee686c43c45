"""Anybody writes to the editors without an account: nothing typed is lost, nothing is shown to anybody else, floods are held off."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from conftest import TODAY
from record import inbox
from record.models import Message, MessageStatus
from record.publishing.ask_form import SALT
from record.tests import factories as make

pytestmark = pytest.mark.django_db
FORM = "/corrections/ask/"
OFFICIAL = {"kind": "official", "role": "state", "organisation": "Ministry of Foreign Affairs", "email": "legal@example.org"}


@pytest.fixture
def finding():
    return make.made_public(make.make_finding())


def opened(seconds=60):
    """A form that was opened so long ago."""
    return signing.dumps(timezone.now().timestamp() - seconds, salt=SALT)


def letter(**changes):
    plain = {
        "kind": "correction",
        "role": "reader",
        "about": "",
        "text": "The day is wrong.",
        "sources": "",
        "name": "",
        "organisation": "",
        "email": "",
    }
    return {**plain, "website": "", "opened": opened(), **changes}


def send(client, sender="192.0.2.1", **changes):
    return client.post(FORM, letter(**changes), REMOTE_ADDR=sender)


def received(**values):
    return Message.objects.create(**{"kind": "correction", "role": "reader", "text": "The day is wrong.", "about": "the record", **values})


class TestTheForm:
    def test_it_knows_the_entry_that_it_was_opened_from(self, client, finding):
        answer = client.get(FORM, {"entry": f"findings/{finding.slug}", "kind": "reply"})
        assert f'value="findings/{finding.slug}"' in answer.text
        assert re.search(r'value="reply"[^>]*checked', answer.text)

    @pytest.mark.parametrize(
        "query", [{"entry": "findings/no-such"}, {"entry": "sources/x"}, {"entry": "//evil"}, {"kind": "poem"}, {"colour": "red"}]
    )
    def test_what_it_does_not_know_is_refused_by_name(self, client, query):
        answer = client.get(FORM, query)
        assert (answer.status_code, next(iter(query.values())) in answer.text) == (400, True)

    def test_a_draft_is_no_entry_to_write_about(self, client):
        assert client.get(FORM, {"entry": f"findings/{make.make_finding().slug}"}).status_code == 400

    def test_it_is_kept_by_nobody(self, client):
        control = client.get(FORM)["Cache-Control"]
        assert {"private", "no-store"} <= set(control.split(", "))

    def test_nobody_writes_as_an_editor(self, client):
        assert 'value="editor"' not in client.get(FORM).text
        assert send(client, role="editor").status_code == 400

    def test_the_trap_is_hidden_from_people(self, client):
        trap = re.search(r'<div class="unseen" aria-hidden="true">.*?</div>', client.get(FORM).text)[0]
        assert "Leave this field empty" in trap
        assert 'tabindex="-1" autocomplete="off"' in trap


class TestSending:
    def test_a_message_is_received_and_says_what_happens_next(self, client, finding):
        answer = send(client, about=f"http://127.0.0.1:8000/findings/{finding.slug}/", text="  The day is wrong. ")
        message = Message.objects.get()
        assert (message.entry, message.text, message.status, message.due_on) == (finding, "The day is wrong.", MessageStatus.NEW, None)
        told = client.get(answer["Location"])
        assert f"number {message.pk}" in told.text
        assert "no-store" in told["Cache-Control"]

    def test_an_official_communication_is_answered_within_a_fortnight(self, client):
        answer = send(client, **OFFICIAL)
        assert Message.objects.get().due_on == TODAY + timedelta(days=14)
        assert "Our aim is to answer it by" in client.get(answer["Location"]).text

    @pytest.mark.parametrize("missing", ["organisation", "email"])
    def test_an_official_communication_names_who_sends_it_and_where_to_answer(self, client, missing):
        answer = send(client, **{**OFFICIAL, missing: ""})
        assert (answer.status_code, Message.objects.count()) == (400, 0)
        assert f'href="#id_{missing}"' in answer.text

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"text": "  "}, "text"), ({"text": "x" * 10_001}, "text"), ({"text": "a\0b"}, "text"), ({"email": "nobody"}, "email"),
            ({"kind": ""}, "kind_0"), ({"role": ""}, "role_0"), ({"kind": "poem"}, "kind_0"), ({"about": "x" * 301}, "about"),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_said_at_the_top_and_leads_to_its_field(self, client, changes, field):
        answer = send(client, **{"name": "Qwertina", **changes})
        assert (answer.status_code, Message.objects.count()) == (400, 0)
        summary = answer.text[answer.text.index('id="problems"') :]
        assert f'href="#id_{field}"' in summary
        assert f'id="id_{field}"' in summary
        assert 'value="Qwertina"' in answer.text

    @pytest.mark.parametrize("about", ["https://example.org/findings/{}/", "http://[", "the finding on {}", "//findings/{}", "sources/{}"])
    def test_what_is_no_address_of_an_entry_is_kept_as_written(self, client, finding, about):
        send(client, about=about.format(finding.slug))
        message = Message.objects.get()
        assert (message.entry, message.about) == (None, about.format(finding.slug))

    def test_a_receipt_cannot_be_made_up(self, client):
        assert client.get(f"{FORM}sent/", {"receipt": "x"}).status_code == 404

    def test_without_its_cookie_nothing_is_lost(self, finding):
        client = Client(enforce_csrf_checks=True)
        answer = send(client, text="A long letter.")
        assert (answer.status_code, Message.objects.count()) == (400, 0)
        assert "A long letter." in answer.text
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', answer.text)[1]
        assert send(client, text="A long letter.", csrfmiddlewaretoken=token).status_code == 302

    def test_sent_twice_it_is_one_message(self, client):
        first, second = send(client), send(client)
        assert (first.status_code, second.status_code, Message.objects.count()) == (302, 302, 1)


class TestPrograms:
    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({"website": "https://spam.example"}, "Leave the last field empty"),
            ({"opened": opened(1)}, "faster than anybody writes"),
            ({"opened": opened(2 * 24 * 60 * 60)}, "more than a day"),
            ({"opened": "made-up"}, "more than a day"),
            ({"opened": signing.dumps(1, salt="another")}, "more than a day"),
        ],
    )
    def test_they_are_held_off_and_nothing_typed_is_lost(self, client, changes, sentence):
        if changes.get("opened") and sentence.startswith("faster"):
            changes = {"opened": opened(1)}  # counted from now, not from when the tests were collected
        answer = send(client, text="A long letter.", **changes)
        assert (answer.status_code, Message.objects.count()) == (400, 0)
        assert sentence in answer.text
        assert "A long letter." in answer.text

    def test_a_form_left_open_can_be_sent_again_at_once(self, client):
        answer = send(client, opened=opened(2 * 24 * 60 * 60))
        new = re.search(r'name="opened" value="([^"]+)"', answer.text)[1]
        assert timezone.now().timestamp() - signing.loads(new, salt=SALT) >= 3
        assert send(client, opened=new).status_code == 302

    def test_the_sixth_message_of_an_hour_waits(self, client, settings):
        settings.CONTACT_EMAIL = "editors@example.org"
        for n in range(5):
            assert send(client, text=f"No. {n}").status_code == 302
        answer = send(client, text="A long letter.")
        assert (answer.status_code, Message.objects.count()) == (429, 5)
        assert 3500 < int(answer["Retry-After"]) <= 3600
        assert "A long letter." in answer.text
        assert "editors@example.org" in answer.text
        assert send(client, sender="192.0.2.2").status_code == 302
        Message.objects.update(received_at=timezone.now() - timedelta(minutes=61))
        assert send(client, text="A long letter.").status_code == 302

    def test_the_twenty_first_of_a_day_waits(self, client):
        key = inbox.sender_key("192.0.2.1")
        Message.objects.bulk_create(Message(kind="correction", role="reader", text=str(n), sender_key=key) for n in range(20))
        Message.objects.update(received_at=timezone.now() - timedelta(hours=2))
        assert send(client).status_code == 429

    def test_all_senders_together_are_held_off_too(self, client):
        Message.objects.bulk_create(Message(kind="correction", role="reader", text=str(n), sender_key=str(n)) for n in range(200))
        assert send(client).status_code == 429

    def test_senders_behind_our_proxy_are_told_apart_and_a_forged_header_is_not_believed(self, client, settings):
        settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
        for forwarded in ("198.51.100.7, 203.0.113.1", "203.0.113.2"):
            client.post(FORM, letter(), REMOTE_ADDR="10.0.0.1", headers={"x-forwarded-for": forwarded})
        keys = set(Message.objects.values_list("sender_key", flat=True))
        assert keys == {inbox.sender_key("203.0.113.1"), inbox.sender_key("203.0.113.2")}


class TestTheSender:
    def test_the_address_is_kept_as_a_keyed_hash(self, client, settings):
        send(client, sender="192.0.2.1")
        key = Message.objects.get().sender_key
        assert re.fullmatch(r"[0-9a-f]{64}", key)
        assert key == inbox.sender_key("192.0.2.1") != inbox.sender_key("192.0.2.2")
        settings.SECRET_KEY = "another " * 10
        assert key != inbox.sender_key("192.0.2.1")

    def test_one_network_of_ipv6_is_one_sender(self):
        assert inbox.sender_key("::ffff:192.0.2.1") == inbox.sender_key("192.0.2.1")
        assert inbox.sender_key("2001:db8::1") == inbox.sender_key("2001:db8::2:3:4:5") != inbox.sender_key("2001:db8:0:1::1")

    def test_the_worker_forgets_it_after_a_week(self, monkeypatch):
        old, new = received(sender_key="a" * 64), received(sender_key="b" * 64)
        Message.objects.filter(pk=old.pk).update(received_at=timezone.now() - timedelta(days=8))
        monkeypatch.setattr("record.management.commands.work.Command._broken_rules", lambda self: "")
        monkeypatch.setattr("record.archive.check.sweep", lambda: None)
        monkeypatch.setattr("record.management.commands.work.close_old_connections", lambda: None)
        call_command("work", rounds=1)
        assert [Message.objects.get(pk=m.pk).sender_key for m in (old, new)] == ["", "b" * 64]


class TestNobodyElseSeesIt:
    SECRET = {
        "text": "qxztext", "sources": "qxzsources", "name": "qxzname", "organisation": "qxzorganisation", "email": "qxz@example.org", "about": "qxzabout",
        "outcome_note": "qxzoutcome", "verified_how": "qxzhow",
    }  # fmt: skip

    def test_no_public_page_has_any_of_it(self, client, finding):
        """Of the entry that it is about; every other address is walked in tests/test_leaks.py."""
        received(**self.SECRET, entry=finding, status=MessageStatus.ACCEPTED)
        own, home = finding.get_absolute_url(), "/"
        for address in (own, f"{own}?format=json", f"{own}history/", "/corrections/", "/corrections/?format=csv", "/replies/?format=csv", home):
            assert "qxz" not in client.get(address).getvalue().decode(), address

    def test_the_pages_of_the_form_have_nothing_of_what_others_sent(self, client, finding):
        received(**self.SECRET, entry=finding)
        answer = send(client, about=f"findings/{finding.slug}")
        for address in (FORM, f"{FORM}?entry=findings/{finding.slug}", answer["Location"]):
            assert "qxz" not in re.sub(r'(value|receipt)="?[^" ]*', "", client.get(address).text)
