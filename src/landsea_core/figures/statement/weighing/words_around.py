"""What the words around the figures of a guess say, as names of features: no value of a figure is among them.

Whoever learns from these learns how a relation is told, not whether it fits: "{x} tonnes, {p} % more than the {y} of May".
Some names leave the formula out, so that a rare one learns from the others what is said before a total.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from landsea_core.figures.statement.weighing.guessing import Guess
from landsea_core.figures.statement.weighing.seeing import SeenFigure

_WORD = re.compile(r"[A-Za-z]+|[\u4e00-\u9fff]|[,.;:%()+\-]")
_OTHER = "#"
_BEYOND, _HEAD, _TAIL, _BETWEEN, _BESIDE = 6, 5, 7, 8, 3
"""Words that are looked at: beyond the figures, behind and before a figure between two, between parts, right beside one."""
_MOST_BETWEEN, _MOST_FIGURES, _WORDS_A_STEP, _MOST_STEPS = 3, 8, 3, 6
_LISTED = frozenset({"list", "mean", "hundred", "balance", "long_balance", "two_products"})
_COMPARED = frozenset({"up", "down", "part", "times"})


class WordedFigures:
    """A text as words, with the place of each figure among them; made once for all guesses of the text."""

    def __init__(self, text: str, figures: Sequence[SeenFigure]) -> None:
        self.figures = figures
        self._words: list[str] = []
        self._places: list[int] = []
        self._first = figures[0].order if figures else 0
        end = 0
        for one in figures:
            if one.order - self._first < len(self._places):
                continue
            self._words += _split(text[end : max(end, one.start)])
            self._places.append(len(self._words))
            self._words.append(_OTHER)
            end = max(end, one.end)
        self._words += _split(text[end:])

    def name_features(self, guess: Guess) -> list[str]:
        """Return the names of what is seen of a guess, each once."""
        told = sorted(zip(guess.places, guess.letters, strict=True), key=lambda one: self.figures[one[0]].order)
        order = "".join(letter for _place, letter in told)
        if guess.kind in _LISTED:
            order = f"{'c.' if order[0] == 'c' else '.c'}{len(order)}"
        places = [(self.figures[place].order - self._first, letter) for place, letter in told]
        names = (
            *self._name_shape(guess, places, order),
            *self._name_figures(guess),
            *self._name_words(guess.kind, places, order),
        )
        return list(dict.fromkeys(names))

    def _name_shape(self, guess: Guess, places: Sequence[tuple[int, str]], order: str) -> Iterator[str]:
        kind, figures = guess.kind, self.figures
        first, last = places[0][0], places[-1][0]
        likenesses = ",".join(sorted(set(guess.likenesses)) if kind in _LISTED else guess.likenesses)
        sentences = [figures[at].sentence for at in guess.places]
        yield from (f"{kind}|o={order}", f"{kind}|al={likenesses}", f"{kind}|o={order}|al={likenesses}")
        yield f"{kind}|apart={max(sentences) - min(sentences)}"
        yield f"{kind}|between={min(last - first + 1 - len(places), _MOST_BETWEEN)}"
        yield f"{kind}|all={min(len(self._places), _MOST_FIGURES)}"
        yield f"{kind}|last={last == len(self._places) - 1}|first={first == 0}"
        yield f"{kind}|turned={guess.turned}"

    def _name_figures(self, guess: Guess) -> Iterator[str]:
        kind, figures = guess.kind, self.figures
        told = list(zip(guess.places, guess.letters, strict=True))
        for at, letter in (told[0], told[-1]) if kind in _LISTED else told:
            one, start = figures[at], f"{kind}|{letter}"
            yield f"{start}|role={one.role}"
            yield f"{start}|family={one.family}"
            yield f"{start}|per={bool(one.per)}"
            yield f"{start}|total={one.is_total}"
            yield f"{start}|bound={one.bound}|{one.is_range}"
            yield f"{start}|sign={one.sign}"
        if kind in _COMPARED:
            x, y = figures[guess.places[0]], figures[guess.places[1]]
            yield f"{kind}|period={x.period == y.period}|{bool(x.period)}"

    def _name_words(self, kind: str, places: Sequence[tuple[int, str]], order: str) -> Iterator[str]:
        for name, words in self._list_stretches(kind, places):
            for word in words:
                yield f"{kind}|{order}|{name}|{word}"
                yield f"{kind}|{name}|{word}"
            for pair in pairwise(words):
                yield f"{kind}|{order}|{name}|{'_'.join(pair)}"
                yield f"{kind}|{'_'.join(pair)}"
            for at in range(len(words) - 2):
                yield f"{kind}|{'_'.join(words[at : at + 3])}"
        for at, letter in places:
            place = self._places[at]
            before, behind = self._words[max(0, place - _BESIDE) : place], self._words[place + 1 : place + 1 + _BESIDE]
            for size in range(1, _BESIDE + 1):
                beside = "_".join(before[-size:])
                yield from (f"{kind}|{letter}<{beside}", f"{letter}<{beside}")
            for size in range(1, _BESIDE):
                beside = "_".join(behind[:size])
                yield from (f"{kind}|{letter}>{beside}", f"{letter}>{beside}")

    def _list_stretches(self, kind: str, places: Sequence[tuple[int, str]]) -> Iterator[tuple[str, list[str]]]:
        """Yield the words before, between and behind the figures of a guess, each stretch with its name."""
        marks = [(self._places[at], letter) for at, letter in places]
        yield "L", self._words[max(0, marks[0][0] - _BEYOND) : marks[0][0]]
        for number, ((start, one), (end, other)) in enumerate(pairwise(marks)):
            words = self._words[start + 1 : end]
            if kind in _LISTED:
                yield "AC" if "c" in one + other else "AA", words[-_BETWEEN:]
            else:
                yield f"{number}h", words[:_HEAD]
                yield f"{number}t", words[-_TAIL:]
                yield f"{number}n", [str(min(len(words) // _WORDS_A_STEP, _MOST_STEPS))]
        yield "R", self._words[marks[-1][0] + 1 : marks[-1][0] + 1 + _BEYOND]


def _split(text: str) -> list[str]:
    return [match.group().lower() for match in _WORD.finditer(text)]
