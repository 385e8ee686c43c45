"""Replies: what a State or a person says stands beside what it speaks of, as prominently, with its source."""

import json
import re

import pytest
from django.db import IntegrityError, transaction

from cooperation.models import Reply
from record.tests import factories as make

pytestmark = pytest.mark.django_db


def html(client, entry):
    answer = client.get(entry.get_absolute_url())
    assert answer.status_code == 200
    return answer.text


@pytest.fixture
def finding():
    return make.make_finding()


class TestARule:
    def test_a_reply_of_nobody_is_refused(self, finding):
        with pytest.raises(IntegrityError), transaction.atomic():
            make.make_reply(finding=finding, state=None)

    def test_a_reply_is_of_a_state_or_of_a_person_not_of_both(self, finding):
        with pytest.raises(IntegrityError), transaction.atomic():
            make.make_reply(finding=finding, state=make.make_state(), person=make.make_person())

    def test_a_reply_to_nothing_is_refused(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            Reply.objects.create(state=make.make_state(), stated_on="2021", summary="No.")

    def test_a_reply_has_its_day(self, finding):
        with pytest.raises(IntegrityError), transaction.atomic():
            make.make_reply(finding=finding, stated_on="")

    def test_what_answers_a_finding_speaks_of_its_proceeding(self, finding):
        assert make.make_reply(finding=finding).proceeding == finding.proceeding

    def test_every_loaded_reply_to_a_finding_names_its_proceeding(self):
        assert not [
            reply.slug for reply in Reply.objects.public().filter(finding__isnull=False) if reply.proceeding_id != reply.finding.proceeding_id
        ]

    def test_every_loaded_reply_is_of_the_state_that_it_answers_for(self):
        of_state = Reply.objects.public().filter(state__isnull=False).select_related("proceeding", "visit")
        assert not [
            reply.slug
            for reply in of_state
            if reply.state_id not in {reply.proceeding_id and reply.proceeding.state_id, reply.visit_id and reply.visit.host_id}
        ]

    def test_no_loaded_reply_claims_a_verification_that_nobody_has_made(self):
        assert not Reply.objects.filter(official=True).exists()

    def test_its_address_is_whose_it_is_and_when(self, finding):
        assert make.make_reply(finding=finding).slug == f"{finding.proceeding.state_id.lower()}-2021-06-02"


class TestOnTheOtherPages:
    def test_it_stands_right_after_the_facts_of_the_finding_and_of_its_proceeding(self, client, finding):
        reply = make.made_public(make.make_reply(finding=finding, summary="We were not obliged to arrest."))
        for entry in (reply.finding, reply.proceeding):
            page = html(client, entry)
            assert page.index('id="facts"') < page.index("We were not obliged to arrest.") < page.index('id="timeline"')

    def test_it_stands_on_the_visit_the_state_and_the_person_that_it_is_of(self, client):
        visit = make.make_visit()
        of_state = make.make_reply(visit=visit, summary="The host explains itself.")
        of_person = make.make_reply(visit=visit, person=visit.person, summary="The traveller explains himself.")
        make.made_public(of_state, of_person)
        assert {"The host explains itself.", "The traveller explains himself."} <= set(re.findall(r"The \w+ explains \w+\.", html(client, visit)))
        assert "The host explains itself." in html(client, visit.host)
        assert "The traveller explains himself." in html(client, visit.person)

    def test_its_source_mark_stands_beside_it(self, client, finding):
        reply = make.make_reply(finding=finding, summary="We were not obliged.")
        make.cite(reply, make.make_source(slug="note-of-the-ministry", title="Note of the Ministry"))
        make.made_public(reply)
        page = html(client, reply.finding)
        number = re.search(r'We were not obliged\.<a class="src[^>]*href="#s(\d+)"', page)[1]
        assert "Note of the Ministry" in page[page.index(f'id="s{number}"') :]

    def test_an_official_communication_is_told_apart_from_a_report(self, client, finding):
        make.made_public(make.make_reply(finding=finding, official=True), make.make_reply(finding=finding, official=False))
        page = html(client, finding)
        assert page.count(f"Official communication of {finding.proceeding.state}, verified by the editors") == 1
        assert page.count("Position as published or reported") == 1

    def test_a_draft_stands_nowhere(self, client, finding):
        make.made_public(finding)
        make.make_reply(finding=finding, summary="Not to be seen.")
        assert "Not to be seen." not in html(client, finding)

    def test_a_finding_without_replies_says_nothing_of_them(self, client, finding):
        assert 'id="replies"' not in html(client, make.made_public(finding))

    def test_the_newest_comes_first_on_a_docket_too(self, client, finding):
        make.made_public(
            make.make_reply(finding=finding, stated_on="2021-06-02", summary="First said."),
            make.make_reply(finding=finding, stated_on="2022-06-02", summary="Later said."),
        )
        for entry in (finding, finding.proceeding):
            page = html(client, entry)
            assert page.index("Later said.") < page.index("First said.")

    def test_before_its_day_it_had_not_been_said(self, client, finding):
        make.made_public(make.make_reply(finding=finding, stated_on="2022-06-02", summary="Later said."))
        assert "Later said." not in client.get(finding.get_absolute_url(), {"on": "2021-12-31"}).text
        assert "Later said." in client.get(finding.get_absolute_url(), {"on": "2022-06-02"}).text


class TestTheList:
    def test_it_is_asked_by_state_and_by_whether_it_is_official(self, client):
        own, other = make.make_reply(official=True), make.make_reply()
        make.made_public(own, other)
        answer = client.get("/replies/", {"state": own.state_id, "official": "true", "format": "json"})
        assert [row["slug"] for row in json.loads(answer.getvalue())["results"]] == [own.slug]

    def test_the_positions_of_hungary_italy_mongolia_and_jordan_are_on_record(self):
        said = set(Reply.objects.public().values_list("state_id", flat=True))
        assert {"HUN", "ITA", "MNG", "JOR", "ZAF", "TJK", "KEN", "TCD", "MWI", "COD", "DJI", "UGA"} <= said

    def test_every_loaded_reply_quotes_its_source(self):
        unquoted = [reply.slug for reply in Reply.objects.public() if not any(c.quotation for c in reply.citations.all())]
        assert unquoted == []
