"""Is it a new case, at a country's address? An answer to one of our mails that was sent there is held: it belongs to a case.

>>> from landsea.mailroom.filters.letter import make_letter
>>> take_new_case(make_letter("new_case", purpose="filing")).way.value
'filing'
>>> take_new_case(make_letter("reply", purpose="filing")).code
'answer_at_country'
>>> take_new_case(make_letter("new_case", purpose="filing", sender="")).code
'no_sender'
>>> take_new_case(make_letter()) is None
True
"""

from landsea.mailroom.addresses import Purpose
from landsea.mailroom.filters.letter import Letter, Verdict, Way
from landsea_core.mailtext import Kind
from landsea_core.sentences import Sentence


def take_new_case(one: Letter) -> Verdict | None:
    """Take a new case; hold one that answers a mail of ours, or that nobody can be written to about."""
    if one.purpose is not Purpose.FILING:
        return None
    if one.reading.kind is Kind.REPLY:
        why = Sentence("It answers one of our mails, but was sent to a country's address.")
        return Verdict(Way.HELD, "answer_at_country", (*one.reading.reasons, why))
    if not one.reading.sender:
        return Verdict(Way.HELD, "no_sender", (Sentence("It has no sender that could be written to."),))
    return Verdict(Way.FILING, "new_case", one.reading.reasons)
