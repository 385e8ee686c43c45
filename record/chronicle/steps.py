"""From the rows of the history to the steps of an entry: what each edition showed otherwise than the one before.

What was never public is in none: drafts before the publication, and what changed while the entry was held.
"""

from dataclasses import dataclass, field

from record.chronicle.compare import changed_citations, changed_periods, changed_sources, changed_values, counted
from record.chronicle.differences import Done, Step
from record.chronicle.histories import LARGEST, Within, histories
from record.models import Edition, NoticeKind, Status


def chronicle(entry, collection, upto=None):
    """The steps of one entry, oldest first."""
    return chronicles({collection.name: [entry.pk]}, last=upto)[collection.name, entry.pk]


def chronicles(wanted, *, first=1, last=None):
    """{(name of the collection, pk): [Step]} of many entries, in some editions; `wanted` is {name of the collection: primary keys}."""
    within = Within(first, last or LARGEST)
    read = histories(wanted, within)
    unseen = {}
    for (name, pk), history in read.items():
        began_before = first > 1 and history.own and history.own[0]["pgh_edition"] < first
        if began_before and Shown(history.own[0]).phase != Status.PUBLISHED:
            unseen.setdefault(name, []).append(pk)  # what readers last saw of it is further back
    read |= histories(unseen, Within(last=within.last))
    numbers = {number for history in read.values() for number in _numbers(history) if number >= first}
    editions = Edition.objects.defer("summary", "by").in_bulk(numbers)
    return {key: list(_steps(history, editions, first)) for key, history in read.items()}


@dataclass
class Shown:
    """What an entry consists of at an edition."""

    own: dict | None = None
    links: dict = field(default_factory=dict)  # name of the column -> keys
    computed: dict = field(default_factory=dict)  # Computed -> rows
    citations: list = field(default_factory=list)
    sources: dict = field(default_factory=dict)  # pk -> row, of those cited

    @property
    def phase(self):
        """`published`, `retracted`, or empty where readers do not see it."""
        public = self.own and not self.own["hold"] and self.own["status"] in (Status.PUBLISHED, Status.RETRACTED)
        return self.own["status"] if public else ""


class Rows:
    """The rows of a table as they stand after each edition, read once from the first to the last."""

    def __init__(self, events):
        self.events, self.place, self.standing = events, 0, {}

    def at(self, number):
        while self.place < len(self.events) and self.events[self.place]["pgh_edition"] <= number:
            event = self.events[self.place]
            if event["pgh_label"] == "delete":
                self.standing.pop(event["pgh_obj_id"], None)
            else:
                self.standing[event["pgh_obj_id"]] = event
            self.place += 1
        return self.standing


def _numbers(history):
    """The editions that touched anything of the entry; of those before the time that was read, the last."""
    rows = [history.own, history.citations, history.sources, *history.links.values(), *history.computed.values()]
    numbers = {row["pgh_edition"] for events in rows for row in events} | {notice.edition_id for notice in history.notices}
    earlier = [number for number in numbers if 0 < number < history.since]
    return [*([max(earlier)] if earlier else []), *sorted(number for number in numbers if number >= history.since)]


def _shown(history):
    """[(number, Shown)] at each of those editions."""
    own, citations, sources = Rows(history.own), Rows(history.citations), Rows(history.sources)
    links = {name: Rows(events) for name, events in history.links.items()}
    computed = {kind: Rows(events) for kind, events in history.computed.items()}
    for number in _numbers(history):
        cited, known = list(citations.at(number).values()), sources.at(number)
        yield (
            number,
            Shown(
                own=own.at(number).get(history.pk),
                links={name: tuple(sorted(row["key"] for row in rows.at(number).values())) for name, rows in links.items()},
                computed={kind: list(rows.at(number).values()) for kind, rows in computed.items()},
                citations=cited,
                sources={row["source_id"]: known[row["source_id"]] for row in cited if row["source_id"] in known},
            ),
        )


@dataclass
class Reader:
    """What readers have seen of an entry so far: last of all, and last of its content; whether it is held now."""

    seen: Shown | None = None
    content: Shown | None = None
    held: bool = False

    def sees(self, now):
        if now.phase:
            self.seen, self.held = now, False
        else:
            self.held = self.seen is not None
        if now.phase == Status.PUBLISHED:
            self.content = now


def _steps(history, editions, first):
    reader, waiting = Reader(), list(history.notices)  # a notice made while the entry was held stands where it is shown again
    for number, now in _shown(history):
        step = Step(editions.get(number))
        if now.phase:
            step.notices = [notice for notice in waiting if notice.edition_id <= number]
            waiting = waiting[len(step.notices) :]
        _compare(step, history.collection, reader, now)
        if step.done and number >= first:
            yield step
        reader.sees(now)


def _compare(step, collection, reader, now):
    """Fill the step with what readers see otherwise than before."""
    if not now.phase:
        step.done = (Done.WITHHELD,) if reader.seen and not reader.held else ()
    elif now.phase == Status.RETRACTED:
        step.done = _done_to_retracted(step, reader)
        step.reason = now.own["retraction_reason"]
    elif reader.content is None:
        step.facts, step.sources_cited = counted(collection, now)
        step.done = (Done.PUBLISHED,)
    else:
        before = reader.content
        step.values, step.periods = changed_values(collection, before, now), changed_periods(before, now)
        step.citations, step.sources = changed_citations(before, now), changed_sources(before, now)
        step.done = tuple(done for done in Done if done in _done(step, reader, now))


def _done_to_retracted(step, reader):
    if reader.seen is None or reader.seen.phase != Status.RETRACTED:
        return (Done.RETRACTED,)
    if reader.held:
        return (Done.RESTORED,)
    return (Done.REDACTED,) if step.notices else ()


def _done(step, reader, now):
    done, kinds = set(), {notice.kind for notice in step.notices}
    computed = [change for change in step.values if change.column.computed]
    if reader.held or reader.seen.phase == Status.RETRACTED:
        done.add(Done.RESTORED)
    if NoticeKind.REDACTION in kinds:
        done.add(Done.REDACTED)
    if NoticeKind.CORRECTION in kinds:
        done.add(Done.CORRECTED)
    elif len(step.values) > len(computed) or step.citations:
        done.add(Done.UPDATED)
    if now.own["reviewer_id"] and not reader.content.own["reviewer_id"]:
        done.add(Done.READ)
    if step.sources:
        done.add(Done.SOURCE)
    if computed or step.periods:
        done.add(Done.COMPUTED)
    return done
