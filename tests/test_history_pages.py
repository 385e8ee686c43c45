"""The history of an entry, the changes between two days and the editions, as readers see them: in words, and nothing that was never public."""

import csv
import io
import re
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from record import derived, workflow
from record.collection import collections
from record.models import Edition, EditionKind
from record.tests import factories
from record.tests.factories import cite, made_public, make_editor, make_reviewer, make_source, published
from tests import loaded as test_database

pytestmark = pytest.mark.django_db

NEVER_PUBLIC = (
    "zebedee", "quillfeather", "wordsofadraft", "wordsofareview", "wordsofacomment", "wordsofasummary", "wordsofawithdrawal",
    "wordsofaproposal", "whileitwasheld", "oftheheldentry", "thereasonforholding",
)  # fmt: skip
FORMATS = ("html", "json", "csv")


class Story:
    """A visit that is published, corrected, has its source changed, is computed anew and retracted; and others around it."""

    def __init__(self):
        self.before = Edition.current_number()
        self.author, self.reviewer = make_editor("zebedee"), make_reviewer("quillfeather")
        self.visit = factories.make_visit(starts_on="2021-02-01", place="Wordsofadraft")
        self.source = make_source(title="A report", publisher="The agency")
        cite(self.visit, self.source, locator="p. 1")
        self._publish()
        self._correct()
        with workflow.edition("Wordsofasummary", kind=EditionKind.SOURCE):
            self.source.title = "The whole report"
            self.source.save()
        self.action = made_public(factories.make_treaty_action(state=self.visit.host, effected_on="2010-01-15"))
        self._leave_undone()
        workflow.retract(self.visit, by=self.reviewer, reason="It was another person.", asked_by="person")
        self.held = made_public(factories.make_treaty(name="Oftheheldentry"))
        self.withheld = self._hold(self.held, "sealed")
        self.shown_again = made_public(factories.make_treaty(name="Shown again"))
        self._hold(self.shown_again, "withheld")
        self._change(self.shown_again, name="Whileitwasheld")
        self._change(self.shown_again, name="Shown again")
        self._hold(self.shown_again, "")
        self.last = Edition.current_number()

    def _publish(self):
        self.visit.place, self.visit.review_note = "A city", "Wordsofareview"
        self.visit.save()
        published(self.visit, self.author, self.reviewer)
        self.published = Edition.current_number()

    def _correct(self):
        revision = workflow.begin(self.visit, by=self.author, kind="correction", note="The days were those of the next visit.", asked_by="reader")
        workflow.comment(revision, by=self.author, text="Wordsofacomment")
        workflow.propose(revision, by=self.author, values={"starts_on": "2021-02-03", "ends_on": "2021-02-04", "place": ""})
        workflow.submit(revision, by=self.author)
        workflow.publish(revision, by=self.reviewer)
        self.corrected = Edition.current_number()

    def _leave_undone(self):
        revision = workflow.begin(self.visit, by=self.author)
        workflow.propose(revision, by=self.author, values={"place": "Wordsofawithdrawal"})
        workflow.withdraw(revision, by=self.author)
        other = workflow.begin(self.action, by=self.author)
        workflow.propose(other, by=self.author, values={"note": "Wordsofaproposal"})

    def _hold(self, entry, why):
        with workflow.edition("Thereasonforholding", kind=EditionKind.WITHHOLDING if why else EditionKind.RESTORATION) as edition:
            entry.hold = why
            entry.save()
            return edition.number

    def _change(self, entry, **values):
        with workflow.edition("Wordsofasummary", kind=EditionKind.UPDATE):
            for name, value in values.items():
                setattr(entry, name, value)
            entry.save()
            derived.recompute([entry])

    @property
    def history(self):
        return f"{self.visit.get_absolute_url()}history/"


@pytest.fixture(scope="module")
def story(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), test_database.undone():
        yield Story()


def text(response):
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode()


