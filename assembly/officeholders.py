"""Who held which office of the Court and of the Assembly on a day, from the terms on record."""

from dataclasses import dataclass, field

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assembly.models import Candidate, Office, OversightAct, Term

SEATS = {
    Office.PRESIDENT: 1,
    Office.FIRST_VICE_PRESIDENT: 1,
    Office.SECOND_VICE_PRESIDENT: 1,
    Office.JUDGE: 18,
    Office.PROSECUTOR: 1,
    Office.REGISTRAR: 1,
    Office.ASSEMBLY_PRESIDENT: 1,
    Office.ASSEMBLY_VICE_PRESIDENT: 2,
    Office.BUREAU_MEMBER: 18,
}  # articles 36(1), 38(1), 42(2), 43(2) and 112(3); the Statute fixes no number for the others
BODIES = {
    Office.BUREAU_MEMBER: gettext_lazy("Members of the Bureau"),
    Office.BUDGET_COMMITTEE_MEMBER: gettext_lazy("Committee on Budget and Finance"),
    Office.AUDIT_COMMITTEE_MEMBER: gettext_lazy("Audit Committee"),
    Office.NOMINATIONS_COMMITTEE_MEMBER: gettext_lazy("Advisory Committee on nominations of judges"),
    Office.VICTIMS_BOARD_MEMBER: gettext_lazy("Board of the Trust Fund for Victims"),
}  # as a body, where its members have a table
IF_THERE_IS_ONE = (Office.DEPUTY_REGISTRAR,)  # article 43(4): elected “if the need arises”


@dataclass(frozen=True)
class Holding:
    """Somebody in an office: `sure` unless only a month, a year or no last day is known; `away`: the act by which they were away."""

    term: Term
    sure: bool
    judicial_list: str = ""
    away: OversightAct | None = None

    @property
    def nationality(self):
        return self.term.official.nationality if self.term.official else None

    @property
    def address(self):
        """Of the person or the State; of an institution, of its term."""
        return (self.term.official or self.term.state or self.term).get_absolute_url()


@dataclass
class Place:
    """An office on that day: how many hold it by the Statute, who is on record."""

    office: Office
    holdings: list[Holding] = field(default_factory=list)

    @property
    def label(self):
        return capfirst(self.office.label)

    @property
    def heading(self):
        return BODIES.get(self.office, self.label)

    @property
    def of_judges(self):
        return self.office == Office.JUDGE

    @property
    def seats(self):
        return SEATS.get(self.office)

    @property
    def on_record(self):
        """How many surely held it."""
        return sum(holding.sure for holding in self.holdings)

    @property
    def missing(self):
        """How many are not on record; of an office without a fixed number, 1 where nobody is."""
        return max(0, (self.seats or 1) - self.on_record)

    @property
    def beyond(self):
        """Whether there are more than the Statute provides: judges who stay to finish a case (article 36(10))."""
        return self.seats is not None and self.on_record > self.seats


@dataclass
class Part:
    """A section of the page: offices side by side in one table, then those that have a table each."""

    key: str
    heading: str
    together: list[Place]
    apart: list[Place]

    @property
    def alone(self):
        """Whether it has one table, under its own heading."""
        return len(self.apart) == 1 and not self.together


PARTS = (
    ("presidency", gettext_lazy("Presidency of the Court"), (Office.PRESIDENT, Office.FIRST_VICE_PRESIDENT, Office.SECOND_VICE_PRESIDENT), ()),
    ("judges", gettext_lazy("Judges"), (), (Office.JUDGE,)),
    ("prosecutor", gettext_lazy("Office of the Prosecutor"), (Office.PROSECUTOR, Office.DEPUTY_PROSECUTOR), ()),
    ("registry", gettext_lazy("Registry"), (Office.REGISTRAR, Office.DEPUTY_REGISTRAR), ()),
    (
        "assembly",
        gettext_lazy("Bureau of the Assembly"),
        (Office.ASSEMBLY_PRESIDENT, Office.ASSEMBLY_VICE_PRESIDENT),
        (Office.BUREAU_MEMBER,),
    ),
    (
        "committees",
        gettext_lazy("Committees and oversight"),
        (),
        (
            Office.BUDGET_COMMITTEE_MEMBER,
            Office.BOARD_OF_AUDITORS,
            Office.AUDIT_COMMITTEE_MEMBER,
            Office.NOMINATIONS_COMMITTEE_MEMBER,
            Office.VICTIMS_BOARD_MEMBER,
            Office.OVERSIGHT_HEAD,
        ),
    ),
)


def parts(day):
    """The offices in the order of the page, with who held them on a day."""
    places = _places(day)
    return [
        Part(key, heading, [places[office] for office in together if office in places], [places[office] for office in apart])
        for key, heading, together, apart in PARTS
    ]


def _places(day):
    """{office: Place} of all offices, but for those that need not be filled and are not."""
    found = {office: Place(office) for office in Office}
    related = ("official__nationality", "state")
    sure = list(Term.objects.public().held(on=day).select_related(*related))
    perhaps = list(Term.objects.public().perhaps_held(on=day).select_related(*related))
    lists, acts = _lists([*sure, *perhaps]), {act.official_id: act for act in OversightAct.objects.public().away(on=day)}
    for terms, is_sure in ((sure, True), (perhaps, False)):
        for term in sorted(terms, key=lambda term: (str(term.holder), term.since_earliest)):
            holding = Holding(term, is_sure, _list_of(term, lists), _away(term, acts) if is_sure else None)
            found[Office(term.office)].holdings.append(holding)
    return {office: place for office, place in found.items() if place.holdings or office not in IF_THERE_IS_ONE}


def _lists(terms):
    """{official: list A or B, under which they stood for judge}"""
    judges = [term.official_id for term in terms if term.office == Office.JUDGE]
    stood = Candidate.objects.public().filter(official__in=judges, election__office=Office.JUDGE).exclude(judicial_list="")
    return dict(stood.order_by("election__held_on_earliest", "pk").values_list("official", "judicial_list"))


def _list_of(term, lists):
    """As a candidate, else in the words of the term."""
    return (lists.get(term.official_id, "") or capfirst(term.seat)) if term.office == Office.JUDGE else ""


def _away(term, acts):
    """The act by which the official is away; one from before the term says nothing of it."""
    act = acts.get(term.official_id)
    return act if act and act.acted_on_latest >= term.since_earliest else None


def sentence(found):
    """The answer in one sentence: the heads of the organs, and how many judges are on record."""
    places = {place.office: place for part in found for place in (*part.together, *part.apart)}
    heads = (Office.PRESIDENT, Office.PROSECUTOR, Office.REGISTRAR, Office.ASSEMBLY_PRESIDENT)
    said = [_("%(office)s: %(holder)s.") % {"office": places[office].label, "holder": _named(places[office])} for office in heads]
    judges = places[Office.JUDGE]
    return " ".join([*said, _("Judges on record: %(on_record)s of %(seats)s.") % {"on_record": judges.on_record, "seats": judges.seats}])


def _named(place):
    return ", ".join(str(holding.term.holder) for holding in place.holdings if holding.sure) or _("not on record for this day")
