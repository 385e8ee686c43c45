"""What must hold on the loaded record: part G of the rules by its numbers, and the words of part H."""

import re
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.conf import settings
from django.db.models import F, Q

from cases.models import Duty, Person, Standing, Warrant
from cooperation import docket
from cooperation.bound import Grounds
from cooperation.derived import host_bound
from cooperation.models import Finding, Proceeding, Visit
from record.collection import collections
from states.models import DEPOSITS, Membership, State, TreatyAction

pytestmark = pytest.mark.django_db

COUNCIL = {"SDN": ("darfur", date(2005, 3, 31)), "LBY": ("libya", date(2011, 2, 26))}


def acts(*kinds):
    """{State: [days]} of public acts of these kinds under the Statute."""
    found = {}
    for state, day in TreatyAction.objects.public().of_statute().filter(kind__in=kinds).values_list("state_id", "effected_on"):
        found.setdefault(state, []).append(day)
    return found


def first_of_the_month_after(day):
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def slugs(entries):
    return sorted(entries.values_list("slug", flat=True))


# Membership: 1 to 6


def test_1_a_membership_begins_by_article_126():
    deposited, succeeded = acts(*(kind for kind in DEPOSITS if kind != "succession")), acts("succession")
    wanted = {state: max(date(2002, 7, 1), first_of_the_month_after(days[0] + timedelta(days=60))) for state, days in deposited.items()}
    wanted |= {state: days[0] for state, days in succeeded.items()}
    for state in acts("instrument_withdrawn"):
        del wanted[state]
    assert dict(Membership.objects.values_list("state_id", "since")) == wanted


def test_1_a_membership_ends_a_year_after_the_notice_or_on_the_later_day_it_names():
    notices = {a.state_id: a for a in TreatyAction.objects.public().of_statute().filter(kind="withdrawal_notified")}
    for state in acts("withdrawal_rescinded"):
        del notices[state]
    a_year_later = {state: notice.effected_on.replace(year=notice.effected_on.year + 1) for state, notice in notices.items()}
    wanted = {state: max(day, notices[state].takes_effect_on or day) for state, day in a_year_later.items()}
    assert dict(Membership.objects.filter(until__isnull=False).values_list("state_id", "until")) == wanted


def test_2_a_notice_that_was_taken_back_ends_nothing():
    assert not Membership.objects.filter(state__in=acts("withdrawal_rescinded"), until__isnull=False)


def test_2_a_notice_is_taken_back_before_it_takes_effect():
    notified = acts("withdrawal_notified")
    late = [
        state for state, days in acts("withdrawal_rescinded").items() if days[-1] >= notified[state][-1].replace(year=notified[state][-1].year + 1)
    ]
    assert not late


def test_3_no_membership_ends_without_a_notice():
    assert set(Membership.objects.filter(until__isnull=False).values_list("state_id", flat=True)) <= set(acts("withdrawal_notified"))


def test_4_who_acceded_had_not_signed():
    assert not set(acts("accession")) & set(acts("signature"))


def test_4_who_ratified_had_signed():
    assert set(acts("ratification", "acceptance", "approval")) <= set(acts("signature"))


def test_4_all_signed_while_the_statute_was_open():
    days = [day for days in acts("signature").values() for day in days]
    assert (min(days) >= date(1998, 7, 17), max(days) <= date(2000, 12, 31)) == (True, True)


def test_5_an_instrument_that_was_withdrawn_makes_no_membership():
    assert not Membership.objects.filter(state__in=acts("instrument_withdrawn"))


def test_6_memberships_of_a_state_do_not_overlap():
    periods = list(Membership.objects.order_by("state", "since"))
    overlapping = [one for one, other in pairwise(periods) if one.state_id == other.state_id and (one.until is None or one.until > other.since)]
    assert not overlapping


def test_6_a_membership_begins_before_it_ends():
    assert not Membership.objects.filter(until__lte=F("since"))


# Bound: 9 to 14


def test_9_the_host_of_every_visit_was_bound_as_the_rule_says():
    grounds = Grounds.gather()
    visits = Visit.objects.public().select_related("person__situation")
    assert [visit.slug for visit in visits if visit.host_bound != host_bound(visit, grounds)] == []


