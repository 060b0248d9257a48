"""Names the app to Django."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """The exchange board."""

    name = "landsea.exchange"
    label = "exchange"

    def ready(self) -> None:
        """Say what this room keeps about people, what its pages are about, and what waits for a desk."""
        from landsea.base.personal_data import keep_about_people
        from landsea.exchange import cards, findable, page_subjects  # noqa: F401
        from landsea.exchange.personal_tables import TABLES

        keep_about_people(*TABLES)
