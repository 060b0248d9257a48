"""What a relation of near figures gives for one that is said to follow from them."""

import re
from dataclasses import dataclass

from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence

_MOST_COUNTED = 12
_COUNTS = {
    word: number
    for number, words in ((2, "two both 两 二 2"), (3, "three 三 3"), (4, "four 四 4"), (5, "five 五 5"))
    for word in words.split()
}


@dataclass(frozen=True)
class Solution:
    """`right` is what the relation makes of the figures `used`, `said` what is said; `words` explain it, `rule` names it.

    `is_closed` where words close the list of what the relation joins, so that no other way can give what is said.
    """

    rule: str
    right: Interval
    said: Interval
    words: Sentence
    used: tuple[Item, ...]
    is_closed: bool = False


def read_count(match: re.Match[str]) -> int:
    """Return the small number that a cue holds in the only group that matched: "into | three | shifts", 分|三|班; else 0."""
    return _COUNTS.get(next((word for word in match.groups() if word), "").lower(), 0)


def compute_lead(said: Item, read: ReadStatement) -> str:
    """Return the words of a sentence before a figure, from the last figure that is more than a small count on.

    "In total the three gates handled | 10.8 million": the words before "three" lead to it too.
    """
    start = read.sentences[said.sentence][0]
    for one in read.items_of_sentence(said.sentence):
        is_small = one.unit.kind.startswith("count:") and one.figure.value <= _MOST_COUNTED
        if one.figure.end <= said.figure.start and not is_small:
            start = one.figure.end
    return read.text[start : said.figure.start]
