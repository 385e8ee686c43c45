"""Questions about the Assembly and the money that the loaded record must answer right."""

import json
from datetime import date

import pytest

from assembly.models import Amendment, Budget, Candidate, CandidateOutcome, Election, Office, Programme, Session, Term
from assembly.referrals import referrals

pytestmark = pytest.mark.django_db

BY_2025 = [
    "AND",
    "ARG",
    "AUT",
    "BEL",
    "BOL",
    "BWA",
    "CHE",
    "CHL",
    "CRI",
    "CYP",
    "CZE",
    "DEU",
    "DNK",
    "ECU",
    "ESP",
    "EST",
    "FIN",
    "GEO",
    "GUY",
    "HRV",
    "IRL",
    "ISL",
    "ITA",
    "LIE",
    "LTU",
    "LUX",
    "LVA",
    "MKD",
    "MLT",
    "MNG",
    "NER",
    "NLD",
    "PAN",
    "PER",
    "POL",
    "PRT",
    "PRY",
    "PSE",
    "SLV",
    "SMR",
    "SVK",
    "SVN",
    "SWE",
    "TTO",
    "UKR",
    "URY",
    "WSM",
]


def on(text):
    return date.fromisoformat(text)


def holders(office, day):
    return [str(term.holder) for term in Term.objects.public().held(on=on(day), office=office).select_related("official")]


class TestOffices:
    def test_the_president_of_the_court_on_11_november_2025(self):
        assert holders(Office.PRESIDENT, "2025-11-11") == ["Tomoko Akane"]

    def test_the_same_by_the_list_that_readers_ask(self, client):
        answer = client.get("/terms/?office=president&held=true&on=2025-11-11&format=json")
        rows = json.loads(b"".join(answer.streaming_content))["results"]
        assert [row["official"] for row in rows] == ["tomoko-akane"]

    @pytest.mark.parametrize(
        ("day", "president"),
        [
            ("2003-03-11", "Philippe Kirsch"),
            ("2009-03-10", "Philippe Kirsch"),
            ("2009-03-11", "Sang-Hyun Song"),
            ("2015-03-11", "Silvia Fernández de Gurmendi"),
            ("2018-03-11", "Chile Eboe-Osuji"),
            ("2021-03-11", "Piotr Hofmański"),
            ("2024-03-10", "Piotr Hofmański"),
            ("2024-03-11", "Tomoko Akane"),
        ],
    )
    def test_one_president_follows_another_to_the_day(self, day, president):
        assert holders(Office.PRESIDENT, day) == [president]

    def test_there_are_eighteen_judges_on_11_november_2025(self):
        assert len(holders(Office.JUDGE, "2025-11-11")) == 18

    def test_a_prosecutor_on_leave_is_still_the_prosecutor(self):
        assert holders(Office.PROSECUTOR, "2025-11-11") == ["Karim Khan"]


class TestTwentyFourthSession:
    def test_it_closed_a_day_earlier_than_planned(self):
        session = Session.objects.get(slug="24")
        assert (session.starts_on, session.ends_on, session.scheduled_until) == ("2025-12-01", "2025-12-05", "2025-12-06")

    def test_who_was_elected_at_it(self):
        elected = Candidate.objects.public().filter(election__session__slug="24", outcome=CandidateOutcome.ELECTED)
        assert sorted(elected.values_list("election__office", "name")) == [
            ("budget_committee_member", "Amy Gilbert Raveloson"),
            ("budget_committee_member", "Ana Patricia Villalobos Arrieta"),
            ("budget_committee_member", "Daniel McDonnell"),
            ("budget_committee_member", "Karl-Heinz Heller"),
            ("budget_committee_member", "Mateja Franječar Erman"),
            ("budget_committee_member", "Pascual Tomás Hernández"),
            ("budget_committee_member", "Urmet Lee"),
            ("victims_board_member", "O-Gon Kwon"),
        ]

    def test_a_spelling_that_was_not_verified_says_so(self):
        notes = Candidate.objects.filter(
            election__session__slug="24", name__in=("Amy Gilbert Raveloson", "Karl-Heinz Heller", "Mateja Franječar Erman")
        )
        assert [note for note in notes.values_list("note", flat=True) if "pelling" not in note] == []


