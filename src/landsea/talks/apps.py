"""Names the app to Django, and puts its cards in."""

from django.apps import AppConfig


class TalksConfig(AppConfig):
    """Talks about cases."""

    name = "landsea.talks"
    label = "talks"

    def ready(self) -> None:
        """Put the cards on the case's page and on the mailbox."""
        from landsea.talks import cards  # noqa: F401  (registers them)
