"""Names the app to Django."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Invented people and cases, marked as such."""

    name = "landsea_demo"
    label = "landsea_demo"

    def ready(self) -> None:
        """Offer the parts to try on the page that says who can sign in."""
        from landsea_demo import cards  # noqa: F401
