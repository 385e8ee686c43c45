"""What is not public is in no output: drafts, what waits for its time, what is held, what was retracted, and who writes.

One of each state is planted in every collection, its name in every text that it has. Then every address is asked for in
every format and by every clock, through a page cache that was warm before the change.
"""

from contextlib import suppress
from itertools import count

import pytest
from django.core.signals import request_finished, request_started
from django.db import IntegrityError, close_old_connections, models, transaction
from django.urls import reverse
from django.utils import timezone

from record import derived, workflow
from record.collection import collections
from record.fields import PartialDateField
from record.models import Comment, Correction, Edition, Hold, Message, NoticeKind, Revision, RevisionStatus, Status, Withholding  # fmt: skip
from record.publishing import invariants
from record.publishing.answer import FORMATS
from record.tests.factories import cite, made_public, make, make_editor, make_person, make_reviewer, make_source, make_visit
from record.workflow import holds
from tests.addresses import addresses, in_every_format
from tests.cached import Cached, CountedSite

pytestmark = pytest.mark.django_db

NEVER_PUBLIC = ("qzdraft", "qzreview", "qzembargo", "qzrevision", "qzcomment", "qzmessage", "qzsummary", "qznote", "qzwriter", "qzreader")
ONCE_PUBLIC = ("qzsealed", "qzwithheld")
RETRACTED = "qzretracted"
NAMES = {collection.name for collection in collections()}
_numbers = count(1)


def marked(model, mark):
    """A draft of this kind with its mark in its address, its source, and every free text that may have it."""
    entry = make(model)
    entry.slug = f"{mark}-{next(_numbers)}"
    entry.save()
    for field in free_texts(model):
        with suppress(IntegrityError), transaction.atomic():  # a text that another value forbids
            model.objects.filter(pk=entry.pk).update(**{field.name: f"{mark} {field.name}"})
    entry.refresh_from_db()
    source = make_source(slug=f"{mark}-source-{next(_numbers)}", title=f"Title {mark}", publisher=f"Publisher {mark}")
    cite(entry, source, locator=f"page {mark}", quotation=f"words {mark}")
    return entry


def free_texts(model):
    for field in model._meta.concrete_fields:
        text = isinstance(field, models.CharField | models.TextField) and not isinstance(field, PartialDateField | models.SlugField)
        if text and field.editable and not field.choices and (field.max_length or 99) > 30:
            yield field


@pytest.fixture
def planted():
    """{mark: [entries]}, one of each collection; those of `ONCE_PUBLIC` and `RETRACTED` are still published."""
    writer, reader = make_editor("qzwriter"), make_reviewer("qzreader")
    found = {mark: [marked(c.model, mark) for c in collections() if _has_entries(c)] for mark in (*NEVER_PUBLIC[:3], *ONCE_PUBLIC, RETRACTED)}
    for mark, status in (("qzreview", Status.IN_REVIEW), ("qzembargo", Status.APPROVED)):
        for entry in found[mark]:
            type(entry).objects.filter(pk=entry.pk).update(status=status, author=writer, reviewer=reader, review_note="qznote")
    public = [entry for mark in (*ONCE_PUBLIC, RETRACTED) for entry in found[mark]]
    made_public(*public)
    with workflow.edition("qzsummary", by=writer):
        for entry in public:
            type(entry).objects.filter(pk=entry.pk).update(author=writer, reviewer=reader, reviewed_at=timezone.now(), review_note="qznote")
    found["changed"] = [_with_a_revision(c, writer) for c in collections() if _has_entries(c)]
    return found


def _has_entries(collection):
    return hasattr(collection.model, "status")


def _with_a_revision(collection, writer):
    """A public entry of which a change is being prepared, remarked on, and asked for."""
    entry = collection.model.objects.public().exclude(slug__startswith="qz").order_by("slug").first()
    revision = Revision.objects.create(
        entry=entry,
        author=writer,
        values={"note": "qzrevision"},
        citations=[{"locator": "qzrevision"}],
        note="qzrevision",
        review_note="qznote",
    )
    Comment.objects.create(thing=revision, author=writer, text="qzcomment")
    Message.objects.create(kind="correction", role="reader", entry=entry, about="qzmessage", text="qzmessage", sources="qzmessage", name="qzmessage")
    assert revision.status == RevisionStatus.DRAFT
    return entry


def conceal(planted):
    """The change: some are sealed, some withheld, some retracted."""
    with workflow.edition("qzsummary"):
        for mark, values in (
            ("qzsealed", {"hold": Hold.SEALED}),
            ("qzwithheld", {"hold": Hold.WITHHELD}),
            (RETRACTED, {"status": Status.RETRACTED, "retraction_reason": "It was wrong"}),
        ):
            for entry in planted[mark]:
                type(entry).objects.filter(pk=entry.pk).update(**values)
        derived.recompute([entry for mark in (*ONCE_PUBLIC, RETRACTED) for entry in planted[mark]])


