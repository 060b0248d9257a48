"""Names the app to Django, and gives the outbox its channels."""

from django.apps import AppConfig


class MessengersConfig(AppConfig):
    """Short messages out and in."""

    name = "landsea.base.messengers"
    label = "messengers"

    def ready(self) -> None:
        """Offer the ways as channels of the outbox; whether a way is set up is asked when something is sent."""
        from landsea.base.messengers import operator_cards  # noqa: F401
        from landsea.base.messengers.actions.connect import take_code
        from landsea.base.messengers.handling import HANDLERS
        from landsea.base.messengers.notices import make_copies_for_messengers
        from landsea.base.messengers.personal_tables import TABLES
        from landsea.base.messengers.sending import send_short
        from landsea.base.messengers.ways import CODES
        from landsea.base.outbox.actions.queue import COPIES
        from landsea.base.outbox.channels import CHANNELS, Channel
        from landsea.base.personal_data import keep_about_people

        for code in CODES:
            CHANNELS.put(Channel(code, send_short))
        HANDLERS.put(take_code, order=10)
        COPIES.put(make_copies_for_messengers)
        keep_about_people(*TABLES)