def words(response):
    """The text of a page as a reader sees it."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text(response)))


def rows(response):
    return list(csv.DictReader(io.StringIO(text(response))))


# The history of an entry


def test_a_history_tells_each_step_in_words(client, story):
    page = words(client.get(story.history))
    found = re.findall(r"Edition \d+ ?: ([a-z, ]+?) \d", page)
    assert found == ["retracted", "computed anew", "a source changed", "corrected", "published"]


def test_a_first_publication_is_counted_and_not_listed(client, story):
    page = words(client.get(story.history))
    assert "Published with 8 facts and 1 source." in page


@pytest.mark.parametrize(
    "line",
    [
        "From 1 February 2021 3 February 2021",
        "Place A city Not known",
        "Correction The days were those of the next visit. Asked for by a reader.",
        "Source “The agency: A report”: title A report The whole report",
        "Host bound (computed) Not bound State Party",
        "Reason of the retraction It was another person. Asked for by the person concerned.",
    ],
)
def test_a_difference_is_told_as_the_entry_prints_it(client, story, line):
    assert line in words(client.get(story.history))


def test_a_history_as_json_has_the_values_of_the_data(client, story):
    steps = client.get(story.history, {"format": "json"}).json()["history"]
    corrected = next(step for step in steps if step["edition"] == story.corrected)
    assert (corrected["done"], corrected["notices"][0]["asked_by"]) == (["corrected"], "reader")
    changes = {change["field"]: (change["before"], change["after"]) for change in corrected["changes"]}
    assert changes == {"place": ("A city", None), "starts_on": ("2021-02-01", "2021-02-03"), "ends_on": ("2021-02-02", "2021-02-04")}


def test_a_history_as_csv_has_a_row_for_each_change(client, story):
    found = [(row["field"], row["before"], row["after"]) for row in rows(client.get(story.history, {"format": "csv"}))]
    assert found == [
        ("status", "published", "retracted"),
        ("host_bound", "not_bound", "party"),
        (f"sources/{story.source.slug}#title", "A report", "The whole report"),
        ("place", "A city", ""),
        ("starts_on", "2021-02-01", "2021-02-03"),
        ("ends_on", "2021-02-02", "2021-02-04"),
        ("status", "", "published"),
    ]


def test_a_history_leads_to_the_entry_as_known_at_each_edition(client, story):
    html = text(client.get(story.history))
    for number in (story.published, story.corrected):
        address = f"{story.visit.get_absolute_url()}?known={number}"
        assert address in html
        assert client.get(address).status_code == 200


def test_the_history_of_a_retracted_entry_stays(client, story):
    assert client.get(story.visit.get_absolute_url()).status_code == 410
    assert client.get(story.history).status_code == 200


def test_a_history_as_known_ends_at_its_edition(client, story):
    steps = client.get(story.history, {"format": "json", "known": story.corrected}).json()["history"]
    assert [step["edition"] for step in steps] == [story.corrected, story.published]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_held_entry_has_no_history(client, story, format_):
    assert client.get(f"{story.held.get_absolute_url()}history/", {"format": format_}).status_code == 404


def test_a_draft_has_no_history(client, story):
    draft = factories.make_treaty()
    assert client.get(f"{draft.get_absolute_url()}history/").status_code == 404


def test_a_source_has_no_history_of_an_entry(client, story):
    assert client.get(f"/sources/{story.source.slug}/history/").status_code == 404


def test_a_state_is_found_by_its_code_here_too(client):
    response = client.get("/states/HUN/history/?known=1")
    assert (response.status_code, response["Location"]) == (301, "/states/hungary/history/?known=1")


def test_an_entry_leads_to_its_history(client):
    assert 'href="/states/hungary/history/"' in text(client.get("/states/hungary/"))


def test_an_entry_that_was_read_says_when_and_not_by_whom(client, story):
    page = words(client.get(story.visit.get_absolute_url(), {"known": story.published}))
    assert "Read against its sources on " in page
    assert "quillfeather" not in page.lower()


def test_an_entry_that_is_named_no_longer_is_not_named_in_the_history(client, story):
    treaty, other = made_public(factories.make_treaty(name="Nottobenamed"), factories.make_treaty(name="Another treaty"))
    action = made_public(factories.make_treaty_action(treaty=treaty, slug="an-act"))
    story._change(action, treaty=other)
    story._hold(treaty, "sealed")
    for format_ in FORMATS:
        found = text(client.get(f"{action.get_absolute_url()}history/", {"format": format_}))
        assert "another" in found.lower()
        assert "nottobenamed" not in found.lower()


# The changes between two days


def changes(client, story, **asked):
    return client.get("/changes/", {"from": "2000", "to": "2100", **asked})


def test_the_changes_tell_what_was_done_to_which_entry(client, story):
    found = {(int(row["edition"]), row["slug"], row["done"]) for row in rows(changes(client, story, format="csv", kind="visits"))}
    slug = story.visit.slug
    assert {(story.published, slug, "published"), (story.corrected, slug, "corrected"), (story.corrected + 1, slug, "source")} <= found


def test_the_changes_of_an_edition_are_those_of_no_other(client, story):
    found = client.get("/changes/", {"edition": story.corrected, "format": "json"}).json()
    assert [(row["edition"], row["slug"]) for row in found["results"]] == [(story.corrected, story.visit.slug)]


def test_the_changes_under_a_state_are_those_of_its_entries(client, story):
    found = {(row["collection"], row["slug"]) for row in rows(changes(client, story, format="csv", state=story.visit.host_id))}
    assert found == {("states", story.visit.host.slug), ("treaty-actions", story.action.slug), ("visits", story.visit.slug)}


def test_the_changes_under_a_person_are_those_of_its_entries(client, story):
    person = story.visit.person
    found = {(row["collection"], row["slug"]) for row in rows(changes(client, story, format="csv", person=person.slug))}
    assert found == {("persons", person.slug), ("visits", story.visit.slug)}


def test_filters_hold_together(client, story):
    found = changes(client, story, format="json", person=story.visit.person.slug, kind="treaty-actions").json()
    assert found["count"] == 0


def test_what_is_computed_of_a_state_is_among_the_changes(client, story):
    found = rows(changes(client, story, format="csv", state=story.visit.host_id, kind="states"))
    assert [(row["done"], row["field"], row["after"]) for row in found] == [
        ("computed", "membership", "State Party since 1 April 2010"),
        ("published", "status", "published"),
    ]


def test_the_pages_of_changes_hold_as_many_as_they_count(client, story):
    paged = changes(client, story, kind="visits").context["paged"]
    pages = [changes(client, story, kind="visits", page=page).context["groups"] for page in range(1, paged.pages + 1)]
    assert len(pages) > 2
    assert sum(len(items) for groups in pages for _edition, items in groups) == paged.total


def test_days_on_which_nothing_was_recorded_say_so(client, story):
    assert "Nothing of this was recorded in these days." in words(client.get("/changes/?from=1990&to=1991"))


def test_the_events_are_those_dated_in_the_days(client):
    page = words(client.get("/changes/?clock=events&from=2025-04-03&to=2025-04-03&state=HUN"))
    assert "Benjamin Netanyahu visits Hungary (Budapest)" in page


def test_an_event_of_a_month_counts_where_the_days_touch_it(client):
    person = made_public(factories.make_visit(starts_on="2021-02", ends_on="")).person
    counts = [
        client.get("/changes/", {"clock": "events", "from": first, "to": last, "person": person.slug, "format": "json"}).json()["count"]
        for first, last in (("2021-02-10", "2021-02-11"), ("2021-03-01", "2021-03-02"))
    ]
    assert counts == [1, 0]


def test_the_events_of_a_retracted_entry_are_no_events(client, story):
    found = client.get("/changes/", {"clock": "events", "from": "2021", "to": "2021", "person": story.visit.person.slug, "format": "json"}).json()
    assert found["results"] == []


def test_every_event_is_counted_and_says_something(client):
    found = client.get("/changes/", {"clock": "events", "from": "1990", "to": "2030", "format": "json"}).json()
    assert found["count"] == len(found["results"]) > 500
    assert all(row["what"] for row in found["results"])


def test_events_of_no_day_say_so(client):
    assert "No event on this record is dated in these days." in words(client.get("/changes/?clock=events&from=1801&to=1802"))


def test_the_changes_as_known_end_at_their_edition(client, story):
    found = rows(changes(client, story, format="csv", known=story.corrected, kind="visits"))
    assert max(int(row["edition"]) for row in found) == story.corrected


# The editions


def line_of(client, number):
    return next(line for line in client.get("/editions/").context["lines"] if line.edition.number == number)


def test_an_edition_names_its_entry_and_its_kind(client, story):
    line = line_of(client, story.corrected)
    assert (line.edition.kind, line.words, [address for _name, address in line.named]) == (
        "correction", ["1 visit"], [story.visit.get_absolute_url()],
    )  # fmt: skip


def test_an_edition_of_a_held_entry_names_nothing(client, story):
    line = line_of(client, story.withheld)
    assert (line.words, line.named) == (["what changed is not shown now"], [])


def test_the_first_edition_counts_by_collection(client):
    line = next(line for line in client.get("/editions/?kind=load").context["lines"] if line.edition.number == 1)
    assert line.counts["states"] == 196


def test_the_editions_of_a_kind_are_no_others(client, story):
    found = {row["kind"] for row in rows(client.get("/editions/?kind=correction&kind=retraction&format=csv"))}
    assert found == {"correction", "retraction"}


def test_the_editions_follow_each_other_in_every_format(client, story):
    numbers = [row["number"] for row in client.get("/editions/?format=json").json()["results"]]
    assert numbers == list(range(story.last, 0, -1))
    assert [int(row["number"]) for row in rows(client.get("/editions/?format=csv"))] == numbers


def test_an_edition_leads_to_its_changes(client):
    response = client.get("/editions/1/")
    assert (response.status_code, response["Location"]) == (301, "/changes/?clock=record&edition=1")


def test_there_is_no_page_of_an_edition_that_was_not_made(client):
    assert client.get("/editions/999999/").status_code == 404


# What was never public


def addresses(story):
    yield from ((f"{entry.get_absolute_url()}history/", {}) for entry in (story.visit, story.action, story.shown_again, story.source))
    yield from (("/changes/", {"edition": number}) for number in range(story.before + 1, story.last + 1))
    yield from (("/changes/", {"from": "2000", "to": "2100", "clock": clock, "kind": ["visits", "treaties"]}) for clock in ("record", "events"))
    yield "/editions/", {}


@pytest.mark.parametrize("format_", FORMATS)
def test_what_was_never_public_is_in_no_history(client, story, format_):
    for address, asked in addresses(story):
        found = text(client.get(address, {**asked, "format": format_})).lower()
        assert not [word for word in NEVER_PUBLIC if word in found], (address, asked)


def test_what_was_never_public_is_in_no_history_as_known(client, story):
    for address, asked in addresses(story):
        if "edition" not in asked:
            found = text(client.get(address, {**asked, "known": story.last - 1, "format": "json"})).lower()
            assert not [word for word in NEVER_PUBLIC if word in found], (address, asked)


@pytest.mark.parametrize("name", ["home", "about"])
def test_no_page_names_an_editor(client, story, name):
    found = text(client.get({"home": "/", "about": "/about/"}[name])).lower()
    assert not [word for word in NEVER_PUBLIC if word in found]


def test_the_json_of_an_entry_names_no_editor(client, story):
    found = text(client.get(story.visit.get_absolute_url(), {"format": "json", "known": story.corrected})).lower()
    assert not [word for word in NEVER_PUBLIC if word in found]


# Questions that cannot be answered


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("from=yesterday", "from"),
        ("to=2025-13", "to"),
        ("from=2026&to=2025", "from"),
        ("clock=both", "clock"),
        ("kind=nothing", "kind"),
        ("state=XXX", "state"),
        ("person=nobody", "person"),
        ("state=%00", "state"),
        ("page=0", "page"),
        ("page=999", "page"),
        ("page=1%20OR%201", "page"),
        ("edition=0", "edition"),
        ("edition=99999999999", "edition"),
        ("edition=999999", "edition"),
        ("edition=1&from=2025", "edition"),
        ("edition=1&clock=events", "edition"),
        ("format=xml", "format"),
        ("colour=red", "colour"),
    ],
)
def test_a_wrong_question_to_the_changes_is_refused_by_name(client, asked, name):
    response = client.get(f"/changes/?{asked}")
    assert response.status_code == 400
    assert f"<strong>{name}</strong>" in text(response)


@pytest.mark.parametrize("asked", ["to=0001", "from=9999&to=9999", "from=0001&to=9999", "from=2025~&to=2025-04?", "clock=events&from=0001&to=9999"])
def test_the_first_and_the_last_of_all_days_are_days(client, asked):
    assert client.get(f"/changes/?{asked}").status_code == 200


@pytest.mark.parametrize("asked", ["kind=all", "page=999", "format=xml", "colour=red"])
def test_a_wrong_question_to_the_editions_is_refused(client, asked):
    assert client.get(f"/editions/?{asked}").status_code == 400


@pytest.mark.parametrize("asked", ["page=2", "page=x", "format=xml", "colour=red", "known=999999"])
def test_a_wrong_question_to_a_history_is_refused(client, asked):
    assert client.get(f"/states/hungary/history/?{asked}").status_code == 400


def test_a_wrong_question_is_refused_in_json_with_what_is_allowed(client):
    (problem,) = client.get("/changes/?clock=both&format=json").json()["errors"]
    assert (problem["parameter"], problem["allowed"]) == ("clock", ["record", "events"])


@pytest.mark.parametrize("address", ["/changes/", "/editions/", "/states/hungary/history/"])
def test_what_newsletters_add_is_ignored(client, address):
    assert client.get(f"{address}?utm_source=letter").status_code == 200


QUESTIONS = st.lists(
    st.tuples(
        st.sampled_from(["from", "to", "clock", "edition", "state", "person", "kind", "page", "format", "known", "on", "x"]),
        st.text(max_size=8)
        | st.sampled_from(["HUN", "vladimir-putin", "visits", "record", "events", "2025-04", "9999", "1", "2", "-1", "load", "csv", "json"]),
    ),
    max_size=4,
)


@settings(max_examples=40, deadline=None)
@given(address=st.sampled_from(["/changes/", "/editions/", "/states/hungary/history/"]), question=QUESTIONS)
def test_whatever_is_asked_is_answered_or_refused(address, question):
    response = Client().get(f"{address}?{urlencode(question)}")
    assert response.status_code in (200, 400)
    assert text(response)


@pytest.mark.parametrize("address", ["/changes/", "/editions/", "/editions/1/", "/states/hungary/history/"])
def test_a_history_is_only_read(client, address):
    assert client.post(address).status_code == 405


def test_a_download_that_is_too_long_is_refused_with_the_number(client, monkeypatch):
    monkeypatch.setattr("record.publishing.changes.MOST", 10)
    response = client.get("/changes/?from=2000&to=2100&format=csv")
    assert (response.status_code, "too many for one download" in text(response)) == (400, True)


# What it costs


def queries(client, address):
    client.get(address)  # content types are looked up once for each process
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    return len(captured)


def test_a_history_costs_the_same_queries_whatever_the_number_of_editions(client, story):
    treaty = made_public(factories.make_treaty())
    address = f"{treaty.get_absolute_url()}history/"
    few = queries(client, address)
    for name in "abcdef":
        story._change(treaty, name=name)
    assert queries(client, address) == few == 7


def test_no_history_costs_more_than_this(client, story):
    for collection in collections():
        address = f"{collection.model.objects.public().first().get_absolute_url()}history/"
        assert queries(client, address) <= 9, address


@pytest.mark.parametrize(
    ("address", "most"),
    [("/changes/?from=2000&to=2100", 28), ("/changes/?from=2000&to=2100&clock=events&kind=visits", 6), ("/editions/", 16)],
)
def test_changes_and_editions_cost_the_same_queries_whatever_the_number_of_editions(client, story, address, most):
    before = queries(client, address)
    for name in "abc":
        story._change(story.shown_again, name=name)
    assert queries(client, address) <= min(before, most)
