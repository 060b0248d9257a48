"""A talk as a calendar object for one side (RFC 5545, RFC 5546): nobody learns the other side's name or address by it."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Event

from landsea.base.outbox.invitations import Attendee, write_invitation
from landsea.talks.models import Talk


def talk_as_calendar(talk: Talk, address: str, page: str, language: str, *, now: datetime, is_cancelled: bool) -> str:
    """Return the invitation of one side, or its cancellation, as text. `page` is where that side looks; `now` (aware) is when
    it is made.
    """
    event = Event()
    event.add("uid", f"talk-{talk.pk}@{settings.MAIL_DOMAIN}")
    event.add("sequence", talk.sequence)
    event.add("dtstamp", now)
    event.add("dtstart", talk.starts_at.astimezone(UTC))
    event.add("dtend", talk.starts_at.astimezone(UTC) + timedelta(minutes=talk.minutes))
    with translation.override(language):
        event.add("summary", _("Talk about %(ref)s") % {"ref": talk.case.ref})
    if talk.call_link:
        event.add("location", talk.call_link)
    event.add("url", page)
    return write_invitation("Talks", event, Attendee(address), is_cancelled=is_cancelled)
