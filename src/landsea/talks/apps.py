"""Names the app to Django, and puts its cards in."""

from django.apps import AppConfig


class TalksConfig(AppConfig):
    """Talks about cases."""

    name = "landsea.talks"
    label = "talks"

    def ready(self) -> None:
        """Put the cards on the case's page and on the mailbox, and forget what an erased filer said."""
        from landsea.cases.access import BESIDE, Beside
        from landsea.cases.actions.erase_case import ALSO_ERASED
        from landsea.talks import calendar_moments, cards  # noqa: F401  (registers them)
        from landsea.talks.actions.forget import forget_call_links
        from landsea.talks.models import Talk

        BESIDE.put(Beside("talk", Talk))
        ALSO_ERASED.put(forget_call_links)
