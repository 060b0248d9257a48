"""Offers times for a talk, agrees to one, calls it off, keeps what was said. Each is an act on the case: with its lock, its
audit row, a message that all sides see, and mails.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.utils import translation
from django.utils.translation import get_language, gettext

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.base.ui.fields import FARTHEST_YEARS
from landsea.cases.access import Need, needs_met
from landsea.cases.actions.act_under_way import Work
from landsea.cases.actions.office import needs_words, refuse_unless_for_desk
from landsea.cases.actions.open_act import open_act
from landsea.cases.models import Case
from landsea.talks.access import open_talk_of
from landsea.talks.both_clocks import find_clocks, write_on_both_clocks
from landsea.talks.calendar_objects import was_offered_in_calendars
from landsea.talks.call_links import make_link
from landsea.talks.models import Talk, TalkState
from landsea.talks.notices import tell_both, tell_other_side
from landsea_core.caseflow import MessageKind, Side

MOST_TIMES = 5
LENGTHS = (15, 30, 45, 60, 90)
FARTHEST = timedelta(days=365 * FARTHEST_YEARS)
"""How far ahead a talk may be: calendars, which every page of the case asks, end some day."""


def offer_times(
    actor: Actor,
    ref: str,
    times: Sequence[datetime],
    *,
    minutes: int,
    words: str = "",
    now: datetime,
    key: str = "",
) -> Case:
    """Offer the other side up to five times to come (aware), of which it chooses one. What was offered before is replaced; a
    talk that is agreed stays until another time is.
    """
    with _acting(actor, ref, "offer_times", now, key) as (work, side):
        times = sorted(set(times))
        _check_times(times, minutes, now)
        talk = open_talk_of(work.case)
        if talk is None or _is_over(talk, now):
            _end(talk, TalkState.HELD, now)
            talk = Talk(case=work.case)
        before = talk.offered_by if was_offered_in_calendars(talk) else ""
        talk.sequence += 1 if before else 0
        talk.state, talk.offered_by, talk.times, talk.minutes = TalkState.OFFERED, side.value, times, minutes
        talk.offered_at, talk.reminded_at = now, None
        talk.save()
        lines = [f"- {_in_both(work, at)}" for at in times]
        said = gettext("Times offered for a talk of %(minutes)s minutes:") % {"minutes": minutes}
        _write(work, "\n".join([said, *lines, words.strip()]).strip())
        _tell_of_offer(work, talk, side, before)
    return work.case


def agree_time(actor: Actor, ref: str, at: datetime, *, call_link: str = "", now: datetime, key: str = "") -> Case:
    """Choose one of the times that the other side offered; both sides get it for their calendars. `call_link` is where both
    meet, where the installation sets none by itself.
    """
    with _acting(actor, ref, "agree_time", now, key) as (work, side):
        talk = _talk_in(work, TalkState.OFFERED)
        if talk.offered_by == side.value:
            raise Refused("own_offer", gettext("You offered these times. The other side chooses one of them."))
        if at not in talk.times or at <= now:
            raise Refused(
                "other_times", gettext("This time is not offered any more. Choose one that is, or offer others.")
            )
        talk.sequence += 1 if talk.starts_at or was_offered_in_calendars(talk) else 0
        talk.state, talk.starts_at, talk.times = TalkState.AGREED, at, [at]
        talk.call_link = call_link.strip() or talk.call_link or make_link(talk)
        talk.save()
        lines = [gettext("Talk agreed:") + " " + _in_both(work, at), talk.call_link]
        _write(work, "\n".join(line for line in lines if line))
        tell_both(work, "talk_agreed", talk)
    return work.case


def set_call_link(actor: Actor, ref: str, call_link: str, *, now: datetime, key: str = "") -> Case:
    """Say where both meet, or say it anew; both sides get the changed calendar object."""
    with _acting(actor, ref, "set_call_link", now, key) as (work, _side):
        talk = _talk_in(work, TalkState.AGREED)
        talk.call_link = needs_words(call_link, gettext("Write where both meet: a link, or a telephone number."))[:300]
        talk.sequence += 1
        talk.save(update_fields=["call_link", "sequence"])
        _write(work, gettext("Where we meet:") + " " + talk.call_link)
        tell_both(work, "talk_agreed", talk)
    return work.case


def cancel_talk(actor: Actor, ref: str, reason: str, *, now: datetime, key: str = "") -> Case:
    """Call a talk off, offered or agreed, with a reason; one that stands in calendars is taken out of both."""
    with _acting(actor, ref, "cancel_talk", now, key) as (work, side):
        talk = _talk_in(work, TalkState.OFFERED, TalkState.AGREED)
        reason = needs_words(reason, gettext("Say in a few words why the talk is called off."))
        was_agreed, was_offered = talk.starts_at is not None, was_offered_in_calendars(talk)
        talk.sequence += 1
        _end(talk, TalkState.CANCELLED, now)
        _write(work, gettext("The talk is called off: %(reason)s") % {"reason": reason})
        if was_agreed or was_offered:
            tell_both(work, "talk_cancelled", talk, is_cancelled=True)
        else:
            tell_other_side(work, "talk_cancelled", side)
    return work.case


def keep_what_was_said(actor: Actor, ref: str, words: str, *, now: datetime, key: str = "") -> Case:
    """Write what was said at a talk that has begun as a message that all sides see; the talk is over."""
    with _acting(actor, ref, "note_talk", now, key) as (work, side):
        talk = _talk_in(work, TalkState.AGREED)
        if talk.starts_at > now:
            raise Refused("not_yet", gettext("The talk has not begun yet. Write what was said when it is over."))
        _write(work, needs_words(words, gettext("Write what was said, in a few sentences.")))
        _end(talk, TalkState.HELD, now)
        tell_other_side(work, "talk_noted", side)
    return work.case


@contextmanager
def _acting(actor: Actor, ref: str, act: str, now: datetime, key: str) -> Iterator[tuple[Work, Side]]:
    """Open an act of either side: of the filer's, or of whoever acts for the accountable desk today."""
    need = Need.FILE_SIDE if actor.filer_case or actor.associations and not actor.desks else Need.OFFICE_SIDE
    with open_act(actor, ref, act, now=now, need=need, key=key) as work:
        if work.case.closed_at is not None:
            raise Refused("closed", gettext("The case is closed. Open it again before you arrange a talk."))
        side = Side.FILER if Need.FILE_SIDE in needs_met(actor, work.case) and need is Need.FILE_SIDE else Side.OFFICE
        if side is Side.OFFICE:
            refuse_unless_for_desk(actor, work.case, now)
        work.side = side if side is Side.FILER else work.side
        yield work, side


