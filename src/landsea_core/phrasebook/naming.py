"""Papers that somebody's own words name, in any language of the book: they fill the slots for papers, and an ask for
papers is meant more likely than its nearness alone says, or less where none is named.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from landsea_core.phrasebook.filling import find_slots
from landsea_core.phrasebook.phrases import Ask, Phrasebook
from landsea_core.text.letters.folding import fold_spelling, normalize_spelling

PAPER_SLOTS = ("paper", "papers")
NEARER_BY = 0.02
"""How much nearer an ask with a slot for papers counts where the words name one, and how much farther where they name none;
meanings of asks lie within about 0.2.
"""
_SHORT = 4
_SHORTEST = 3
"""Letters; a shorter name stands in too many words. A name of two Chinese characters says as much as one of six letters."""


def find_papers_named(book: Phrasebook, text: str) -> tuple[str, ...]:
    """Return the codes of the papers that a text names, in the order of the book.

    Example: "请把原产地证书发给我" names ("origin",), the certificate of origin; "anh chị" (you) names no "ảnh" (photo).
    """
    marked, folded = normalize_spelling(text), fold_spelling(text)
    names = {code: tuple(choice.says.values()) for code, choice in book.lists["papers"].items() if code != "other"}
    return tuple(
        code
        for code, says in names.items()
        if any(name.search(marked if keeps_marks else folded) for name, keeps_marks in _make_patterns(says))
    )


def weigh_papers(ask: Ask, papers: Sequence[str]) -> float:
    """Return how much nearer an ask counts to words that name these papers, farther where they name none: 0 for an ask without
    a slot for papers.
    """
    if not takes_papers(ask):
        return 0.0
    return NEARER_BY if papers else -NEARER_BY


def takes_papers(ask: Ask) -> bool:
    """Whether an ask has a slot for papers."""
    return any(slot in PAPER_SLOTS for slot in find_slots(ask.says["en"]))


@lru_cache(maxsize=256)
def _make_patterns(says: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """How each name of a paper is looked for, and whether with its marks: as whole words where its script has spaces; a short
    Latin name without its marks would be some other word.
    """
    patterns = []
    for one in says:
        name = one.partition("(")[0].strip()
        marked, folded = normalize_spelling(name), fold_spelling(name)
        if folded.isascii() and len(folded) >= _SHORTEST:
            keeps_marks = len(folded) <= _SHORT and marked != folded
            patterns.append((re.compile(rf"\b{re.escape(marked if keeps_marks else folded)}\b"), keeps_marks))
        elif not folded.isascii() and len(folded) >= _SHORTEST - 1:
            patterns.append((re.compile(re.escape(folded)), False))
    return tuple(patterns)
