"""Names the app to Django."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Problems and their way to an outcome."""

    name = "landsea.cases"
    label = "cases"

    def ready(self) -> None:
        """Put the cases that could not be computed on the operators' page below; let open cases keep a desk in service."""
        from landsea.base.personal_data import keep_about_people
        from landsea.cases import calendar_moments, operator_cards  # noqa: F401
        from landsea.cases.open_cases import count_open_cases_of
        from landsea.cases.personal_tables import TABLES
        from landsea.directory.actions.change_units import OPEN_WORK

        OPEN_WORK.put(count_open_cases_of)
        keep_about_people(*TABLES)
