from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """What a Chamber decided under article 87(7), at first instance or on appeal."""

    FOUND = "found", _("found")
    NOT_FOUND = "not_found", _("not found")
    REFUSED = "refused", _("refused")
    INFORMED = "informed", _("informed")
    UPHELD = "upheld", _("upheld")
    REVERSED_IN_PART = "reversed_in_part", _("reversed in part")
    REMANDED = "remanded", _("remanded")
    LEAVE_GRANTED = "leave_granted", _("leave to appeal granted")
    LEAVE_REFUSED = "leave_refused", _("leave to appeal refused")
    REVERSED = "reversed", _("reversed")


class Referral(models.TextChoices):
    """To whom the matter was referred under article 87(7). Not the referral of a situation."""

    ASP = "asp", _("Assembly of States Parties")
    UNSC = "unsc", _("Security Council")
    BOTH = "both", _("Assembly and Security Council")
    NONE = "none", _("none")
    DEFERRED = "deferred", _("deferred")
