"""Keeps a mail as it came, for each address that it came to, and wakes the sorters. Only after this is it acknowledged."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from landsea.base.jobs.waking import wake_task
from landsea.mailroom.models import InboundMail, MailState

QUEUE = "mailroom"


@dataclass(frozen=True)
class Handed:
    """A mail as it was handed over: its bytes, the addresses of ours, the envelope's sender, and by whom and how."""

    raw: bytes
    recipients: tuple[str, ...]
    envelope_sender: str = ""
    peer: str = ""
    came_by: str = "smtp"
    box_key: str = ""


def keep_mails(handed: Iterable[Handed], *, now: datetime) -> int:
    """Keep these mails in one transaction and return how many rows were offered. The same mail at the same address again, as a
    server sends it whose answer got lost, stays one row.
    """
    rows = [_row_of(one, recipient, now) for one in handed for recipient in one.recipients]
    with transaction.atomic():
        InboundMail.objects.bulk_create(rows, ignore_conflicts=True)
        wake_task("mailroom.sort", queue=QUEUE)
    return len(rows)


def _row_of(one: Handed, recipient: str, now: datetime) -> InboundMail:
    recipient = recipient.strip().lower()[:320]
    raw = (
        f"Return-Path: <{_one_line(one.envelope_sender)}>\r\n".encode() + one.raw if one.came_by != "imap" else one.raw
    )
    return InboundMail(
        once=f"{one.box_key or hashlib.sha256(one.raw).hexdigest()}:{hashlib.sha256(recipient.encode()).hexdigest()}",
        recipient=recipient,
        envelope_sender=one.envelope_sender[:320],
        peer=one.peer[:120],
        came_by=one.came_by,
        raw=raw,
        size=len(one.raw),
        received_at=now,
        state=MailState.QUEUED,
    )


def _one_line(address: str) -> str:
    return "".join(character for character in address if character.isprintable() and character not in "<>")[:320]
