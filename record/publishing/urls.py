from django.urls import path

from record.publishing import ask, changes, corrections_page, editions, history_page, methodology, pages, source_page
from record.publishing.invariants import invariants_view

urlpatterns = [
    path("sources/<slug:slug>/", source_page.source_view, name="source"),
    path("invariants/", invariants_view, name="invariants"),
    path("methodology/", methodology.methodology_view, name="methodology"),
    path("methodology/<slug:name>/", methodology.method_view, name="method"),
    path("changes/", changes.changes_view, name="changes"),
    path("corrections/", corrections_page.corrections_view, name="corrections"),
    path("corrections/ask/", ask.ask_view, name="ask"),
    path("corrections/ask/sent/", ask.asked_view, name="asked"),
    path("editions/", editions.editions_view, name="editions"),
    path("editions/<int:number>/", editions.edition_view, name="edition"),
    path("<slug:name>/<slug:slug>/history/", history_page.history_view, name="history"),
    path("<slug:name>/", pages.list_view, name="list"),
    path("<slug:name>/<slug:slug>/", pages.entry_view, name="entry"),
]
