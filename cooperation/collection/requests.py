"""Requests of the Court to States."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from cases.collection.columns import SLUG, person_column, situation_column, state_column
from cooperation import filters
from cooperation.models import Request
from record.collection import Collection, Column, Moment, On, Preset, register


def _say_request(request):
    to = request.state or _t("all States Parties")
    if request.person:
        return _t("Request to %(state)s in respect of %(person)s") % {"state": to, "person": request.person}
    return _t("Request to %(state)s in the situation “%(situation)s”") % {"state": to, "situation": request.situation}


def _request_in_brief(request, noun):
    if noun == "persons":
        return _t("Request to %(state)s") % {"state": request.state or _t("all States Parties")}
    if noun == "states":
        return _t("Request in respect of %(about)s") % {"about": request.person or request.situation}
    return _say_request(request)


REQUESTS = register(
    Collection(
        name="requests",
        menu=_("Requests"),
        model=Request,
        filterset=filters.RequestFilterSet,
        label=_("Requests"),
        kicker=_("Articles 87, 89, 92 and 93 of the Statute"),
        intro=_(
            "Requests of the Court to States that are on the public record. Most are confidential (article 87(3)): what is not here may still have been sent."
        ),
        columns=(
            SLUG,
            state_column(_("Addressee"), absent=_("all States Parties")),
            person_column(),
            situation_column(required=True, listed=False),
            Column("article", _("Article"), _("The article it was made under.")),
            Column("sent_on", _("Sent"), _("When the Registry sent it; empty: not known."), kind="date"),
            Column("made_public_on", _("Public"), _("When it became publicly known."), kind="date", listed=False),
            Column("document_no", _("Document"), _("Number as printed; empty: not found."), listed=False),
            Column("note", _("Note"), _("A neutral sentence.")),
        ),
        order=("-sent_on",),
        related=("state", "person", "situation"),
        on=(
            On(
                "states",
                "state",
                _("Requests on the public record"),
                ("person", "article", "sent_on"),
                "state",
                chapter="cooperation",
            ),
            On("persons", "person", _("Requests on the public record"), ("state", "article", "sent_on"), "person"),
            On("situations", "situation", _("Requests on the public record"), ("state", "person", "sent_on"), "situation"),
        ),
        moments=(Moment("sent_on", _say_request, brief=_request_in_brief, news=False),),
        facets=("situation", "state"),
        presets=(Preset(_("To Italy"), "state=ITA"), Preset(_("To Hungary"), "state=HUN")),
        method=_(
            "Only requests that a decision, a filing or an announcement made public. An empty addressee means: circulated to all States Parties. A public warrant is not yet a request to a given State."
        ),
        core=True,
    )
)
