"""Does a calendar program answer an invitation to a dialogue, or that of a talk about a case? By the reply address of a seat,
or of somebody in the case, which stands in the invitation.

>>> from landsea.mailroom.filters.letter import make_letter
>>> take_calendar_reply(make_letter("calendar_reply", is_at_dialogue=True)).way.value
'calendar'
>>> take_calendar_reply(make_letter("calendar_reply", is_in_case=True)).way.value
'calendar'
>>> take_calendar_reply(make_letter("calendar_reply")).code
'calendar_elsewhere'
>>> take_calendar_reply(make_letter(is_at_dialogue=True)).code
'words_for_dialogue'
>>> take_calendar_reply(make_letter()) is None
True
"""

from landsea.mailroom.filters.letter import Letter, Verdict, Way
from landsea_core.mailtext import Kind
from landsea_core.sentences import Sentence


def take_calendar_reply(one: Letter) -> Verdict | None:
    """Take a calendar's answer at the address of a seat or of somebody in a case; hold one that came elsewhere, and words
    about a dialogue.
    """
    is_calendar = one.reading.kind is Kind.CALENDAR_REPLY
    if is_calendar and (one.is_at_dialogue or one.is_in_case):
        return Verdict(Way.CALENDAR, "calendar", one.reading.reasons)
    if is_calendar:
        why = Sentence("A calendar answers, but not to the address of an invitation of ours.")
        return Verdict(Way.HELD, "calendar_elsewhere", (*one.reading.reasons, why))
    if one.is_at_dialogue:
        return Verdict(Way.HELD, "words_for_dialogue", (Sentence("Somebody who is invited wrote about a dialogue."),))
    return None
