"""Who accepted an amendment, for whom it is in force on a day, and that membership never hangs on it: article 121."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assembly import acceptance
from assembly.models import Amendment
from conftest import TODAY
from cooperation.bound import Grounds
from record.day import pinned
from record.tests.factories import made_public, make_amendment, make_state, make_treaty, make_treaty_action, rome_statute
from states import membership
from states.derived import actions_by_state
from states.membership import Period
from states.models import DEPOSITS, Membership, State, TreatyAction
from tests import loaded as test_database

DAYS = st.dates(date(1999, 1, 1), date(2032, 12, 31))
ON_THE_RECORD = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def day(text):
    return date.fromisoformat(text)


# The plain rule


@pytest.mark.parametrize(
    ("deposited", "statute", "since"),
    [
        ("2012-05-08", "2002-07-01", "2013-05-08"),  # Liechtenstein
        ("2011-09-26", "2002-07-01", "2012-09-26"),  # San Marino
        ("2016-02-29", "2002-07-01", "2017-03-01"),
        ("2020-01-15", "2021-06-01", "2021-06-01"),  # no Party yet when a year has passed
    ],
)
def test_an_amendment_is_in_force_for_a_state_a_year_after_its_own_deposit(deposited, statute, since):
    assert acceptance.in_force_since(day(deposited), day(statute)) == day(since)


def test_without_a_deposit_or_the_statute_it_is_in_force_for_nobody():
    assert acceptance.in_force_since(None, day("2002-07-01")) is None
    assert acceptance.in_force_since(day("2012-05-08"), None) is None


@pytest.mark.parametrize(("on", "in_force"), [("2013-05-07", False), ("2013-05-08", True), ("2017-10-26", True), ("2017-10-27", False)])
def test_it_is_in_force_only_while_the_state_is_a_party(on, in_force):
    member = [Period(day("2004-12-01"), day("2017-10-27"))]
    assert acceptance.in_force(day("2012-05-08"), member, day(on)) is in_force


@given(deposited=DAYS, on=DAYS)
def test_a_deposit_is_a_year_old_exactly_when_it_is_not_after_the_last_one_that_is(deposited, on):
    assert (acceptance.one_year_after(deposited) <= on) == (deposited <= acceptance.last_deposit_in_force(on))


@pytest.mark.parametrize(("parties", "needed"), [(125, 110), (124, 109), (123, 108), (8, 7), (9, 8)])
def test_seven_eighths_make_an_amendment_enter_into_force_for_all(parties, needed):
    assert acceptance.needed_for_all(parties) == needed


def test_so_many_more_are_needed_and_never_fewer_than_none():
    assert [acceptance.still_needed(accepted, 125) for accepted in (18, 110, 125)] == [92, 0, 0]


# The record, by the same rule

pytestmark = pytest.mark.django_db


class Scene:
    """An amendment that five States accepted, and States whose acts towards it must not touch their membership."""

    def __init__(self):
        self.amendment = make_amendment(
            instrument="statute", rule="art_121_5", stage="adopted", adopted_on="2001-06-11", treaty=make_treaty(kind="amendment")
        )
        histories = [  # on a 29 February; before the Statute; twice; by succession; and one that later left
            ("2001-01-10", [("acceptance", "2016-02-29")]),
            ("2015-01-10", [("ratification", "2013-09-26")]),
            ("2001-01-10", [("acceptance", "2020-05-05"), ("ratification", "2018-12-31")]),
            ("2001-01-10", [("succession", "2010-03-01")]),
            ("2001-01-10", [("approval", "2012-11-13")]),
            ("2001-01-10", [("signature", "2012-11-13")]),
        ]
        acts = []
        for deposit, accepted in histories:
            state = make_state()
            acts.append(make_treaty_action(state=state, effected_on=deposit))
            acts += [self.act(state, kind, on) for kind, on in accepted]
        leaver = acts[8].state
        acts.append(make_treaty_action(state=leaver, kind="withdrawal_notified", effected_on="2015-06-01"))
        self.outsider, self.member = make_state(), make_state()
        self.accession = make_treaty_action(state=self.member, treaty=rome_statute(), kind="accession", effected_on="2001-01-10")
        kinds = ("signature", "ratification", "withdrawal_notified", "withdrawal_rescinded", "instrument_withdrawn", "intent_not_to_ratify")
        for state in (self.outsider, self.member):
            acts += [self.act(state, kind, f"2031-0{month}-01") for month, kind in enumerate(kinds, 1)]
        made_public(self.amendment, self.accession, *acts)

    def act(self, state, kind, on):
        return make_treaty_action(state=state, treaty=self.amendment.treaty, kind=kind, effected_on=on)


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), test_database.undone(), pinned(TODAY):
        yield Scene()


@pytest.fixture
def amendment(scene):
    return scene.amendment


@pytest.fixture
def acts():
    """{amendment: {ISO code: days of its deposits}} of all that States accept."""
    found = {amendment: {} for amendment in Amendment.objects.public().filter(treaty__isnull=False, rule="art_121_5")}
    for act in TreatyAction.objects.public().filter(kind__in=DEPOSITS, treaty__amendment__in=found).select_related("treaty__amendment"):
        found[act.treaty.amendment].setdefault(act.state_id, []).append(act.effected_on)
    return found


def by_the_rule(acts, members, on):
    """ISO codes of those for which an amendment is in force."""
    first = {state: min(days) for state, days in acts.items()}
    return {state for state, deposited in first.items() if acceptance.in_force(deposited, members.get(state, ()), on)}


@ON_THE_RECORD
@given(on=DAYS)
def test_those_for_whom_it_is_in_force_are_those_of_the_rule_on_any_day(amendment, acts, on):
    members = {state: membership.periods(own) for state, own in actions_by_state().items()}
    for accepted, of_states in acts.items():
        assert {state.iso3 for state in accepted.in_force_for(on=on)} == by_the_rule(of_states, members, on), (accepted, on)


def test_those_for_whom_it_is_in_force_are_those_of_the_rule_around_every_turn(amendment, acts):
    members = {state: membership.periods(own) for state, own in actions_by_state().items()}
    of_states = acts[amendment]
    turns = {acceptance.one_year_after(deposited) for days in of_states.values() for deposited in days} | {day("2016-06-01")}
    for on in {turn + timedelta(days=shift) for turn in turns for shift in (-1, 0, 1)}:
        assert {state.iso3 for state in amendment.in_force_for(on=on)} == by_the_rule(of_states, members, on), on


@ON_THE_RECORD
@given(on=DAYS)
def test_those_that_accepted_had_deposited_by_the_day(amendment, acts, on):
    for accepted, of_states in acts.items():
        told = dict(accepted.accepted_by(on=on).values_list("iso3", "deposited_on"))
        assert told == {state: min(days) for state, days in of_states.items() if min(days) <= on}


def test_a_signature_accepts_nothing(amendment):
    assert amendment.accepted_by(on=day("2030-01-01")).count() == 5


def test_an_amendment_without_a_treaty_is_accepted_by_nobody():
    proposed = made_public(make_amendment(instrument="statute", stage="proposed", adopted_on=""))
    assert not proposed.accepted_by(on=day("2026-11-24")).exists()
    assert not proposed.in_force_for(on=day("2026-11-24")).exists()


def test_one_that_is_in_force_for_all_is_in_force_for_the_parties_of_the_day():
    for_all = made_public(make_amendment(instrument="statute", rule="art_122", stage="in_force", adopted_on="2020-01-01", in_force_on="2020-07-01"))
    assert not for_all.in_force_for(on=day("2020-06-30")).exists()
    assert for_all.in_force_for(on=day("2020-07-01")).count() == State.objects.public().parties(on=day("2020-07-01")).count()


# Pages


@pytest.mark.parametrize(("on", "said"), [("2016-06-15", "From <time"), ("2016-12-31", "Since <time")])
def test_of_an_amendment_for_all_of_which_only_the_year_is_known_no_day_is_made_up(client, on, said):
    for_all = make_amendment(
        instrument="statute", rule="art_121_4", stage="in_force", adopted_on="2014-11-26", in_force_on="2016", treaty=make_treaty(kind="amendment")
    )  # fmt: skip
    accepted = make_treaty_action(state=State.objects.get(iso3="NOR"), treaty=for_all.treaty, effected_on="2015-07-01")
    made_public(for_all, accepted)
    html = client.get(f"/states/norway/?on={on}").content.decode()
    cell = html.partition(for_all.get_absolute_url())[2].partition("</tr>")[0]
    assert said in cell
    assert "2016</time>" in cell
    assert "1 January" not in cell


def test_the_page_counts_those_that_accepted_and_those_for_whom_it_is_in_force(client, amendment):
    html = client.get(f"{amendment.get_absolute_url()}?on=2016-06-15").content.decode()
    parties = State.objects.public().parties(on=day("2016-06-15")).count()
    # by then three Parties have accepted, one less than a year ago, and one has left
    assert f"On record on 15 June 2016: accepted by 3 of {parties} States Parties; in force for 2 of them." in html
    assert "From <time" in html


def test_the_page_of_one_for_all_says_how_many_more_are_needed(client):
    treaty = make_treaty(kind="amendment")
    for_all = make_amendment(instrument="statute", rule="art_121_4", stage="adopted", adopted_on="2015-11-26", treaty=treaty)
    made_public(for_all, make_treaty_action(state=State.objects.get(iso3="NOR"), treaty=treaty, effected_on="2016-07-01"))
    html = client.get(for_all.get_absolute_url()).content.decode()
    parties = State.objects.public().parties(on=TODAY).count()
    needed = acceptance.needed_for_all(parties)
    assert f"accepted by 1 of {parties} States Parties" in html
    assert f"seven eighths, {needed}, have deposited (article 121(4)): by this record {needed - 1} more are needed" in html


def test_the_page_of_the_amendments_on_aggression_says_for_whom_there_is_no_jurisdiction(client):
    aggression = make_amendment(
        instrument="statute", rule="art_121_5", stage="adopted", adopted_on="2010-06-11", treaty=make_treaty(kind="amendment"), provisions=["8 bis", "15 bis"]
    )  # fmt: skip
    html = client.get(made_public(aggression).get_absolute_url()).content.decode()
    assert "(article 15 bis(5))" in html
    assert "that reading is contested" in html


def test_a_state_shows_what_it_accepted_and_since_when_that_is_in_force_for_it(client, amendment):
    state = amendment.accepted_by(on=TODAY).order_by("deposited_on").last()
    html = client.get(state.get_absolute_url()).content.decode()
    panel = html[html.index("Amendments accepted") : html.index('id="timeline"')].replace("\xa0", " ")
    assert str(amendment) in panel
    assert "31 December 2019" in panel
    assert "5 May 2021" not in panel, "not by its second deposit"


def test_of_a_state_that_accepted_nothing_it_is_said_that_none_is_on_record(client):
    page = client.get(made_public(make_state()).get_absolute_url()).content.decode()
    assert "<h3>Amendments accepted</h3>" not in page
    assert re.search(r"<dt>None on record</dt>\s*<dd>[^/]*Amendments accepted", page)


# Membership hangs on the Statute alone


LATER = day("2031-12-31")


def test_a_state_does_not_become_a_party_by_accepting_an_amendment(scene):
    assert not Membership.objects.filter(state=scene.outsider).exists()
    assert scene.outsider.iso3 not in actions_by_state()
    assert not State.objects.parties(on=LATER).filter(pk=scene.outsider.pk).exists()


def test_a_state_does_not_become_bound_by_accepting_an_amendment(scene):
    assert Grounds.gather(states=[scene.outsider.iso3]).answer(scene.outsider.iso3, LATER).bound is False


def test_the_page_of_such_a_state_calls_it_neither_party_nor_signatory(client, scene):
    page = client.get(scene.outsider.get_absolute_url(), {"on": "2031-12-31"}).context["page"]
    assert page.standfirst == "Not a State Party to the Rome Statute."
    facts = {fact.cell.column.name: fact.cell.words for fact in page.facts}
    assert not {"signed_on", "deposited_on", "withdrawal_notified_on"} & {name for name, words in facts.items() if words}


def test_the_membership_of_a_party_does_not_change_by_its_acts_towards_an_amendment(scene):
    assert list(Membership.objects.filter(state=scene.member).values_list("since", "until")) == [(day("2002-07-01"), None)]


def test_the_facts_of_its_membership_rest_on_the_acts_towards_the_statute_alone(client, scene):
    page = client.get(scene.member.get_absolute_url(), {"on": "2031-12-31"}).context["page"]
    sources = {note.number: note.source for note in page.footnotes.notes}
    for name in ("party", "since", "deposited_on"):
        fact = next(fact for fact in page.facts if fact.cell.column.name == name)
        assert {sources[mark.number] for mark in fact.marks} == {scene.accession.citations.get().source}, name


@pytest.mark.parametrize(
    ("slug", "on", "states"), [("aggression-kampala-2010", "2013-05-08", {"LIE"}), ("article-8-kampala-2010", "2012-09-26", {"SMR"})]
)
def test_on_the_record_each_amendment_of_kampala_was_first_in_force_for_one_state(slug, on, states):
    amendment = Amendment.objects.get(slug=slug)
    assert {state.iso3 for state in amendment.in_force_for(on=day(on))} == states
    assert not amendment.in_force_for(on=day(on) - timedelta(days=1)).exists()
