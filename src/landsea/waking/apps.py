"""Names the app to Django, and puts its card and its handler in."""

from django.apps import AppConfig


class WakingConfig(AppConfig):
    """Who is woken for an urgent case."""

    name = "landsea.waking"
    label = "waking"

    def ready(self) -> None:
        """Put the card on the case's page, and take replies and presses that answer a try."""
        from landsea.base.messengers.handling import HANDLERS
        from landsea.base.messengers.notices import TOLD_OTHERWISE
        from landsea.base.personal_data import keep_about_people
        from landsea.waking import cards  # noqa: F401
        from landsea.waking.personal_tables import TABLES
        from landsea.waking.replies import is_told_by_waking, take_reply

        HANDLERS.put(take_reply, order=20)
        TOLD_OTHERWISE.put(is_told_by_waking)
        keep_about_people(*TABLES)
