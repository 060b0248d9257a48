"""Names the app to Django."""

from django.apps import AppConfig


class LimitsConfig(AppConfig):
    """Counts of what networks did lately."""

    name = "landsea.base.limits"
    label = "limits"
