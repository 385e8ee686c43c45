from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    name = "cases"
    verbose_name = _("Situations, cases and persons")

    def ready(self):
        from cases import collection, derived, invariants, panels  # noqa: F401  (registers what this room declares)
