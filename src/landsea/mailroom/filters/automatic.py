"""Did a program write it: a vacation notice, a list, a receipt? Then it is no answer, and no clock stops.

>>> from landsea.mailroom.filters.letter import make_letter
>>> put_automatic_aside(make_letter("auto_reply")).way.value
'aside'
>>> put_automatic_aside(make_letter("auto_reply", purpose="people")) is None
True
"""

from landsea.mailroom.addresses import Purpose
from landsea.mailroom.filters.letter import Letter, Verdict, Way
from landsea_core.mailtext import Kind


def put_automatic_aside(one: Letter) -> Verdict | None:
    """Put what a program wrote aside; what comes to postmaster is for a person all the same."""
    if one.reading.kind is not Kind.AUTO_REPLY or one.purpose is Purpose.PEOPLE:
        return None
    return Verdict(Way.ASIDE, "automatic", one.reading.reasons)
