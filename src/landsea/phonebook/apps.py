"""Names the app to Django."""

from django.apps import AppConfig


class PhonebookConfig(AppConfig):
    """The directory as phone books."""

    name = "landsea.phonebook"
    label = "phonebook"

    def ready(self) -> None:
        """Say what this room keeps about people."""
        from landsea.base.personal_data import keep_about_people
        from landsea.phonebook.personal_tables import TABLES

        keep_about_people(*TABLES)
