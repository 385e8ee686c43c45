from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecordConfig(AppConfig):
    name = "record"
    verbose_name = _("Sources and editions")

    def ready(self):
        from record import shown, sources  # noqa: F401  (registers what is computed of sources, and their list)
        from record.invariants import everywhere  # noqa: F401  (registers the rules for every kind of entry)
