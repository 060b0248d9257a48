"""Can it be opened at all? Encrypted, broken or far too large mails are a person's to look at.

>>> from landsea.mailroom.filters.letter import make_letter
>>> hold_unreadable(make_letter("unreadable")).way.value
'held'
>>> hold_unreadable(make_letter("reply")) is None
True
"""

from landsea.mailroom.filters.letter import Letter, Verdict, Way
from landsea_core.mailtext import Kind


def hold_unreadable(one: Letter) -> Verdict | None:
    """Hold what nobody could open, with the reader's own reasons."""
    return Verdict(Way.HELD, "unreadable", one.reading.reasons) if one.reading.kind is Kind.UNREADABLE else None
