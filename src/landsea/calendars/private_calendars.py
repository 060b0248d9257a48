"""The only reads of private calendars: one's own, and the one behind a secret address."""

from django.conf import settings
from django.urls import reverse

from landsea.base.secret_links import SHAPE, compute_digest
from landsea.calendars.models import PrivateCalendar
from landsea.calendars.private_links import CALENDAR_LINKS


def find_own_calendar(user_id: int | None) -> PrivateCalendar | None:
    """Return a person's live calendar."""
    return PrivateCalendar.objects.filter(user_id=user_id, ended_at=None).first() if user_id else None


def find_calendar_with_secret(secret: str) -> PrivateCalendar | None:
    """Return the live calendar behind a secret, with its person; None for a foreign or ended one, and for a closed account."""
    if not SHAPE.fullmatch(secret):
        return None
    rows = PrivateCalendar.objects.select_related("user").filter(ended_at=None, user__is_active=True)
    return rows.filter(digest=compute_digest(secret)).first()


def write_calendar_address(calendar: PrivateCalendar) -> str:
    """Return the whole address of a calendar; whoever has it reads the calendar."""
    path = reverse("private_calendar", args=[CALENDAR_LINKS.secret_of(calendar.nonce)])
    return settings.PUBLIC_ADDRESS + path
