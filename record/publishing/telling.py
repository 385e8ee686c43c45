"""An edition's step of an entry, told as a page, as JSON and as rows of CSV."""

from dataclasses import dataclass, field

from record.chronicle import Done, Step
from record.collection import Collection
from record.exchange import as_text
from record.publishing.differences import DONE, References, differences
from record.publishing.tables import harmless

IN_BRIEF = 4
ROW = ("edition", "at", "kind", "done", "field", "before", "after")


@dataclass
class Telling:
    """A step with its differences in words. `entry` is as it stands now."""

    collection: Collection
    entry: object
    step: Step
    differences: list = field(default_factory=list)

    @property
    def done(self):
        """“corrected, computed anew”."""
        return ", ".join(str(DONE[done]) for done in self.step.done)

    @property
    def shows_content(self):
        """Whether readers see the entry at this edition."""
        return not {Done.RETRACTED, Done.WITHHELD} & set(self.step.done)

    @property
    def kind(self):
        """“visit”."""
        return self.collection.model._meta.verbose_name

    @property
    def facts(self):
        """The differences but for what `done` says already."""
        return [difference for difference in self.differences if difference.field not in ("status", "reading")]

    @property
    def was_read(self):
        return Done.READ in self.step.done

    @property
    def brief(self):
        """The first few, for a list; `left_out` are not among them."""
        return self.facts[:IN_BRIEF]

    @property
    def left_out(self):
        return len(self.facts) - len(self.brief)

    def as_dict(self):
        step = self.step
        return {
            "edition": step.edition.number, "at": step.edition.at.isoformat(), "kind": step.edition.kind, "done": list(step.done),
            "facts": step.facts, "sources": step.sources_cited, "retraction_reason": step.reason or None,
            "notices": [{"kind": n.kind, "what_was_wrong": n.what_was_wrong, "asked_by": n.asked_by} for n in step.notices],
            "changes": [{"field": d.field, "label": d.label, "before": d.was, "after": d.is_} for d in self.differences],
        }  # fmt: skip

    def as_rows(self):
        """One for each difference: texts as in the data files, where they are values; words, where they are citations."""
        step = self.step
        head = [str(step.edition.number), step.edition.at.isoformat(), step.edition.kind, ";".join(step.done)]
        for d in self.differences or [None]:
            yield [*head, d.field, _text(d.was, d.before), _text(d.is_, d.after)] if d else [*head, "", "", ""]


def _text(value, words):
    return harmless(words if isinstance(value, dict) else as_text(value))


def told(items):
    """[Telling] of (collection, entry, step); names are looked up once for all."""
    by_collection = {}
    for collection, _entry, step in items:
        by_collection.setdefault(collection.name, (collection, []))[1].append(step)
    references = References(by_collection.values())
    return [Telling(collection, entry, step, differences(collection, step, references)) for collection, entry, step in items]
