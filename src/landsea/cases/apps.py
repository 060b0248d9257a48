"""Names the app to Django."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Problems and their way to an outcome."""

    name = "landsea.cases"
    label = "cases"
