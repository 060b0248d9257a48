"""Papers that somebody's own words name, in any language of the book: they fill the slots for papers, and an ask for
papers is meant more likely than its nearness alone says.
"""

from collections.abc import Sequence
from functools import lru_cache

from landsea_core.phrasebook.filling import find_slots
from landsea_core.phrasebook.phrases import Ask, Phrasebook
from landsea_core.text.letters.folding import fold_spelling

PAPER_SLOTS = ("paper", "papers")
NEARER_BY = 0.05
"""How much nearer an ask with a slot for papers counts where the words name one; meanings of asks lie within about 0.2."""
_SHORTEST = 3
"""Letters; a shorter name stands in too many words. A name of two Chinese characters says as much as one of six letters."""


def find_papers_named(book: Phrasebook, text: str) -> tuple[str, ...]:
    """Return the codes of the papers that a text names, in the order of the book.

    Example: "请把原产地证书发给我" names ("origin",), the certificate of origin.
    """
    folded = fold_spelling(text)
    names = {code: tuple(choice.says.values()) for code, choice in book.lists["papers"].items() if code != "other"}
    return tuple(code for code, says in names.items() if any(one in folded for one in _fold_names(says)))


def put_named_first(offered: Sequence[tuple[Ask, float]], papers: Sequence[str]) -> list[Ask]:
    """Return asks in the order of their nearness, those with a slot for papers nearer where papers are named."""
    bonus = NEARER_BY if papers else 0.0
    ordered = sorted(offered, key=lambda pair: -(pair[1] + (bonus if takes_papers(pair[0]) else 0.0)))
    return [ask for ask, _near in ordered]


def takes_papers(ask: Ask) -> bool:
    """Whether an ask has a slot for papers."""
    return any(slot in PAPER_SLOTS for slot in find_slots(ask.says["en"]))


@lru_cache(maxsize=256)
def _fold_names(says: tuple[str, ...]) -> tuple[str, ...]:
    folded = (fold_spelling(one.partition("(")[0]).strip() for one in says)
    return tuple(one for one in folded if len(one) >= _SHORTEST or (len(one) == _SHORTEST - 1 and not one.isascii()))
