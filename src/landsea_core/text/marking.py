"""Marking found words in a text, as data: the page escapes every piece, so that nothing in a text can become markup."""

from collections.abc import Collection
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


def _visible(text: str) -> str:
    """The text without invisible characters, but with its capitals."""
    return "".join(character for character in text if normal(character))


def _is_hit(word: str, wanted: list[str]) -> bool:
    if not word or not wanted or not word[0].isalnum():
        return False
    return word in wanted or word.startswith(wanted[-1])
