"""What each edition did to an entry, as its history tells it."""

import pytest
from django.contrib.contenttypes.models import ContentType

from record import derived, workflow
from record.chronicle import Done, chronicle
from record.chronicle.changed import held
from record.chronicle.recorded import own_columns
from record.collection import collections, of
from record.models import AskedBy, Correction, EditionKind, NoticeKind
from record.tests import factories
from record.tests.factories import cite, made_public, make_reviewer, make_source

pytestmark = pytest.mark.django_db


def steps(entry, **kwargs):
    return chronicle(entry, of(entry), **kwargs)


def changed(entry, **values):
    """Other values of a public entry, in an edition, with what follows from them."""
    with workflow.edition("Changed") as edition:
        for name, value in values.items():
            setattr(entry, name, value)
        entry.save()
        derived.recompute([entry])
    return edition.number


def done(entry):
    return [list(step.done) for step in steps(entry)]


def values(step):
    return [(change.column.name, change.before, change.after) for change in step.values]


@pytest.fixture
def treaty(db):
    return made_public(factories.make_treaty(name="The title", adopted_on="2001"))


# Values


def test_the_first_publication_counts_its_facts_and_its_sources(treaty):
    (first,) = steps(treaty)
    assert (list(first.done), first.facts, first.sources_cited) == ([Done.PUBLISHED], 3, 1)


def test_what_a_draft_said_is_in_no_step():
    treaty = factories.make_treaty(name="Of the draft")
    treaty.name = "As published"
    treaty.save()
    made_public(treaty)
    assert [values(step) for step in steps(treaty)] == [[]]


def test_a_change_is_told_with_both_values(treaty):
    changed(treaty, name="Another title")
    assert values(steps(treaty)[-1]) == [("name", "The title", "Another title")]


def test_a_value_that_was_not_known_before_is_told(treaty):
    changed(treaty, note="A note.")
    assert values(steps(treaty)[-1]) == [("note", "", "A note.")]


def test_a_change_taken_back_within_its_edition_is_none(treaty):
    with workflow.edition("Back and forth"):
        for name in ("Another title", "The title"):
            treaty.name = name
            treaty.save()
    assert done(treaty) == [[Done.PUBLISHED]]


def test_an_edition_of_others_is_no_step(treaty):
    made_public(factories.make_treaty())
    assert done(treaty) == [[Done.PUBLISHED]]


def test_a_correction_stands_at_its_edition(treaty):
    with workflow.edition("Corrected", kind=EditionKind.CORRECTION) as edition:
        treaty.name = "Another title"
        treaty.save()
        Correction.objects.create(
            edition=edition, entry=treaty, kind=NoticeKind.CORRECTION, what_was_wrong="The title was wrong.", asked_by=AskedBy.READER
        )
    last = steps(treaty)[-1]
    assert (list(last.done), [notice.what_was_wrong for notice in last.notices]) == ([Done.CORRECTED], ["The title was wrong."])


def test_a_second_reading_is_told(treaty):
    workflow.confirm_reading(treaty, by=make_reviewer())
    assert done(treaty)[1:] == [[Done.READ]]


def test_a_link_added_and_dropped_is_told():
    state, other = made_public(factories.make_state(), factories.make_state())
    situation = made_public(factories.make_situation(state))
    with workflow.edition("Another State"):
        situation.situationstate_set.create(state=other)
        situation.situationstate_set.get(state=state).delete()
    assert values(steps(situation)[-1]) == [("states", (state.iso3,), (other.iso3,))]


def test_a_link_written_anew_is_no_change():
    state = made_public(factories.make_state())
    situation = made_public(factories.make_situation(state))
    with workflow.edition("The same State"):
        situation.situationstate_set.all().delete()
        situation.situationstate_set.create(state=state)
    assert done(situation) == [[Done.PUBLISHED]]


# Citations and sources


def test_a_source_added_is_told(treaty):
    with workflow.edition("One more source"):
        second = cite(treaty, locator="p. 3")
    (change,) = steps(treaty)[-1].citations
    assert (change.before, change.after["locator"], change.source["slug"]) == (None, "p. 3", second.source.slug)


def test_a_source_taken_away_is_told(treaty):
    with workflow.edition("One more source"):
        second = cite(treaty)
    with workflow.edition("No longer"):
        second.delete()
    (change,) = steps(treaty)[-1].citations
    assert (change.before["source_id"], change.after) == (second.source_id, None)


def test_another_passage_is_a_change_of_the_citation(treaty):
    citation = treaty.citations.get()
    with workflow.edition("The passage"):
        citation.locator = "p. 4"
        citation.save()
    (change,) = steps(treaty)[-1].citations
    assert (change.before["locator"], change.after["locator"]) == ("", "p. 4")


def test_a_citation_written_anew_is_paired_with_the_one_before(treaty):
    citation = treaty.citations.get()
    with workflow.edition("Written anew"):
        cite(treaty, citation.source, locator="p. 4")
        citation.delete()
    (change,) = steps(treaty)[-1].citations
    assert (change.before["locator"], change.after["locator"]) == ("", "p. 4")


