"""Marking found words in a text, as data: the page escapes every piece, so that nothing in a text can become markup."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from landsea_core.text.folding import fold, normal, segments, shorten_runs

AROUND = 90
MOST_READ = 20_000


@dataclass(frozen=True)
class Piece:
    """A stretch of a text; `found` when it is one of the words looked for."""

    words: str
    found: bool = False


def marked(text: str, looked_for: Collection[str], around: int = AROUND) -> list[Piece]:
    """Return the part of a text around the first word found, about `around` characters to each side, cut into pieces.

    `looked_for` are folded words; the last one may be the beginning of a word. Without any of them in the text, its
    beginning is returned, unmarked. Invisible characters are left out. Never raises.
    """
    wanted = list(looked_for)
    clean = shorten_runs(_visible(text[:MOST_READ]))
    spans = segments(clean)
    hits = [_is_hit(fold(clean[start:end]), wanted) for start, end in spans]
    first = next((spans[at][0] for at, hit in enumerate(hits) if hit), 0)
    begin, end = max(0, first - around), min(len(clean), first + around)
    pieces: list[Piece] = []
    for (start, stop), hit in zip(spans, hits, strict=True):
        if stop <= begin or start >= end:
            continue
        if pieces and not hit and not pieces[-1].found:
            pieces[-1] = Piece(pieces[-1].words + clean[start:stop])
        else:
            pieces.append(Piece(clean[start:stop], hit))
    if begin:
        pieces.insert(0, Piece("… "))
    if end < len(clean):
        pieces.append(Piece(" …"))
    return pieces


def highlighted(text: str, phrases: Iterable[str], around: int = AROUND) -> list[Piece]:
    """Return the part of a text around the first of these phrases, cut into pieces, each phrase found marked.

    Phrases are as a `Guess` gives them: words of the text in lower case. Empty when none of them is found, so that nothing is
    shown as a reason that is none. Never raises.
    """
    clean = _visible(text[:MOST_READ])
    parts = [r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases if phrase.strip()]
    if not parts:
        return []
    pattern = re.compile("|".join(sorted(parts, key=len, reverse=True)), re.IGNORECASE)
    hits = [match.span() for match in pattern.finditer(clean)]
    if not hits:
        return []
    begin, end = max(0, hits[0][0] - around), min(len(clean), hits[0][0] + around)
    pieces, at = [Piece("… ")] if begin else [], begin
    for start, stop in hits:
        if start >= end:
            break
        pieces += [Piece(clean[at:start]), Piece(clean[start:stop], True)]
        at = stop
    pieces.append(Piece(clean[at : max(at, end)]))
    if max(at, end) < len(clean):
        pieces.append(Piece(" …"))
    return [piece for piece in pieces if piece.words]


def _visible(text: str) -> str:
    """The text without invisible characters, but with its capitals."""
    return "".join(character for character in text if normal(character))


def _is_hit(word: str, wanted: list[str]) -> bool:
    if not word or not wanted or not word[0].isalnum():
        return False
    return word in wanted or word.startswith(wanted[-1])
