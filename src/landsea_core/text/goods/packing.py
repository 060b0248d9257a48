"""What goods are packed in, said as a measure: in "600 bags of sesame", 辣椒麻袋 and "bote ng patis" nobody trades in bags.

The lexicon's kind "packing" holds the words for bags, sacks, cartons, crates, drums and bottles in each language. Such a word
is no goods itself where it is counted or stands right beside what can be packed in it: food, minerals, chemicals. What bags
are made of (leather, plastic, jute) comes later in the nomenclature, and so does what has boxes of its own (shoes, telephones).

Words that only count ("285 buah", 3 trái) are no goods right behind a number, where the text names others.
"""

import re
from collections.abc import Sequence

from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.letters.scripts import UNSPACED, find_script
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.phrase_index import Hit

_LAST_PACKED_CHAPTER = "38"
# Between the packing and what is in it: "of", "ng", nothing; between goods and their packing a number as well.
_OF = re.compile(r"\s?(?:(?:of|ng|na|nga)\s)?")
_COUNTED = re.compile(r"[\s(]*\d[\d.,\s]*(?:[^\W\d_]{1,9}\s)?|\s?\(\s?")
_COUNTED_HAN = re.compile(r"\s?\w{0,5}\s?")
_NUMBER_BEFORE = re.compile(r"\d\s?$")
_COUNTED_UNSPACED = re.compile(r"\s?[^\s]{0,8}\s?")


class PackingReader:
    """Knows words for packing, by one lexicon."""

    def __init__(self, lexicon: Lexicon):
        self._words = lexicon.get_index("packing")

    def leave_out_packing(self, mentions: Sequence[Hit], text: PreparedText, languages: frozenset[str]) -> list[Hit]:
        """The mentions of goods without those that only say what the goods beside them are packed in."""
        mentions = _leave_out_counters(mentions, self._find_spans("counter", text, languages), text)
        packing = self._find_spans("packing", text, languages)
        packed = [(hit.start, hit.end) for hit in mentions if hit.payload.hs6[:2] <= _LAST_PACKED_CHAPTER]
        packed = [span for span in packed if span not in packing]
        return [
            hit
            for hit in mentions
            if (hit.start, hit.end) not in packing or not any(_holds((hit.start, hit.end), one, text) for one in packed)
        ]

    def _find_spans(self, value: str, text: PreparedText, languages: frozenset[str]) -> set[tuple[int, int]]:
        return {(hit.start, hit.end) for hit in self._words.find(text, languages) if hit.payload.value == value}


def _leave_out_counters(mentions: Sequence[Hit], counters: set[tuple[int, int]], text: PreparedText) -> Sequence[Hit]:
    """The mentions without words that only count, unless no others are left."""
    goods = [
        hit
        for hit in mentions
        if (hit.start, hit.end) not in counters or not _NUMBER_BEFORE.search(text.folded[: hit.start][-4:])
    ]
    return goods or mentions


def _holds(packing: tuple[int, int], goods: tuple[int, int], text: PreparedText) -> bool:
    """Whether the goods stand beside the packing as what is in it."""
    if goods[0] >= packing[1]:
        return bool(_OF.fullmatch(text.folded[packing[1] : goods[0]]))
    if goods[1] > packing[0]:
        return False
    letters = find_script(text.folded[goods[0]])
    counted = _COUNTED_HAN if letters == "han" else _COUNTED_UNSPACED if letters in UNSPACED else _COUNTED
    return bool(counted.fullmatch(text.folded[goods[1] : packing[0]]))