def test_a_citation_written_anew_with_the_same_words_is_no_change(treaty):
    citation = treaty.citations.get()
    with workflow.edition("Written anew"):
        citation.delete()
        cite(treaty, citation.source)
    assert done(treaty) == [[Done.PUBLISHED]]


def test_a_change_of_a_source_stands_in_the_history_of_what_cites_it(treaty):
    source = treaty.citations.get().source
    with workflow.edition("Its title"):
        source.title = "Its full title"
        source.save()
    (last,) = [step for step in steps(treaty) if Done.SOURCE in step.done]
    assert last.sources[0].changes == (("title", "A decision", "Its full title"),)


def test_a_change_of_a_source_before_it_was_cited_is_not_told(treaty):
    source = make_source(title="Of the draft")
    source.title = "As cited"
    source.save()
    with workflow.edition("One more source"):
        cite(treaty, source)
        derived.recompute([treaty])
    assert "Of the draft" not in str([(step.citations, step.sources) for step in steps(treaty)])


def test_a_check_of_its_address_is_no_change_of_a_source(treaty):
    source = treaty.citations.get().source
    with workflow.edition("Checked"):
        source.link = "dead"
        source.save()
    assert done(treaty) == [[Done.PUBLISHED]]


# What is computed


def test_a_host_found_bound_by_another_entry_is_computed_anew():
    visit = made_public(factories.make_visit(starts_on="2021-02-01"))
    made_public(factories.make_treaty_action(state=visit.host, effected_on="2010-01-15"))
    last = steps(visit)[-1]
    assert (list(last.done), values(last)) == ([Done.COMPUTED], [("host_bound", "not_bound", "party")])


def test_a_membership_is_told_by_its_periods():
    action = made_public(factories.make_treaty_action(effected_on="2010-01-15"))
    withdrawal = made_public(factories.make_treaty_action(state=action.state, kind="withdrawal_notified", effected_on="2020-05-01"))
    (change,) = next(step for step in steps(action.state)[::-1] if step.periods).periods
    assert [row["until"] and row["until"].isoformat() for row in (*change.before, *change.after)] == [None, "2021-05-01"], withdrawal


def test_a_membership_computed_anew_with_the_same_days_is_no_change():
    action = made_public(factories.make_treaty_action(effected_on="2010-01-15"))
    before = done(action.state)
    changed(action, note="A note.")
    assert done(action.state) == before


# Held and retracted


def hold(entry, why):
    with workflow.edition("Held", kind=EditionKind.WITHHOLDING) as edition:
        entry.hold = why
        entry.save()
    return edition.number


def test_a_retraction_is_told_with_its_reason(treaty):
    workflow.retract(treaty, by=make_reviewer(), reason="It never was.")
    last = steps(treaty)[-1]
    assert (list(last.done), last.reason) == ([Done.RETRACTED], "It never was.")


def test_what_changed_while_an_entry_was_held_is_not_told(treaty):
    hold(treaty, "withheld")
    changed(treaty, name="While held")
    changed(treaty, name="The title")
    hold(treaty, "")
    assert done(treaty) == [[Done.PUBLISHED], [Done.WITHHELD], [Done.RESTORED]]


def test_what_is_otherwise_when_an_entry_is_shown_again_is_told(treaty):
    hold(treaty, "withheld")
    changed(treaty, name="While held")
    changed(treaty, name="As shown again")
    hold(treaty, "")
    last = steps(treaty)[-1]
    assert (list(last.done), values(last)) == ([Done.RESTORED, Done.UPDATED], [("name", "The title", "As shown again")])


def test_an_edition_whose_entry_is_held_now_is_known_as_such(treaty):
    number = hold(treaty, "sealed")
    assert held([number, number - 1], [type(treaty)]) == {number, number - 1}


# Up to an edition, and what is told at all


def test_the_history_ends_with_the_edition_asked_for(treaty):
    number = changed(treaty, name="Another title")
    changed(treaty, name="A third title")
    assert [step.edition.number for step in steps(treaty, upto=number)][-1] == number


def test_so_many_queries_whatever_the_number_of_editions(treaty, django_assert_num_queries):
    ContentType.objects.get_for_model(type(treaty))
    with django_assert_num_queries(5):
        steps(treaty)
    for name in "abcdef":
        changed(treaty, name=name)
    with django_assert_num_queries(5):
        assert len(steps(treaty)) == 7


def test_every_moment_that_is_counted_says_something():
    for collection in collections():
        for moment in collection.moments:
            for entry in collection.with_related(collection.model.objects.public()):
                counted = bool(getattr(entry, moment.field)) and collection.model.objects.filter(moment.apart, pk=entry.pk).exists()
                assert counted == bool(getattr(entry, moment.field) and moment.say(entry)), entry


def test_a_collection_is_told_by_its_public_columns_alone():
    private = {"author_id", "reviewer_id", "review_note", "created_at", "updated_at"}
    for collection in collections():
        assert not private & {field.attname for _column, field in own_columns(collection)}
