from django.apps import AppConfig


class ICCTrackerConfig(AppConfig):
    name = "icctracker"
