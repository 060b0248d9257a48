"""Names the app to Django."""

from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    """What happens, posted to receivers."""

    name = "landsea.webhooks"
    label = "webhooks"

    def ready(self) -> None:
        """Say what this room keeps about people."""
        from landsea.base.personal_data import keep_about_people
        from landsea.webhooks.personal_tables import TABLES

        keep_about_people(*TABLES)
