"""Names the app to Django."""

from django.apps import AppConfig


class RulesConfig(AppConfig):
    """Measures, checklists and what tells people of changes."""

    name = "landsea.rules"
    label = "rules"

    def ready(self) -> None:
        """Say what this room keeps about people, and what its pages are about."""
        from landsea.base.personal_data import keep_about_people
        from landsea.rules import page_subjects  # noqa: F401
        from landsea.rules.personal_tables import TABLES

        keep_about_people(*TABLES)
