"""Which entries changed in which editions: what the database counts is what the chronicle tells."""

import pytest

from record import derived, workflow
from record.chronicle import Changes, chronicles
from record.collection import collections
from record.models import Edition, EditionKind
from record.tests import factories
from record.tests.factories import cite, made_public, make_reviewer
from tests import loaded as test_database

pytestmark = pytest.mark.django_db


def changed(entry, **values):
    with workflow.edition("Changed"):
        for name, value in values.items():
            setattr(entry, name, value)
        entry.save()
        derived.recompute([entry])


def hold(entry, why):
    with workflow.edition("Held", kind=EditionKind.WITHHOLDING):
        entry.hold = why
        entry.save()


@pytest.fixture(scope="module")
def story(django_db_setup, django_db_blocker):
    """Entries of several kinds through all that can happen to them; gives the number of the edition before."""
    with django_db_blocker.unblock(), test_database.undone():
        yield _live_through()


def _live_through():
    before, reviewer = Edition.current_number(), make_reviewer()
    visit = made_public(factories.make_visit(starts_on="2021-02-01"))
    action = made_public(factories.make_treaty_action(state=visit.host, effected_on="2010-01-15"))
    treaty, gone = made_public(factories.make_treaty(name="The title"), factories.make_treaty())
    changed(visit, place="A city", starts_on="2009-12-01")
    workflow.confirm_reading(visit, by=reviewer)
    with workflow.edition("Sources"):
        cite(visit, locator="p. 3")
        cite(treaty, visit.citations.first().source)
        source = treaty.citations.first().source
        source.title, source.published_on = "Its full title", "2011"
        source.save()
    with workflow.edition("Written anew"):
        citation = visit.citations.first()
        citation.delete()
        cite(visit, citation.source)
    changed(action, note="Nothing that matters to the State.")
    changed(action, effected_on="2021-03-01")
    hold(treaty, "withheld")
    changed(treaty, name="While held")
    changed(visit, updated_at=visit.updated_at)
    hold(treaty, "")
    factories.make_treaty(name="A draft")
    workflow.retract(gone, by=reviewer, reason="It never was.")
    situation = made_public(factories.make_situation(visit.host))
    with workflow.edition("States"):
        situation.situationstate_set.all().delete()
        derived.recompute([situation])
    return before


def everything():
    return {collection.name: collection.model.objects.addressable() for collection in collections()}


def test_the_database_counts_what_the_chronicle_tells(story):
    last = Edition.current_number()
    count, counted = Changes(everything(), first=story + 1, last=last).page(0, 1000)
    told = chronicles({name: list(entries.values_list("pk", flat=True)) for name, entries in everything().items()}, first=story + 1)
    expected = {(step.edition.number, *key) for key, own in told.items() for step in own}
    assert (set(counted), count) == (expected, len(expected))


def test_the_database_counts_by_edition_what_it_lists(story):
    last = Edition.current_number()
    changes = Changes(everything(), first=story + 1, last=last)
    counts = {(number, name): count for number, some in changes.by_edition(3).items() for name, (count, _pks) in some.items()}
    listed = [(number, name) for number, name, _pk in changes.page(0, 1000)[1]]
    assert counts == {place: listed.count(place) for place in listed}


def test_some_editions_of_a_history_are_the_end_of_it(story):
    newest = {name: list(entries.order_by("-pk").values_list("pk", flat=True)[:5]) for name, entries in everything().items()}
    wanted = {name: newest[name] for name in ("visits", "treaties", "treaty-actions", "states")}
    whole = chronicles(wanted)
    for first in range(story + 1, Edition.current_number() + 1):
        some = chronicles(wanted, first=first)
        assert {key: own for key, own in some.items() if own} == {
            key: end for key, own in whole.items() if (end := [step for step in own if step.edition.number >= first])
        }


def test_a_page_beyond_the_last_still_knows_how_many_there_are(story):
    changes = Changes(everything(), first=story + 1, last=Edition.current_number())
    assert changes.page(5000, 5050) == (changes.page(0, 1)[0], [])


def test_only_the_entries_chosen_are_counted(story):
    treaties = Changes({"treaties": everything()["treaties"]}, first=story + 1, last=Edition.current_number())
    assert {name for _number, name, _pk in treaties.page(0, 1000)[1]} == {"treaties"}


def test_of_no_entries_there_is_no_change(story):
    nothing = {name: entries.none() for name, entries in everything().items()}
    assert Changes(nothing, first=1, last=Edition.current_number()).page(0, 50) == (0, [])


def test_of_no_edition_there_is_no_change(story):
    assert Changes(everything(), numbers=[]).by_edition(3) == {}
