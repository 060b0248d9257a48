"""Did the sender newly write or attach anything?

>>> from landsea.mailroom.filters.letter import make_letter
>>> hold_without_words(make_letter(text="  ")).code
'no_words'
>>> hold_without_words(make_letter()) is None
True
"""

from landsea.mailroom.filters.letter import Letter, Verdict, Way
from landsea_core.sentences import Sentence


def hold_without_words(one: Letter) -> Verdict | None:
    """Hold a mail in which nothing new stands and to which nothing is attached."""
    if one.reading.text.strip() or one.reading.attachments:
        return None
    return Verdict(Way.HELD, "no_words", (Sentence("Nothing new was found in it: only quotes, or nothing at all."),))