def values(planted, marks):
    """What the parts of addresses may be: every list, and the entries of these marks with their sources."""
    entries = [entry for mark in marks for entry in planted[mark]]
    sources = {entry.citations.select_related("source").first().source.slug for entry in entries}
    return {
        ("name",): [{"name": c.name} for c in collections()],
        ("name", "slug"): [{"name": entry.collection, "slug": entry.slug} for entry in entries],
        ("slug",): [{"slug": slug} for slug in sorted(sources)],
        ("topic",): [{"topic": topic} for topic in ("amendments", "budget", "complementarity", "elections", "non-cooperation")],
        ("number",): [{"number": number} for number in (1, Edition.current_number() - 1, Edition.current_number())],
    }


def asked(shown, formats=FORMATS, **query):
    """Each address in each format; the changes by the editions that the test made, not by the whole load before them."""
    for address in shown:
        if address == reverse("changes"):
            for number in range(2, query.get("known", Edition.current_number()) + 1):
                yield from in_every_format(address, formats, **query, edition=number)
        else:
            yield from in_every_format(address, formats, **query)


def once_for_each_edition(ask):
    """The rules are asked once of the same record: their page and their JSON are of one answer."""
    answers = {}

    def answer():
        number = Edition.current_number()
        if number not in answers:
            answers[number] = ask()
        return answers[number]

    return answer


def marks_in(body, address, wanted):
    """The marks that an answer has; not counting those of the very address that was asked for."""
    text = body.decode(errors="replace").lower()
    for part in address.partition("?")[0].split("/"):
        text = text.replace(part, "") if part.startswith("qz") else text
    return sorted(mark for mark in wanted if mark in text)


@pytest.fixture
def site(monkeypatch):
    """The whole site behind its page cache, and what it answers: {address: marks that its answer has}."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)  # it is the test's connection
    monkeypatch.setattr(invariants, "run", once_for_each_edition(invariants.run))
    cached = Cached(application=CountedSite(), limit=2**28)

    def look(addresses, wanted):
        cached.edition.number = Edition.current_number()
        answers = {address: cached.ask(address) for address in addresses}
        assert not [address for address, answer in answers.items() if answer.status >= 500]
        return {address: found for address, answer in answers.items() if (found := marks_in(answer.body, address, wanted))}

    yield look
    for signal in signals:
        signal.connect(close_old_connections)


def test_nothing_that_is_not_public_is_in_any_output(planted, site):
    lists = values(planted, ["changed"])
    warm = asked(addresses(lists), ("html", "json"))  # a CSV is a stream, and not kept
    before = site(warm, [*NEVER_PUBLIC, *ONCE_PUBLIC, RETRACTED])  # the cache is warm now
    assert {mark for found in before.values() for mark in found} == {*ONCE_PUBLIC, RETRACTED}, "the published ones are seen, nothing else is"
    published = Edition.current_number()

    conceal(planted)

    hidden = [*NEVER_PUBLIC, *ONCE_PUBLIC]
    assert site(asked(addresses(lists)), hidden) == {}
    assert site(asked(reverse("list", kwargs=name) for name in lists["name",]), [RETRACTED]) == {}
    every_entry = values(planted, [*NEVER_PUBLIC[:3], *ONCE_PUBLIC])
    assert site(asked((address for address in addresses(every_entry) if "qz" in address), ("html", "json")), hidden) == {}
    assert site(asked(address for address in addresses(values(planted, [RETRACTED])) if "qz" in address), hidden) == {}
    assert site(asked(addresses(lists), ("json",), known=published), hidden) == {}


def test_an_entry_that_once_pointed_to_what_is_sealed_does_not_name_it(site):
    editor, reviewer = make_editor(), make_reviewer()
    sealed = make_person(name="Qzsealed Name")
    visit = made_public(make_visit(person=sealed, slug="a-visit"))
    other = made_public(make_person())
    with workflow.edition("Another person") as made:
        visit.person = other
        visit.save()
        changes = [{"field": "person", "before": sealed.slug, "after": other.slug}]
        Correction.objects.create(
            edition=made, entry=visit, kind=NoticeKind.CORRECTION, what_was_wrong="Another person", asked_by="editor", changes=changes
        )
    holds.seal(holds.withhold(sealed, by=editor, reason="Under seal"), by=reviewer)
    assert Withholding.objects.get().decision == "sealed"
    shown = values({"visit": [visit]}, ["visit"])
    of_it = [address for address in addresses(shown) if "visit" in address or (address.count("/") == 2 and address.strip("/") not in NAMES)]
    then = asked(of_it, ("json",), known=made.number - 1)
    assert site([*asked(of_it), *then], ["qzsealed"]) == {}
