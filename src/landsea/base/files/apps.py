"""Names the app to Django."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Papers and photos that people send."""

    name = "landsea.base.files"
    label = "files"
