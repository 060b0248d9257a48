"""Did the person write to whom the reply address belongs? A known address with another sender is a forwarded or stolen one.

>>> from landsea.mailroom.filters.letter import make_letter
>>> hold_wrong_sender(make_letter(sender="somebody@else.example")).code
'other_sender'
>>> hold_wrong_sender(make_letter(sender="Filer@Demo.example.org")) is None
True
>>> hold_wrong_sender(make_letter(purpose="filing", sender="somebody@else.example")) is None
True
"""

from landsea.mailroom.addresses import Purpose
from landsea.mailroom.filters.letter import Letter, Verdict, Way
from landsea_core.sentences import Sentence


def hold_wrong_sender(one: Letter) -> Verdict | None:
    """Hold a reply from another sender than the person of its address, who is asked once whether it is theirs."""
    if one.purpose is not Purpose.REPLY or (one.person and one.reading.sender.lower() == one.person.lower()):
        return None
    why = Sentence("It came to a secret reply address, but from another sender than the person who has it.")
    return Verdict(Way.HELD, "other_sender", (why,))
