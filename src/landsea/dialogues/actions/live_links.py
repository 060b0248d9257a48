"""The one link that a seat without an account has: made when a mail carries it, ended when it is replaced or the seat freed."""

from datetime import datetime, timedelta

from django.db.models import Q

from landsea.dialogues.invitation_links import INVITATION_LINKS
from landsea.dialogues.models import Seat, SeatLink

NOTED_EVERY = timedelta(hours=1)


def make_live_link(seat: Seat, now: datetime) -> SeatLink:
    """Return the link that a seat has now, made when there is none. Its dialogue's row is locked by the caller."""
    found = SeatLink.objects.filter(seat=seat, revoked_at=None).first()
    if found is not None and found.address.lower() == seat.email.lower():
        return found
    end_links(seat, now)
    return SeatLink.objects.create(seat=seat, address=seat.email, created_at=now, **INVITATION_LINKS.new_link())


def end_links(seat: Seat, now: datetime) -> None:
    """End every link of a seat, in the caller's transaction."""
    SeatLink.objects.filter(seat=seat, revoked_at=None).update(revoked_at=now)


def note_link_use(link: SeatLink, *, now: datetime) -> None:
    """Set when a link was last opened, at most once an hour, so that opening it stays a read."""
    long_ago = Q(last_used_at=None) | Q(last_used_at__lt=now - NOTED_EVERY)
    SeatLink.objects.filter(long_ago, pk=link.pk).update(last_used_at=now)
