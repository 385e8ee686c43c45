from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StatesConfig(AppConfig):
    name = "states"
    verbose_name = _("States")

    def ready(self):
        from states import collection, derived, invariants  # noqa: F401  (registers what this room declares)
