"""English sentences in a statement of another language: they are told apart, so that their words and numbers stay as they are.

"Ba tàu bị phạt. Three ships were fined 100,000 dollars each." has one sentence of each language.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from landsea_core.text.traced_text import TracedText

_END = re.compile(r"(?<=[.!?;])\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = re.compile(
    r"the|of|and|in|to|was|were|is|are|has|have|had|by|for|from|at|with|per|each|on|as|that|this|these|it|they|which|a|an|"
    r"been|will|than|about|over|under|after|before|dollars|percent|million|billion"
)
"""Small words of English. Some stand in Malay or Vietnamese too ("to", "at"), so one of them tells nothing."""
_LEAST_SMALL, _LEAST_SHARE = 2, 0.2


def split_by_language(text: TracedText) -> list[tuple[TracedText, bool]]:
    """Return the text in pieces, each with whether it is English; joined they are the text again."""
    ends = [match.end() for match in _END.finditer(text.text)]
    starts = [0, *ends]
    spans = [(start, end) for start, end in zip(starts, [*ends, len(text.text)], strict=True) if start < end]
    if not any(_is_english(text.text[start:end]) for start, end in spans):
        return [(text, False)]
    return [(_cut(text, start, end), is_english) for start, end, is_english in _join_spans(spans, text.text)]


def join_texts(pieces: Iterable[TracedText]) -> TracedText:
    """Return pieces that stand behind each other as one text."""
    some = list(pieces)
    origins = [place for piece in some for place in piece.origins[:-1]]
    return TracedText("".join(piece.text for piece in some), (*origins, some[-1].origins[-1]))


def _join_spans(spans: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int, bool]]:
    for is_english, group in groupby(spans, key=lambda span: _is_english(text[slice(*span)])):
        some = list(group)
        yield some[0][0], some[-1][1], is_english


def _cut(text: TracedText, start: int, end: int) -> TracedText:
    return TracedText(text.text[start:end], text.origins[start : end + 1])


def _is_english(sentence: str) -> bool:
    """Say whether a sentence has no letter beyond English ones, and so many small words of English."""
    words = [word.lower() for word in _WORD.findall(sentence)]
    small = [word for word in words if _SMALL.fullmatch(word)]
    return sentence.isascii() and len({*small}) >= _LEAST_SMALL and len(small) >= _LEAST_SHARE * len(words)
