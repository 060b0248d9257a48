"""The filters in their order. What must never be answered comes first, then what must not be believed, then what people want.

>>> from landsea.mailroom.filters.letter import make_letter
>>> judge_letter(make_letter("auto_reply", sender="other@else.example")).code
'automatic'
>>> judge_letter(make_letter("reply", sender="other@else.example")).code
'other_sender'
"""

from collections.abc import Callable

from landsea.mailroom.filters.automatic import put_automatic_aside
from landsea.mailroom.filters.calendar_reply import take_calendar_reply
from landsea.mailroom.filters.delivery_report import take_delivery_report
from landsea.mailroom.filters.for_people import hold_for_people
from landsea.mailroom.filters.forged import hold_forged
from landsea.mailroom.filters.gone_address import hold_gone_address
from landsea.mailroom.filters.letter import Letter, Verdict, Way
from landsea.mailroom.filters.new_case import take_new_case
from landsea.mailroom.filters.own_loop import put_loop_aside
from landsea.mailroom.filters.reply import take_reply
from landsea.mailroom.filters.seen_before import put_repeated_aside
from landsea.mailroom.filters.too_often import hold_too_often
from landsea.mailroom.filters.unreadable import hold_unreadable
from landsea.mailroom.filters.without_words import hold_without_words
from landsea.mailroom.filters.wrong_sender import hold_wrong_sender

FILTERS: tuple[Callable[[Letter], Verdict | None], ...] = (
    put_repeated_aside,
    put_loop_aside,
    take_delivery_report,
    put_automatic_aside,
    hold_unreadable,
    hold_forged,
    hold_for_people,
    hold_gone_address,
    hold_wrong_sender,
    take_calendar_reply,
    hold_without_words,
    hold_too_often,
    take_reply,
    take_new_case,
)


def judge_letter(one: Letter) -> Verdict:
    """Return what the first filter answers; a mail that none of them knows is held for a person."""
    for asks in FILTERS:
        found = asks(one)
        if found is not None:
            return found
    return Verdict(Way.HELD, "unknown", one.reading.reasons)
