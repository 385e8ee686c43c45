"""Each fact of an entry page leads to the sources that say it."""

import pytest

from record.models import Citation
from record.publishing.entry_page import MOMENTS_OF_EACH
from record.tests import factories as make

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


def test_a_long_timeline_has_the_newest_of_each_kind_and_leads_to_all_of_them(client):
    person = make.make_person()
    visits = [make.make_visit(person=person, starts_on=f"2020-{n // 28 + 1:02}-{n % 28 + 1:02}", ends_on="") for n in range(MOMENTS_OF_EACH + 1)]
    make.made_public(person, *visits)
    response = client.get(person.get_absolute_url())
    told = {happening.entry.slug for happening in response.context["page"].timeline}
    assert told == {visit.slug for visit in visits[1:]}
    assert f'href="/visits/?person={person.slug}">All of them</a>' in response.content.decode()
