"""Names the app to Django."""

from django.apps import AppConfig


class CorrectionsConfig(AppConfig):
    """Readers' words about what is wrong, until somebody settled them."""

    name = "landsea.base.corrections"
    label = "corrections"

    def ready(self) -> None:
        """Say what this room keeps about people."""
        from landsea.base.corrections.personal_tables import TABLES
        from landsea.base.personal_data import keep_about_people

        keep_about_people(*TABLES)