def test_10_the_council_obliged_two_states_from_its_resolutions_on():
    duties = Duty.objects.public().filter(basis="unsc").values_list("state_id", "situation__slug", "since")
    assert {state: (situation, since) for state, situation, since in duties} == COUNCIL


def test_11_a_declaration_names_its_situation_where_one_was_opened():
    scopeless = Duty.objects.public().filter(basis="art12_3", situation__isnull=True)
    assert [duty.slug for duty in scopeless if duty.state.situations.exists()] == []


def test_11_a_declaration_binds_from_its_lodging_and_not_from_the_crimes_it_covers():
    assert slugs(Duty.objects.public().filter(basis="art12_3", since__lte=F("covers_from_latest"))) == []


def test_12_what_remains_after_a_withdrawal_is_of_proceedings_begun_before_it():
    visits = Visit.objects.public().filter(host_bound="residual").select_related("person__situation")
    until = dict(Membership.objects.filter(until__isnull=False).values_list("state_id", "until"))
    assert not [v.slug for v in visits if not v.person.situation.investigation_opened_on_latest < until[v.host_id] <= v.starts_on_latest]


def test_14_an_overflight_is_never_a_failure():
    assert slugs(Visit.objects.public().filter(visit_status="overflight").exclude(outcome__in=("no_duty", "no_occasion"))) == []


def test_14_a_host_that_was_not_bound_never_failed():
    assert slugs(Visit.objects.public().filter(host_bound="not_bound", outcome="not_arrested")) == []


# Findings: 17 to 22


def test_17_only_in_situations_of_the_council_is_a_matter_referred_to_it():
    referred = Finding.objects.public().filter(referral__in=("unsc", "both"))
    assert slugs(referred.exclude(proceeding__situation__slug__in=docket.COUNCIL_SITUATIONS)) == []


def test_18_a_matter_is_referred_where_a_failure_was_found_or_the_chamber_informed():
    referred = Finding.objects.public().filter(referral__in=("asp", "unsc", "both"))
    assert slugs(referred.filter(outcome__in=("not_found", "refused", "leave_granted", "leave_refused", "remanded"))) == []


NET = {
    "ken-omar-al-bashir-2010": ("informed", "both"),
    "tcd-omar-al-bashir-2010": ("informed", "both"),
    "dji-omar-al-bashir-2011": ("informed", "both"),
    "nga-omar-al-bashir-2013": ("not_found", "none"),
    "ken-uhuru-kenyatta-2013": ("found", "asp"),
    "zaf-omar-al-bashir-2015": ("found", "none"),
    "jor-omar-al-bashir-2017": ("found", "none"),
    "mng-vladimir-putin-2024": ("found", "asp"),
    "hun-benjamin-netanyahu-2025": ("found", "asp"),
    "ita-osama-elmasry-njeem-2025": ("found", "asp"),
    "tjk-vladimir-putin-2025": ("", ""),
}


@pytest.mark.parametrize("proceeding", NET)
def test_19_what_stands_after_appeal(proceeding):
    found = Proceeding.objects.public().get(slug=proceeding)
    assert (found.outcome, found.referral) == NET[proceeding]


def test_19_what_is_stored_is_what_stands():
    wrong = []
    for proceeding in Proceeding.objects.public().prefetch_related("findings"):
        decisions = [docket.Decision(f.outcome, f.decided_on_latest, f.referral, key=f.slug) for f in proceeding.findings.public()]
        if (docket.net_outcome(decisions), docket.net_referral(decisions)) != (proceeding.outcome, proceeding.referral):
            wrong.append(proceeding.slug)
    assert wrong == []


def test_21_a_state_failed_as_often_as_proceedings_found_it_whatever_the_number_of_decisions():
    found = Proceeding.objects.public().found().values_list("state_id", flat=True)
    counts = Counter(found)
    assert (counts["ITA"], counts["JOR"], counts["KEN"], counts["ZAF"], counts["TCD"]) == (1, 1, 1, 1, 2)


def test_21_a_matter_has_one_proceeding():
    matters = Proceeding.objects.public().exclude(opened_on="").values_list("state_id", "person_id", "subject", "opened_on_earliest")
    assert [matter for matter, times in Counter(matters).items() if times > 1] == []


