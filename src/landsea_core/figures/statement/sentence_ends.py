"""Where the sentences of a statement end: at full stops that are none of a number or an abbreviation, and at semicolons."""

import re

_SENTENCE_END = re.compile(
    r"(?<=[^\d\s.])(?<!\bi\.e)(?<!\be\.g)(?<!\bvs)(?<!approx)(?<!\bNo)\.(?=\s|$)|(?<=\d)\.(?=\s+[A-Z])|[!?！？。;；\n]+"
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return each sentence as (start, end); empty ones are left out."""
    found, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        if text[start : match.start()].strip():
            found.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def ends_sentence(gap: str) -> bool:
    """Say whether a sentence ends within these words."""
    return bool(_SENTENCE_END.search(gap))
