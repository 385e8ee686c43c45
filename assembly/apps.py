from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssemblyConfig(AppConfig):
    name = "assembly"
    verbose_name = _("Assembly and money")

    def ready(self):
        from assembly import collection, invariants, panels  # noqa: F401  (registers what this room declares)
