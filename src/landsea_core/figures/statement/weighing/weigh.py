"""What weighing adds to a check: relations that words tell and figures do not keep, and accusations that nothing speaks for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from landsea_core.figures.statement.common_sense.nearby import make_outcome
from landsea_core.figures.statement.explanations import (
    explain_growth,
    explain_mean,
    explain_multiple,
    explain_share,
    explain_sum,
    explain_times,
)
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.weighing.default_weigher import default_weigher
from landsea_core.figures.statement.weighing.guesses import Guess
from landsea_core.figures.statement.weighing.judging import WeighedGuess
from landsea_core.figures.statement.weighing.seen_figures import SeenFigure, see_figures
from landsea_core.figures.statement.weighing.weigher import MOST_FIGURES, Doubt, Weigher
from landsea_core.sentences import Sentence

_SURE, _HARDLY, _TOLD = 0.65, 0.05, 0.3
"""From what probability on a slip is said, below which one another check's accusation is dropped, and from which on a relation
that fits counts as told: chosen on texts of sources that the model had not seen (`bench/results/statements.md`).
"""
_WEIGHED_RULES, _SAID_TWICE = frozenset({"sum", "share"}), "said_twice"
_RASH_RULES = frozenset({_SAID_TWICE, "multiple", "part_above_whole"})
_MANY, _HEARD, _MOST_RASH = 5, 0.15, 3
"""Checks that look at two figures of many take others for a relation too easily. Where five figures stand and less than 0.15
is told of them, they accused 42 times in 6,716 consistent texts that no check was made for, and 17 times in 5,112 with a slip.
What one of them says more than three times is left: so many figures for one thing are no accident.
"""
_RULES = {"up": "growth", "down": "growth", "part": "share", "times": "multiple", "mean": "average"}
_SAID_IN_WORDS = ("part", "times")
_SHARED = 2


@dataclass(frozen=True)
class _Stretch:
    """Figures of sentences that stand together, with what was weighed of them."""

    figures: tuple[SeenFigure, ...]
    weighed: tuple[WeighedGuess, ...]
    doubts: tuple[Doubt, ...]

    @cached_property
    def places(self) -> frozenset[int]:
        """The places of the figures in the list of items."""
        return frozenset(one.place for one in self.figures if one.place is not None)

    @cached_property
    def explained(self) -> frozenset[int]:
        """The places of what a relation makes that is told and fits."""
        fitting = (one.guess for one in self.weighed if one.guess.fits and one.told >= _TOLD)
        return frozenset(place for guess in fitting for place in _list_items(guess, self.figures))


class WeighedStatement:
    """A statement with what its figures were weighed to; sentences with too many figures are left out."""

    def __init__(self, read: ReadStatement) -> None:
        self._read = read

    def find_slips(self, outcomes: Sequence[Outcome]) -> Iterator[Outcome]:
        """Yield the likeliest slip of each stretch in which no other check found a contradiction."""
        accused = frozenset(place for one in outcomes if not one.fits for place in one.items)
        for stretch in self._stretches:
            if not accused & stretch.places:
                likely = (one.weighed.guess for one in stretch.doubts if one.wrong >= _SURE)
                told = (_tell(guess, stretch.figures, self._read) for guess in likely)
                yield from islice((one for one in told if one is not None), 1)

    def keep_told(self, outcomes: Sequence[Outcome]) -> list[Outcome]:
        """Return the outcomes without the contradictions that were weighed and found to be hardly told of their figures."""
        often = Counter(one.finding.rule for one in outcomes if not one.fits)
        return [
            one
            for one in outcomes
            if one.fits
            or often[one.finding.rule] > _MOST_RASH
            or not any(_is_hardly_told(one, some) for some in self._stretches)
        ]

    @cached_property
    def _stretches(self) -> list[_Stretch]:
        weigher = default_weigher()
        if weigher is None:
            return []
        stretches: list[list[SeenFigure]] = []
        seen = see_figures(self._read)
        for number in range(len(self._read.sentences)):
            figures = [one for one in seen if one.sentence == number]
            if stretches and len(stretches[-1]) + len(figures) <= MOST_FIGURES:
                stretches[-1] += figures
            else:
                stretches.append(figures)
        return [self._weigh(tuple(figures), weigher) for figures in stretches]

    def _weigh(self, figures: tuple[SeenFigure, ...], weigher: Weigher) -> _Stretch:
        weighed = weigher.weigh(self._read.text, figures)
        return _Stretch(figures, tuple(weighed), tuple(weigher.doubt(figures, weighed)))


def _is_hardly_told(outcome: Outcome, stretch: _Stretch) -> bool:
    """Say whether a contradiction that another check found is one that nothing speaks for where so many figures stand."""
    rule = outcome.finding.rule
    if not outcome.items or not outcome.items <= stretch.places:
        return False
    if rule == _SAID_TWICE and outcome.items <= stretch.explained:
        return True
    about = [
        one for one in stretch.doubts if len(outcome.items & _list_items(one.weighed.guess, stretch.figures)) >= _SHARED
    ]
    if not about:
        return False
    is_rash = rule in _RASH_RULES and len(stretch.figures) >= _MANY and max(one.weighed.told for one in about) < _HEARD
    return is_rash or (rule in _WEIGHED_RULES and max(one.wrong for one in about) < _HARDLY)


def _list_items(guess: Guess, figures: Sequence[SeenFigure]) -> frozenset[int]:
    places = (figures[at].place for at in guess.places)
    return frozenset(place for place in places if place is not None)


def _tell(guess: Guess, figures: Sequence[SeenFigure], read: ReadStatement) -> Outcome | None:
    """Return a guess that does not fit as a contradiction; None where words stand for what only a figure can be."""
    places = [figures[at].place for at in guess.places]
    items = [read.items[place] for place in places if place is not None]
    if None in places[:-1] or (places[-1] is None and guess.formula not in _SAID_IN_WORDS):
        return None
    words = read.text[figures[guess.said].start : figures[guess.said].end].strip()
    return make_outcome(False, _RULES.get(guess.formula, guess.formula), _explain(guess, items, words), read, *items)


def _explain(guess: Guess, items: Sequence[Item], words: str) -> Sentence:
    """Say what the first figures of a guess make, and what was said; `words` are those of the last figure."""
    one, other, said = items[0], items[1], items[-1]
    match guess.formula:
        case "part":
            sentence = explain_share(one, other, words)
        case "times":
            sentence = explain_multiple(other, one, words)
        case "up" | "down":
            turned = replace(said, sign=1 if guess.formula == "up" else -1)
            sentence = explain_growth(other, one, turned, other.figure.print_value())
        case "product":
            sentence = explain_times(one, other, said.figure.value * guess.ratio, said)
        case "mean":
            sentence = explain_mean(items[:-1], said)
        case _:
            sentence = explain_sum(items[:-1], said)
    return sentence
