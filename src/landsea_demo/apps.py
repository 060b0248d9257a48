"""Names the app to Django."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Invented people and cases, marked as such."""

    name = "landsea_demo"
    label = "landsea_demo"
