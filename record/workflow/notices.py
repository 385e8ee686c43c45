"""The public notice of a correction: what was wrong, and what readers saw before and see now."""

from django.conf import settings
from django.utils.translation import override

from record import collection
from record.day import today
from record.exchange import as_text
from record.models import Correction, NoticeKind, Source
from record.workflow.proposals import citation_in_words, pairs, stand_of


def public_face(entry):
    """({column: its text as in the data files}, citations) of an entry as it is in the database now."""
    kind = collection.of(entry)
    values = kind.rows(type(entry).objects.filter(pk=entry.pk), today(), kind.stored_columns)[0]
    texts = {column.name: as_text(value) for column, value in zip(kind.stored_columns, values, strict=True)}
    return texts, stand_of(entry)["citations"]


def correct(edition, revision, before, after):
    """Writes the notice, in the language of the record."""
    with override(settings.LANGUAGE_CODE):
        Correction.objects.create(
            edition=edition,
            entry=revision.entry,
            kind=NoticeKind.CORRECTION,
            what_was_wrong=revision.note,
            asked_by=revision.asked_by,
            changes=[*_of_texts(before[0], after[0]), *_of_sources(type(revision.entry), before[1], after[1])],
        )


def _of_texts(before, after):
    return [{"field": name, "before": before[name], "after": text} for name, text in after.items() if text != before[name]]


def _of_sources(model, before, after):
    """One for each source that was added, taken away or is cited otherwise."""
    sources = Source.objects.in_bulk({cited["source"] for cited in before + after})
    words = [[citation_in_words(cited, model, sources) if cited else "" for cited in pair] for pair in pairs(before, after)]
    return [{"field": "sources", "before": was, "after": stands} for was, stands in words]
