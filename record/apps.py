from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecordConfig(AppConfig):
    name = "record"
    verbose_name = _("Sources and editions")

    def ready(self):
        from record import shown  # noqa: F401  (registers what is computed of sources)
