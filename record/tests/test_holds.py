"""The emergency door: off the site at once, and a second person decides."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from record import workflow
from record.known import known
from record.models import Decision, Edition, Hold, Withholding
from record.tests.factories import made_public, make_editor, make_finding, make_person, make_reviewer, make_visit
from record.workflow import holds

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_editor()


@pytest.fixture
def reviewer():
    return make_reviewer()


@pytest.fixture
def visit():
    return made_public(make_visit())


@pytest.fixture
def withheld(visit, editor):
    return holds.withhold(visit.person, by=editor, reason="A mistaken identity")


def test_one_editor_withholds_at_once(withheld, visit):
    visit.person.refresh_from_db()
    assert visit.person.hold == Hold.WITHHELD
    assert not type(visit.person).objects.public().filter(pk=visit.person.pk).exists()


def test_what_points_to_it_goes_with_it(withheld, visit):
    visit.refresh_from_db()
    assert visit.hold == Hold.WITHHELD
    assert f"visits/{visit.slug}" in withheld.entries


def test_it_is_gone_from_earlier_editions_too(visit, editor):
    before = Edition.current_number()
    holds.withhold(visit, by=editor, reason="A mistaken identity")
    with known(before):
        assert not type(visit).objects.filter(pk=visit.pk).exists()


def test_a_draft_is_not_withheld(editor):
    with pytest.raises(PermissionDenied):
        holds.withhold(make_finding(), by=editor, reason="A try")


def test_a_withholding_says_why(visit, editor):
    with pytest.raises(ValidationError, match="Say why"):
        holds.withhold(visit, by=editor, reason=" ")


@pytest.mark.parametrize("decide", [holds.confirm, holds.seal, holds.restore])
def test_who_withheld_it_does_not_decide(visit, reviewer, decide):
    withholding = holds.withhold(visit, by=reviewer, reason="A mistaken identity")
    with pytest.raises(PermissionDenied):
        decide(withholding, by=reviewer)


@pytest.mark.parametrize("decide", [holds.confirm, holds.seal, holds.restore])
def test_an_editor_who_is_no_reviewer_does_not_decide(withheld, decide):
    with pytest.raises(PermissionDenied):
        decide(withheld, by=make_editor())


def test_a_second_person_restores_all_that_was_taken(withheld, visit, reviewer):
    holds.restore(withheld, by=reviewer)
    visit.refresh_from_db()
    visit.person.refresh_from_db()
    assert (visit.hold, visit.person.hold) == (Hold.NONE, Hold.NONE)
    assert withheld.decision == Decision.RESTORED


def test_what_was_restored_is_closed(withheld, reviewer):
    holds.restore(withheld, by=reviewer)
    with pytest.raises(PermissionDenied):
        holds.seal(withheld, by=reviewer)


def test_a_second_person_seals(withheld, visit, reviewer):
    holds.seal(withheld, by=reviewer)
    visit.refresh_from_db()
    assert visit.hold == Hold.SEALED


def test_what_is_sealed_can_be_restored_by_a_second_person(withheld, visit, reviewer):
    holds.seal(withheld, by=reviewer)
    holds.restore(withheld, by=make_reviewer())
    visit.refresh_from_db()
    assert visit.hold == Hold.NONE


def test_what_rests_on_something_withheld_is_not_restored(visit, editor, reviewer):
    own = holds.withhold(visit, by=editor, reason="A mistaken day")
    holds.withhold(visit.person, by=editor, reason="A mistaken identity")
    with pytest.raises(ValidationError, match="points to"):
        holds.restore(own, by=reviewer)
    visit.refresh_from_db()
    assert visit.hold == Hold.WITHHELD


def test_what_rests_on_something_withheld_is_not_published(editor, reviewer):
    person = made_public(make_person())
    draft = make_visit(person=person)
    made_public(draft.host)
    holds.withhold(person, by=editor, reason="A mistaken identity")
    from record.tests.factories import in_review

    in_review(draft, editor)
    with pytest.raises(ValidationError, match="points to"):
        workflow.publish(draft, by=reviewer)


def test_a_day_without_a_second_person_is_overdue(withheld):
    assert not Withholding.objects.overdue().exists()
    Withholding.objects.filter(pk=withheld.pk).update(at=timezone.now() - timedelta(hours=25))
    assert Withholding.objects.overdue().get() == withheld


def test_the_queue_says_that_a_decision_is_due(withheld, client):
    client.force_login(make_reviewer())
    page = client.get("/admin/").content.decode()
    assert withheld.entries[0] in page
    assert "A second person decides within a day." in page


def test_a_second_person_decides_on_the_desk(withheld, visit, client):
    client.force_login(make_reviewer())
    client.post(f"/admin/record/withholding/{withheld.pk}/decide/", {"action": "seal"})
    visit.refresh_from_db()
    assert visit.hold == Hold.SEALED


def test_who_withheld_it_is_told_that_a_second_person_decides(withheld, editor, client):
    client.force_login(editor)
    page = client.get(f"/admin/record/withholding/{withheld.pk}/change/").content.decode()
    assert "You withheld this: a second person decides." in page
    client.post(f"/admin/record/withholding/{withheld.pk}/decide/", {"action": "restore"})
    withheld.refresh_from_db()
    assert withheld.decision == Decision.PENDING


def test_a_withheld_page_says_so_and_a_sealed_one_says_nothing(withheld, visit, client):
    assert "This page is withheld" in client.get(visit.get_absolute_url()).content.decode()
    holds.seal(withheld, by=make_reviewer())
    response = client.get(visit.get_absolute_url())
    assert response.status_code == 404
    assert "withheld" not in response.content.decode()
