"""Source marks and footnotes: one number for each source, in reading order; rival values beside the chosen one."""

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from record.models import Citation, Stance


@dataclass(frozen=True)
class Mark:
    """A mark behind a fact: its number, and whether the source is a primary document."""

    number: int
    primary: bool
    label: str
    first: bool


@dataclass
class Note:
    """A footnote: the source, how it was consulted, the passages cited."""

    number: int
    source: object
    consulted: set = field(default_factory=set)
    locators: list = field(default_factory=list)

    @property
    def how(self):
        """How it was consulted, in words."""
        return "; ".join(sorted(self.consulted)).capitalize()

    @property
    def passages(self):
        return "; ".join(dict.fromkeys(self.locators))


@dataclass(frozen=True)
class Rival:
    """What a source says otherwise, and why the record differs."""

    value: str
    reason: str
    mark: Mark


class Footnotes:
    """The sources of a page. Ask for marks in reading order; `notes` lists the sources at the end."""

    def __init__(self, entries):
        self._notes: dict[int, Note] = {}
        self._citations = _citations_of(entries)

    @property
    def notes(self):
        return list(self._notes.values())

    def marks(self, entry, name=""):
        """Marks of a field of an entry: its own citations, else those of the whole entry."""
        supporting = [c for c in self._of(entry) if c.stance == Stance.SUPPORTS]
        own = [citation for citation in supporting if citation.field == name]
        chosen = own or [citation for citation in supporting if not citation.field] or ([] if name else supporting)
        marks = {}
        for citation in chosen:
            marks.setdefault(citation.source_id, self._mark(citation))
        return list(marks.values())

    def has_own(self, entry, name):
        """Whether a source is cited for this field and not only for the whole entry."""
        return any(c.stance == Stance.SUPPORTS and c.field == name for c in self._of(entry))

    def rivals(self, entry, name):
        """What sources say otherwise of a field."""
        return [
            Rival(citation.rival_value, citation.reason, self._mark(citation))
            for citation in self._of(entry)
            if citation.stance == Stance.CONTRADICTS and citation.field == name
        ]

    def _of(self, entry):
        return self._citations.get((type(entry), entry.pk), [])

    def _mark(self, citation):
        first = citation.source_id not in self._notes
        note = self._notes.setdefault(citation.source_id, Note(len(self._notes) + 1, citation.source))
        note.consulted.add(citation.get_consulted_display())
        if citation.locator:
            note.locators.append(citation.locator)
        label = _("Source %(number)s: %(kind)s") % {"number": note.number, "kind": citation.source.get_kind_display()}
        return Mark(note.number, citation.source.is_primary, label, first)


def _citations_of(entries):
    """{(model, pk): [Citation]} in one query, best sources first."""
    by_model = {}
    for entry in entries:
        by_model.setdefault(type(entry), set()).add(entry.pk)
    if not by_model:
        return {}
    types = {ContentType.objects.get_for_model(model).pk: model for model in by_model}
    found = {}
    wanted = Citation.objects.none()
    for type_id, model in types.items():
        wanted = wanted | Citation.objects.filter(content_type=type_id, object_id__in=by_model[model])
    for citation in sorted(wanted.select_related("source"), key=_rank):
        found.setdefault((types[citation.content_type_id], citation.object_id), []).append(citation)
    return found


def _rank(citation):
    kinds = [value for value, _label in citation.source._meta.get_field("kind").choices]
    return (kinds.index(citation.source.kind), citation.source.slug, citation.pk)
