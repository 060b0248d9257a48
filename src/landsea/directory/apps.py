"""Names the app to Django."""

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in

from landsea_core.text.default_reader import use_known_places


class DirectoryConfig(AppConfig):
    """Offices, desks and people."""

    name = "landsea.directory"
    label = "directory"

    def ready(self) -> None:
        """Take a mail that came back as evidence about its contact, invite who asks, and read words with the places we know."""
        from landsea.accounts.actions.invite import INVITE_ON_REQUEST
        from landsea.base.outbox.signals import delivery_bounced
        from landsea.base.personal_data import keep_about_people
        from landsea.directory import page_subjects  # noqa: F401
        from landsea.directory.access.places import list_known_places
        from landsea.directory.actions.invitations import invite_who_asks
        from landsea.directory.personal_tables import TABLES

        use_known_places(list_known_places)
        user_logged_in.connect(_look_who_is_there, dispatch_uid="directory.look_who_is_there")
        delivery_bounced.connect(_record_bounce, dispatch_uid="directory.record_bounce")
        keep_about_people(*TABLES)
        INVITE_ON_REQUEST.put(invite_who_asks)


def _look_who_is_there(**_) -> None:
    """Forget who is there: somebody who was invited may have come in for the first time."""
    from landsea.directory.answering import forget_answering

    forget_answering()


def _record_bounce(address: str, contact_id: int | None, at, note: str, **_) -> None:
    from landsea.directory.actions.evidence import record_bounce

    record_bounce(address=address, contact_id=contact_id, at=at, note=note)
