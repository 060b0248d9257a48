"""Reads of the outbox for operators. A delivery's facts stay out: an operator sees that a mail went, not what it says."""

import email.policy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from django.conf import settings
from django.db.models import Count, Min, QuerySet

from landsea.base.outbox.models import Delivery, DeliveryState

PAGE = 25
SENDS = "landsea.base.outbox.smtp.SmtpBackend"
OWN_MACHINE = ("localhost", "127.0.0.1", "::1")
KEEPS_FILES = "landsea.base.outbox.mailfile.MailFileBackend"


def reaches_nobody() -> bool:
    """Say whether mails are kept as files and leave this installation for nobody; a demonstration means it so."""
    return settings.EMAIL_BACKEND == KEEPS_FILES and not settings.DEMO


def is_password_readable() -> bool:
    """Say whether the mail server gets our password over a line without TLS that leaves this machine."""
    signs_in = settings.EMAIL_BACKEND == SENDS and settings.EMAIL_HOST_USER and settings.EMAIL_HOST_PASSWORD
    hidden = settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL or settings.EMAIL_HOST in OWN_MACHINE
    return bool(signs_in and not hidden)


def is_box_password_readable() -> bool:
    """Say the same of the box from which mails are taken."""
    return bool(settings.IMAP_HOST and not settings.IMAP_TLS and settings.IMAP_HOST not in OWN_MACHINE)


def find_deliveries(state: str = "", words: str = "", *, before: int | None = None) -> QuerySet[Delivery]:
    """Return deliveries in a state (any, when it is none of DeliveryState) to addresses with these words in them, newest
    first, those with lower ids.
    """
    found = Delivery.objects.defer("facts").order_by("-id")
    if state in DeliveryState.values:
        found = found.filter(state=state)
    if words:
        found = found.filter(address__icontains=words)
    return found.filter(pk__lt=before) if before else found


def find_given_up() -> QuerySet[Delivery]:
    """Return deliveries that were given up and may be sent again: no missing addresses, nothing that is tried once."""
    return Delivery.objects.filter(state=DeliveryState.FAILED, give_up_at=None)


def count_given_up() -> tuple[int, datetime | None]:
    """Return how many deliveries were given up and may be sent again, and when the oldest of them was written."""
    found = find_given_up().aggregate(number=Count("pk"), oldest=Min("created_at"))
    return found["number"], found["oldest"]


@dataclass(frozen=True)
class KeptMail:
    """A mail that the file backend kept; `number` is that of its delivery."""

    number: int
    message: EmailMessage

    @property
    def sent_at(self) -> datetime:
        """When it went out, in UTC, as its Date header says."""
        sent: datetime = self.message["Date"].datetime
        return sent.replace(tzinfo=UTC)

    @property
    def body(self) -> str:
        """The words, without headers."""
        part = self.message.get_body(("plain",))
        return part.get_content() if part else ""


def list_kept_mails(most: int, *, before: int | None = None) -> Iterator[KeptMail]:
    """Yield the mails kept as files, newest delivery first, those with lower numbers."""
    numbers = (int(path.stem) for path in Path(settings.MAIL_FOLDER).glob("*.eml") if path.stem.isdecimal())
    for number in sorted((one for one in numbers if not before or one < before), reverse=True)[:most]:
        mail = find_kept_mail(number)
        if mail is not None:
            yield mail


def find_kept_mail(number: int) -> KeptMail | None:
    """Return the mail of this delivery that was kept as a file, or None."""
    path = Path(settings.MAIL_FOLDER) / f"{number}.eml"
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    return KeptMail(number, BytesParser(policy=email.policy.default).parsebytes(content))
