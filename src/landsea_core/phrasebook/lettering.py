"""How near a text is to the wordings of asks by its letters alone: a help beside the meaning, and all there is where no
embedder is at hand.

Two texts are as near as the runs of two to four letters that they share, rare runs counting more than common ones. So a
question in a language finds the wordings of that language; across languages only names and numbers help.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from landsea_core.phrasebook.filling import leave_slots_out
from landsea_core.phrasebook.phrases import Ask
from landsea_core.text.letters.folding import fold_spelling
from landsea_core.text.letters.other_spellings import simplify_characters

_RUNS = (2, 3, 4)
"""Letters of a run. Two are a Chinese word; four are most of a syllable elsewhere."""
_MOST_READ = 400
"""Characters of a text that are compared; an ask is the size of a sentence."""


@dataclass(frozen=True)
class LetterRuns:
    """The wordings of asks as runs of letters: row by row the ask's code, its runs, and how much they weigh together;
    `weights` says how much a run tells, which is less the more wordings hold it.
    """

    codes: tuple[str, ...]
    runs: tuple[frozenset[str], ...]
    lengths: tuple[float, ...]
    weights: Mapping[str, float]

    @classmethod
    def make(cls, asks: Iterable[Ask]) -> "LetterRuns":
        """Return the runs of all wordings of these asks, without their slots."""
        pairs = [(ask.code, _runs_of_wording(words)) for ask in asks for words in ask.says.values()]
        held = Counter(run for _, runs in pairs for run in runs)
        tells = {count: log(len(pairs) / count) for count in set(held.values())}
        weights = {run: tells[count] for run, count in held.items()}
        lengths = tuple(_length(runs, weights, 0.0) for _, runs in pairs)
        return cls(tuple(code for code, _ in pairs), tuple(runs for _, runs in pairs), lengths, weights)

    def find_nearness(self, text: str) -> dict[str, float]:
        """Return how near each ask is to a text, 0 to 1, by its nearest wording."""
        wanted = _runs_of(text[:_MOST_READ])
        length = _length(wanted, self.weights, log(max(2, len(self.codes))))
        near: dict[str, float] = {}
        for code, runs, own in zip(self.codes, self.runs, self.lengths, strict=True):
            shared = sum(self.weights[run] ** 2 for run in wanted & runs)
            near[code] = max(near.get(code, 0.0), shared / (length * own) if shared else 0.0)
        return near


def _length(runs: frozenset[str], weights: Mapping[str, float], unknown: float) -> float:
    return sqrt(sum(weights.get(run, unknown) ** 2 for run in runs))


@lru_cache(maxsize=4096)
def _runs_of_wording(words: str) -> frozenset[str]:
    """The runs of a wording without its slots, kept once: an ask stands in the sets of many topics and sides, which a web
    server keeps for as long as it runs, and 18 KB a wording in each of them were 170 MB together.
    """
    return frozenset(map(sys.intern, _runs_of(leave_slots_out(words))))


def _runs_of(text: str) -> frozenset[str]:
    """The runs of a text's folded letters, with a space before and behind it: a beginning tells more than a middle."""
    folded = f" {' '.join(fold_spelling(simplify_characters(text)).split())} "
    return frozenset(folded[at : at + size] for size in _RUNS for at in range(len(folded) - size + 1))
