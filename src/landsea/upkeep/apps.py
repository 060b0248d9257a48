"""Names the app to Django, for its commands."""

from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    """Health, metrics, backups and restores."""

    name = "landsea.upkeep"
