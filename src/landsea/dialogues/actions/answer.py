"""Takes what somebody who is invited says: whether they come, a few words, another time that would suit them.

The answer comes from a seat: of whoever signed in, of whoever opened the mailed link, or has the seat's reply address.
Who convened the dialogue is told of a time that is proposed.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.base.ui.fields import FARTHEST_YEARS
from landsea.dialogues.actions.convene import lock_dialogue, refuse_unless_planned
from landsea.dialogues.models import Dialogue, Reply, Seat
from landsea.dialogues.notices import tell_convener
from landsea.dialogues.stream import name_stream

ANSWERS = (Reply.ACCEPTED, Reply.MAYBE, Reply.DECLINED)
LONGEST_NOTE = 500
FARTHEST = timedelta(days=365 * FARTHEST_YEARS)


def answer_from_seat(
    seat_id: int, answer: str, *, actor: Actor, note: str | None = None, how: str = "", now: datetime
) -> Seat:
    """Note whether somebody comes; a `note` replaces the earlier one, None keeps it. `how` says in the audit by what the answer
    came, where nobody signed in. The same answer twice is noted once.
    """
    if answer not in (*ANSWERS, Reply.NONE):
        raise Refused("no_reply", gettext("Say whether you come."))
    with transaction.atomic():
        _dialogue, seat = _locked_seat(seat_id)
        before = (seat.reply, seat.note)
        seat.reply = answer
        if note is not None:
            seat.note = note.strip()[:LONGEST_NOTE]
        if (seat.reply, seat.note) != before:
            seat.save(update_fields=["reply", "note"])
            _write_down(seat, "reply", actor, how, now, {"reply": str(answer)})
    return seat


def propose_time(
    seat_id: int, at: datetime, *, actor: Actor, note: str | None = None, how: str = "", now: datetime
) -> Seat:
    """Propose that a dialogue begin at another time (aware), for whoever convened it to look at. The invitation stays as it is
    until it is changed for all. Refused for a time that is planned already, has passed, or lies more than five years ahead.
    """
    with transaction.atomic():
        dialogue, seat = _locked_seat(seat_id)
        if at <= now:
            raise Refused("passed", gettext("This time has passed already. Choose a day and an hour yet to come."))
        if at > now + FARTHEST:
            raise Refused("too_far", gettext("This is more than five years away. Check the year."))
        if at == dialogue.starts_at.replace(microsecond=0):
            raise Refused("same_time", gettext("The dialogue begins at this time already. Choose another."))
        if note:
            seat.note = note.strip()[:LONGEST_NOTE]
        if seat.proposed_at == at:
            seat.save(update_fields=["note"])
            return seat
        seat.proposed_at = at
        seat.save(update_fields=["proposed_at", "note"])
        _write_down(seat, "propose_time", actor, how, now, {"at": at.isoformat()})
        tell_convener(dialogue, seat, now=now)
    return seat


def _locked_seat(seat_id: int) -> tuple[Dialogue, Seat]:
    """Return a seat with its dialogue locked. Raises Refused for a freed one, and for a dialogue that is over or called off."""
    seat = Seat.objects.filter(pk=seat_id).first()
    dialogue = lock_dialogue(seat.dialogue_id) if seat else None
    seat = Seat.objects.filter(pk=seat_id, left_at=None).first()
    if seat is None or dialogue is None:
        raise Refused("seat_freed", gettext("This seat was freed; nobody answers for it any more."))
    refuse_unless_planned(dialogue)
    return dialogue, seat


def _write_down(seat: Seat, act: str, actor: Actor, how: str, now: datetime, facts: dict[str, str]) -> None:
    told = {"seat": seat.pk, **facts} | ({"how": how} if how else {})
    append_entry(stream=name_stream(seat.dialogue_id), act=act, actor=actor.label, at=now, facts=told)
