"""Violations of the rules on measures against the Court, on assistance to it, and on what governments said of an arrest."""

from cases.models import CaseEvent, Person, Warrant
from cooperation.models import ArrestPosition, Assistance, CoerciveMeasure, MeasureOfficial, MeasureResponse, Official, ResponseMeasure, Visit
from record import workflow
from record.tests import factories
from states.models import Agreement
from tests.planted.common import breaks, change, citations_of, key_of, retract, sources_of

PROST = "usa-sanctions-designation-kimberly-prost-2025-08-20"
BENSOUDA = "usa-sanctions-designation-fatou-bensouda-2020-09-02"
HUNGARY = "hun-withdrawal-statute-2025-04-03"
DUTERTE = "phl-surrender-rodrigo-duterte-2025-03-12"


def a_warrant(slug):
    return Warrant.objects.get(slug=slug)


@breaks("measure-against-officials-names-them")
def _():
    with workflow.edition("Planted"):
        MeasureOfficial.objects.filter(measure__slug=PROST).delete()
    return f"measures/{PROST}"


@breaks("measure-against-others-names-no-official")
def _():
    return change(CoerciveMeasure, PROST, target_kind="staff")


@breaks("act-of-an-authority-has-its-actor")
def _():
    return change(CoerciveMeasure, PROST, actor=None, attribution="not_attributed")


@breaks("bill-not-adopted-was-never-in-force")
def _():
    return change(CoerciveMeasure, PROST, ended_on="2026-01-01", end_reason="not_adopted")


@breaks("reported-only-by-the-press")
def _():
    sources_of(CoerciveMeasure, PROST, kind="state_document")
    return change(CoerciveMeasure, PROST, attribution="reported")


@breaks("end-of-a-measure-has-its-source")
def _():
    with workflow.edition("Planted"):
        citations_of(CoerciveMeasure, PROST).filter(field="ended_on").delete()
    return change(CoerciveMeasure, PROST, ended_on="2099", end_reason="lifted")


@breaks("announced-withdrawal-says-what-the-depositary-has")
def _():
    return change(CoerciveMeasure, "nam-withdrawal-statute-2015-11-23", note="")


@breaks("withdrawal-agrees-with-the-treaty-actions")
def _():
    return change(CoerciveMeasure, HUNGARY, in_force_on="2026-06-02", ended_on="", end_reason="")


@breaks("response-answers-a-measure")
def _():
    with workflow.edition("Planted"):
        ResponseMeasure.objects.filter(response__slug="hun-lifting-2026-05-29").delete()
    return "responses/hun-lifting-2026-05-29"


@breaks("response-follows-its-measure")
def _():
    return change(MeasureResponse, "hun-lifting-2026-05-29", responded_on="2025-04-02")


@breaks("lifting-ends-what-it-lifts")
def _():
    change(CoerciveMeasure, BENSOUDA, ended_on="", end_reason="")
    return "responses/usa-lifting-2021-04-01"


@breaks("warrant-carried-out-is-that-persons")
def _():
    return change(Assistance, DUTERTE, warrant=a_warrant("vladimir-putin-2023-03-17"))


@breaks("no-surrender-before-its-warrant")
def _():
    return change(Assistance, DUTERTE, occurred_on="2025-03-06")


@breaks("surrender-rests-on-a-warrant")
def _():
    return change(Assistance, DUTERTE, warrant=None, occurred_on="2025-03-06")


@breaks("surrender-agrees-with-the-events")
def _():
    return change(Assistance, DUTERTE, occurred_on="2025-03-13")


@breaks("arrest-or-surrender-stands-on-both-sides")
def _():
    retract(Assistance.objects.filter(slug=DUTERTE))
    return key_of(CaseEvent.objects.get(person__slug="rodrigo-duterte", kind="surrendered"))


@breaks("arrest-comes-before-the-surrender")
def _():
    return change(Assistance, "phl-arrest-rodrigo-duterte-2025-03-11", occurred_on="2025-03-13")


@breaks("sentence-is-of-the-convicted")
def _():
    enforced = Assistance.objects.filter(kind="sentence_enforcement", person__slug="dominic-ongwen").get()
    return change(Assistance, enforced.slug, person=Person.objects.get(slug="rodrigo-duterte"))


@breaks("sentence-is-enforced-under-an-agreement")
def _():
    retract(Agreement.objects.filter(state="NOR"))
    return key_of(Assistance.objects.filter(kind="sentence_enforcement", person__slug="dominic-ongwen").get())


@breaks("released-after-coming-to-the-court")
def _():
    return change(
        Assistance, Assistance.objects.filter(kind="release", person__slug="laurent-gbagbo").first().slug, occurred_on="2011-11-01", ended_on=""
    )


@breaks("no-word-beyond-the-stage-in-assistance")
def _():
    return change(Assistance, DUTERTE, person=Person.objects.get(slug="vladimir-putin"), warrant=None, note="The accused was flown to Rotterdam.")


@breaks("position-is-about-the-traveller")
def _():
    return change(ArrestPosition, "tjk-vladimir-putin-2025-09-25", person=Person.objects.get(slug="omar-al-bashir"))


@breaks("position-on-a-visit-is-the-hosts")
def _():
    return change(ArrestPosition, "tjk-vladimir-putin-2025-09-25", state="ARM")


@breaks("position-comes-before-the-visit-is-over")
def _():
    return change(ArrestPosition, "tjk-vladimir-putin-2025-09-25", stated_on="2025-11-01")


@breaks("position-is-superseded-by-a-later-one")
def _():
    return change(ArrestPosition, "bel-benjamin-netanyahu-2024-11", stated_on="2026-01-01")


@breaks("contact-is-with-a-person-sought")
def _():
    contact = factories.made_public(factories.make_contact(person=Person.objects.get(slug="vladimir-putin"), occurred_on="2022-05-01"))
    return key_of(contact)


@breaks("contact-is-no-visit")
def _():
    visit = Visit.objects.get(slug="vladimir-putin-mng-2024-09-02")
    return key_of(factories.made_public(factories.make_contact(state=visit.host, person=visit.person, occurred_on="2024-09-03")))


@breaks("no-word-beyond-the-stage-in-positions")
def _():
    return change(ArrestPosition, "tjk-vladimir-putin-2025-09-25", summary="The Government would not arrest the accused.")


@breaks("measure-names-who-holds-or-held-office")
def _():
    with workflow.edition("Planted"):
        MeasureOfficial.objects.filter(measure__slug=PROST).update(official=Official.objects.get(slug="erdenebalsuren-damdin"))
    return change(CoerciveMeasure, PROST, announced_on="2002-08-02", in_force_on="")
