"""Whoever sent a mail that is held hears it, once a day and in their language, unless the mail may be nobody's own."""

from email import policy
from email.message import EmailMessage

import pytest
from django.core import mail as outgoing
from django.utils import timezone

from landsea.base.outbox.composing import compose_message
from landsea.base.outbox.models import Delivery
from landsea.cases.models import Case
from landsea.mailroom.actions.keep import Handed, keep_mails
from landsea.mailroom.actions.sort import sort_due
from landsea.mailroom.models import InboundMail, MailState
from landsea.mailroom.tests.mail_servers import DOMAIN

pytestmark = pytest.mark.django_db
SENDER = "driver@demo.example.org"


def photos(words: str = "", *, to: str = "vn", number: int = 1, **headers: str) -> bytes:
    """Return a mail of two photos from a telephone, without a subject."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Message-ID"] = SENDER, f"{to}@{DOMAIN}", f"<{number}@people.example.org>"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(words)
    for name in ("one.jpg", "two.jpg"):
        mail.add_attachment(b"\xff\xd8\xff\xe0", maintype="image", subtype="jpeg", filename=name)
    return mail.as_bytes(policy=policy.SMTP)


def take(raw: bytes, to: str = "vn") -> InboundMail:
    """Take a mail in and sort it."""
    keep_mails([Handed(raw, (f"{to}@{DOMAIN}",), SENDER)], now=timezone.now())
    sort_due()
    return InboundMail.objects.latest("id")


def test_two_photos_without_a_word_are_answered_in_the_language_of_the_country(world):
    held = take(photos())
    assert held.state == MailState.HELD and not Case.objects.exists()
    told = Delivery.objects.get(template="mail_kept")
    assert (told.address, told.language, told.facts["papers"]) == (SENDER, "vi", 2)
    message = compose_message(told)
    assert "điều phối viên" in message.body.lower() and "ảnh" in message.body
    assert told.facts["why"] in message.body and told.facts["why"]


def test_words_of_the_telephone_alone_are_no_case(world):
    held = take(photos("\n\n发自我的iPhone", to="cases"), "cases")
    assert held.state == MailState.HELD and not Case.objects.exists()
    assert Delivery.objects.get(template="mail_kept").address == SENDER


def test_a_sender_is_told_once_a_day_however_many_come(world):
    for number in range(3):
        take(photos(number=number))
    assert Delivery.objects.filter(template="mail_kept").count() == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Authentication_Results": "mx.in.landsea.example; spf=fail; dkim=fail; dmarc=fail"},
    ],
)
def test_what_nobody_wrote_or_who_may_not_have_written_is_not_answered(world, headers):
    take(photos(**headers))
    assert not Delivery.objects.filter(template="mail_kept").exists() and not outgoing.outbox


def test_a_mail_with_words_becomes_a_case_and_is_told_so_alone(world):
    take(photos("Two lorries of durian wait at Mohan since Monday, the quarantine office does not take our report."))
    assert Case.objects.count() == 1 and not Delivery.objects.filter(template="mail_kept").exists()
