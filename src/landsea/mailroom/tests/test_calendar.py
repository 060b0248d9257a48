"""A calendar's answer to an invitation: it comes to the address of the seat, and is noted there."""

from email.message import EmailMessage

import pytest
from django.utils import timezone
from icalendar import Calendar

from landsea.base.outbox.composing import compose_message
from landsea.base.outbox.models import Delivery
from landsea.dialogues.models import Reply, Seat
from landsea.dialogues.tests.making import dialogue_with_chairs
from landsea.mailroom.actions.keep import Handed, keep_mails
from landsea.mailroom.actions.sort import sort_due
from landsea.mailroom.models import InboundMail, MailState

pytestmark = pytest.mark.django_db


def invitation_of(delivery: Delivery) -> tuple[str, Calendar]:
    """Return the address to which calendars answer, and the calendar entry as it goes out."""
    message = compose_message(delivery)
    part = next(one for one in message.attachments if "calendar" in str(getattr(one, "get_content_type", lambda: "")()))
    return message.reply_to[0], Calendar.from_ical(part.get_payload(decode=True))


def answer(calendar: Calendar, said: str, method: str = "REPLY") -> bytes:
    """Return what a calendar program sends back: the same event, one attendee, its answer."""
    [event] = calendar.walk("VEVENT")
    event["ATTENDEE"].params["PARTSTAT"] = said
    calendar["METHOD"] = method
    mail = EmailMessage()
    mail["From"] = str(event["ATTENDEE"]).lower().removeprefix("mailto:")
    mail["To"] = str(event["ORGANIZER"]).lower().removeprefix("mailto:")
    mail["Subject"], mail["Message-ID"] = f"{said.title()}: meeting", f"<{said}-{method}@calendars.example.org>"
    mail.set_content("See the attachment.")
    mail.add_attachment(calendar.to_ical(), maintype="text", subtype="calendar", filename="reply.ics")
    return mail.as_bytes()


def test_accepting_in_a_calendar_program_is_an_answer_to_the_invitation(world):
    now = timezone.now()
    dialogue_with_chairs(world, now)
    delivery = Delivery.objects.filter(template="dialogue_invited", address=world.people["holder"].email).get()
    address, calendar = invitation_of(delivery)
    [event] = calendar.walk("VEVENT")
    assert str(event["ORGANIZER"]).lower() == f"mailto:{address}", "programs answer to the organizer"

    for said, reply in (("ACCEPTED", Reply.ACCEPTED), ("DECLINED", Reply.DECLINED)):
        keep_mails([Handed(answer(calendar, said), (address,), world.people["holder"].email)], now=now)
        sort_due()
        assert Seat.objects.get(email=world.people["holder"].email).reply == reply
    keep_mails([Handed(answer(calendar, "TENTATIVE", "COUNTER"), (address,), "x")], now=now)
    sort_due()
    assert InboundMail.objects.order_by("-id").first().state == MailState.HELD
