"""Names the app to Django."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The API for programs."""

    name = "landsea.api"
    label = "api"

    def ready(self) -> None:
        """Say what this room keeps about people."""
        from landsea.api.personal_tables import TABLES
        from landsea.base.personal_data import keep_about_people

        keep_about_people(*TABLES)