def _tell_of_offer(work: Work, talk: Talk, side: Side, before: str) -> None:
    """Tell the other side of an offer: a single time is put into its calendar; where several take the place of a single one
    that the same side had offered (`before`), that one leaves the calendar.
    """
    if was_offered_in_calendars(talk):
        tell_other_side(work, "talk_offered", side, talk)
    elif before == side.value and talk.starts_at is None:
        tell_other_side(work, "talk_offered", side, talk, is_cancelled=True)
    else:
        tell_other_side(work, "talk_offered", side)


def _check_times(times: Sequence[datetime], minutes: int, now: datetime) -> None:
    if not times:
        raise Refused("no_time", gettext("Choose at least one time that suits you."))
    if len(times) > MOST_TIMES:
        raise Refused("too_many_times", gettext("Offer at most five times, so that the choice is easy."))
    if times[0] <= now:
        raise Refused("passed", gettext("One of these times has passed. Choose times yet to come."))
    if times[-1] > now + FARTHEST:
        raise Refused("too_far", gettext("This is more than five years away. Check the year."))
    if minutes not in LENGTHS:
        raise Refused("no_length", gettext("Choose how long the talk may take."))


def _talk_in(work: Work, *states: TalkState) -> Talk:
    talk = open_talk_of(work.case)
    if talk is None or talk.state not in states:
        raise Refused("no_talk", gettext("There is no such talk any more. Look at the case as it is now."))
    talk.case = work.case
    return talk


def _is_over(talk: Talk, now: datetime) -> bool:
    return talk.state == TalkState.AGREED and talk.starts_at is not None and talk.starts_at <= now


def _end(talk: Talk | None, state: TalkState, now: datetime) -> None:
    if talk is not None:
        talk.state, talk.ended_at = state, now
        talk.save()


def _in_both(work: Work, at: datetime) -> str:
    return write_on_both_clocks(find_clocks(work.case), at, work.now, get_language() or "en")


def _write(work: Work, body: str) -> None:
    work.write(MessageKind.ALL, body, language=translation.get_language() or work.case.language)
