"""How likely a guess that does not fit is a slip: from how it is told, how near it is, and what else explains its figures."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from landsea_core.figures.statement.weighing.guesses import Guess
from landsea_core.figures.statement.weighing.seen_figures import SeenFigure

FARTHEST = math.log(4.0)
"""A figure more than four times too large or small is told of something else."""
_EXPLAINED = 0.3
_SURE = 1e-4
_ODDS = (-6, -4.5, -3.5, -2.5, -1.8, -1.2, -0.7, -0.2, 0.3, 0.8, 1.5, 2.5)
_DISTANCES = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1.05)
_EXPLANATIONS = (0.02, 0.1, 0.3, 0.6)
_FIGURES, _GUESSES = (3, 4, 5, 6, 8), (1, 3, 6, 12, 25)
_SHARES, _COVERED = (0.01, 0.25, 0.5, 0.75), (0.3, 0.5, 0.7, 0.9)
_LEADS = (0.001, 0.05, 0.15, 0.3, 0.5)
_SECONDS = (0.02, 0.05, 0.1, 0.2, 0.4, 0.6)
_MOST_RANK, _MOST_OPEN = 9, 4
_TOGETHER = (
    *(("odds", name) for name in ("near", "said", "most", "kind", "lead", "open", "figures", "share", "made")),
    *(("kind", name) for name in ("least", "most", "covered", "made")),
    *(("near", name) for name in ("said", "figures", "covered", "made")),
    ("kind", "near", "above"),
    ("figures", "guesses"),
)
"""What counts otherwise together than each alone: a rare wording of a near relation, and of a far one."""


@dataclass(frozen=True)
class WeighedGuess:
    """A guess and the probability that words tell it, whether it fits or not."""

    guess: Guess
    told: float


def name_doubts(figures: Sequence[SeenFigure], weighed: Sequence[WeighedGuess]) -> list[tuple[WeighedGuess, list[str]]]:
    """Return each guess that is near and does not fit, with the names of what speaks for and against a slip."""
    if not weighed:
        return []
    explained: dict[int, float] = defaultdict(float)
    for one in weighed:
        if one.guess.fits:
            for at in one.guess.places:
                explained[at] = max(explained[at], one.told)
    share = sum(explained[at] > _EXPLAINED for at in range(len(figures))) / len(figures)
    unfit = sorted((one.told for one in weighed if not one.guess.fits), reverse=True)
    return [
        (one, _name_doubt(one, figures, explained, share, unfit))
        for one in weighed
        if not one.guess.fits and one.guess.distance <= FARTHEST
    ]


def _name_doubt(
    one: WeighedGuess,
    figures: Sequence[SeenFigure],
    explained: dict[int, float],
    share: float,
    unfit: Sequence[float],
) -> list[str]:
    guess, count = one.guess, len(figures)
    told = min(max(one.told, _SURE), 1 - _SURE)
    by_place = [explained[at] for at in guess.places]
    sentences = [figures[at].sentence for at in guess.places]
    still_open = sum(1 for at in range(count) if at not in guess.places and explained[at] < _EXPLAINED)
    signs: dict[str, object] = {
        "odds": bisect_left(_ODDS, math.log(told / (1 - told))),
        "near": bisect_left(_DISTANCES, guess.distance),
        "above": guess.ratio > 1,
        "kind": guess.kind,
        "said": bisect_left(_EXPLANATIONS, by_place[-1]),
        "first": bisect_left(_EXPLANATIONS, by_place[0]),
        "least": bisect_left(_EXPLANATIONS, min(by_place)),
        "most": bisect_left(_EXPLANATIONS, max(by_place)),
        "made": f"{figures[guess.places[0]].is_made}{figures[guess.said].is_made}",
        "share": bisect_left(_SHARES, share),
        "open": min(still_open, _MOST_OPEN),
        "figures": bisect_left(_FIGURES, count),
        "guesses": bisect_left(_GUESSES, len(unfit)),
        "rank": min(unfit.index(one.told), _MOST_RANK),
        "lead": bisect_left(_LEADS, unfit[0] - one.told),
        "second": bisect_left(_SECONDS, unfit[1] if len(unfit) > 1 else 0.0),
        "apart": max(sentences) - min(sentences),
        "last": count - 1 in guess.places,
        "covered": bisect_left(_COVERED, len(guess.places) / count),
    }
    alone = [f"{name}={value}" for name, value in signs.items()]
    together = ["+".join(f"{name}={signs[name]}" for name in names) for names in _TOGETHER]
    return [*alone, *together]