class TestBudgets:
    def test_the_budget_of_2017_and_that_its_parts_are_the_whole(self):
        budget = Budget.objects.get(year=2017)
        assert (budget.approved_eur, budget.host_state_loan_eur, budget.approved_with_loan_eur) == (141_600_000, 2_987_300, 144_587_300)
        parts = dict(budget.lines.values_list("programme", "approved_eur"))
        assert parts.pop(Programme.VII_2) == 2_987_300
        assert sum(parts.values()) == 141_600_000

    def test_the_budget_of_2024_is_known_with_the_loan_alone(self):
        budget = Budget.objects.get(year=2024)
        assert (budget.approved_eur, budget.approved_with_loan_eur) == (None, 187_084_300)

    def test_of_2025_the_parts_printed_are_on_record_and_no_total_of_our_own_making(self):
        budget = Budget.objects.get(year=2025)
        assert (budget.assessed_eur, budget.host_state_loan_eur) == (190_968_300, 3_585_100)
        assert (budget.approved_eur, budget.approved_with_loan_eur) == (None, None)

    def test_the_budget_of_2026_is_an_explicit_unknown(self, client):
        budget = Budget.objects.get(year=2026)
        assert (budget.approved_eur, budget.approved_with_loan_eur) == (None, None)
        assert "not found" in budget.note
        assert 'class="unknown"' in client.get(budget.get_absolute_url()).content.decode()


class TestAggression:
    def test_the_parties_that_had_accepted_by_1_january_2025(self):
        amendment = Amendment.objects.get(slug="aggression-kampala-2010")
        assert sorted(amendment.accepted_by(on=on("2025-01-01")).values_list("iso3", flat=True)) == BY_2025

    def test_for_those_that_accepted_within_the_year_it_was_not_yet_in_force(self):
        amendment = Amendment.objects.get(slug="aggression-kampala-2010")
        in_force = set(amendment.in_force_for(on=on("2025-01-01")).values_list("iso3", flat=True))
        assert set(BY_2025) - in_force == {"DNK", "UKR"}

    @pytest.mark.parametrize(("day", "in_force"), [("2013-05-07", False), ("2013-05-08", True)])
    def test_liechtenstein_is_the_first_a_year_after_its_deposit(self, day, in_force):
        amendment = Amendment.objects.get(slug="aggression-kampala-2010")
        assert amendment.in_force_for(on=on(day)).filter(iso3="LIE").exists() is in_force


class TestReferrals:
    def test_of_every_finding_that_stands_referred_it_is_said_what_the_assembly_did_or_that_nothing_was_found(self):
        silent = [str(referred.finding) for referred in referrals(on("2026-11-24")) if referred.stands and not (referred.done or referred.searched)]
        assert silent == []

    def test_the_assembly_took_note_of_seven_of_them_in_2014(self):
        noted = {
            referred.finding.proceeding.slug
            for referred in referrals(on("2026-11-24"))
            if "2014-12-17" in {step.occurred_on for step in referred.done}
        }
        assert len(noted) == 7

    @pytest.mark.parametrize("finding", ["mng-2024-10-24", "hun-2025-07-24"])
    def test_of_mongolia_and_hungary_no_action_of_the_assembly_was_found(self, finding):
        (referred,) = [referred for referred in referrals(on("2026-11-24")) if referred.finding.slug == finding]
        assert (referred.done, referred.searched.occurred_on) == ([], "2026-07-01")

    def test_a_referral_reversed_on_appeal_no_longer_waits_for_the_assembly(self):
        (jordan,) = [referred for referred in referrals(on("2026-11-24")) if referred.finding.slug == "jor-2017-12-11"]
        assert not jordan.stands


class TestTwentyFifthSession:
    def test_it_is_scheduled_and_nobody_says_that_it_was_held(self):
        session = Session.objects.get(slug="25")
        assert (session.held, session.starts_on, session.ends_on) == ("scheduled", "2026-12-07", "2026-12-17")

    def test_six_judges_and_the_president_of_the_assembly_are_due(self):
        due = Election.objects.public().due(on=on("2026-11-24"))
        assert {"judge", "assembly_president"} <= set(due.values_list("office", flat=True))

    def test_six_seats_of_judges_fall_vacant_in_march_2027(self):
        ending = Term.objects.public().filter(office=Office.JUDGE, until="2027-03-11")
        assert (ending.count(), Election.objects.get(slug="judge-2026-12").seats) == (6, 6)
