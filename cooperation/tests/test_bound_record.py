"""Who was bound, on the loaded record: the cases of part B of the rules and those that readers ask for."""

from datetime import date

import pytest

from cases.models import Person
from cooperation.bound import Grounds
from states import obligation
from states.models import State

pytestmark = pytest.mark.django_db

PUTIN, NETANYAHU, BASHIR = "vladimir-putin", "benjamin-netanyahu", "omar-al-bashir"
GADDAFI, GBAGBO, DUTERTE, ELMASRY = "saif-al-islam-gaddafi", "laurent-gbagbo", "rodrigo-duterte", "osama-elmasry-njeem"


def ask(state, on, about=None):
    """The answer of the record about a person, a situation, or nothing in particular."""
    person = Person.objects.filter(slug=about).select_related("situation").first() if about else None
    situation = person.situation.slug if person else about
    return Grounds.gather(states=[state]).answer(state, date.fromisoformat(on), situation=situation, person=person and person.slug)


CASES = [
    # part B of the rules
    ("HUN", "2025-04-03", NETANYAHU, True, "party", "on_record"),
    ("MNG", "2024-09-02", PUTIN, True, "party", "on_record"),
    ("TJK", "2025-10-09", PUTIN, True, "party", "on_record"),
    ("KGZ", "2023-10-12", PUTIN, False, "not_bound", "not_needed"),
    ("ARM", "2024-01-31", PUTIN, False, "not_bound", "not_needed"),
    ("ARM", "2024-02-01", PUTIN, True, "party", "not_on_record"),
    ("UKR", "2024-12-15", NETANYAHU, False, "not_bound", "not_needed"),
    ("UKR", "2024-12-31", NETANYAHU, False, "not_bound", "not_needed"),
    ("UKR", "2025-01-01", NETANYAHU, True, "party", "not_on_record"),
    ("UKR", "2023-03-18", PUTIN, True, "art12_3", "not_on_record"),
    ("UKR", "2025-01-01", PUTIN, True, "party", "not_on_record"),
    ("CIV", "2011-11-29", GBAGBO, True, "art12_3", "unknown"),  # the warrant was still under seal
    ("PSE", "2014-08-01", "palestine", False, "not_bound", "not_needed"),
    ("PSE", "2015-01-01", "palestine", True, "art12_3", "not_needed"),
    ("PSE", "2015-04-01", "palestine", True, "party", "not_needed"),
    ("LBY", "2011-07-01", GADDAFI, True, "unsc", "not_on_record"),
    ("LBY", "2012-01-07", BASHIR, False, "not_bound", "not_needed"),
    ("SDN", "2005-03-30", "darfur", False, "not_bound", "not_needed"),
    ("SDN", "2005-03-31", "darfur", True, "unsc", "not_needed"),
    ("SDN", "2009-03-05", BASHIR, True, "unsc", "unknown"),
    ("SDN", "2012-01-01", GADDAFI, False, "not_bound", "not_needed"),
    ("EGY", "2009-03-25", BASHIR, False, "not_bound", "not_needed"),
    ("BDI", "2018-06-01", "burundi", True, "residual", "not_needed"),
    ("BDI", "2018-06-01", BASHIR, "disputed", "disputed", "on_record"),
    ("BDI", "2024-01-01", PUTIN, False, "not_bound", "not_needed"),
    ("PHL", "2025-03-11", DUTERTE, "disputed", "disputed", "not_on_record"),
    # what readers ask
    ("ITA", "2025-01-19", ELMASRY, True, "party", "on_record"),
    ("JOR", "2017-03-29", BASHIR, True, "party", "on_record"),
    ("ZAF", "2015-06-14", BASHIR, True, "party", "on_record"),
    ("GMB", "2017-11-10", BASHIR, True, "party", "on_record"),
    ("HUN", "2026-01-01", NETANYAHU, True, "party", "on_record"),
    ("MYS", "2019-06-01", BASHIR, False, "not_bound", "not_needed"),
    ("VEN", "2027-07-23", PUTIN, True, "party", "on_record"),
    ("VEN", "2027-07-24", "venezuela-i", True, "residual", "not_needed"),
    ("VEN", "2027-07-24", PUTIN, "disputed", "disputed", "on_record"),
    ("USA", "2025-06-01", BASHIR, False, "not_bound", "on_record"),  # asked, as a State that the Council urges
    *((state, "2025-06-01", about, False, "not_bound", "not_needed") for state in ("RUS", "ISR") for about in (PUTIN, NETANYAHU, BASHIR)),
    *(("USA", "2025-06-01", about, False, "not_bound", "not_needed") for about in (PUTIN, NETANYAHU)),
]


@pytest.mark.parametrize(("state", "on", "about", "bound", "basis", "request_"), CASES, ids=[f"{c[0]}-{c[1]}-{c[2]}" for c in CASES])
def test_bound_by_what_and_asked(state, on, about, bound, basis, request_):
    answer = ask(state, on, about)
    assert (answer.bound, obligation.host_bound(answer), answer.request) == (bound, basis, request_)


