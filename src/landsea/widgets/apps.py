"""Pieces of our pages for other people's sites."""

from django.apps import AppConfig


class WidgetsConfig(AppConfig):
    """What a ministry or a chamber shows of us on its own site."""

    name = "landsea.widgets"

    def ready(self) -> None:
        """Give the pages that have a widget the way to it."""
        from landsea.widgets import cards  # noqa: F401
