"""Names the app to Django."""

from django.apps import AppConfig


class BoardConfig(AppConfig):
    """The coordinator's board: what may not fall through, from all rooms below."""

    name = "landsea.board"