@pytest.mark.parametrize(
    ("state", "on", "bound", "bases"),
    [
        ("HUN", "2026-01-01", True, ["party"]),
        ("SDN", "2005-03-30", False, []),
        ("SDN", "2005-03-31", "for_some_situations", ["unsc"]),
        ("LBY", "2025-06-01", "for_some_situations", ["unsc", "art12_3"]),
        ("PSE", "2014-08-01", False, []),
        ("PSE", "2015-01-01", "for_some_situations", ["art12_3"]),
        ("BDI", "2018-06-01", "for_some_situations", ["residual"]),
        ("PHL", "2025-03-11", "for_some_situations", ["residual"]),
        ("VEN", "2027-07-23", True, ["party"]),
        ("VEN", "2027-07-24", "for_some_situations", ["residual"]),
        ("UKR", "2014-04-16", False, []),
        ("UKR", "2014-04-17", "for_some_situations", ["art12_3"]),
        ("UKR", "2025-01-01", True, ["party", "art12_3", "art12_3"]),
        ("ARM", "2024-01-31", "for_some_situations", ["art12_3"]),
        ("ARM", "2024-02-01", True, ["party"]),
        ("MYS", "2019-06-01", False, []),
        ("RUS", "2026-11-24", False, []),
        ("USA", "2026-11-24", False, []),
    ],
)
def test_without_a_situation_only_a_party_is_bound(state, on, bound, bases):
    answer = ask(state, on)
    assert (answer.bound, [basis.basis for basis in answer.bases]) == (bound, bases)


@pytest.mark.parametrize(
    ("on", "pending"),
    [("2025-04-03", None), ("2025-06-02", "2026-06-02"), ("2026-01-01", "2026-06-02"), ("2026-05-28", "2026-06-02"), ("2026-05-29", None)],
)
def test_hungary_was_bound_throughout_and_the_answer_says_what_was_pending(on, pending):
    answer = ask("HUN", on, NETANYAHU)
    assert (answer.bound, answer.pending_until) == (True, pending and date.fromisoformat(pending))


@pytest.mark.parametrize(
    ("state", "on", "about", "code"),
    [
        ("KGZ", "2023-10-12", PUTIN, "signatory"),
        ("EGY", "2009-03-25", BASHIR, "urged"),
        ("LBY", "2012-01-07", BASHIR, "bound_elsewhere"),
        ("ARM", "2024-01-31", PUTIN, "not_yet_in_force"),
        ("ARM", "2024-01-31", PUTIN, "bound_elsewhere"),
        ("UKR", "2024-12-15", NETANYAHU, "bound_elsewhere"),
        ("MYS", "2019-06-01", BASHIR, "instrument_withdrawn"),
        ("BDI", "2024-01-01", PUTIN, "withdrawn"),
        ("PHL", "2025-03-11", DUTERTE, "withdrawn"),
        ("USA", "2025-06-01", BASHIR, "urged"),
        ("RUS", "2025-06-01", PUTIN, "invited"),
    ],
)
def test_an_answer_says_why_not(state, on, about, code):
    assert code in [reason.code for reason in ask(state, on, about).reasons]


@pytest.mark.parametrize(
    ("state", "on", "about", "code"),
    [
        ("HUN", "2025-04-03", NETANYAHU, "sent"),
        ("HUN", "2025-04-02", NETANYAHU, "none_found"),
        ("TJK", "2025-10-09", PUTIN, "circulated"),
        ("ARM", "2024-02-01", PUTIN, "circulated_before_membership"),
        ("ITA", "2025-01-19", ELMASRY, "sent"),
        ("RUS", "2025-06-01", PUTIN, "not_bound"),
    ],
)
def test_an_answer_says_what_is_known_of_a_request(state, on, about, code):
    assert ask(state, on, about).request_reason.code == code


def test_the_declaration_of_libya_is_contested_and_says_by_whom():
    assert "Justice Minister" in ask("LBY", "2025-06-01", "libya").contested


@pytest.mark.parametrize("about", [PUTIN, NETANYAHU, BASHIR, GADDAFI, None])
@pytest.mark.parametrize("state", ["RUS", "USA", "ISR", "CHN", "IND"])
def test_some_states_were_never_bound(state, about):
    days = [f"{year}-{month:02}-01" for year in range(1998, 2028, 3) for month in (1, 7)]
    grounds, person = Grounds.gather(states=[state]), Person.objects.filter(slug=about).select_related("situation").first()
    names = {"person": about, "situation": person.situation.slug} if person else {}
    assert not [day for day in days if grounds.answer(state, date.fromisoformat(day), **names).bound]


def test_every_party_is_bound_towards_every_person_today():
    today, grounds = date(2026, 11, 24), Grounds.gather()
    parties = State.objects.parties(on=today).values_list("iso3", flat=True)
    persons = Person.objects.public().values_list("slug", "situation__slug")
    free = [
        (state, person)
        for state in parties
        for person, situation in persons
        if grounds.answer(state, today, person=person, situation=situation).bound is not True
    ]
    assert not free


def test_every_basis_names_its_articles_its_first_day_and_its_source():
    today, grounds = date(2026, 11, 24), Grounds.gather()
    bases = [(state, basis) for state in State.objects.values_list("iso3", flat=True) for basis in grounds.answer(state, today).bases]
    assert not [(state, basis.basis) for state, basis in bases if not (basis.articles and basis.since and basis.source)]
