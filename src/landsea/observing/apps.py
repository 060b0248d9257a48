"""Names the app to Django."""

from django.apps import AppConfig


class ObservingConfig(AppConfig):
    """A country's page for its observers: its firms' cases and everything public that concerns it."""

    name = "landsea.observing"
    label = "observing"
