"""Is it our own mail coming back? It is never answered, or two programs would write to each other for ever.

>>> from landsea.mailroom.filters.letter import make_letter
>>> put_loop_aside(make_letter("loop")).way.value
'aside'
>>> put_loop_aside(make_letter("new_case")) is None
True
"""

from landsea.mailroom.filters.letter import Letter, Verdict, Way
from landsea_core.mailtext import Kind


def put_loop_aside(one: Letter) -> Verdict | None:
    """Put our own mail aside."""
    return Verdict(Way.ASIDE, "loop", one.reading.reasons) if one.reading.kind is Kind.LOOP else None
