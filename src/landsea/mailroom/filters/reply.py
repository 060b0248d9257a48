"""Is it an answer by its person, at their own reply address? The address decides, not the subject and not a number in it.

>>> from landsea.mailroom.filters.letter import make_letter
>>> take_reply(make_letter()).way.value
'reply'
>>> take_reply(make_letter("new_case", purpose="filing")) is None
True
"""

from landsea.mailroom.addresses import Purpose
from landsea.mailroom.filters.letter import Letter, Verdict, Way


def take_reply(one: Letter) -> Verdict | None:
    """Take an answer."""
    return Verdict(Way.REPLY, "reply", one.reading.reasons) if one.purpose is Purpose.REPLY else None