def test_22_to_inform_is_not_to_find():
    assert slugs(Proceeding.objects.public().filter(outcome="found").exclude(findings__outcome="found")) == []


def test_22_no_decision_of_a_chamber_stands_against_tajikistan():
    assert not Finding.objects.against(State.objects.get(iso3="TJK"))


# Persons: 27 to 29


def test_28_nobody_is_at_large_after_death_acquittal_or_the_end():
    ended = Q(stage__in=("deceased", "reported_dead", "acquitted", "acquitted_final", "convicted", "convicted_final", "sentence_served"))
    ended |= Q(stage__in=("charges_not_confirmed", "charges_withdrawn", "terminated", "inadmissible", "warrant_ended", "suspect_in_custody"))
    assert not Standing.objects.filter(ended, at_large=True)


def test_28_nobody_is_at_large_on_a_summons_or_an_application():
    assert not Standing.objects.filter(stage__in=("application_pending", "suspect_summoned"), at_large=True)


def test_29_what_is_sealed_is_not_in_the_record():
    assert slugs(Warrant.objects.public().filter(unsealed_on="")) == []


@pytest.mark.parametrize("person", ["uhuru-kenyatta", "william-ruto", "joshua-sang", "bahar-abu-garda"])
def test_29_who_was_summoned_was_never_wanted(person):
    assert set(Warrant.objects.public().filter(person__slug=person).values_list("kind", flat=True)) == {"summons"}


def test_27_nobody_is_called_accused_or_convicted_who_never_was():
    """But for a conviction by a State, which is told as one: “convicted there of ...”."""
    reached = ("accused", "accused_at_large", "convicted", "convicted_final", "sentence_served")
    never = Person.objects.public().exclude(standings__stage__in=reached)
    assert [person.slug for person in never if re.search(r"\baccused\b|\bconvicted\b(?! there)", person.summary)] == []


# Duties and sources: 37


def test_37_every_duty_names_its_articles_its_basis_its_first_day_and_its_source():
    duties = Duty.objects.public()
    assert slugs(duties.filter(Q(articles=[]) | Q(basis="") | Q(since=None) | Q(instrument="")) | duties.exclude(citations__stance="supports")) == []


@pytest.mark.parametrize("collection", collections(), ids=str)
def test_37_every_entry_has_a_source_that_supports_it(collection):
    assert slugs(collection.model.objects.public().exclude(citations__stance="supports")) == []


# Words: part H

LOADED_WORDS = re.compile(
    r"\b(?:violat(?:e|es|ed|ing)|defie[ds]|defying|protected|fugitives?|war criminals?|indict\w*|rogue|outsiders?|extradit\w+"
    r"|left the (?:Court|ICC|Statute)|quit the (?:Court|ICC|Statute)|sanctioned|punished|cleared|exonerat\w+|evaded|escaped"
    r"|flout\w*|snub\w*|harbou?r\w*|shield(?:s|ed|ing)|refus(?:e|es|ed) to arrest)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("collection", collections(), ids=str)
def test_public_texts_of_entries_are_neutral(collection, pinned_day):
    texts = [column for column in collection.columns if column.kind in ("text", "list")]
    rows = collection.rows(collection.public(pinned_day), pinned_day, [collection.column("slug"), *texts])
    found = [(row[0], LOADED_WORDS.findall(str(cell))) for row in rows for cell in row[1:]]
    assert [(slug, words) for slug, words in found if words] == []


@pytest.mark.parametrize("collection", collections(), ids=str)
def test_what_we_say_of_a_collection_is_neutral(collection):
    said = [collection.label, collection.kicker, collection.intro, collection.method, *(preset.label for preset in collection.presets)]
    said += [text for column in collection.columns for text in (column.label, column.meaning)]
    said += [label for column in collection.columns for _, label in column.choices]
    assert LOADED_WORDS.findall(" ".join(map(str, said))) == []


def test_templates_are_neutral():
    texts = {file.name: re.sub(r"{%.*?%}|{#.*?#}|<[^>]*>", " ", file.read_text()) for file in settings.BASE_DIR.glob("templates/**/*.html")}
    assert {name: words for name, text in texts.items() if (words := LOADED_WORDS.findall(text))} == {}
