"""Names the app to Django, and says what this room itself keeps about people."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """People's rights over their data."""

    name = "landsea.privacy"
    label = "privacy"

    def ready(self) -> None:
        """Say what this room keeps about people, and put its line on the operators' page."""
        from landsea.base.personal_data import keep_about_people
        from landsea.cases.actions.erase_case import ALSO_ERASED
        from landsea.privacy import cards  # noqa: F401  (registers them)
        from landsea.privacy.actions.take_exports_away import forget_exports_of_case
        from landsea.privacy.personal_tables import TABLES

        keep_about_people(*TABLES)
        ALSO_ERASED.put(forget_exports_of_case)
