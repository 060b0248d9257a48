"""Did the same mail come to the same address before? Servers send a mail again when our answer got lost.

>>> from landsea.mailroom.filters.letter import make_letter
>>> put_repeated_aside(make_letter(seen_before=1)).code
'repeated'
>>> put_repeated_aside(make_letter()) is None
True
"""

from landsea.mailroom.filters.letter import Letter, Verdict, Way
from landsea_core.sentences import Sentence


def put_repeated_aside(one: Letter) -> Verdict | None:
    """Put a mail aside whose Message-ID and sender came to this address before."""
    if not one.seen_before:
        return None
    return Verdict(Way.ASIDE, "repeated", (Sentence("The same mail came to the same address before."),))
