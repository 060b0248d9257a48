"""Names the app to Django."""

from django.apps import AppConfig


class ExperiencesConfig(AppConfig):
    """Answers that others find."""

    name = "landsea.experiences"
    label = "experiences"

    def ready(self) -> None:
        """Put the cards on pages of rooms below."""
        from landsea.experiences import cards, page_subjects, translated  # noqa: F401
