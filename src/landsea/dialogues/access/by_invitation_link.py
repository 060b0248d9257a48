"""What opens by an invitation link: one seat at one dialogue, for the address that was invited, and nothing else."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from landsea.base.actors import Actor
from landsea.base.secret_links import SHAPE, compute_digest
from landsea.dialogues.languages import find_language_of_seat
from landsea.dialogues.models import Dialogue, Seat, SeatLink

OPENS_AFTERWARDS = timedelta(days=30)
"""How long after a dialogue's end its links still show when and where it was."""


@dataclass(frozen=True)
class Invited:
    """A link that holds now: the seat, its dialogue, and the actor behind the link."""

    link: SeatLink
    seat: Seat
    dialogue: Dialogue
    actor: Actor


def open_invitation_link(secret: str, now: datetime) -> Invited | None:
    """Return what this secret opens at `now` (aware); None for a foreign one, and for one that holds no more: the link was
    replaced, the seat was freed or has another address, or the dialogue ended more than a month ago.
    """
    if not SHAPE.fullmatch(secret):
        return None
    rows = SeatLink.objects.select_related("seat__dialogue", "seat__user").filter(digest=compute_digest(secret))
    link = rows.filter(revoked_at=None, seat__left_at=None).first()
    if link is None or link.address.lower() != link.seat.email.lower():
        return None
    dialogue = link.seat.dialogue
    if dialogue.ends_at + OPENS_AFTERWARDS < now:
        return None
    actor = Actor(name=link.seat.name, language=find_language_of_seat(link.seat), link_seat=link.seat_id)
    return Invited(link, link.seat, dialogue, actor)
