"""Each fact of an entry page leads to the sources that say it."""

import pytest

from record.models import Citation

pytestmark = pytest.mark.django_db


def sources_of(page, name):
    """The sources behind the marks of a fact."""
    fact = next(fact for fact in page.facts if fact.cell.column.name == name)
    notes = {note.number: note.source for note in page.footnotes.notes}
    return {notes[mark.number].slug for mark in fact.marks}


def cited(*entries):
    return set(
        Citation.objects.filter(object_id__in=[e.pk for e in entries], content_type__model=entries[0]._meta.model_name).values_list(
            "source__slug", flat=True
        )
    )


@pytest.mark.parametrize(("name", "kind"), [("since", "ratification"), ("deposited_on", "ratification"), ("signed_on", "signature")])
def test_membership_is_sourced_by_the_act_it_is_computed_from(client, name, kind):
    page = client.get("/states/italy/").context["page"]
    shown = sources_of(page, name)
    assert shown
    assert shown <= cited(page.entry.treaty_actions.of_statute().get(kind=kind))


def test_the_net_outcome_is_sourced_by_the_decisions(client):
    page = client.get("/proceedings/jor-omar-al-bashir-2017/").context["page"]
    shown = sources_of(page, "outcome")
    assert shown
    assert shown <= cited(*page.entry.findings.all())


def test_a_value_computed_from_many_acts_shows_no_source_that_does_not_say_it(client):
    page = client.get("/persons/vladimir-putin/").context["page"]
    assert sources_of(page, "stage") == set()


def test_a_source_that_says_otherwise_stands_beside_the_value(client):
    html = client.get("/proceedings/tjk-vladimir-putin-2025/").content.decode()
    assert "Sources disagree." in html
    assert "It is not a finding of a Chamber." in html
