"""Names the app to Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who signs in."""

    name = "landsea.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Say what this room keeps about people, and hear how they sign in."""
        from landsea.accounts.noted_events import hear_sign_ins
        from landsea.accounts.personal_tables import TABLES
        from landsea.base.personal_data import keep_about_people

        hear_sign_ins()
        keep_about_people(*TABLES)
