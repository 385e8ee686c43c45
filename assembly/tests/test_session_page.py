"""The page of a session, the head of the list of sessions, and what of the Assembly the home page announces."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assembly.ahead import next_session
from record.collection import panels_of
from record.day import pinned
from record.tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def html_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def panel_of(session, name, day=TODAY):
    """What a panel of the page of a session gives to its template."""
    return next(panel for panel in panels_of("assembly") if panel.template == f"assembly/panel_{name}.html").compute(session, day)


def test_the_officers_are_those_in_office_on_its_first_day():
    session = make.make_session(starts_on="1901-12-01", ends_on="1901-12-06")
    president = make.make_term(office="assembly_president", since="1900-12-01", until="1901-12-06")
    make.make_term(office="assembly_president", since="1901-12-06", until="1903-12-06")
    deputy = make.make_term(office="assembly_vice_president", since="1900-12-01", until="1903-12-01")
    make.made_public(session, president, deputy)
    assert [terms for _office, terms in panel_of(session, "officers")["offices"]] == [[president], [deputy]]


def test_an_office_without_a_term_on_record_is_not_known(client):
    session = make.made_public(make.make_session(starts_on="1901-12-01", ends_on="1901-12-06"))
    officers = html_of(client, session.get_absolute_url()).partition("Officers on its first day</h2>")[2].partition("</section>")[0]
    assert officers.count("Not known") == 2


def test_a_decision_stands_beside_the_item_under_which_it_was_taken():
    item = make.make_agenda_item(topic="non_cooperation")
    under = make.make_decision(session=item.session, agenda_item=item, topic="other")
    alone = make.make_decision(session=item.session, topic="budget")
    make.made_public(item, under, alone)
    groups = {topic: (lines, others) for topic, lines, others in panel_of(item.session, "agenda")["groups"]}
    assert groups == {"non_cooperation": ([(item, [under])], []), "budget": ([], [alone])}


def test_what_the_agenda_shows_is_not_listed_again(client):
    item = make.make_agenda_item(title="Shown only once")
    make.made_public(item)
    html = html_of(client, item.session.get_absolute_url())
    assert html.count("Shown only once") == 1


def test_a_session_without_an_agenda_says_that_none_is_on_record(client):
    session = make.made_public(make.make_session())
    assert "none is on record, not that there was none" in html_of(client, session.get_absolute_url())


def test_a_scheduled_session_is_not_shown_as_held(client):
    html = html_of(client, "/assembly/25/")
    assert "Scheduled</span> for" in html
    assert "It has not been held as far as this record goes." in html


def test_a_scheduled_session_whose_days_are_over_is_not_confirmed(client):
    with pinned(date(2027, 1, 10)):
        assert "Whether it was held has not been confirmed on this record." in html_of(client, "/assembly/25/")


def test_a_scheduled_session_without_a_last_day_is_not_confirmed_either(client):
    session = make.made_public(make.make_session(held="scheduled", starts_on="2001-12", ends_on=""))
    assert "Whether it was held has not been confirmed on this record." in html_of(client, session.get_absolute_url())


def test_a_session_leads_to_the_one_before_and_the_one_after(client):
    html = html_of(client, "/assembly/23/")
    assert '<a href="/assembly/22/" rel="prev">' in html
    assert '<a href="/assembly/s-1/" rel="next">' in html


def test_a_referral_is_open_until_an_action_of_the_assembly_is_on_record():
    first, second = (make.make_session(starts_on=f"{year}-12-01", ends_on=f"{year}-12-06") for year in (1901, 1902))
    finding = make.make_finding(decided_on="1901-06-01", referral="asp")
    made = make.make_step(proceeding=finding.proceeding, kind="assembly_action", occurred_on="1901-12-05")
    make.made_public(first, second, finding, made)
    assert [one.finding for one in panel_of(first, "referred")["referred"]] == [finding]
    assert panel_of(second, "referred") is None


def test_a_referral_made_after_its_first_day_was_not_open_before_it():
    session = make.make_session(starts_on="1901-12-01", ends_on="1901-12-06")
    make.made_public(session, make.make_finding(decided_on="1901-12-02", referral="asp"))
    assert panel_of(session, "referred") is None


def test_the_next_session_is_the_nearest_that_is_not_over():
    assert next_session(TODAY).slug == "25"
    assert next_session(date(2026, 12, 17)).slug == "25"
    assert next_session(date(2026, 12, 18)) is None


def test_the_list_of_sessions_begins_with_the_next_one(client):
    html = html_of(client, "/assembly/")
    assert html.index("Next session") < html.index('<a href="/assembly/25/">') < html.index("Filters")
    for address in ("/assembly/topics/", "/assembly/budget/", "/assembly/offices/", "/amendments/", "/oversight/", "/contributions/"):
        assert f'<a href="{address}">' in html, address


@pytest.mark.parametrize("query", ["kind=special", "page=2"])
def test_a_list_that_was_asked_for_something_has_no_head(client, query):
    assert "Next session" not in html_of(client, f"/assembly/?{query}")


def test_a_past_day_announces_no_session(client):
    assert "Next session" not in html_of(client, "/assembly/?on=2015-01-01")


def test_the_home_page_announces_the_next_session_and_the_elections_due(client):
    ahead = html_of(client, "/").partition('id="ahead-h"')[2].partition("</section>")[0]
    assert "Session 25 (2026) of the Assembly would open" in ahead
    assert "Election due: judge" in ahead


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        html_of(client, address)
    return len(captured)


def test_a_session_costs_the_same_queries_with_one_item_and_with_thirty(client, empty_record):
    session = make.make_session()
    make.made_public(session, *of_a_session(session, 0))
    with_one = queries(client, session.get_absolute_url())
    make.made_public(*of_a_session(session, 1), *[make.make_agenda_item(session=session, number=str(number)) for number in range(2, 31)])
    assert queries(client, session.get_absolute_url()) == with_one


def of_a_session(session, number):
    item = make.make_agenda_item(session=session, number=str(number))
    finding = make.make_finding(referral="asp", decided_on="2001-06-01")
    step = make.make_step(proceeding=finding.proceeding, kind="before_assembly", occurred_on="2001-12-02")
    deputy = make.make_term(office="assembly_vice_president", since="2001-01-01", until="2003-01-01")
    return [item, make.make_decision(session=session, agenda_item=item), finding, step, deputy]
