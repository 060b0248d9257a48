"""Mails a link to an address whose owner wants to know what is kept about it, and notes that it was opened.

Whether anything is kept is not looked up here: a known and an unknown address are dealt with by the same statements, so
neither the answer nor its time tells which it was.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.limits.spending import Limit, spend_named_limit
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.personal_data import Subject
from landsea.base.refusal import Refused
from landsea.privacy.links import DATA_LINKS
from landsea.privacy.models import DataLink

LASTS = timedelta(days=1)
AN_HOUR = Limit(3, 3600)
"""Mails to one address in an hour, so that nobody fills somebody else's mailbox with our links."""


def ask_about_address(address: str, *, language: str, now: datetime) -> DataLink | None:
    """Mail a link to this address; None when it got enough of them within the hour, which nobody is told."""
    address = address.strip().lower()
    if not spend_named_limit("data_link", address, AN_HOUR):
        return None
    with transaction.atomic():
        link = DataLink.objects.create(
            address=address, language=language, asked_at=now, expires_at=now + LASTS, **DATA_LINKS.new_link()
        )
        queue_mail(
            template="data_link",
            address=address,
            language=language,
            stream=f"data_link:{link.pk}",
            once=f"data_link:{link.pk}",
            facts={"nonce": str(link.nonce)},
            now=now,
        )
    return link


def open_data_link(link: DataLink, *, now: datetime) -> None:
    """Note that the button of a link was pressed: it opens nothing a second time. Raises Refused (`used`)."""
    stream = Subject(address=link.address).stream
    with transaction.atomic():
        wait_for_turn(stream)
        if not DataLink.objects.filter(pk=link.pk, opened_at=None, expires_at__gt=now).update(opened_at=now):
            raise Refused("used", gettext("This link was used already, or its day is over. Ask for a new one."))
        append_entry(stream=stream, act="open_data_link", actor="person", at=now)
