"""Names the app to Django."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """Series and observations, and what does not fit."""

    name = "landsea.figures"
    label = "figures"

    def ready(self):
        """Let the search find the series."""
        from landsea.figures import findable  # noqa: F401
