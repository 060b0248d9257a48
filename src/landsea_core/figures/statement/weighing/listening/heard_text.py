"""A text and its guesses as numbers for the network: names of each word hashed, and which figures a guess is of.

No value of a figure is among the names, only how it is written: with how many digits, or in words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from landsea_core.figures.statement.weighing.guessing import Guess
from landsea_core.figures.statement.weighing.seeing import SeenFigure

WORD_NAMES, RELATION_NAMES = 2**15, 2**13
"""How many names of words and of relations are told apart; one more place stands for none."""
MOST_WORDS, MOST_FIGURES, MOST_PLACES = 200, 14, 7
NAMES_A_WORD, NAMES_A_RELATION = 10, 14
LETTERS = "xypkacfdnbh"
NO_LETTER = len(LETTERS)
_WORD = re.compile(r"[A-Za-z]+|[\u4e00-\u9fff]|[^\sA-Za-z\u4e00-\u9fff\d]|\d+")
_NUMBER = re.compile(r"[\d.,]+")
_LONG_WORD, _HEAD, _TAIL, _MOST_DIGITS = 5, 4, 3, 5
_MOST_BETWEEN, _MOST_COUNTED = 4, 9
_FAMILIES = {"count": "c", "plain": "l", "percent": "%", "time": "t", "mass": "m", "times": "x", "points": "o"}
_SHUFFLED = ("sum", "mean", "hundred")


@dataclass(frozen=True)
class HeardText:
    """`words` has the hashed names of each word, a row each; `places` says which rows are figures, by their order.

    Of each guess: `slots` are its figures by that order, `letters` their letters (`LETTERS`), `names` what else is seen of it.
    """

    words: np.ndarray
    places: np.ndarray
    slots: np.ndarray
    letters: np.ndarray
    names: np.ndarray

    @classmethod
    def hear(cls, text: str, figures: Sequence[SeenFigure], guesses: Sequence[Guess]) -> "HeardText | None":
        """Turn a text into numbers; None where nothing is guessed of it, or its figures stand farther apart than is read."""
        first = figures[0].order if figures else 0
        rows, places = _name_words(text, figures)
        if not guesses or places[-1] >= MOST_WORDS or len(places) > MOST_FIGURES:
            return None
        words = np.full((min(len(rows), MOST_WORDS), NAMES_A_WORD), WORD_NAMES, dtype=np.int32)
        for at, names in enumerate(rows[:MOST_WORDS]):
            hashed = [crc32(name.encode()) % WORD_NAMES for name in names[:NAMES_A_WORD]]
            words[at, : len(hashed)] = hashed
        slots = np.zeros((len(guesses), MOST_PLACES), dtype=np.int32)
        letters = np.full((len(guesses), MOST_PLACES), NO_LETTER, dtype=np.int32)
        for at, guess in enumerate(guesses):
            slots[at, : len(guess.places)] = [figures[place].order - first for place in guess.places]
            letters[at, : len(guess.places)] = [LETTERS.index(letter) for letter in guess.letters]
        relations = [
            [crc32(name.encode()) % RELATION_NAMES for name in _name_relation(guess, figures, len(places))]
            for guess in guesses
        ]
        return cls(words, np.array(places, np.int32), slots, letters, np.array(relations, np.int32))


def _name_words(text: str, figures: Sequence[SeenFigure]) -> tuple[list[list[str]], list[int]]:
    rows: list[list[str]] = []
    places: list[int] = []
    end, before = 0, "<"
    for one in figures:
        if one.order - figures[0].order < len(places):
            continue
        named, before = _name_plain_words(text[end : max(end, one.start)], before)
        rows += named
        places.append(len(rows))
        rows.append(list(_name_figure(one, text)))
        end, before = max(end, one.end), "#"
    return [*rows, *_name_plain_words(text[end:], before)[0]], places


def _name_plain_words(text: str, before: str) -> tuple[list[list[str]], str]:
    rows = []
    for match in _WORD.finditer(text):
        word = match.group().lower()
        names = [f"w:{word}", f"b:{before}_{word}"]
        if word.isascii() and len(word) > _LONG_WORD:
            names += [f"p:{word[:_HEAD]}", f"s:{word[-_TAIL:]}"]
        rows.append(names)
        before = word
    return rows, before


def _name_figure(one: SeenFigure, text: str) -> Iterator[str]:
    yield from ("#", f"k:{one.kind}", f"f:{one.family}", f"r:{one.role}", f"per:{one.per or '-'}")
    yield f"t:{one.is_total:d}{one.bound}{one.is_range:d}"
    yield f"sh:{_find_shape(text[one.start : one.end])}"
    yield f"fs:{one.family}:{one.sign}"
    if one.period:
        yield "period"


def _find_shape(printed: str) -> str:
    """Return how a figure is printed: "w" in words, else its number of digits, "d" before it for a decimal point."""
    match = _NUMBER.search(printed)
    if not match:
        return "w"
    number = match.group().strip(".,")
    digits = sum(letter.isdigit() for letter in number)
    return f"{'d' if '.' in number else ''}{min(digits, _MOST_DIGITS)}"


def _name_relation(guess: Guess, figures: Sequence[SeenFigure], count: int) -> list[str]:
    formula, told = guess.formula, [figures[at] for at in guess.places]
    first = figures[0].order
    turn = sorted(range(len(told)), key=lambda at: told[at].order)
    order = "".join(guess.letters[at] for at in turn)
    likenesses = [word[:1] or "-" for word in guess.likenesses]
    alike = "".join(sorted(set(likenesses)) if formula in _SHUFFLED else likenesses)
    families = "".join(_FAMILIES.get(one.family, "$" if one.family.isupper() else "u") for one in told)
    orders, sentences = [one.order - first for one in told], [one.sentence for one in told]
    low, high = min(orders), max(orders)
    return [
        formula,
        f"{formula}|o={order}",
        f"{formula}|l={alike}",
        f"{formula}|f={families}",
        f"f={families}",
        f"{formula}|a={max(sentences) - min(sentences)}",
        f"{formula}|bt={min(high - low + 1 - len(told), _MOST_BETWEEN)}",
        f"k={guess.kind}",
        f"n={min(count, _MOST_COUNTED)}",
        f"{formula}|e={low == 0}{high == count - 1}",
        f"{formula}|t={guess.turned}",
        f"{formula}|p={told[0].period == told[1].period}{bool(told[0].period)}",
        f"{formula}|per={''.join(f'{bool(one.per):d}' for one in told)}",
        f"{formula}|tot={told[-1].is_total:d}",
    ]
