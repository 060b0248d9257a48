"""Names the app to Django."""

from django.apps import AppConfig


class CorridorConfig(AppConfig):
    """The network of the corridor, planning on it, and what travels there."""

    name = "landsea.corridor"
    label = "corridor"

    def ready(self) -> None:
        """Say what this room keeps about people, and what its pages are about."""
        from landsea.base.personal_data import keep_about_people
        from landsea.corridor import findable, operator_cards, page_subjects  # noqa: F401
        from landsea.corridor.personal_tables import TABLES

        keep_about_people(*TABLES)
