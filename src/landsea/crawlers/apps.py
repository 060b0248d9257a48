"""What programs read of our pages before a person does."""

from django.apps import AppConfig


class CrawlersConfig(AppConfig):
    """Search engines, messengers that show a card for a link, people who found a weakness."""

    name = "landsea.crawlers"

    def ready(self) -> None:
        """Put the cards for links into the heads of public pages, and look at the settings before people come."""
        from landsea.crawlers import cards, checks  # noqa: F401
