"""Goods of several chapters that a text names, of which none is sure: asked about, not assumed."""

from collections.abc import Sequence

from landsea_core.text.evidence import TAKEN_FROM, Guess

MOST_ASKED = 3
"""So many chapters are asked about: of 51 texts that leave it open, the right one is among two in 49, and the first in 46
(bench/results/reading.md).
"""
_CHAPTER_DIGITS = 2


def find_open_goods(guesses: Sequence[Guess]) -> tuple[Guess, ...]:
    """Return the likeliest guess of each of the likeliest chapters, best first, where a text names goods of several chapters
    and none is as sure as what is taken; empty where there is nothing to ask. Goods of one chapter add up: "limes and
    oranges" leave none open.

    Example: "rice and sugar" gives rice (1006) and sugar (1701).
    """
    chances: dict[str, float] = {}
    first: dict[str, Guess] = {}
    for guess in guesses:
        chapter = guess.value[:_CHAPTER_DIGITS]
        chances[chapter] = chances.get(chapter, 0.0) + guess.confidence
        first.setdefault(chapter, guess)
    if len(chances) < 2 or max(chances.values()) >= TAKEN_FROM:
        return ()
    ordered = sorted(chances, key=lambda chapter: -chances[chapter])
    return tuple(first[chapter] for chapter in ordered[:MOST_ASKED])
