"""Names the app to Django."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The API for programs."""

    name = "landsea.api"
    label = "api"
