"""A small record as data files: one entry of every kind and what they need, to be spoilt and loaded in tests."""

import csv

from record.collection import collections
from record.exchange import CITATION_COLUMNS, COVERAGE_COLUMNS, SOURCE_COLUMNS, file_name

ROWS = {
    "states.csv": [
        {"slug": "ruritania", "iso3": "XRU", "name": "Ruritania", "name_fr": "Ruritanie", "name_es": "Ruritania", "un_status": "member"},
        {"slug": "zembla", "iso3": "XZE", "name": "Zembla", "name_fr": "Zembla", "name_es": "Zembla", "un_status": "observer"},
    ],
    "treaties.csv": [{"slug": "rome-statute", "name": "Rome Statute", "kind": "statute", "adopted_on": "1998-07-17"}],
    "treaty_actions.csv": [
        {"slug": "xru-accession", "state": "XRU", "treaty": "rome-statute", "kind": "accession", "effected_on": "2012-04-02"},
        {"slug": "xze-signature", "state": "XZE", "treaty": "rome-statute", "kind": "signature", "effected_on": "2000-12-31"},
    ],
    "situations.csv": [
        {"slug": "zembla", "name": "Zembla", "states": "XRU;XZE", "trigger": "proprio_motu", "phase": "investigation_open", "phase_since": "2014~"}
    ],
    "duties.csv": [
        {
            "slug": "xze-declaration", "state": "XZE", "situation": "zembla", "basis": "art12_3", "instrument": "Declaration",
            "since": "2013-01-01", "articles": "86;89",
        }
    ],
    "persons.csv": [{"slug": "a-person", "name": "A Person", "also_known_as": "The A;The B", "nationality": "XZE", "situation": "zembla"}],
    "cases.csv": [{"slug": "a-person", "name": "The Prosecutor v. A Person", "situation": "zembla", "kind": "core"}],
    "participations.csv": [{"slug": "a-person-a-person", "person": "a-person", "case": "a-person"}],
    "warrants.csv": [
        {"slug": "a-person-2015", "person": "a-person", "case": "a-person", "kind": "arrest", "issued_on": "2015-03", "unsealed_on": "2015-04-01"}
    ],
    "case_events.csv": [{"slug": "a-person-died", "person": "a-person", "kind": "died", "occurred_on": "2020"}],
    "requests.csv": [{"slug": "all-a-person", "person": "a-person", "situation": "zembla", "article": "89", "sent_on": "2015-04"}],
    "proceedings.csv": [
        {
            "slug": "xru-a-person", "state": "XRU", "person": "a-person", "situation": "zembla", "subject": "arrest_surrender",
            "opened_on": "2016", "status": "closed",
        }
    ],
    "proceeding_steps.csv": [{"slug": "xru-invited", "proceeding": "xru-a-person", "kind": "observations_invited", "occurred_on": "2016-05-01"}],
    "findings.csv": [
        {
            "slug": "xru-2016", "proceeding": "xru-a-person", "decided_on": "2016-09-01", "outcome": "found", "referral": "asp",
            "chamber": "Pre-Trial Chamber II", "summary": "In two lines,\nwith a “quotation”, and \"another\".",
        }
    ],
    "visits.csv": [
        {"slug": "a-person-xru", "person": "a-person", "host": "XRU", "starts_on": "2016-01-02", "status": "took_place", "outcome": "not_arrested"}
    ],
    "replies.csv": [
        {
            "slug": "xru-2016-09-02", "state": "XRU", "finding": "xru-2016", "proceeding": "xru-a-person", "official": "false",
            "stated_on": "2016-09-02", "summary": "Ruritania says that it was not obliged.",
        }
    ],
    "sources.csv": [
        {"slug": "a-decision", "kind": "court_filing", "title": "A decision", "publisher": "ICC", "document_no": "ICC-99/99-1", "language": "en"},
        {"slug": "a-report", "kind": "press", "title": "A report", "publisher": "Zembla Daily", "url": "https://example.org/a"},
    ],
    "coverage.csv": [{"collection": "states", "swept_to": "2020-12-31", "method": "The depositary's table.", "swept_by": "A compiler"}],
}  # fmt: skip


class SmallRecord:
    """The rows by file, to be changed, and written to a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.rows = {file: [dict(row) for row in rows] for file, rows in ROWS.items()}
        facts = [f"{c.name}/{row['slug']}" for c in collections() for row in self.rows[file_name(c)]]
        self.rows["citations.csv"] = [{"fact": fact, "source": "a-decision", "stance": "supports", "consulted": "full"} for fact in facts]
        self.cite("findings/xru-2016#decided_on", "a-report", stance="contradicts", rival_value="2016-09-02", reason="Press.")

    def header(self, file):
        special = {"sources.csv": SOURCE_COLUMNS, "citations.csv": CITATION_COLUMNS, "coverage.csv": COVERAGE_COLUMNS}
        return special.get(file) or next([c.name for c in found.stored_columns] for found in collections() if file_name(found) == file)

    def row(self, file, key):
        """The row of a file that has this slug, or the citations' row of this fact."""
        return next(row for row in self.rows[file] if key in (row.get("slug"), row.get("fact")))

    def cite(self, fact, source="a-decision", **cells):
        self.rows["citations.csv"].append({"fact": fact, "source": source, "stance": "supports", "consulted": "full", **cells})
        self.rows["citations.csv"].sort(key=lambda row: [row["fact"], row["source"]])

    def add_state(self, slug, iso3, **cells):
        """One more State, with its source."""
        self.rows["states.csv"].append({"slug": slug, "iso3": iso3, "name": slug, "name_fr": slug, "name_es": slug, "un_status": "member", **cells})
        self.cite(f"states/{slug}")

    def write(self):
        self.folder.mkdir(exist_ok=True)
        for file, rows in self.rows.items():
            with (self.folder / file).open("w", encoding="utf-8", newline="") as out:
                writer = csv.DictWriter(out, self.header(file), restval="", lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)
        return self.folder

    def bytes(self):
        return {file.name: file.read_bytes() for file in sorted(self.folder.glob("*.csv"))}
