"""Names the app to Django."""

from django.apps import AppConfig


class ConsequencesConfig(AppConfig):
    """What the change of a rule brings about: whom it concerns is told, and the cases it answers are answered."""

    name = "landsea.consequences"

    def ready(self) -> None:
        """Put the cards on pages of rooms below."""
        from landsea.consequences import cards  # noqa: F401
