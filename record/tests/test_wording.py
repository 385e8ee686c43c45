"""Words that prejudge are found in review, and a reason lets one stay."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from record import workflow
from record.tests.factories import cite, made_public, make_editor, make_finding, make_source
from record.wording import TERMS, hits_in, hits_of

PREJUDGING = [
    "The fugitive arrived on Monday.", "A wanted man", "The war criminal spoke.", "The indicted leader", "The perpetrators fled.",
    "He is guilty.", "Mongolia defied the Court.", "Italy violated its duties.", "in breach of article 86", "a rogue State", "the regime",
    "Hungary quit the ICC.", "He was exonerated.", "He evaded arrest.", "He was extradited to The Hague.", "a notorious commander",
]  # fmt: skip
NEUTRAL = [
    "The Chamber found that Mongolia failed to comply.", "The International Criminal Court", "the Special Criminal Court", "the criminal code",
    "Hungary notified its withdrawal, effective 2 June 2026.", "He pleaded not guilty.", "a guilty plea (article 65)", "surrendered to the Court",
    "The suspect was in custody.", "criminal proceedings in Italy", "He left the country on Friday.", "The Court’s regulations",
]  # fmt: skip


@pytest.mark.parametrize("text", PREJUDGING)
def test_a_word_that_prejudges_is_found(text):
    assert hits_in(text)


@pytest.mark.parametrize("text", NEUTRAL)
def test_the_words_of_the_court_are_not(text):
    assert not hits_in(text)


def test_a_hit_says_what_to_say_instead():
    hit = hits_in("The fugitive", "summary")[0]
    assert str(hit) == "“fugitive” (summary) prejudges. Say: suspect; person subject to a warrant (article 66)."


def test_every_term_says_what_to_say_instead():
    assert all(str(term.instead) for term in TERMS)


@pytest.mark.django_db
def test_quotations_and_titles_are_the_words_of_others():
    finding = make_finding(summary="The Chamber found a failure.")
    cite(finding, make_source(title="The fugitive president"), quotation="the fugitive")
    assert not hits_of(finding)


@pytest.mark.django_db
def test_the_reason_of_a_rival_value_is_ours():
    finding = make_finding()
    cite(finding, field="decided_on", stance="contradicts", rival_value="2024", reason="The regime said so.")
    assert [hit.words for hit in hits_of(finding)] == ["regime"]


STAGES = re.compile(r"\b(suspects?|accused|defendants?|convicted|acquitted|fugitives?)\b", re.IGNORECASE)
SAID_OF_NOBODY = {"base.html", "about.html"}  # the presumption of innocence, the meaning of the words


@pytest.mark.parametrize("path", sorted((settings.BASE_DIR / "templates").rglob("*.html")), ids=lambda path: str(path.name))
def test_no_template_calls_a_person_anything(path: Path):
    """The words for where a person stands are computed (`cases.stage`), so that no page says another."""
    if path.name in SAID_OF_NOBODY:
        pytest.skip("speaks of nobody")
    assert not STAGES.findall(path.read_text())


@pytest.mark.django_db
class TestInReview:
    def test_an_entry_with_such_a_word_is_not_submitted(self):
        finding, author = self.written("The Chamber found that Mongolia defied the Court.")
        with pytest.raises(ValidationError, match="“defied” .* prejudges"):
            workflow.submit(finding, by=author)

    def test_with_a_reason_it_is(self):
        finding, author = self.written("The Chamber found that Mongolia defied the Court.")
        workflow.keep_words(finding, "It is the title of the decision.", by=author)
        workflow.submit(finding, by=author)
        assert finding.status == "in_review"

    def test_a_reason_of_spaces_is_none(self):
        finding, author = self.written("The Chamber found that Mongolia defied the Court.")
        workflow.keep_words(finding, "  ", by=author)
        with pytest.raises(ValidationError, match="give the reason"):
            workflow.submit(finding, by=author)

    def test_a_change_is_asked_only_for_the_words_that_it_brings_in(self):
        finding = made_public(make_finding(summary="The regime was heard."))
        revision = workflow.begin(finding, by=make_editor())
        assert workflow.prejudging(revision) == []
        workflow.propose(revision, by=revision.author, values={"summary": "The regime was heard; it defied the Court."})
        assert [hit.words for hit in workflow.prejudging(revision)] == ["defied"]

    def written(self, summary):
        author = make_editor()
        finding = make_finding(summary=summary, author=author)
        cite(finding)
        return finding, author
