"""Worked examples of the rules on the loaded record, and the words of part H. The rules themselves: `tests/test_invariants.py`."""

import re
from collections import Counter

import pytest
from django.conf import settings

from cases.models import Warrant
from cooperation.models import Finding, Proceeding
from record.collection import collections
from states.models import State

pytestmark = pytest.mark.django_db

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


def test_21_a_state_failed_as_often_as_proceedings_found_it_whatever_the_number_of_decisions():
    found = Proceeding.objects.public().found().values_list("state_id", flat=True)
    counts = Counter(found)
    assert (counts["ITA"], counts["JOR"], counts["KEN"], counts["ZAF"], counts["TCD"]) == (1, 1, 1, 1, 2)


def test_22_no_decision_of_a_chamber_stands_against_tajikistan():
    assert not Finding.objects.against(State.objects.get(iso3="TJK"))


@pytest.mark.parametrize("person", ["uhuru-kenyatta", "william-ruto", "joshua-sang", "bahar-abu-garda"])
def test_29_who_was_summoned_was_never_wanted(person):
    assert set(Warrant.objects.public().filter(person__slug=person).values_list("kind", flat=True)) == {"summons"}


# Words: part H

LOADED_WORDS = re.compile(
    r"\b(?:violat(?:e|es|ed|ing)|defie[ds]|defying|protected|fugitives?|war criminals?|indict\w*|rogue|outsiders?|extradit\w+"
    r"|left the (?:Court|ICC|Statute)|quit the (?:Court|ICC|Statute)|sanctioned|punished|cleared|exonerat\w+|evaded|escaped"
    r"|flout\w*|snub\w*|harbou?r\w*|shield(?:s|ed|ing)|refus(?:e|es|ed) to arrest)\b",
    re.IGNORECASE,
)


BETWEEN_STATES = {  # of which extradition is the word; to the Court it is surrender (article 102)
    "can-2000", "kor-2007", "nam-unknown", "svk-unknown", "rus-espionage-court-2022-06-16", "bra-other-2022-07",
}  # fmt: skip
A_TERM_OF_THE_ORDER = "protected persons"  # of Executive Order 14203


@pytest.mark.parametrize("collection", collections(), ids=str)
def test_public_texts_of_entries_are_neutral(collection, pinned_day):
    texts = [column for column in collection.columns if column.kind in ("text", "list")]
    rows = collection.rows(collection.public(pinned_day), pinned_day, [collection.column("slug"), *texts])
    found = [(row[0], LOADED_WORDS.findall(str(cell).replace(A_TERM_OF_THE_ORDER, ""))) for row in rows for cell in row[1:]]
    loaded = [(slug, [word for word in words if slug not in BETWEEN_STATES or not word.lower().startswith("extradit")]) for slug, words in found]
    assert [(slug, words) for slug, words in loaded if words] == []


@pytest.mark.parametrize("collection", collections(), ids=str)
def test_what_we_say_of_a_collection_is_neutral(collection):
    said = [collection.label, collection.kicker, collection.intro, collection.method, *(preset.label for preset in collection.presets)]
    said += [text for column in collection.columns for text in (column.label, column.meaning)]
    said += [label for column in collection.columns for _, label in column.choices]
    assert LOADED_WORDS.findall(" ".join(map(str, said))) == []


def test_templates_are_neutral():
    texts = {file.name: re.sub(r"{%.*?%}|{#.*?#}|<[^>]*>", " ", file.read_text()) for file in settings.BASE_DIR.glob("templates/**/*.html")}
    assert {name: words for name, text in texts.items() if (words := LOADED_WORDS.findall(text))} == {}
