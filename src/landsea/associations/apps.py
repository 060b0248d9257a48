"""Names the app to Django."""

from django.apps import AppConfig


class AssociationsConfig(AppConfig):
    """Chambers and associations: filing for members one by one, jointly, or by spreadsheet."""

    name = "landsea.associations"
