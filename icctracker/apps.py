from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate, pre_migrate


class ICCTrackerConfig(AppConfig):
    name = "icctracker"

    def ready(self):
        """The views of `record.known` are made once the last of the apps is migrated, when every table is there."""
        from record import known

        *_others, last = (app for app in apps.get_app_configs() if app.models_module)
        pre_migrate.connect(known.drop_views, sender=last)
        post_migrate.connect(known.make_views, sender=last)
