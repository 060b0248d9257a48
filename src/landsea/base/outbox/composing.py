"""A delivery as the mail that goes out: words, headers, thread, the same text as HTML, and how it is answered.

- `Message-ID` is `<delivery-N@domain>`: the same mail after a crash, and what an answer names.
- `In-Reply-To` and `References` name what went to the same address about the same thing before, so that a case is one thread.
- `Auto-Submitted` and `X-Auto-Response-Suppress` keep vacation notices away.
- The envelope's sender is the return path of this delivery; `From` stays the sender that people know.
- A mail that could not be sent for long says on top when it was written (`lateness`).
- `Subject` begins on its own line: some mail programs show the subject of an empty first line as none.
"""

from email.header import Header
from email.message import EmailMessage
from email.mime.text import MIMEText
from email.policy import Policy

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.utils import translation
from django.utils.translation import gettext
from icalendar import Calendar, vCalAddress

from landsea.base.outbox.answering import find_ending_page, reply_address_for, write_envelope_sender
from landsea.base.outbox.html_words import write_html
from landsea.base.outbox.lateness import say_late
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.base.outbox.rendering import render_words
from landsea_core.mailtext.message_ids import make_message_id
from landsea_core.mailtext.written.separators import write_marker_line

FOOTER = "\n-- \n"
MOST_REFERENCES = 10


class Letter(EmailMultiAlternatives):
    """A mail whose subject begins beside the word "Subject". Django cuts a subject in encoded words without room for that
    word, so that the first of a long one moves to a second line and leaves the first one empty.
    """

    def message(self, *, policy: Policy | None = None) -> EmailMessage:
        """Return the whole message; its lines are no longer than the 78 characters of RFC 5322."""
        message = super().message() if policy is None else super().message(policy=policy)
        subject = str(self.subject)
        if not subject.isascii():
            encoded = Header(subject, "utf-8", header_name="Subject").encode(linesep="")
            message.replace_header("Subject", encoded)
        return message


def compose_message(delivery: Delivery) -> EmailMultiAlternatives:
    """Return the mail of a delivery, in its recipient's language."""
    subject, body = render_words(delivery)
    reply_to = reply_address_for(delivery)
    body = _with_way_to_answer(_with_lateness(body, delivery), delivery.language, reply_to)
    message = Letter(
        subject=subject,
        body=body,
        from_email=write_envelope_sender(delivery),
        to=[delivery.address],
        reply_to=[reply_to] if reply_to else None,
        headers=_headers_of(delivery),
        connection=get_connection(),
    )
    message.attach_alternative(write_html(body, delivery.language), "text/html")
    if delivery.facts.get("calendar"):
        invitation = set_organizer(delivery.facts["calendar"], reply_to) if reply_to else delivery.facts["calendar"]
        message.attach(_calendar_part(invitation, delivery.facts["calendar_method"]))
    return message


def _headers_of(delivery: Delivery) -> dict[str, str]:
    headers = {
        "Message-ID": make_message_id(delivery.pk, settings.MAIL_DOMAIN),
        "From": settings.DEFAULT_FROM_EMAIL,
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "Content-Language": delivery.language,
        "X-Landsea-Delivery": str(delivery.pk),
    }
    earlier = [make_message_id(number, settings.MAIL_DOMAIN) for number in _sent_before(delivery)]
    if earlier:
        headers |= {"In-Reply-To": earlier[-1], "References": " ".join(earlier)}
    page = find_ending_page(delivery)
    if page:
        headers |= {"List-Unsubscribe": f"<{page}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return headers


def _sent_before(delivery: Delivery) -> list[int]:
    """Return the numbers of the first mail and of the last few about the same thing to the same address, oldest first."""
    thread = Delivery.objects.filter(stream=delivery.stream, address=delivery.address, state=DeliveryState.SENT)
    numbers = list(thread.filter(pk__lt=delivery.pk).order_by("id").values_list("id", flat=True)) if delivery.pk else []
    return numbers if len(numbers) <= MOST_REFERENCES else [numbers[0], *numbers[1 - MOST_REFERENCES :]]


def _with_lateness(body: str, delivery: Delivery) -> str:
    """Return the words; below what is said on top of a mail that goes out late."""
    with translation.override(delivery.language if translation.check_for_language(delivery.language) else "en"):
        said = say_late(delivery)
    return f"{said}\n\n{body}" if said else body


def _with_way_to_answer(body: str, language: str, reply_to: str) -> str:
    """Return the words with how they are answered above the footer, and our marker line on top where mail is an answer."""
    with translation.override(language if translation.check_for_language(language) else "en"):
        if reply_to:
            how = gettext("You can simply reply to this mail. Its reply address is yours alone: do not pass it on.")
        else:
            how = gettext("Nobody reads mails to the sender of this one. To answer, follow the link above.")
    words, footer, rest = body.rpartition(FOOTER)
    said = f"{words.rstrip()}\n\n{how}\n{footer}{rest}" if footer else f"{body.rstrip()}\n\n{how}\n"
    return f"{write_marker_line(language.partition('-')[0])}\n\n{said}" if reply_to else said


def set_organizer(invitation: str, reply_to: str) -> str:
    """Return the invitation with this address as its organizer: there calendar programs send their answers."""
    calendar = Calendar.from_ical(invitation)
    for event in calendar.walk("VEVENT"):
        organizer = vCalAddress(f"MAILTO:{reply_to}")
        organizer.params.update(event["ORGANIZER"].params)
        event["ORGANIZER"] = organizer
    return str(calendar.to_ical().decode())


def _calendar_part(text: str, method: str) -> MIMEText:
    """Return a calendar object as the part that mail programs take for an invitation (RFC 6047)."""
    part = MIMEText(text, "calendar", "utf-8")
    part.set_param("method", method)
    part.add_header("Content-Disposition", "attachment", filename="invitation.ics")
    return part
