"""Names the app to Django, for its commands."""

from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    """Health, metrics, backups and restores."""

    name = "landsea.upkeep"

    def ready(self) -> None:
        """Put what needs a look on the operators' page."""
        from landsea.upkeep import cards, failed_jobs  # noqa: F401  (registers them)
