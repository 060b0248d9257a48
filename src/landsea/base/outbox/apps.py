"""Names the app to Django."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """What has to be sent."""

    name = "landsea.base.outbox"
    label = "outbox"

    def ready(self) -> None:
        """Say what this room keeps about people, and look at the settings before mails go out."""
        from landsea.base.outbox import checks  # noqa: F401
        from landsea.base.outbox.personal_tables import TABLES
        from landsea.base.personal_data import keep_about_people

        keep_about_people(*TABLES)
