"""Names the app to Django."""

from django.apps import AppConfig


class CorridorConfig(AppConfig):
    """The network of the corridor, planning on it, and what travels there."""

    name = "landsea.corridor"
    label = "corridor"
