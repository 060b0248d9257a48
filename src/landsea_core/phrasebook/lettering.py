"""Which asks are nearest to a text by its letters alone, where no embedder is at hand: worse than by meaning, but
never nothing.

Two texts are as near as the runs of three letters that they share. So a question in a language finds the wordings of that
language; across languages only names and numbers help.
"""

from collections.abc import Sequence
from functools import lru_cache

from landsea_core.phrasebook.offering import MOST
from landsea_core.phrasebook.phrases import Ask
from landsea_core.text.letters.folding import fold_spelling

_RUN = 3


def offer_asks_by_letters(text: str, fitting: Sequence[Ask], most: int = MOST) -> list[Ask]:
    """Return the asks among `fitting` whose wording in any language shares most runs of letters with a text, nearest first."""
    wanted = _runs_of(text)
    if not wanted:
        return []
    near = {ask.code: max(_alike(wanted, _runs_of(words)) for words in ask.says.values()) for ask in fitting}
    return sorted(fitting, key=lambda ask: -near[ask.code])[:most]


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


@lru_cache(maxsize=4096)
def _runs_of(text: str) -> frozenset[str]:
    folded = " ".join(fold_spelling(text).split())
    return frozenset(folded[at : at + _RUN] for at in range(max(1, len(folded) - _RUN + 1))) if folded else frozenset()
