"""Takes what a calendar program answers to the invitation of a talk: it accepts or declines a single time that was offered,
calls an agreed talk off, or proposes another time, which is offered to the other side then.

Whoever has the reply address speaks for their side, as by a mail in words. An answer about a time that holds no more is
refused, and a person looks at it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.cases.models import Case
from landsea.talks.access import open_talk_of
from landsea.talks.actions.arrange import LENGTHS, agree_time, cancel_talk, offer_times
from landsea.talks.calendar_objects import was_offered_in_calendars, write_time
from landsea.talks.models import Talk, TalkState

LONGEST_WORDS = 2000


@dataclass(frozen=True)
class CalendarWord:
    """What a calendar program said about a talk: PARTSTAT in capitals, the time that it speaks of (aware, None where it says
    none), how long that is, and the words that came with it.
    """

    talk: int
    said: str
    at: datetime | None = None
    length: timedelta | None = None
    words: str = ""


def answer_by_calendar(actor: Actor, case: Case, word: CalendarWord, *, now: datetime, key: str) -> None:
    """Accept, decline or leave open what stands in the calendar. Raises Refused for what is not there any more."""
    talk = _talk_of(case, word)
    offered = was_offered_in_calendars(talk) and _is_at(talk.times[0], word.at)
    if not offered and not (talk.state == TalkState.AGREED and _is_at(talk.starts_at, word.at)):
        raise _gone()
    if word.said == "DECLINED":
        reason = word.words[:LONGEST_WORDS].strip() or gettext("Declined in a calendar program.")
        cancel_talk(actor, case.ref, reason, now=now, key=key)
    elif word.said == "ACCEPTED" and offered:
        agree_time(actor, case.ref, talk.times[0], now=now, key=key)
    elif word.said not in ("ACCEPTED", "TENTATIVE"):
        raise Refused("no_reply", gettext("Say whether you come."))


def offer_by_calendar(actor: Actor, case: Case, word: CalendarWord, *, now: datetime, key: str) -> None:
    """Offer the other side the time that a calendar program proposes instead. Raises Refused for one that proposes none."""
    talk = _talk_of(case, word)
    if word.at is None or _is_at(write_time(talk), word.at):
        raise _gone()
    minutes = _nearest_length(word.length, talk.minutes)
    words = word.words[:LONGEST_WORDS]
    offer_times(actor, case.ref, [word.at], minutes=minutes, words=words, now=now, key=key)


def _talk_of(case: Case, word: CalendarWord) -> Talk:
    talk = open_talk_of(case)
    if talk is None or talk.pk != word.talk:
        raise _gone()
    return talk


def _is_at(at: datetime | None, said: datetime | None) -> bool:
    """Whether a time of ours is the one that a calendar says, which knows whole seconds only."""
    return at is not None and at.replace(microsecond=0) == said


def _gone() -> Refused:
    return Refused("other_times", gettext("This time is not offered any more. Choose one that is, or offer others."))


def _nearest_length(length: timedelta | None, otherwise: int) -> int:
    """Return the shortest length of talks into which this one fits; the longest for a longer one."""
    if length is None or length <= timedelta(0):
        return otherwise
    return next((one for one in LENGTHS if timedelta(minutes=one) >= length), LENGTHS[-1])
