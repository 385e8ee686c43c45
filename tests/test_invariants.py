"""The rules about the whole record: each turns red when it is broken, and names the entry; the record as loaded breaks none that matters."""

from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Person
from cooperation.models import Visit
from record import invariants, workflow
from record.invariants import Severity
from record.loading import BadData, load
from record.management.commands.work import Command as Worker
from record.tests import factories
from record.tests.small_record import SmallRecord
from tests.loaded import undone
from tests.planted import PLANTED, change

pytestmark = pytest.mark.django_db

RULES = {rule.key: rule for rule in invariants.invariants()}
MOST_QUERIES = 520  # of a whole run, whatever the number of entries
KGZ = "vladimir-putin-kgz-2023-10-12"  # a host that owed nothing


@pytest.fixture(scope="module")
def as_loaded(django_db_setup, django_db_blocker):
    """{rule: keys of the entries that break it} on the record as it was loaded."""
    with django_db_blocker.unblock():
        return {result.invariant.key: {offence.key for offence in result.offences} for result in invariants.run()}


@pytest.fixture
def broken():
    """A record in which one blocking rule is broken."""
    with undone():
        change(Visit, KGZ, outcome="not_arrested")
        yield f"visits/{KGZ}"


def test_every_rule_has_a_planted_violation():
    assert sorted(PLANTED) == sorted(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_broken_rule_turns_red_and_names_the_entry(rule, as_loaded):
    with undone():
        entry = PLANTED[rule]()
        (result,) = invariants.run([RULES[rule]])
        found = {offence.key for offence in result.offences}
    assert entry in found - as_loaded[rule]


def test_the_record_as_loaded_breaks_no_rule_that_blocks_and_none_of_errors(as_loaded):
    red = {key: entries for key, entries in as_loaded.items() if entries and RULES[key].severity != Severity.WARNING}
    assert red == {}


def test_all_rules_are_asked_in_few_queries():
    with CaptureQueriesContext(connection) as captured:
        invariants.run()
    assert len(captured) <= MOST_QUERIES


def test_a_rule_says_what_it_asks_how_heavy_it_is_and_where_it_comes_from():
    assert [rule.key for rule in RULES.values() if not (str(rule.text).endswith(".") and str(rule.rule))] == []


class TestCheckRecord:
    def test_warnings_are_told_and_pass(self):
        said = StringIO()
        call_command("check_record", stdout=said)
        assert "invitation-is-on-record" in said.getvalue()

    def test_warnings_are_errors_where_it_is_strict(self):
        with pytest.raises(CommandError, match="invitation-is-on-record"):
            call_command("check_record", strict=True, stdout=StringIO())

    def test_a_broken_rule_is_told_with_its_entry_and_exits_with_one(self, broken):
        said = StringIO()
        with pytest.raises(CommandError, match=r"host-without-duty-never-failed \(1\)") as refusal:
            call_command("check_record", stdout=said)
        assert (refusal.value.returncode, broken in said.getvalue()) == (1, True)

    def test_a_value_that_differs_when_it_is_computed_anew_is_told(self):
        with undone():
            change(Visit, KGZ, host_bound="party")
            with pytest.raises(CommandError, match="host_bound: 2 values computed anew differ"):
                call_command("check_record", stdout=StringIO())

    def test_a_broken_rule_does_not_stop_the_worker(self, broken):
        worker = Worker()
        worker.swept_on = None
        assert "host-without-duty-never-failed (1)" in worker._sweep()["note"]


class TestLoading:
    def test_refuses_what_breaks_a_blocking_rule_and_names_entry_and_rule(self, empty_record, tmp_path):
        small = SmallRecord(tmp_path / "data")
        small.row("duties.csv", "xze-declaration")["basis"] = "unsc"
        with pytest.raises(BadData) as refusal:
            load(small.write())
        assert [str(problem) for problem in refusal.value.problems] == [
            "duties.csv:2: duties/xze-declaration: No resolution obliges this State in this situation. (council-obliged-two-states)"
        ]

    def test_loads_what_breaks_a_lighter_rule(self, empty_record, tmp_path):
        small = SmallRecord(tmp_path / "data")
        small.row("proceeding_steps.csv", "xru-invited")["occurred_on"] = "2017-01-01"
        assert load(small.write()).edition == 1


class TestPublishing:
    @pytest.fixture
    def draft(self):
        """A visit to a State that is not bound, in review."""
        visit = factories.make_visit(person=Person.objects.get(slug="vladimir-putin"), starts_on="2024-03-01", ends_on="2024-03-02")
        factories.made_public(visit.host)
        return visit

    def in_review(self, draft, outcome):
        Visit.objects.filter(pk=draft.pk).update(outcome=outcome)
        return factories.in_review(draft, factories.make_editor())

    def test_refuses_what_breaks_a_blocking_rule(self, draft):
        entry = self.in_review(draft, "not_arrested")
        with pytest.raises(ValidationError, match="The host was not bound"):
            workflow.publish(entry, by=factories.make_reviewer())
        entry.refresh_from_db()
        assert entry.status == "in_review"

    def test_takes_what_breaks_none(self, draft):
        entry = self.in_review(draft, "no_duty")
        workflow.publish(entry, by=factories.make_reviewer())
        assert entry.status == "published"

    def test_does_not_hold_against_an_entry_what_was_broken_before(self, draft, broken):
        entry = self.in_review(draft, "no_duty")
        workflow.publish(entry, by=factories.make_reviewer())
        assert entry.status == "published"


class TestPage:
    def test_counts_the_rules_that_hold(self, client, as_loaded):
        held = [rule for rule, entries in as_loaded.items() if not entries]
        assert f"{len(held)} of {len(RULES)} hold." in client.get("/invariants/").content.decode()

    def test_links_the_entry_that_breaks_a_rule(self, client, broken):
        assert f'<a href="/{broken}/">{broken}</a>' in client.get("/invariants/").content.decode()

    def test_gives_the_same_as_json(self, client, broken):
        results = client.get("/invariants/?format=json").json()["results"]
        assert [offence["entry"] for rule in results if rule["key"] == "host-without-duty-never-failed" for offence in rule["offences"]] == [broken]

    @pytest.mark.parametrize("query", ["format=csv", "format=pdf", "on=2025-01-01", "sate=HUN"])
    def test_refuses_what_it_does_not_know(self, client, query):
        response = client.get(f"/invariants/?{query}")
        assert (response.status_code, query.split("=")[0] in response.content.decode()) == (400, True)

    def test_does_not_name_what_is_held(self, client):
        with undone():
            change(Person, "vladimir-putin", hold="sealed", name="Zed Zedson")
            page = client.get("/invariants/").content.decode()
        assert ("Zed Zedson" in page, 'href="/persons/vladimir-putin/"' in page) == (False, False)
