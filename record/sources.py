"""Sources as a public list: those that a public entry cites, with what is known of each."""

from django.conf.locale import LANG_INFO
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from record.collection import Collection, Column, Preset, register
from record.filters import ChoicesFilter, EntryFilterSet, FoundFilter, SpanFilter, WordsFilter
from record.models import LinkState, Source, SourceKind

LINK_MARKS = {"ok": "full", "moved": "quarter", "changed": "quarter", "dead": "gone"}
LINK_STATES = [(value, label) for value, label in LinkState.choices if value]


def language_name(code):
    """In its own words, as a reader of it would know it; the code where it is not known."""
    return capfirst(LANG_INFO.get(code, {}).get("name_local", code))


class SourceFilterSet(EntryFilterSet):
    q = WordsFilter("title", names=("title", "publisher", "document_no", "slug"), label=_("Words in title, publisher, number"))
    publisher = WordsFilter(names=("publisher",), label=_("Publisher"))
    kind = ChoicesFilter(choices=SourceKind.choices, label=_("Kind"))
    language = FoundFilter(Source.objects.public, name=language_name, label=_("Language"))
    link = ChoicesFilter(choices=LINK_STATES, label=_("Address"))
    from_, to = SpanFilter.edges("published_on")


register(
    Collection(
        name="sources",
        model=Source,
        of_entries=False,
        filterset=SourceFilterSet,
        label=_("Sources"),
        kicker=_("How we know"),
        intro=_("Every document that a public entry cites: what it is, where it is found, what became of its address, and which facts rest on it."),
        columns=(
            Column("slug", _("Key"), _("Its name in the data files and in its address."), kind="slug", listed=False, fact=False),
            Column("title", _("Title"), _("As printed, in the language of the source."), required=True, fact=False),
            Column("kind", _("Kind"), _("Kind of document, in order of rank."), kind="choice", choices=SourceKind.choices, required=True),
            Column("publisher", _("Publisher"), _("Who published it."), required=True),
            Column("published_on", _("Published"), _("Its date."), kind="date"),
            Column("document_no", _("Number"), _("Number of the document, as printed on it."), absent="–"),
            Column("url", _("Address"), _("Where it was read."), kind="url", listed=False, absent=_("none")),
            Column("archived_url", _("Archived at"), _("A copy in a public archive."), kind="url", listed=False, absent=_("none")),
            Column("language", _("Language"), _("ISO 639 code."), listed=False),
            Column(
                "link",
                _("Address answers"),
                _("What the last check of its address found."),
                kind="choice",
                choices=LINK_STATES,
                marks=LINK_MARKS,
                listed=False,
                absent=_("not checked"),
            ),
            Column("checked_on", _("Last checked"), _("The day of that check."), kind="day", listed=False, absent=_("not checked")),
        ),
        order=("-published_on",),
        facets=("kind", "language", "link"),
        presets=(
            Preset(_("Filings of the Court"), "kind=court_filing"),
            Preset(_("Documents of States"), "kind=state_document"),
            Preset(_("The depositary"), "kind=treaty_depositary"),
            Preset(_("Addresses that no longer answer"), "link=dead"),
        ),
        method=_(
            "A source stands here once a published entry cites it. Court filings come before publications of the Court, the depositary, documents of the "
            "Assembly, the United Nations and States, academic texts, organisations, data sets and the press. A footnote says how each was read and where. "
            "Addresses are checked from time to time; what a page said is kept by its SHA-256."
        ),
    )
)
