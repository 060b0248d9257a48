"""Takes the answer that a calendar program gave to an invitation: whoever has the seat's reply address speaks for it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.dialogues.actions.convene import lock_dialogue, refuse_unless_planned
from landsea.dialogues.models import Reply, Seat
from landsea.dialogues.stream import stream_of

ANSWERS = {"ACCEPTED": Reply.ACCEPTED, "DECLINED": Reply.DECLINED, "TENTATIVE": Reply.NONE, "NEEDS-ACTION": Reply.NONE}


def take_calendar_answer(seat_id: int, said: str, *, actor: Actor, now: datetime) -> Seat:
    """Note what the seat's calendar said (PARTSTAT of RFC 5545). Raises Refused for another word, a freed seat, and a dialogue
    that is over or was called off.
    """
    answer = ANSWERS.get(said.upper())
    if answer is None:
        raise Refused("no_reply", gettext("Say whether you come."))
    with transaction.atomic():
        seat = Seat.objects.filter(pk=seat_id, left_at=None).first()
        if seat is None:
            raise Refused("seat_freed", gettext("This seat was freed; nobody answers for it any more."))
        refuse_unless_planned(lock_dialogue(seat.dialogue_id))
        if seat.reply != answer:
            seat.reply = answer
            seat.save(update_fields=["reply"])
            facts = {"seat": seat.pk, "reply": str(answer)}
            append_entry(stream=stream_of(seat.dialogue_id), act="reply", actor=actor.label, at=now, facts=facts)
    return seat
