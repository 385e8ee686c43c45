"""`/assembly/budget/`: the Court's money, by year and as of a day."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from assembly import chart
from assembly.money import gather
from assembly.money_sentence import sentence, story
from assembly.views import budget_json
from assembly.views.asking import answering, wants_json
from assembly.views.budget_tables import HEADS, drawn, programmes, rows
from record.collection import get
from record.json_answers import json_answer

STATES_SHOWN = 25  # of those with something outstanding; the list has them all


@answering("assembly-budget", _("Budget of the Court"))
def budget(request):
    """The page, or with `format=json` its figures in the columns that re-users rely on."""
    money = gather(request.clocks.day)
    if wants_json(request):
        return json_answer(budget_json.of_money(money))
    years = [drawn(year) for year in money.years]
    context = {
        "collection": get("assembly"),
        "money": money,
        "sentence": sentence(money),
        "story": story(money) if years else "",
        "wide": chart.wide(years) if years else None,
        "narrow": chart.narrow(years) if years else None,
        "heads": HEADS,
        "rows": rows(money.years),
        "parts": programmes(money.parts),
        "owed": money.owed[:STATES_SHOWN],
        "more_owed": len(money.owed) > STATES_SHOWN,
    }
    return render(request, "assembly/budget.html", context)
