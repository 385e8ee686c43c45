"""What the home page computes: key figures, the latest events, the questions people come with."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assembly.ahead import elections_due, next_session
from cases.models import Person
from cooperation.models import Proceeding, ProceedingStatus, Visit
from record import dates
from record.collection import collections
from record.exchange import as_text
from record.publishing.entry_page import happenings, when
from states.models import State

LATEST = 10


@dataclass(frozen=True)
class Figure:
    """A number with its definition and the list that it counts."""

    number: int
    name: str
    definition: str
    href: str


def key_figures(day):
    """Each number is the count of the list that it leads to."""
    found = Proceeding.objects.public().found()
    open_ = Proceeding.objects.public().open().count()
    pending = State.objects.public().with_membership(on=day).filter(party=True, until__isnull=False).count()
    return [
        Figure(
            State.objects.public().parties(on=day).count(), _("States Parties"),
            _("The Statute is in force for them today (articles 126 and 127). Withdrawals notified and not yet in effect: %(pending)s.") % {"pending": pending},
            _list("states", "party=true"),
        ),
        Figure(
            Person.objects.public().at_large(on=day).count(), _("persons at large"),
            _("A public warrant of arrest stands and the person has not been surrendered. Sealed warrants are not counted."),
            _list("persons", "at_large=true"),
        ),
        Figure(
            Visit.objects.public().to_bound_states().count(), _("visits to States that were bound"),
            _("By a person then under a public warrant, as reported, in a State that owed cooperation that day."),
            _list("visits", "bound=true"),
        ),
        Figure(
            found.count(), _("failures to comply found"),
            _("Proceedings under article 87(7) in which the finding stands after appeal; States concerned: %(states)s.")
            % {"states": found.values("state").distinct().count()},
            _list("proceedings", "outcome=found"),
        ),
        Figure(
            open_, ngettext("proceeding open", "proceedings open", open_),
            _("A State was heard, or a finding sought, and no decision of a Chamber that ends it was found."),
            _list("proceedings", "status=open"),
        ),
    ]  # fmt: skip


def _list(name, query):
    return f"{reverse('list', args=[name])}?{query}"


def latest_events(day):
    """The newest happenings of all collections that are past on this day."""
    found = []
    for collection in collections():
        for moment in (m for m in collection.moments if m.news):
            path = moment.field if collection.column(moment.field).kind == "day" else f"{moment.field}_earliest"
            entries = collection.model.objects.public().filter(**{f"{path}__lte": day}).order_by(f"-{path}", "-pk")
            newest = collection.with_related(entries)[:LATEST]
            found += [h for h in happenings(collection, newest, day, news=True) if h.text == str(getattr(h.entry, moment.field))]
    unique = {(h.entry.get_absolute_url(), h.text, h.sentence): h for h in found if not h.planned}
    return sorted(unique.values(), key=when, reverse=True)[:LATEST]


@dataclass(frozen=True)
class Ahead:
    """A date to come: what would happen then, and a word on it."""

    on: str
    words: str
    href: str
    note: str


def ahead(day):
    """Dates that the record already knows of, the nearest first: withdrawals that would take effect, the next session, elections due."""
    leaving = State.objects.public().with_membership(on=day).filter(until__gt=day)
    session = next_session(day)
    opening = [session] if session and session.starts_on_earliest > day else []
    found = [
        *(_ahead(state, as_text(state.until), _("The withdrawal of %(what)s would take effect"), _("Duties from before that day remain (article 127(2)).")) for state in leaving),
        *(_ahead(one, one.starts_on, _("%(what)s of the Assembly would open"), one.city or _("Place not known.")) for one in opening),
        *(_ahead(due, due.held_on, _("Election due: %(what)s"), _seats(due.seats), due.get_office_display()) for due in elections_due(day)),
    ]  # fmt: skip
    return sorted(found, key=lambda one: dates.parse(one.on).latest)


def _ahead(entry, on, words, note, what=""):
    return Ahead(on, words % {"what": what or entry}, entry.get_absolute_url(), note)


def _seats(number):
    return ngettext("%(n)s seat", "%(n)s seats", number) % {"n": number} if number else _("Number of seats not known.")


@dataclass(frozen=True)
class Ask:
    """A question as a working link, with what it leads to."""

    words: str
    href: str
    leads_to: str


def _proceedings(number):
    return ngettext("%(n)s proceeding", "%(n)s proceedings", number) % {"n": number}


def questions():
    """The questions people come with; every number is the list's own."""
    bound = reverse("bound")
    found, open_ = Proceeding.objects.public().found(), Proceeding.objects.public().filter(path_status=ProceedingStatus.OPEN)
    return [
        Ask(_("Can Vladimir Putin travel to South Africa?"), f"{bound}?state=ZAF&person=vladimir-putin", _("bound or not, today")),
        Ask(_("Was Hungary bound in April 2025?"), f"{bound}?state=HUN&on=2025-04-03&person=benjamin-netanyahu", _("bound or not, that day")),
        Ask(_("Which States were found not to have complied?"), _list("proceedings", "outcome=found"), _proceedings(found.count())),
        Ask(
            _("Which findings were referred to the Assembly?"), _list("proceedings", "outcome=found&referral=asp&referral=both"),
            _proceedings(found.filter(referral__in=("asp", "both")).count()),
        ),
        Ask(
            _("Which findings were not referred?"), _list("proceedings", "outcome=found&referral=none"),
            _proceedings(found.filter(referral="none").count()),
        ),
        Ask(
            _("Which proceedings are still open?"), _list("proceedings", "status=open"),
            _proceedings(open_.count()),
        ),
        Ask(_("Which visits were called off?"), _list("visits", "status=cancelled"), _("%(n)s visits") % {"n": Visit.objects.public().filter(visit_status="cancelled").count()}),
        Ask(_("Whose airspace was crossed?"), _list("visits", "status=overflight"), _("%(n)s overflights") % {"n": Visit.objects.public().filter(visit_status="overflight").count()}),
    ]  # fmt: skip
