"""Which part of a long text an embedder should see: the one in which it is told what happened.

What an embedder costs is tokens, and a letter of Lao is half a token where one of English is a quarter; so the window is
measured in tokens, as they were counted in the labelled examples. Short texts are seen whole. Letters begin with who writes
and with thanks; what happened may stand in the third paragraph. The words of the lexicons tell where: the window
with the most of them is taken, the first one unless another has clearly more.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.letters.scripts import find_script
from landsea_core.text.lexicon.phrase_index import Hit
from landsea_core.text.model.embedding import cut_for_embedding

LOOKED_AT = 4000
"""Characters in which a window is looked for: as much as is read of a filing."""
MOST_TOKENS = 72
"""More than any labelled example has. Of full windows in ten languages 95 in 100 have 75 tokens at most, where 280 characters
had 103; behind a formal beginning the topic of 77 of 91 letters is right, and was of 76.
"""
_TOKENS = {"han": 1.02, "khmer": 0.47, "burmese": 0.46, "lao": 0.47, "thai": 0.4}
_BARE, _OTHER_ASCII, _MARKED = 0.27, 0.3, 0.55
_SENTENCE_ENDS = re.compile(r"[.!?。！？；;…။]+\s*|\n+|(?<=[\u0e00-\u0eff\u1780-\u17ff]) +")
_NEAR_THE_END = 0.8
_TIMES, _MORE = 1.5, 0.5
"""A later window is taken only where its words weigh so many times those of the first, and so much more: what happened stands
at the beginning more often than not, and a window that holds half of it is better than one that holds the other half.
"""


def find_telling_part(text: PreparedText, hits: Iterable[Hit]) -> str:
    """Return the part of a text that an embedder sees, as `embeddable` gives it. `hits` are of lexicon entries that speak
    for what happened, at folded positions. Never raises.
    """
    raw = text.raw[:LOOKED_AT]
    room = list(accumulate(map(_tokens_of, raw), initial=0.0))
    if room[-1] <= MOST_TOKENS:
        return cut_for_embedding(raw)
    scale = len(text.raw) / max(1, len(text.folded))
    spoken = [(hit.start * scale, max(0.0, hit.payload.weight) * hit.quality) for hit in hits]

    def weigh_window(start: int) -> float:
        end = bisect_right(room, room[start] + MOST_TOKENS)
        return float(sum(weight for at, weight in spoken if start <= at < end))

    starts = (match.end() for match in _SENTENCE_ENDS.finditer(raw) if match.end() < len(raw))
    # Of windows with the same words the last: it begins with the first of them.
    most, start = max(((weigh_window(start), start) for start in starts), default=(0.0, 0))
    begins = start if most >= _TIMES * weigh_window(0) + _MORE else 0
    part = raw[begins : bisect_right(room, room[begins] + MOST_TOKENS) - 1]
    space = part.rfind(" ")
    return cut_for_embedding(
        part[:space] if begins + len(part) < len(raw) and space > len(part) * _NEAR_THE_END else part
    )


def _tokens_of(character: str) -> float:
    """About how many tokens of a multilingual embedder a character costs."""
    if "a" <= character <= "z" or character == " ":
        return _BARE
    return _TOKENS.get(find_script(character)) or (_OTHER_ASCII if character.isascii() else _MARKED)
