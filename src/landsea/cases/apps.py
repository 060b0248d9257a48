"""Names the app to Django."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Problems and their way to an outcome."""

    name = "landsea.cases"
    label = "cases"

    def ready(self) -> None:
        """Put the cases that could not be computed on the operators' page below."""
        from landsea.cases import operator_cards  # noqa: F401
