from django.urls import path

from record.publishing import pages

urlpatterns = [
    path("<slug:name>/", pages.list_view, name="list"),
    path("<slug:name>/<slug:slug>/", pages.entry_view, name="entry"),
]
