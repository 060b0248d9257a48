"""Names the app to Django."""

from django.apps import AppConfig


class PhonebookConfig(AppConfig):
    """The directory as phone books."""

    name = "landsea.phonebook"
    label = "phonebook"
