"""Takes the answer that a calendar program gave to an invitation: whoever has the seat's reply address speaks for it."""

from datetime import datetime

from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.dialogues.actions.answer import answer_from_seat
from landsea.dialogues.models import Reply, Seat

ANSWERS = {
    "ACCEPTED": Reply.ACCEPTED,
    "DECLINED": Reply.DECLINED,
    "TENTATIVE": Reply.MAYBE,
    "NEEDS-ACTION": Reply.NONE,
}


def take_calendar_answer(seat_id: int, said: str, *, actor: Actor, note: str = "", now: datetime) -> Seat:
    """Note what the seat's calendar said (PARTSTAT of RFC 5545) and the words that came with it. Raises Refused for another
    word, a freed seat, and a dialogue that is over or was called off.
    """
    answer = ANSWERS.get(said.upper())
    if answer is None:
        raise Refused("no_reply", gettext("Say whether you come."))
    return answer_from_seat(seat_id, answer, actor=actor, note=note or None, how="calendar", now=now)
