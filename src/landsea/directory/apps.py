"""Names the app to Django."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Offices, desks and people."""

    name = "landsea.directory"
    label = "directory"
