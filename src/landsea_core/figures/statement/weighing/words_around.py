"""What the words around the figures of a guess say, as names of features: no value of a figure is among them.

Whoever learns from these learns how a relation is told, not whether it fits: "{x} tonnes, {p} % more than the {y} of May".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from landsea_core.figures.statement.weighing.guesses import Guess
from landsea_core.figures.statement.weighing.seen_figures import SeenFigure, find_likeness

_WORD = re.compile(r"[A-Za-z]+|[\u4e00-\u9fff]|[,.;:%()+\-]")
_OTHER = "#"
_BEYOND, _HEAD, _TAIL, _BETWEEN, _BESIDE = 6, 5, 7, 8, 3
"""Words that are looked at: beyond the figures, behind and before a figure between two, between parts, right beside one."""
_MOST_COUNTED, _MOST_FIGURES, _WORDS_A_STEP, _MOST_STEPS = 3, 8, 3, 6
_LISTED = ("list", "mean")


class WordedFigures:
    """A text as words, with the place of each figure among them; made once for all guesses of the text."""

    def __init__(self, text: str, figures: Sequence[SeenFigure]) -> None:
        self.figures = figures
        self._words: list[str] = []
        self._places: list[int] = []
        end = 0
        for one in figures:
            self._words += _split(text[end : max(end, one.start)])
            self._places.append(len(self._words))
            self._words.append(_OTHER)
            end = max(end, one.end)
        self._words += _split(text[end:])

    def name_features(self, guess: Guess) -> list[str]:
        """Return the names of what is seen of a guess, each once."""
        return list(dict.fromkeys([*self._name_shape(guess), *self._name_figures(guess), *self._name_words(guess)]))

    def _name_shape(self, guess: Guess) -> Iterator[str]:
        kind, order = guess.kind, _find_order(guess)
        figures, places = self.figures, guess.places
        first, last = min(places), max(places)
        between = [at for at in range(first, last) if at not in places]
        alike = sum(1 for at in between if any(find_likeness(figures[at], figures[one]) for one in places))
        apart = figures[last].sentence - figures[first].sentence
        yield from (f"{kind}|o={order}", f"{kind}|al={guess.likeness}", f"{kind}|o={order}|al={guess.likeness}")
        yield f"{kind}|apart={apart}"
        yield f"{kind}|between={min(len(between), _MOST_COUNTED)}"
        yield f"{kind}|alike={min(alike, _MOST_COUNTED)}"
        yield f"{kind}|all={min(len(figures), _MOST_FIGURES)}"
        yield f"{kind}|last={last == len(figures) - 1}|first={first == 0}"

    def _name_figures(self, guess: Guess) -> Iterator[str]:
        kind, figures = guess.kind, self.figures
        told = (guess.places[0], guess.places[-1]) if kind in _LISTED else guess.places
        letters = guess.letters
        for at in told:
            one, start = figures[at], f"{kind}|{letters[at]}"
            yield f"{start}|role={one.role}"
            yield f"{start}|family={one.family}"
            yield f"{start}|per={bool(one.per)}"
            yield f"{start}|total={one.is_total}"
            yield f"{start}|bound={one.bound}|{one.is_range}"
            yield f"{start}|sign={one.sign}"
        if kind in ("up", "down", "part", "times"):
            x, y = figures[guess.places[0]], figures[guess.places[1]]
            yield f"{kind}|period={x.period == y.period}|{bool(x.period)}"
        if kind == "product":
            many, each, total = (figures[at] for at in guess.places)
            noun = many.kind.split(":")[-1][:5]
            yield f"{kind}|for={noun in each.per if each.per else '-'}|{each.per}"
            yield f"{kind}|larger={total.value > each.value}"

    def _name_words(self, guess: Guess) -> Iterator[str]:
        kind, order = guess.kind, _find_order(guess)
        for name, words in self._list_stretches(guess):
            for word in words:
                yield f"{kind}|{order}|{name}|{word}"
                yield f"{kind}|{name}|{word}"
            for pair in pairwise(words):
                yield f"{kind}|{order}|{name}|{'_'.join(pair)}"
                yield f"{kind}|{'_'.join(pair)}"
            for at in range(len(words) - 2):
                yield f"{kind}|{'_'.join(words[at : at + 3])}"
        letters = guess.letters
        for at in guess.places:
            place, start = self._places[at], f"{kind}|{letters[at]}"
            before, behind = self._words[max(0, place - _BESIDE) : place], self._words[place + 1 : place + 1 + _BESIDE]
            yield from (f"{start}<{'_'.join(before[-size:])}" for size in range(1, _BESIDE + 1))
            yield from (f"{start}>{'_'.join(behind[:size])}" for size in range(1, _BESIDE))

    def _list_stretches(self, guess: Guess) -> Iterator[tuple[str, list[str]]]:
        """Yield the words before, between and behind the figures of a guess, each stretch with its name."""
        kind, places = guess.kind, sorted(guess.places)
        marks = [self._places[at] for at in places]
        yield "L", self._words[max(0, marks[0] - _BEYOND) : marks[0]]
        letters = guess.letters
        for number, ((one, start), (other, end)) in enumerate(pairwise(zip(places, marks, strict=True))):
            words = self._words[start + 1 : end]
            if kind in _LISTED:
                yield "AC" if "c" in letters[one] + letters[other] else "AA", words[-_BETWEEN:]
            else:
                yield f"{number}h", words[:_HEAD]
                yield f"{number}t", words[-_TAIL:]
                yield f"{number}n", [str(min(len(words) // _WORDS_A_STEP, _MOST_STEPS))]
        yield "R", self._words[marks[-1] + 1 : marks[-1] + 1 + _BEYOND]


def _split(text: str) -> list[str]:
    return [match.group().lower() for match in _WORD.finditer(text)]


def _find_order(guess: Guess) -> str:
    """Return the letters in the order in which they stand; of a list only where its total stands, and how long it is."""
    letters = guess.letters
    if guess.kind not in _LISTED:
        return "".join(letters[at] for at in sorted(guess.places))
    return f"{'c.' if letters[min(guess.places)] == 'c' else '.c'}{min(len(guess.places), 5)}"
