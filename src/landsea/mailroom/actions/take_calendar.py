"""Takes the answer of a calendar program: to an invitation to a dialogue, from its seat; to that of a talk, from either side
of the case. A proposal of another time (COUNTER) is one, and no answer yet.
"""

from datetime import datetime

from landsea.base.refusal import Refused
from landsea.dialogues.actions.answer import propose_time
from landsea.dialogues.actions.calendar_answer import take_calendar_answer
from landsea.mailroom.models import InboundMail
from landsea.mailroom.reply_addresses import Correspondent
from landsea.talks.actions.calendar_answer import CalendarWord, answer_by_calendar, offer_by_calendar
from landsea.talks.calendar_objects import find_talk_of_event
from landsea_core.mailtext.calendar_answers import CalendarAnswer, read_calendar_answers


def take_calendar(mail: InboundMail, whose: Correspondent, *, now: datetime) -> None:
    """Do what the calendar said, for whoever has the reply address. Raises Refused for another event or another attendee, and
    what else the acts raise.
    """
    found = [one for one in read_calendar_answers(bytes(mail.raw)) if one.attendee == whose.address]
    if not found:
        raise Refused("other_event", "")
    if whose.seat is not None:
        _answer_at_dialogue(found[0], whose, now)
    else:
        _answer_about_talk(found[0], whose, f"mail:{mail.once}", now)


def _answer_at_dialogue(one: CalendarAnswer, whose: Correspondent, now: datetime) -> None:
    if whose.seat is None or not one.event.startswith(f"dialogue-{whose.seat.dialogue_id}@"):
        raise Refused("other_event", "")
    if not one.proposes:
        take_calendar_answer(whose.seat.pk, one.said, actor=whose.actor, note=one.words, now=now)
    elif one.starts_at is None:
        raise Refused("other_event", "")
    else:
        propose_time(whose.seat.pk, one.starts_at, actor=whose.actor, note=one.words, how="calendar", now=now)


def _answer_about_talk(one: CalendarAnswer, whose: Correspondent, key: str, now: datetime) -> None:
    talk = find_talk_of_event(one.event)
    if talk is None or whose.case is None:
        raise Refused("other_event", "")
    length = one.ends_at - one.starts_at if one.ends_at and one.starts_at else None
    word = CalendarWord(talk, one.said, one.starts_at, length, one.words)
    act = offer_by_calendar if one.proposes else answer_by_calendar
    act(whose.actor, whose.case, word, now=now, key=key)
