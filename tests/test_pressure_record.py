"""Questions about pressure, help and voices that the loaded record must answer right."""

import json
from datetime import date

import pytest

from assembly.models import Demand, DemandFollowUp, Office, Statement, Term, VoteCast
from assembly.panels.statements import signatories
from cooperation.collection.assistance import ASSISTANCE
from cooperation.models import CoerciveMeasure, MeasureKind, Official, Visit
from cooperation.stances import said_before
from record.models import Stance
from states.models import State

pytestmark = pytest.mark.django_db

JUDGES_OF_2025 = {
    "solomy-balungi-bossa", "luz-del-carmen-ibanez-carranza", "reine-alapini-gansou", "beti-hohler", "kimberly-prost", "nicolas-guillou",
}  # fmt: skip
CALL = "cicc-urgent-call-24th-session-2025-11"
JOINT = "states-parties-support-2025-02-07"


def designated_by_the_united_states(day):
    """Officials of the Court under designation on a day."""
    measures = CoerciveMeasure.objects.public().in_force(on=day).filter(actor="USA", kind=MeasureKind.SANCTIONS_DESIGNATION)
    return set(Official.objects.filter(measures__in=measures).values_list("slug", flat=True))


def judges(day):
    return set(Term.objects.public().held(on=day, office=Office.JUDGE).values_list("official__slug", flat=True))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 6, 4), set()),
        (date(2025, 12, 1), JUDGES_OF_2025),
        (date(2026, 1, 1), JUDGES_OF_2025 | {"gocha-lordkipanidze", "erdenebalsuren-damdin"}),
    ],
)
def test_the_judges_under_designation_by_the_united_states_on_a_day(day, expected):
    assert designated_by_the_united_states(day) & judges(day) == expected


def test_those_designated_who_are_no_judges_are_the_prosecutor_and_the_deputies():
    day = date(2025, 12, 1)
    assert designated_by_the_united_states(day) - judges(day) == {"karim-khan", "nazhat-shameem-khan", "mame-mandiaye-niang"}


def test_the_designations_of_2020_ended_in_april_2021():
    assert designated_by_the_united_states(date(2021, 3, 31)) == {"fatou-bensouda"}
    assert designated_by_the_united_states(date(2021, 4, 2)) == set()


def test_the_list_of_measures_answers_the_same(client):
    asked = {"kind": "sanctions_designation", "target_kind": "official", "in_force": "true", "state": "USA", "on": "2025-12-01", "format": "json"}
    rows = json.loads(b"".join(client.get("/measures/", asked).streaming_content))["results"]
    assert {slug for row in rows for slug in row["officials"]} == designated_by_the_united_states(date(2025, 12, 1))


@pytest.mark.parametrize(
    ("prosecutor", "named_in"),
    [
        ("fatou-bensouda", {"usa-visa-ban-fatou-bensouda-2019-04-04", "usa-sanctions-designation-fatou-bensouda-2020-09-02"}),
        (
            "karim-khan",
            {
                "rus-criminal-charge-prosecutor-three-judges-2023-03-20", "rus-wanted-notice-karim-khan-2023-05-19",
                "usa-sanctions-designation-karim-khan-2025-02-06", "rus-conviction-in-absentia-karim-khan-2025-12-12",
            },
        ),
    ],
)  # fmt: skip
def test_the_measures_that_named_the_prosecutor(prosecutor, named_in):
    measures = CoerciveMeasure.objects.public().filter(officials__slug=prosecutor, attribution="own_act")
    assert named_in <= set(measures.values_list("slug", flat=True))
    in_office = Term.objects.public().filter(official__slug=prosecutor, office=Office.PROSECUTOR).get()
    assert all(in_office.since_earliest <= measure.announced_on_earliest for measure in measures)


def test_the_signatories_of_the_joint_statement_of_7_february_2025_were_parties():
    found = signatories(Statement.objects.get(slug=JOINT), date(2026, 11, 24))
    assert len(found["signed"]) == len(found["parties"]) == 79 == found["statement"].signatories_said
    absent = {state.iso3 for state in found["absent"]}
    assert len(absent) == State.objects.parties(on=date(2025, 2, 7)).count() - 79
    assert {"HUN", "ITA", "CZE", "JPN", "KOR", "AUS"} <= absent


@pytest.mark.parametrize(("parameter", "state", "is_there"), [("signatory", "MNG", True), ("signatory", "HUN", False), ("not_signatory", "HUN", True), ("not_signatory", "MNG", False)])  # fmt: skip
def test_who_signed_and_who_did_not_is_a_filter(client, parameter, state, is_there):
    response = client.get("/statements/", {parameter: state, "kind": "joint_statement", "format": "json"})
    slugs = {row["slug"] for row in json.loads(b"".join(response.streaming_content))["results"]}
    assert (JOINT in slugs) == is_there


