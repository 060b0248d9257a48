"""The mailroom: a mail that is held for a person, and the signed words in links of our own mails."""

from datetime import datetime
from urllib.parse import urlsplit

from django.core import signing
from tests.contract.one_of_each.addresses import TYPED

from landsea.cases.models import Case
from landsea.mailroom import subscriptions
from landsea.mailroom.models import InboundMail, MailState
from landsea.mailroom.owner_links import write_owner_page_address

RAW = b"""From: firm@demo.example.org
To: vn@mail.example
Subject: Durian
Message-ID: <%d@demo.example.org>
Date: Wed, 25 Nov 2026 10:00:00 +0700
Content-Type: text/plain; charset=utf-8

Our durian waits.
"""


def make(world, now: datetime) -> dict:
    """Hold a mail that may belong to a case."""
    mail = held_mail(0, now)
    ending = signing.dumps(["watch", [0]], salt=subscriptions.SALT)
    return {
        **dict.fromkeys(("held_mail", "held_mail_original"), {"mail_id": mail.pk}),
        "held_mail_do": {"mail_id": mail.pk, TYPED: {"act": "discard", "reason": "It is an advertisement."}},
        "mail_template": {"name": "case_answered"},
        "mail_is_it_yours": {"word": urlsplit(write_owner_page_address(mail.pk)).path.rstrip("/").rpartition("/")[2]},
        "end_subscription": {"word": ending},
    }


def held_mail(number: int, now: datetime) -> InboundMail:
    """Keep a mail as held."""
    raw = RAW % number
    return InboundMail.objects.create(
        once=f"one of each {number}",
        recipient="vn@mail.example",
        came_by="lmtp",
        raw=raw,
        size=len(raw),
        received_at=now,
        state=MailState.HELD,
        sender="firm@demo.example.org",
        subject=f"Durian {number}",
        case=Case.objects.earliest("pk"),
    )


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Another held mail."""
    held_mail(number + 1, now)
