"""Rules about acts of oversight: article 66, and what the record may say of anybody."""

import re

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from assembly.invariants.readers import key
from assembly.models import OversightAct
from record.invariants import Offence, Severity, invariant

ALLEGATIONS = re.compile(
    r"\b(?:sexual\w*|harass\w*|assault\w*|abus\w*|rape\w*|coerc\w*|retaliat\w*|intimidat\w*|complainants?|guilty)\b", re.IGNORECASE
)


@invariant(
    "oversight-tells-acts-not-allegations",
    _("An act of oversight is told by its organ, its kind and its day; what anybody is said to have done is not told."),
    severity=Severity.BLOCKING,
    rule=_("Article 66 and our method: an allegation without an act of an organ is not an entry"),
    reads=(OversightAct,),
)
def allegations_told():
    for act in OversightAct.objects.public():
        words = ALLEGATIONS.findall(" ".join((act.title, act.summary, act.result)))
        if words:
            yield Offence(key(act), _t("It tells what is alleged: “%(words)s”.") % {"words": ", ".join(words)})
