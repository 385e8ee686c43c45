"""Who held which office on a day: `/assembly/offices/`, the list of terms, the page of an official."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assembly.models import Office, Term
from assembly.officeholders import Holding, Place
from conftest import TODAY
from record import day
from record.models import Edition
from record.tests.factories import made_public, make_candidate, make_election, make_official, make_oversight_act, make_state, make_term  # fmt: skip
from tests import loaded as test_database

pytestmark = pytest.mark.django_db

PAGE = "/assembly/offices/"
DAY = "1995-06-15"  # of which the record knows nothing


def asked(client, on=DAY, **params):
    """{office: its answer} as JSON."""
    body = client.get(PAGE, {"on": on, "format": "json", **params}).json()
    return {place["office"]: place for place in body["offices"]}


def names(place):
    return [holder["name"] for holder in place["holders"]]


def shown(client, on=DAY, **params):
    return client.get(PAGE, {"on": on, **params}).content.decode()


class Scene:
    """Terms around 1995, of which the record knows nothing."""

    def __init__(self):
        years = {"since": "1993-03-11", "until": "1996-03-11"}
        self.state, self.president, self.judge = make_state(), make_official(), make_official()
        leave = {"organ": "bureau", "official": self.president}
        self.board = make_term(office="victims_board_member", since="1993-03", until="1996")
        self.auditor = make_term(office="audit_committee_member", since="1993-03-11", until="")
        made_public(
            make_term(office="president", official=self.president, **years),
            make_oversight_act(kind="leave_began", acted_on="1994-01-01", **leave),
            make_oversight_act(kind="leave_ended", acted_on="1995-01-01", **leave),
            make_term(office="judge", official=self.president, since="1990-03-11", until="1999-03-11"),
            make_candidate(official=self.judge, judicial_list="B", election=make_election(held_on="1992-12-01")),
            make_term(office="judge", official=self.judge, since="1993-03-11", until="2002-03-11"),
            make_term(office="first_vice_president", since="1995", until="1997-03-11"),
            make_term(office="assembly_vice_president", since="1993-03-11", until=""),
            make_term(office="bureau_member", state=self.state, **years),
            make_term(office="deputy_registrar", **years),
            self.board,
            self.auditor,
        )
        make_term(office="registrar", **years)  # a draft


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), test_database.undone(), day.pinned(TODAY):
        yield Scene()


# On the record


@pytest.mark.parametrize(
    ("office", "holders"),
    [
        ("president", ["Tomoko Akane"]),
        ("first_vice_president", ["Rosario Salvatore Aitala"]),
        ("second_vice_president", ["Reine Alapini-Gansou"]),
        ("prosecutor", ["Karim Khan"]),
        ("deputy_prosecutor", ["Mame Mandiaye Niang", "Nazhat Shameem Khan"]),
        ("registrar", ["Osvaldo Zavala Giler"]),
        ("assembly_president", ["Päivi Kaukoranta"]),
    ],
)
def test_on_11_november_2025_these_held_the_offices(client, office, holders):
    assert names(asked(client, "2025-11-11")[office]) == holders


def test_on_11_november_2025_there_were_eighteen_judges(client):
    judges = asked(client, "2025-11-11")["judge"]
    assert (judges["seats"], judges["on_record"], len(judges["holders"])) == (18, 18, 18)


def test_the_list_of_terms_gives_the_same_answer(client):
    rows = json.loads(client.get("/terms/?on=2025-11-11&held=true&office=president&format=json").getvalue())["results"]
    assert [row["official"] for row in rows] == ["tomoko-akane"]


def test_the_leave_of_the_prosecutor_is_told_with_its_act(client):
    [prosecutor] = asked(client, "2025-11-11")["prosecutor"]["holders"]
    assert prosecutor["away"].endswith("/oversight/karim-khan-leave-began-2025-05-16/")


# On any day


@pytest.mark.parametrize(("on", "there"), [("1993-03-10", False), ("1993-03-11", True), ("1996-03-10", True), ("1996-03-11", False)])
def test_an_office_is_held_from_the_first_day_to_the_one_before_the_last(client, scene, on, there):
    assert names(asked(client, on)["president"]) == ([str(scene.president)] if there else [])


def test_an_office_of_which_nothing_is_known_is_said_to_be_not_on_record(client):
    html = shown(client, "1985-01-01")
    assert "President of the Court: not on record for this day." in html
    assert html.count('<span class="unknown">Not on record for this day') == 16


def test_seats_of_which_nothing_is_known_are_counted(client, scene):
    assert "16 more: not on record for this day" in shown(client)


@pytest.mark.parametrize(("on", "there"), [("1985-01-01", False), (DAY, True)])
def test_a_deputy_registrar_is_looked_for_only_where_there_is_one(client, scene, on, there):
    assert ("deputy_registrar" in asked(client, on)) is there


@pytest.mark.parametrize(
    ("on", "sure"), [("1993-02-28", None), ("1993-03-15", False), ("1993-04-01", True), ("1996-06-15", False), ("1997-01-01", None)]
)
def test_where_only_a_month_or_a_year_is_known_the_days_in_doubt_are_perhaps(client, scene, on, sure):
    holders = asked(client, on)["victims_board_member"]["holders"]
    assert [holder["sure"] for holder in holders] == ([] if sure is None else [sure])


def test_who_perhaps_held_an_office_does_not_fill_it(client, scene):
    html = shown(client)
    row = html[html.index("First Vice-President") : html.index("Second Vice-President")]
    assert "Perhaps: the day is not known" in row
    assert "Not on record for this day" in row


@pytest.mark.parametrize(("on", "there"), [("1996-03-10", True), ("1996-03-11", False), ("2000-01-01", False)])
def test_without_a_last_day_an_office_is_held_no_longer_than_the_statute_lets_it_last(client, scene, on, there):
    assert bool(asked(client, on)["assembly_vice_president"]["holders"]) is there
    assert Term.objects.public().held(on=date.fromisoformat(on), office="assembly_vice_president").exists() is there


def test_without_a_last_day_or_a_longest_term_it_is_perhaps_held(client, scene):
    [holder] = asked(client)["audit_committee_member"]["holders"]
    assert (holder["sure"], holder["until"]) == (False, None)


def test_a_judge_has_the_list_under_which_they_stood(client, scene):
    lists = {holder["official"]: holder["judicial_list"] for holder in asked(client)["judge"]["holders"]}
    assert lists == {scene.judge.slug: "B", scene.president.slug: None}


def test_the_seat_of_a_state_in_the_bureau_is_the_states(client, scene):
    [holder] = asked(client)["bureau_member"]["holders"]
    assert (holder["state"], holder["official"], holder["name"]) == (scene.state.iso3, None, str(scene.state))


@pytest.mark.parametrize(("judges", "beyond"), [(18, False), (19, True)])
def test_more_judges_than_seats_are_beyond_what_the_statute_provides(judges, beyond):
    place = Place(Office.JUDGE, [Holding(Term(), sure=True)] * judges)
    assert (place.beyond, place.missing) == (beyond, 0)


def test_a_leave_from_an_earlier_term_is_not_told_of_a_later_one(client, scene):
    made_public(
        make_oversight_act(kind="leave_began", organ="bureau", official=scene.judge, acted_on="1992-01-01"),
        make_term(office="oversight_head", official=scene.judge, since="1991-01-01", until="1992-06-01"),
    )
    assert [holder["away"] for holder in asked(client)["judge"]["holders"] if holder["official"] == scene.judge.slug] == [None]


def test_a_leave_is_told_until_it_has_ended(client, scene):
    assert asked(client, "1994-06-01")["president"]["holders"][0]["away"]
    assert asked(client)["president"]["holders"][0]["away"] is None


def test_a_draft_is_in_no_answer(client, scene):
    assert asked(client)["registrar"]["holders"] == []


# How it is asked


def test_without_a_day_it_answers_for_today(client):
    assert client.get(PAGE, {"format": "json"}).json()["on"] == "2026-11-24"


def test_the_form_asks_by_an_address_and_needs_no_script(client):
    html = shown(client, "2025-11-11")
    form = html[html.index('<form class="ask"') : html.index("</form>")]
    assert 'method="get"' in form
    assert 'name="on" value="2025-11-11"' in form


@pytest.mark.parametrize("on", ["2025-02-30", "2025-11", "yesterday", "11/11/2025"])
def test_what_is_no_day_is_refused_by_name(client, on):
    response = client.get(PAGE, {"on": on})
    assert response.status_code == 400
    assert "is not a day: write 2025-04-03" in response.content.decode()


@pytest.mark.parametrize("wrong", [{"office": "president"}, {"format": "csv"}, {"known": "0"}])
def test_a_wrong_parameter_is_refused(client, wrong):
    assert client.get(PAGE, wrong).status_code == 400


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31", "2024-02-29"])
def test_any_day_is_answered(client, on):
    assert client.get(PAGE, {"on": on}).status_code == 200


def test_it_answers_as_the_record_stood(client):
    before = Edition.current_number()
    made_public(make_term(office="president", since="1980-03-11", until="1983-03-11"))
    assert asked(client, "1981-01-01")["president"]["on_record"] == 1
    assert asked(client, "1981-01-01", known=str(before))["president"]["on_record"] == 0


def test_its_queries_do_not_grow_with_its_rows(client, scene):
    client.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE, {"on": DAY})
    with CaptureQueriesContext(connection) as many:
        client.get(PAGE, {"on": "2025-11-11"})
    assert len(many) == len(few)


# The page of an official


def standfirst(client, official, on="2026-11-24"):
    return client.get(official.get_absolute_url(), {"on": on}).context["page"].standfirst.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("1989-01-01", "Judge from 11 March 1990; President of the Court from 11 March 1993."),
        ("1991-01-01", "Judge since 11 March 1990."),
        ("1995-01-01", "Judge since 11 March 1990; President of the Court since 11 March 1993."),
        ("1999-03-11", "Judge from 11 March 1990; no longer since 11 March 1999."),
    ],
)
def test_the_page_of_an_official_says_first_which_office_is_held_or_was_last(client, scene, on, said):
    assert standfirst(client, scene.president, on) == said


def test_of_an_end_that_was_not_found_it_says_so(client, scene):
    said = "Member of the Audit Committee since 11 March 1993; when it ended is not on record."
    assert standfirst(client, scene.auditor.official) == said


@pytest.mark.parametrize(
    ("on", "said"), [("1993-03-15", "March 1993 to 1996; the exact day is not on record."), ("1998-01-01", "no longer since 1996.")]
)
def test_of_a_day_in_doubt_it_claims_nothing(client, scene, on, said):
    assert standfirst(client, scene.board.official, on).endswith(said)


def test_without_a_term_it_says_nothing(client):
    assert standfirst(client, made_public(make_official())) == ""
