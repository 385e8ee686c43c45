"""Net results of proceedings, and whether the host of a visit was bound: computed, never typed."""

from cases.models import Duty, Person, Situation
from cooperation import docket
from cooperation.bound import Grounds
from cooperation.models import Finding, HostBound, Proceeding, Visit
from record import derived
from states import obligation
from states.derived import states_concerned
from states.models import State, TreatyAction


@derived.register("net_result", inputs=(Finding, Proceeding), values=lambda: Proceeding.objects.values_list("slug", "outcome", "referral"))
def compute_net_results(changed):
    """The last operative decision on each limb: finding and referral."""
    proceedings = Proceeding.objects.addressable()
    if changed is not None:
        concerned = set(changed.get(Proceeding, ()))
        concerned |= set(Finding.objects.filter(pk__in=changed.get(Finding, ())).values_list("proceeding_id", flat=True))
        proceedings = proceedings.filter(pk__in=concerned)
    decisions = {}
    for finding in Finding.objects.public().filter(proceeding__in=proceedings).order_by("decided_on_earliest", "pk"):
        decisions.setdefault(finding.proceeding_id, []).append(
            docket.Decision(finding.outcome, finding.decided_on_latest, finding.referral, key=finding.slug)
        )
    for proceeding in proceedings:
        own = decisions.get(proceeding.pk, [])
        net = (docket.net_outcome(own), docket.net_referral(own))
        if net != (proceeding.outcome, proceeding.referral):
            proceeding.outcome, proceeding.referral = net
            proceeding.save(update_fields=["outcome", "referral", "updated_at"])


@derived.register(
    "host_bound", inputs=(Visit, Person, TreatyAction, State, Duty, Situation), values=lambda: Visit.objects.values_list("slug", "host_bound")
)
def compute_host_bound(changed):
    """The strongest basis that bound the host on the first day of the visit."""
    visits = Visit.objects.addressable().select_related("person__situation")
    if changed is not None and not any(model in changed for model in (Duty, Situation)):
        by_host = visits.filter(host__in=states_concerned(changed))
        visits = by_host | visits.filter(pk__in=changed.get(Visit, ())) | visits.filter(person__in=changed.get(Person, ()))
    grounds = Grounds.gather() if visits else None
    for visit in visits:
        bound = host_bound(visit, grounds)
        if bound != visit.host_bound:
            visit.host_bound = bound
            visit.save(update_fields=["host_bound", "updated_at"])


def host_bound(visit, grounds):
    """One of HostBound; empty where no day is known. A host in dispute stays disputed."""
    if visit.host_dispute:
        return HostBound.DISPUTED
    day = visit.starts_on_latest or visit.ends_on_earliest
    if day is None:
        return ""
    return obligation.host_bound(grounds.answer(visit.host_id, day, situation=visit.person.situation.slug, person=visit.person.slug))
