"""Goods by the words of the nomenclature itself: "crocidolite asbestos", "unwrought tin", "bodies of used cars".

Our names of goods are those of trade. Whoever types the words of a tariff, or goods that are rarely traded, means a code whose
own English description holds these words. Of a description only what it names counts, and not what it leaves out ("other than
...", "excluding ..."). A word weighs as much as it is rare in the nomenclature.

In English the goods are the last word before "of", "for" or a comma; what stands before only describes them: a description
without that word is about other goods.
"""

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

_SIX = 6
_WORD = re.compile(r"[a-z][a-z'\-]*[a-z]")
_LEFT_OUT = re.compile(
    r"\bn\.e\.[cs]\.?( in (heading|item|chapter|subheading)s?( no\.)? ?[\d.]+)?"
    r"|\b(other than|excluding|except|not elsewhere|not containing|not including|of heading)\b[^;)]*"
)
_PURPOSE = re.compile(r"\b(of a kind|for|used|suitable|designed|containing|whether)\b[^;]*")
"""What follows says what goods are for or hold, and is none itself: tyres "of a kind used on motor cars"."""
_ENDS_HEAD = re.compile(r"[,;:(/]| (?:of|for|with|without|from|to|in|by|and|or|made|used|containing|not|on|as) ")
_NOTHING_SAID = """
a an the of for and or with without from to in by on as at is are not its their than that this which whether
no some neither nor kind kinds type types goods product products article articles item items other new made
used use our my we kg kgs tonne tonnes ton tons piece pieces pcs lot lots load loads cargo shipment shipments
consignment box boxes bag bags carton cartons container containers truck truckload pallet pallets pair pairs
set sets loose personal bulk wholesale sample samples assorted
"""
_SAY_NOTHING = frozenset(_NOTHING_SAID.split())
_LEAST_COVERED = 0.6
_NEARLY_AS_GOOD = 0.7
_MOST = 4


@dataclass(frozen=True)
class Word:
    """A word that says something, as typed in small letters, and the stem by which it is compared."""

    start: int
    end: int
    stem: str


@dataclass(frozen=True)
class TariffMatch:
    """A code whose description holds words of a text: which of them, their share of the weight of all, and how much of the
    part of the description that names the goods they are (0 to 1).
    """

    hs6: str
    held: frozenset[str]
    covered: float
    precise: float


class TariffWords:
    """Finds codes by their descriptions; `names` is code -> English description, those of six digits count."""

    def __init__(self, names: Mapping[str, str]):
        self._parts = {code: _list_parts(name) for code, name in names.items() if len(code) == _SIX}
        self._words = {code: frozenset().union(*parts, _join_pairs(names[code])) for code, parts in self._parts.items()}
        self._codes: dict[str, set[str]] = defaultdict(set)
        self._goods: dict[str, set[str]] = defaultdict(set)
        for code, words in self._words.items():
            for word in words:
                self._codes[word].add(code)
            for part in _list_parts(_PURPOSE.sub(" ", names[code].casefold())):
                for word in part:
                    self._goods[word].add(code)

    def is_known(self, stem: str) -> bool:
        """Whether a description holds a word of this stem."""
        return stem in self._codes

    def is_english(self, words: Iterable[Word]) -> bool:
        """Whether most of the words stand in descriptions, so that they are English and no other language in such letters."""
        known = [self.is_known(one.stem) for one in words]
        return 2 * sum(known) >= len(known)

    def weigh(self, stem: str) -> float:
        """Return how much a word says: the rarer, the more. What the nomenclature does not hold says as much as the rarest."""
        return math.log(1 + len(self._words) / (1 + len(self._codes.get(stem, ()))))

    def find_held(self, code: str, stems: Collection[str]) -> frozenset[str]:
        """Return which of the words the description of a code holds."""
        return self._words.get(code, frozenset()) & frozenset(stems)

    def find(self, stems: Collection[str], head: str) -> list[TariffMatch]:
        """Return the codes whose descriptions hold the goods (`head`) and most of the other words, best first, few of them."""
        total = sum(map(self.weigh, stems))
        found = []
        for code in self._goods.get(head, ()):
            held = self.find_held(code, stems)
            weight = sum(map(self.weigh, held))
            if weight >= _LEAST_COVERED * total:
                found.append(TariffMatch(code, held, weight / total, self._find_precision(code, head, held)))
        found.sort(key=lambda one: (-one.covered, -one.precise, one.hs6))
        best = found[:1]
        return [
            one
            for one in found[:_MOST]
            if one.covered >= best[0].covered and one.precise >= _NEARLY_AS_GOOD * max(each.precise for each in best)
        ]

    def _find_precision(self, code: str, head: str, held: frozenset[str]) -> float:
        """How much of the part of a description that names the goods these words are: "opium" is all of the last part of
        "Vegetable saps and extracts; opium".
        """
        parts = [part for part in self._parts[code] if head in part]
        return max(sum(map(self.weigh, part & held)) / sum(map(self.weigh, part)) for part in parts)


def _list_parts(name: str) -> tuple[frozenset[str], ...]:
    """The words of each part of a description between semicolons, without those of what it leaves out."""
    said = _LEFT_OUT.sub(" ", name.casefold())
    parts = (frozenset(one.stem for one in list_words(part)) for part in said.split(";"))
    return tuple(part for part in parts if part)


def _join_pairs(name: str) -> frozenset[str]:
    """Words of a description that stand side by side as one: "ball point" is typed "ballpoint" as well."""
    words = [one.stem for one in list_words(_LEFT_OUT.sub(" ", name.casefold()))]
    return frozenset(f"{one}{other}" for one, other in pairwise(words))


def list_words(text: str) -> list[Word]:
    """Return the words of an English text in small letters that say something."""
    return [
        Word(match.start(), match.end(), stem)
        for match in _WORD.finditer(text)
        if match.group() not in _SAY_NOTHING and (stem := _find_stem(match.group()))
    ]


def find_head(text: str, words: Iterable[Word]) -> Word | None:
    """Return the word for the goods themselves of an English text in small letters; None where no word says something."""
    known = list(words)
    if not known:
        return None
    ends = _ENDS_HEAD.search(text, known[0].end)
    before = [one for one in known if one.end <= (ends.start() if ends else len(text))]
    return before[-1] if before else known[-1]


_SPELT = {
    "tire": "tyre",
    "aluminum": "aluminium",
    "fiber": "fibre",
    "color": "colour",
    "fertiliser": "fertilizer",
    "sulfate": "sulphate",
    "sulfur": "sulphur",
    "ingot": "unwrought",
}
"""Other spellings than those of the nomenclature, and what it calls bars as they come from the furnace."""


def _find_stem(word: str) -> str:
    stem = _cut_plural(word.replace("-", "").replace("'", ""))
    return _SPELT.get(stem, stem)


def _cut_plural(plain: str) -> str:
    if plain.endswith("ies") and len(plain) > len("dies"):
        return f"{plain[:-3]}y"
    if plain.endswith(("sses", "xes", "ches", "shes")):
        return plain[:-2]
    is_plural = plain.endswith("s") and len(plain) > len("gas") and not plain.endswith(("ss", "us", "is"))
    return plain[:-1] if is_plural else plain
