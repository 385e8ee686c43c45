"""Pages of this room that are neither a list nor an entry."""

from django.urls import path

from assembly.views.budget import budget
from assembly.views.offices import offices
from assembly.views.topics import topic_view, topics_view

urlpatterns = [
    path("budget/", budget, name="assembly-budget"),
    path("offices/", offices, name="assembly-offices"),
    path("topics/", topics_view, name="assembly-topics"),
    path("topics/<slug:topic>/", topic_view, name="assembly-topic"),
]
