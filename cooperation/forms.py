"""The question of `/bound/`: a State, a day, and a person or a situation."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cases.models import Person, Situation
from record.asking import NotADay, day_asked, not_understood
from record.day import today
from states.models import State

PARAMETERS = ("state", "on", "known", "person", "situation", "format")


@dataclass
class Question:
    """What was asked, as entries of the record; `problems` is {parameter: sentence} where it cannot be read."""

    state: State | None
    on: date
    person: Person | None
    situation: Situation | None
    problems: dict

    @property
    def asked(self):
        return self.state is not None and not self.problems


def read(params) -> Question:
    """Read the parameters of an address (a QueryDict)."""
    problems = not_understood(params, PARAMETERS)
    state = _entry(
        State, "iso3", params.get("state", "").upper(), "state", problems, _("Write the code of a State as in ISO 3166-1 alpha-3, such as HUN.")
    )
    person = _entry(Person, "slug", params.get("person", ""), "person", problems, _("The persons are listed at /persons/."))
    situation = _entry(Situation, "slug", params.get("situation", ""), "situation", problems, _("The situations are listed at /situations/."))
    if person and situation and person.situation_id != situation.pk:
        problems["situation"] = _("%(person)s belongs to the situation “%(situation)s”.") % {"person": person, "situation": person.situation}
    return Question(state, _day(params.get("on", ""), problems), person, situation or (person.situation if person else None), problems)


def _entry(model, key, value, name, problems, help_text):
    if not value:
        return None
    entry = model.objects.public().filter(**{key: value.replace("\x00", "")}).first()
    if entry is None:
        problems[name] = _("“%(value)s” is not on record.") % {"value": value} + " " + help_text
    return entry


def _day(text, problems):
    try:
        return day_asked(text)
    except NotADay as reason:
        problems["on"] = str(reason)
        return today()
