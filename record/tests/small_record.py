"""A small record as data files: one entry of every kind and what they need, to be spoilt and loaded in tests."""

import csv

from record.collection import collections
from record.exchange import CITATION_COLUMNS, LOGS, SOURCE_COLUMNS, file_name

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
    "complementarity.csv": [
        {
            "slug": "xze-deferral", "situation": "zembla", "state": "XZE", "kind": "deferral_requested", "occurred_on": "2014-06",
            "organ": "Zembla",
        }
    ],
    "published_totals.csv": [
        {
            "slug": "states-parties-2013", "measure": "states_parties", "as_of": "2013-12-31", "figure": "2", "published_by": "The Court",
            "explained": "-1", "because": "The Court counted a deposit.",
        }
    ],
    "officials.csv": [{"slug": "an-official", "name": "An Official", "nationality": "XRU"}],
    "agreements.csv": [
        {"slug": "xru-sentences", "state": "XRU", "kind": "sentence_enforcement", "signed_on": "2013-01-20", "in_force_on": "2013-05-28"}
    ],
    "non_surrender_agreements.csv": [
        {"slug": "xru-xze", "state": "XRU", "other_state": "XZE", "status": "signed", "signed_on": "2003", "text_public": "false"}
    ],
    "laws.csv": [{"slug": "xru-2013", "state": "XRU", "covers": "both", "title": "An Act on the Court", "adopted_on": "2013"}],
    "focal_points.csv": [{"slug": "xru-channel", "state": "XRU", "role": "channel", "office": "Ministry of Justice", "languages": "en;fr"}],
    "measures.csv": [
        {
            "slug": "xze-an-official", "actor": "XZE", "kind": "sanctions_designation", "target_kind": "official", "target": "An Official",
            "officials": "an-official", "attribution": "own_act", "announced_on": "2016-10-01", "ended_on": "2017-01-01", "end_reason": "lifted",
        }
    ],
    "responses.csv": [
        {
            "slug": "xru-ruling", "measures": "xze-an-official", "kind": "court_ruling", "state": "XRU", "responded_on": "2016-12-01",
            "title": "A ruling",
        }
    ],
    "assistance.csv": [
        {
            "slug": "xru-arrest", "state": "XRU", "kind": "arrest", "person": "a-person", "situation": "zembla", "warrant": "a-person-2015",
            "occurred_on": "2017-03-01",
        }
    ],
    "positions.csv": [
        {
            "slug": "xru-2015", "state": "XRU", "person": "a-person", "stance": "does_not_say", "stated_on": "2015-12-20",
            "superseded_by": "xru-2016", "summary": "The minister gave no answer.",
        },
        {
            "slug": "xru-2016", "state": "XRU", "person": "a-person", "stance": "would_not_arrest", "stated_on": "2016-01-01",
            "summary": "The minister said that there would be no arrest.",
        },
    ],
    "contacts.csv": [{"slug": "a-person-xru-call", "state": "XRU", "person": "a-person", "kind": "call", "occurred_on": "2015-11-01"}],
    "statements.csv": [
        {
            "slug": "joint-2016", "kind": "joint_statement", "forum": "general_assembly", "delivered_on": "2016-10-03", "topic": "pressure",
            "title": "In support of the Court", "measures": "xze-an-official", "signatories": "XRU;XZE", "signatories_said": "2",
        },
        {
            "slug": "resolution-2014", "kind": "resolution", "forum": "security_council", "delivered_on": "2014-02-01", "topic": "general",
            "title": "A resolution", "adopted": "true", "adopted_by": "vote", "in_favour": "1", "against": "0", "abstained": "1",
        },
    ],
    "votes.csv": [{"slug": "resolution-2014-xru", "statement": "resolution-2014", "state": "XRU", "vote": "in_favour"}],
    "calls.csv": [{"slug": "call-2014", "issuer": "A coalition", "issued_on": "2014-10-01", "session": "1", "title": "A call"}],
    "demands.csv": [
        {"slug": "call-2014-1", "call": "call-2014", "number": "1", "addressee": "States Parties", "text": "To pay.", "follow_up": "no_information"}
    ],
    "pledges.csv": [
        {
            "slug": "xru-pledge", "state": "XRU", "session": "1", "pledged_on": "2014-11-04", "subject": "Agreement", "text": "To agree.",
            "kept": "kept", "kept_on": "2014-12",
        }
    ],
    "assembly.csv": [
        {
            "slug": "1", "kind": "regular", "number": "1", "held": "held", "city": "Ruritania City", "starts_on": "2014-11-03",
            "ends_on": "2014-11-08",
        },
        {"slug": "1-resumed", "kind": "resumed", "resumes": "1", "held": "held", "starts_on": "2015-02"},
    ],
    "agenda_items.csv": [{"slug": "1-10", "session": "1", "number": "10", "title": "Cooperation", "topic": "cooperation"}],
    "decisions.csv": [
        {
            "slug": "res-1", "session": "1", "organ": "assembly", "kind": "resolution", "title": "Cooperation", "topic": "cooperation",
            "adopted_on": "2014-11-08", "adopted_by": "vote", "in_favour": "80", "against": "2", "parties_voting": "82",
            "agenda_item": "1-10", "steps": "xru-invited",
        }
    ],
    "elections.csv": [
        {
            "slug": "judge-2014", "session": "1", "office": "judge", "elector": "assembly", "seats": "1", "held": "held",
            "held_on": "2014-11-05", "rounds": "2", "parties_voting": "100;?",
        }
    ],
    "candidates.csv": [
        {
            "slug": "judge-2014-an-official", "election": "judge-2014", "name": "An Official", "official": "an-official",
            "nominated_by": "XRU", "judicial_list": "A", "outcome": "elected", "votes": "60;?", "elected_in_round": "2",
        }
    ],
    "terms.csv": [
        {
            "slug": "an-official-judge-2015", "official": "an-official", "office": "judge", "since": "2015-03-11", "until": "2024-03-11",
            "election": "judge-2014",
        },
        {"slug": "xru-bureau-2014", "state": "XRU", "office": "bureau_member", "since": "2014-11"},
    ],
    "oversight.csv": [
        {"slug": "audit-2015", "kind": "audit_report", "organ": "external_auditor", "acted_on": "2015-07", "title": "Report on the statements"}
    ],
    "amendments.csv": [
        {
            "slug": "rule-1-2014", "instrument": "rules", "provisions": "1;2 bis", "title": "Rule 1", "session": "1", "adopted_on": "2014-11-08",
            "decision": "res-1", "rule": "art_51_2", "stage": "in_force", "in_force_on": "2014-11-08",
        }
    ],
    "budgets.csv": [
        {
            "slug": "2015", "year": "2015", "session": "1", "approved_eur": "100000000", "host_state_loan_eur": "0",
            "approved_with_loan_eur": "100000000",
        }
    ],
    "budget_lines.csv": [{"slug": "2015-i", "budget": "2015", "programme": "i", "approved_eur": "100000000"}],
    "financial_positions.csv": [{"slug": "arrears-2015", "kind": "arrears", "as_of": "2015-12-31", "amount_eur": "9000000"}],
    "contributions.csv": [
        {
            "slug": "xru-2015", "state": "XRU", "year": "2015", "scale_percent": "0.0040", "assessed_eur": "4000", "outstanding_eur": "0",
            "as_of": "2015-12-31",
        }
    ],
    "voting_rights.csv": [{"slug": "xru-lost", "state": "XRU", "kind": "lost", "as_of": "2015-11-01", "session": "1-resumed"}],
    "voluntary_contributions.csv": [
        {
            "slug": "xru-gift", "state": "XRU", "fund": "trust_fund_victims", "kind": "received", "given_on": "2015", "amount": "1000.50",
            "currency": "EUR",
        }
    ],
    "sources.csv": [
        {"slug": "a-decision", "kind": "court_filing", "title": "A decision", "publisher": "ICC", "document_no": "ICC-99/99-1", "language": "en"},
        {"slug": "a-report", "kind": "press", "title": "A report", "publisher": "Zembla Daily", "url": "https://example.org/a"},
    ],
    "coverage.csv": [{"collection": "states", "swept_to": "2020-12-31", "method": "The depositary's table.", "swept_by": "A compiler"}],
    "corrections.csv": [
        {
            "fact": "findings/xru-2016", "kind": "correction", "what_was_wrong": "The day was that of the press release.", "asked_by": "reader",
            "changes": '[{"field": "decided_on", "before": "2016-09-02", "after": "2016-09-01"}]',
        }
    ],
    "readings.csv": [
        {
            "fact": "findings/xru-2016", "read_on": "2020-12-31", "read_by": "A second reader", "verdict": "confirmed", "source": "a-decision",
            "what_was_read": "The decision, its last page.",
        }
    ],
    "differences.csv": [
        {
            "fact": "findings/xru-2016", "column": "decided_on", "record": "2016-09-01", "sweep": "2016-09-02", "settled": "record",
            "source": "a-decision", "why": "The decision bears the day.",
        }
    ],
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
        special = {"sources.csv": SOURCE_COLUMNS, "citations.csv": CITATION_COLUMNS, **{log.file: log.columns for log in LOGS}}
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
