"""The first page."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Where everybody begins."""

    name = "landsea.home"