def test_nobody_is_said_not_to_have_signed_where_the_list_is_not_complete(client):
    assert not Statement.objects.get(slug="states-parties-support-2024-06-14").signatories.exists()
    response = client.get("/statements/", {"not_signatory": "HUN", "format": "json"})
    assert b"states-parties-support-2024-06-14" not in b"".join(response.streaming_content)


SURRENDERED = {
    "thomas-lubanga": ("COD", 34), "germain-katanga": ("COD", 107), "mathieu-ngudjolo-chui": ("COD", 216), "jean-pierre-bemba": ("BEL", 23),
    "callixte-mbarushimana": ("FRA", 119), "laurent-gbagbo": ("CIV", 7), "bosco-ntaganda": (None, 2404), "charles-ble-goude": ("CIV", 822),
    "dominic-ongwen": ("CAF", 3479), "ahmad-al-faqi-al-mahdi": ("NER", 8), "al-hassan": ("MLI", 4), "alfred-yekatom": ("CAF", 6),
    "patrice-edouard-ngaissona": ("FRA", 47), "ali-abd-al-rahman": ("CAF", 4792), "mahamat-said-abdel-kani": ("CAF", 748),
    "maxime-mokom": ("TCD", 1190), "rodrigo-duterte": ("PHL", 5), "khaled-el-hishri": ("DEU", 144), "paul-gicheru": ("NLD", 2065),
    "aime-kilolo": ("BEL", 5), "fidele-babala": ("COD", 5), "jean-jacques-mangenda": ("NLD", 14), "narcisse-arido": ("FRA", 118),
}  # fmt: skip


def test_who_surrendered_each_person_and_how_long_after_the_warrant():
    surrenders = ASSISTANCE.public(date(2026, 11, 24)).surrenders()
    found = {surrender.person.slug: (surrender.state_id, surrender.days_since_warrant) for surrender in surrenders.select_related("person")}
    assert found == SURRENDERED


@pytest.mark.parametrize(
    ("visit", "stance"),
    [
        ("vladimir-putin-mng-2024-09-02", "invites"),
        ("benjamin-netanyahu-hun-2025-04-03", "invites"),
        ("omar-al-bashir-zaf-2015-06-13", "would_arrest"),
        ("vladimir-putin-zaf-2023-08-22", "would_not_arrest"),
        ("vladimir-putin-tjk-2025-10-08", "immunity_applies"),
    ],
)
def test_what_a_government_had_said_before_the_visit(visit, stance):
    visit = Visit.objects.get(slug=visit)
    said = said_before(visit)
    assert stance in [position.stance for position in said]
    assert all(position.stated_on_earliest <= visit.starts_on_latest for position in said)


def test_each_demand_of_the_coalitions_call_and_its_follow_up():
    demands = Demand.objects.public().filter(call__slug=CALL)
    assert len(demands) == 3
    assert {demand.number: demand.follow_up for demand in demands} == {1: "no_information", 2: "partly", 3: "no_information"}


def test_every_follow_up_has_a_source_of_its_own():
    for demand in Demand.objects.public().exclude(follow_up=DemandFollowUp.NO_INFORMATION):
        assert demand.citations.filter(field="follow_up", stance=Stance.SUPPORTS).exists(), demand


def test_the_annual_reports_of_the_president():
    reports = Statement.objects.public().annual_reports().select_related("official")
    found = {report.delivered_on_earliest.year: (report.delivered_on, report.document_no, report.official.slug) for report in reports}
    assert found[2025] == ("2025-11-11", "A/80/342", "tomoko-akane")
    assert found[2020] == ("2020-11-02", "", "chile-eboe-osuji"), "its symbol was not read"
    assert found[2014] == ("2014-10-30", "A/69/321", "sang-hyun-song")
    assert set(range(2005, 2026)) - set(found) == {2009}, "the only year that was not found"


@pytest.mark.parametrize(
    ("resolution", "in_favour", "abstained"),
    [("1593", 11, {"DZA", "BRA", "CHN", "USA"}), ("1970", 15, set())],
)
def test_the_votes_of_the_council_on_its_referrals_by_name(resolution, in_favour, abstained):
    statement = Statement.objects.get(forum="security_council", title__contains=resolution, adopted=True)
    votes = dict(statement.votes.public().values_list("state", "vote"))
    assert list(votes.values()).count(VoteCast.IN_FAVOUR) == in_favour == statement.in_favour
    assert {state for state, vote in votes.items() if vote == VoteCast.ABSTAINED} == abstained
