"""Names the app to Django."""

from django.apps import AppConfig


class BarriersConfig(AppConfig):
    """Equal cases and the trouble behind them."""

    name = "landsea.barriers"
    label = "barriers"

    def ready(self) -> None:
        """Put the cards on pages of rooms below."""
        from landsea.barriers import cards  # noqa: F401
        from landsea.barriers.models import BarrierMember
        from landsea.cases.access import BESIDE, Beside

        BESIDE.put(Beside("barrier", BarrierMember))
