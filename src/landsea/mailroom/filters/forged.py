"""Is the sender forged, or is it spam? By our own server's word. A person looks: nothing that was taken is dropped.

>>> from landsea.mailroom.filters.letter import make_letter
>>> hold_forged(make_letter("spam_or_forged")).way.value
'held'
>>> hold_forged(make_letter()) is None
True
"""

from landsea.mailroom.filters.letter import Letter, Verdict, Way
from landsea_core.mailtext import Kind


def hold_forged(one: Letter) -> Verdict | None:
    """Hold what is forged or unwanted."""
    return Verdict(Way.HELD, "forged", one.reading.reasons) if one.reading.kind is Kind.SPAM_OR_FORGED else None
