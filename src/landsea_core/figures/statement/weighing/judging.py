"""How likely a guess that does not fit is a slip: from how it is told, how near it is, and what else explains its figures."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from landsea_core.figures.statement.weighing.guessing import Guess
from landsea_core.figures.statement.weighing.seeing import SeenFigure

FARTHEST = math.log(4.0)
"""A figure more than four times too large or small is told of something else."""
_LEAST_TOLD = 0.01
_EXPLAINED, _PART_OF_COARSE = 0.3, 0.7
_SURE = 1e-4
_ODDS = (-6, -4.5, -3.5, -2.5, -1.8, -1.2, -0.7, -0.2, 0.3, 0.8, 1.5, 2.5)
_DISTANCES = (0.005, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1.05)
_EXPLANATIONS, _ELSEWHERE = (0.02, 0.1, 0.3, 0.6), (0.05, 0.2, 0.5, 0.8)
_FIGURES, _GUESSES = (3, 4, 5, 6, 8), (1, 3, 6, 12, 25, 50)
_SHARES, _COVERED = (0.01, 0.25, 0.5, 0.75), (0.3, 0.5, 0.7, 0.9)
_LEADS = (0.001, 0.05, 0.15, 0.3, 0.5)
_SECONDS = (0.02, 0.05, 0.1, 0.2, 0.4, 0.6)
_MOST_RANK, _MOST_OPEN = 9, 4
_SHARED = 2
_WITH_ODDS = (
    *("near", "said", "most", "kind", "lead", "open", "figures", "share", "made", "exact", "elsewhere"),
    *("equal", "within", "around", "least", "rank"),
)
_TOGETHER = (
    *(("odds", name) for name in _WITH_ODDS),
    *(("kind", name) for name in ("least", "most", "covered", "made", "near", "equal", "within", "around", "said")),
    *(("near", name) for name in ("said", "figures", "covered", "made")),
    ("kind", "near", "above"),
    ("figures", "guesses"),
    ("kind", "odds", "said"),
    ("kind", "odds", "near"),
    ("odds", "lead", "second"),
    ("odds", "least", "most"),
)
"""What counts otherwise together than each alone: a rare wording of a near relation, and of a far one."""


@dataclass(frozen=True)
class WeighedGuess:
    """A guess and the probability that words tell it, whether it fits or not."""

    guess: Guess
    told: float


class WeighedFigures:
    """Figures of a stretch with their weighed guesses, and how well each figure is explained by what fits."""

    def __init__(self, figures: Sequence[SeenFigure], weighed: Sequence[WeighedGuess]) -> None:
        self.figures = figures
        self.weighed = weighed

    @cached_property
    def explained(self) -> dict[int, float]:
        """How likely a relation that fits is told of each figure, by its order; what fits only coarsely counts less."""
        found: dict[int, float] = defaultdict(float)
        for one in self.weighed:
            if one.guess.fits:
                told = one.told if one.guess.is_exact else one.told * _PART_OF_COARSE
                for order in self.list_orders(one.guess):
                    found[order] = max(found[order], told)
        return found

    @cached_property
    def count(self) -> int:
        """How many figures there are, each counted once however it may be read."""
        return len({one.order for one in self.figures})

    def list_orders(self, guess: Guess) -> frozenset[int]:
        """Return the order of each figure of a guess."""
        return frozenset(self.figures[at].order for at in guess.places)

    def name_doubts(self) -> list[tuple[WeighedGuess, list[str]]]:
        """Return each guess that is near, told at all and does not fit exactly, with what speaks for and against a slip."""
        return [
            (one, self._name_doubt(one))
            for one in self.weighed
            if not one.guess.is_exact and one.guess.distance <= FARTHEST and one.told >= _LEAST_TOLD
        ]

    def _find_other_relations(self, orders: frozenset[int]) -> tuple[float, float, float, float]:
        """Return how likely a relation that fits is told of two of these figures and others, of just these, some, and more."""
        elsewhere = equal = within = around = 0.0
        for some, told in self._fitting:
            if len(some & orders) >= _SHARED:
                elsewhere = max(elsewhere, told)
            if some == orders:
                equal = max(equal, told)
            elif some < orders:
                within = max(within, told)
            elif some > orders:
                around = max(around, told)
        return elsewhere, equal, within, around

    @cached_property
    def _share(self) -> float:
        return sum(told > _EXPLAINED for told in self.explained.values()) / self.count

    @cached_property
    def _unfit(self) -> list[float]:
        return sorted((one.told for one in self.weighed if not one.guess.fits), reverse=True)

    @cached_property
    def _fitting(self) -> list[tuple[frozenset[int], float]]:
        return [(self.list_orders(one.guess), one.told) for one in self.weighed if one.guess.fits]

    def _name_doubt(self, one: WeighedGuess) -> list[str]:
        guess, figures, unfit = one.guess, self.figures, self._unfit
        told = min(max(one.told, _SURE), 1 - _SURE)
        orders = self.list_orders(guess)
        by_place = [self.explained[figures[at].order] for at in guess.places]
        sentences = [figures[at].sentence for at in guess.places]
        everywhere = {some.order for some in figures}
        still_open = sum(1 for order in everywhere - orders if self.explained[order] < _EXPLAINED)
        elsewhere, equal, within, around = self._find_other_relations(orders)
        signs: dict[str, object] = {
            "odds": bisect_left(_ODDS, math.log(told / (1 - told))),
            "near": bisect_left(_DISTANCES, guess.distance),
            "above": guess.log_ratio > 0,
            "kind": guess.kind,
            "said": bisect_left(_EXPLANATIONS, by_place[-1]),
            "first": bisect_left(_EXPLANATIONS, by_place[0]),
            "least": bisect_left(_EXPLANATIONS, min(by_place)),
            "most": bisect_left(_EXPLANATIONS, max(by_place)),
            "made": f"{figures[guess.places[0]].is_made}{figures[guess.said].is_made}",
            "share": bisect_left(_SHARES, self._share),
            "open": min(still_open, _MOST_OPEN),
            "figures": bisect_left(_FIGURES, self.count),
            "guesses": bisect_left(_GUESSES, len(unfit)),
            "rank": min(sum(some > one.told for some in unfit), _MOST_RANK),
            "lead": bisect_left(_LEADS, unfit[0] - one.told if unfit else 0.0),
            "second": bisect_left(_SECONDS, unfit[1] if len(unfit) > 1 else 0.0),
            "apart": max(sentences) - min(sentences),
            "last": max(everywhere) in orders,
            "covered": bisect_left(_COVERED, len(orders) / self.count),
            "exact": guess.fits,
            "elsewhere": bisect_left(_ELSEWHERE, elsewhere),
            "turned": guess.turned,
            "equal": bisect_left(_ELSEWHERE, equal),
            "within": bisect_left(_ELSEWHERE, within),
            "around": bisect_left(_ELSEWHERE, around),
        }
        alone = [f"{name}={value}" for name, value in signs.items()]
        together = ["+".join(f"{name}={signs[name]}" for name in names) for names in _TOGETHER]
        return [*alone, *together]
