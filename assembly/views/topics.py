"""`/assembly/topics/`: the topics that come before the Assembly, and each of them through all sessions."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from assembly.models import Topic
from assembly.topics import coverage, topics, trail
from assembly.views import topics_json
from assembly.views.asking import answering, wants_json
from record.collection import get
from record.json_answers import json_answer

TOPICS = answering("assembly-topics", _("Topics before the Assembly"))


@TOPICS
def topics_view(request):
    """The ten topics, each with how much is on record."""
    lines = topics(request.clocks.day)
    if wants_json(request):
        return json_answer(topics_json.of_topics(lines, request.clocks.day))
    return render(request, "assembly/topics.html", {"lines": lines, "day": request.clocks.day, "collection": get("assembly")})


@TOPICS
def topic_view(request, topic):
    """One topic through all sessions, the newest first."""
    value = topic.replace("-", "_")
    if value not in Topic.values or "_" in topic:
        raise Http404
    found, covered = trail(Topic(value), request.clocks.day), coverage(value)
    if wants_json(request):
        return json_answer(topics_json.of_trail(found, covered))
    context = {"trail": found, "coverage": covered, "topics": list(Topic), "day": request.clocks.day, "collection": get("assembly")}
    return render(request, "assembly/topic.html", context)
