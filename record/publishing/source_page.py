"""The page of a source: what it is, its archived copies, every public fact that cites it, what editions changed of it."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from record.collection import Collection, collections, get
from record.exchange import fact_key
from record.json_answers import json_answer
from record.models import Citation, Edition, Source, Stance
from record.publishing.answer import Refused
from record.publishing.clocks import NotOnRecordThen, clocked
from record.publishing.entry_page import heading
from record.publishing.footnotes import label_of
from record.publishing.pages import for_everybody
from record.publishing.paging import Paged
from record.publishing.parameters import Parameters, refused_page
from record.publishing.source_history import source_changes
from record.publishing.tables import Names, cell, plain
from record.sources import language_name

ON_A_PAGE = 50  # facts
COPY_FIELDS = ("sha256", "media_type", "size", "fetched_at", "final_url")


@dataclass
class CitedFact:
    """A fact of an entry that readers see, and what the source says of it. `entry` is filled in for those on the page."""

    collection: Collection
    slug: str
    citation: Citation
    entry: object = None

    @property
    def key(self):
        return fact_key(self.collection, self.slug, self.citation.field)

    @property
    def speaks_of(self):
        return label_of(self.collection.model, self.citation.field)

    @property
    def heading(self):
        return heading(self.entry)


class SourcePage:
    def __init__(self, source, clocks, number):
        self.source, self.clocks = source, clocks
        self.collection = get("sources")
        self.changes = source_changes(source, clocks.edition and clocks.edition.number)
        self.copies = list(source.copies.order_by("-fetched_at", "-pk"))
        facts = _facts_citing(source)
        self.supported = [fact for fact in facts if fact.citation.stance == Stance.SUPPORTS]
        self.contradicted = [fact for fact in facts if fact.citation.stance == Stance.CONTRADICTS]
        self.paged = Paged(number, len(self.supported), ON_A_PAGE, tuple(clocks.pairs))

    @cached_property
    def values(self):
        """[(column, value)]"""
        row = self.collection.rows(self.collection.every(self.clocks.day).filter(pk=self.source.pk), self.clocks.day)[0]
        return list(zip(self.collection.columns, row, strict=True))

    @property
    def cells(self):
        """Its facts, the language by name."""
        cells = [cell(column, value, Names([])) for column, value in self.values if column.fact]
        return [replace(c, words=language_name(c.value)) if c.column.name == "language" and c.value else c for c in cells]

    @cached_property
    def resting(self):
        """The facts that it supports, those of this page."""
        return _filled_in(self.supported[self.paged.start : self.paged.last])

    @cached_property
    def rivals(self):
        return _filled_in(self.contradicted)

    def as_dict(self):
        citations = [
            {
                "fact": fact.key, "stance": c.stance, "locator": c.locator or None, "quotation": c.quotation or None,
                "rival_value": c.rival_value or None, "reason": c.reason or None, "consulted": c.consulted,
            }
            for fact in [*self.contradicted, *self.supported] for c in [fact.citation]
        ]  # fmt: skip
        return {
            "collection": "sources",
            "edition": Edition.current_number(),
            "entry": {column.name: plain(column, value) for column, value in self.values},
            "copies": [{name: getattr(copy, name) for name in COPY_FIELDS} for copy in self.copies],
            "citations": citations,
            "changes": [change.as_dict() for change in self.changes],
        }


@require_safe
@clocked
def source_view(request, slug):
    """A source that a public entry cites; there is no page of any other."""
    collection, asked = get("sources"), Parameters(request.GET, ("page", "format"))
    source = Source.objects.public().filter(slug=slug).first()
    if source is None:
        raise NotOnRecordThen(collection, slug) if request.clocks.edition else Http404
    number, written = asked.number("page"), asked.choice("format", ("html", "json"), "html")
    try:
        asked.check()
        page = SourcePage(source, request.clocks, number or 1)
    except Refused as refused:
        return refused_page(request, refused, collection=collection)
    if written == "json":
        return for_everybody(request, json_answer(page.as_dict()))
    return for_everybody(request, render(request, "record/source.html", {"page": page, "source": source, "collection": collection}))


def _facts_citing(source):
    """Those of public entries, retracted ones included, in the order of the collections."""
    by_type = {}
    for citation in source.citations.all():
        by_type.setdefault(citation.content_type_id, []).append(citation)
    facts = []
    for collection in collections():
        citations = by_type.get(ContentType.objects.get_for_model(collection.model).pk, [])
        if citations:
            entries = collection.model.objects.addressable().filter(pk__in={citation.object_id for citation in citations})
            slugs = dict(entries.values_list("pk", "slug"))
            found = [CitedFact(collection, slugs[c.object_id], c) for c in citations if c.object_id in slugs]
            facts += sorted(found, key=lambda fact: (fact.slug, fact.citation.field, fact.citation.pk))
    return facts


def _filled_in(facts):
    """The same facts with their entries, in one query for each collection."""
    wanted = {}
    for fact in facts:
        wanted.setdefault(fact.collection.name, set()).add(fact.citation.object_id)
    for name, pks in wanted.items():
        entries = get(name).with_related(get(name).model.objects.addressable()).in_bulk(pks)
        for fact in facts:
            if fact.collection.name == name:
                fact.entry = entries[fact.citation.object_id]
    return facts
