"""Was the reply address ended between taking and sorting, or is it nobody's any more?

>>> from landsea.mailroom.filters.letter import make_letter
>>> hold_gone_address(make_letter(is_known=False)).code
'address_ended'
>>> hold_gone_address(make_letter()) is None
True
"""

from landsea.mailroom.addresses import Purpose
from landsea.mailroom.filters.letter import Letter, Verdict, Way
from landsea_core.sentences import Sentence


def hold_gone_address(one: Letter) -> Verdict | None:
    """Hold a mail to a reply address that is not live any more."""
    if one.purpose is not Purpose.REPLY or one.is_known:
        return None
    return Verdict(Way.HELD, "address_ended", (Sentence("Its reply address was ended; nobody speaks by it any more."),))
