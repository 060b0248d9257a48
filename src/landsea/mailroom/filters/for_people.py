"""Is it for whoever looks after mail here (postmaster, abuse)?

>>> from landsea.mailroom.filters.letter import make_letter
>>> hold_for_people(make_letter(purpose="people")).code
'for_people'
>>> hold_for_people(make_letter()) is None
True
"""

from landsea.mailroom.addresses import Purpose
from landsea.mailroom.filters.letter import Letter, Verdict, Way
from landsea_core.sentences import Sentence


def hold_for_people(one: Letter) -> Verdict | None:
    """Hold what came to an address that a person reads, or to none of ours, as a box collects it."""
    if one.purpose is Purpose.PEOPLE:
        return Verdict(Way.HELD, "for_people", (Sentence("It came to an address that a person reads."),))
    if one.purpose is Purpose.NOBODY:
        return Verdict(Way.HELD, "no_address", (Sentence("None of our addresses is in it."),))
    return None
