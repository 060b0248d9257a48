"""Marking found words in a text, as data: the page escapes every piece, so that nothing in a text can become markup."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from landsea_core.text.letters.folding import fold_spelling, normalize_spelling
from landsea_core.text.letters.segmentation import find_segments, shorten_runs

AROUND = 90
MOST_READ = 20_000


@dataclass(frozen=True)
class Piece:
    """A stretch of a text; `found` when it is one of the words looked for."""

    words: str
    found: bool = False


def mark_words(text: str, looked_for: Collection[str], around: int = AROUND) -> list[Piece]:
    """Return the part of a text around the first word found, about `around` characters to each side, cut into pieces.

    `looked_for` are folded words; the last one may be the beginning of a word. Without any of them in the text, its
    beginning is returned, unmarked. Invisible characters are left out. Never raises.
    """
    wanted = list(looked_for)
    clean = shorten_runs(_drop_invisible(text[:MOST_READ]))
    spans, begin, end = _around_first(clean, wanted, around)
    pieces: list[Piece] = [Piece("… ")] if begin else []
    plain = ""
    for start, stop, hit in spans:
        if stop <= begin:
            continue
        if not hit:
            plain += clean[start:stop]
            continue
        pieces += [Piece(plain), Piece(clean[start:stop], True)] if plain else [Piece(clean[start:stop], True)]
        plain = ""
    if plain:
        pieces.append(Piece(plain))
    if end < len(clean):
        pieces.append(Piece(" …"))
    return pieces


def _around_first(clean: str, wanted: list[str], around: int) -> tuple[list[tuple[int, int, bool]], int, int]:
    """Return the words of a text up to the end of what is shown, each with whether it was looked for, and where what is shown
    begins and ends. Nothing behind it is cut: of a long text that is most of the work.
    """
    spans: list[tuple[int, int, bool]] = []
    first = None
    for start, stop in find_segments(clean):
        if first is not None and start >= first + around:
            break
        hit = _is_hit(fold_spelling(clean[start:stop]), wanted)
        spans.append((start, stop, hit))
        if hit and first is None:
            first = start
    first = first or 0
    end = min(len(clean), first + around)
    return [span for span in spans if span[0] < end], max(0, first - around), end


def highlight_phrases(text: str, phrases: Iterable[str], around: int = AROUND) -> list[Piece]:
    """Return the part of a text around the first of these phrases, cut into pieces, each phrase found marked.

    Phrases are as a `Guess` gives them: words of the text in lower case. Empty when none of them is found, so that nothing is
    shown as a reason that is none. Never raises.
    """
    clean = _drop_invisible(text[:MOST_READ])
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


class _Seen(dict[int, Any]):
    """A table for `str.translate` that keeps every character but the invisible ones; it learns each when it first meets it."""

    def __missing__(self, code: int) -> int | None:
        self[code] = kept = code if normalize_spelling(chr(code)) else None
        return kept


_SEEN = _Seen()


def _drop_invisible(text: str) -> str:
    """The text without invisible characters, but with its capitals."""
    return text if text.isascii() else text.translate(_SEEN)


def _is_hit(word: str, wanted: list[str]) -> bool:
    if not word or not wanted or not word[0].isalnum():
        return False
    return word in wanted or word.startswith(wanted[-1])
