"""Names the app to Django."""

from django.apps import AppConfig


class DialoguesConfig(AppConfig):
    """Meetings of the parties and what becomes of them."""

    name = "landsea.dialogues"
    label = "dialogues"

    def ready(self) -> None:
        """Put promises and meetings on the pages and into the rules of barriers below."""
        from landsea.base.personal_data import keep_about_people
        from landsea.dialogues import calendar_moments, cards, findable, translated  # noqa: F401
        from landsea.dialogues.personal_tables import TABLES

        keep_about_people(*TABLES)
