"""Goods named in a text, as six-digit HS codes.

The glossary is `data/reference/goods.jsonl` (names in ten languages) and, for what people say beside these, the lexicon's
kind "good". Words that look like goods and are not ("on the phone", "truck") stand in the lexicon's kind "not_goods" and hide
them, as names of places do. A name with two meanings gives both codes with lower confidence; so do very short names, and names
of vehicles and containers, which mostly carry the goods.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from landsea_core.text.data_files import read_rows
from landsea_core.text.evidence import (
    Evidence,
    Guess,
    keep_longest,
    make_guesses,
)
from landsea_core.text.goods.compounds import CompoundReader, drop_overlaps, find_describing
from landsea_core.text.goods.heads import HeadReader
from landsea_core.text.goods.misspelt import SURELY, Misspelt
from landsea_core.text.goods.packing import PackingReader
from landsea_core.text.goods.roles import RoleReader
from landsea_core.text.goods.sectors import ANYWHERE, SectorReader
from landsea_core.text.languages import LanguageReader
from landsea_core.text.letters.folding import fold_spelling
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.letters.scripts import is_unspaced
from landsea_core.text.lexicon import Entry, Lexicon
from landsea_core.text.lexicon.phrase_index import Hit, PhraseIndex
from landsea_core.text.plurals import make_plural

# Lorries with an engine, tractor heads, trailers, containers, wagons, ships, aircraft and the current that they run on.
_VEHICLES = ("2716", "8606", "8609", "8701", "8702", "87042", "87043", "8716", "8802", "8901", "8902", "8903")
# What stands in yards and at posts: weighbridges, cranes, scanners.
_CARRIERS = (*_VEHICLES, "8423", "8426", "9022")
_CARRIER = 0.35
# The lexicon's kinds of names of places, and the signs of terms that are no plain names.
_PLACES, _PATTERN = ("country", "place_word"), frozenset("+*<>…")
_BROAD = 0.5
_VERY_SHORT_LATIN = 3
_SHORT_TONELESS = 0.4
# Of several goods the one named first is the one it is about, all else being equal.
_FIRST_NAMED = 1.1
# What only describes the goods beside it: the phone of a phone battery.
_DESCRIBES = 0.4
_LIVE_CHAPTER = "01"
# Only a mention of goods, not a whole story, is searched for misspelt names.
_A_MENTION = 80
_MOST_WORDS = 5
# Filipino joins a name that ends with a vowel to what follows; a shorter one would be a word of other languages.
_LINKED, _LONG_ENOUGH_TO_LINK = "aeiou", 5


def _make_plural(name: str) -> str:
    """The English plural of a name; empty where it has none of its own."""
    is_plural = name.endswith("s") and not name.endswith("ss")
    return make_plural(name) if name[-1].isalpha() and not is_plural else ""


def _list_english_forms(names: Iterable[str]) -> list[str]:
    """English names, those of one word in the plural as well, and those of several in both numbers ("toys", "plastic toy").

    A single word is not made singular: too many are something else then ("jam", "book", "short").
    """
    return [form for name in names for form in (name, _make_plural(name), _make_singular(name)) if form]


def _link_filipino_name(name: str) -> str:
    """A Filipino name as it stands before what describes it ("makinang galing Wenzhou"); empty where it stays as it is."""
    return f"{name}ng" if name[-1] in _LINKED and len(name) >= _LONG_ENOUGH_TO_LINK else ""


def _make_singular(name: str) -> str:
    """The singular of an English name of several words; empty where it is in the singular."""
    if " " not in name or not name.endswith("s") or name.endswith(("ss", "us", "is")):
        return ""
    return name[:-3] + "y" if name.endswith("ies") else name[: -2 if name.endswith(("shes", "ches", "xes")) else -1]


@dataclass(frozen=True, order=True)
class Good:
    """One entry of the glossary. `perishable` is what spoils within days, `broad` a family ("fruit", "machine"), `alive`
    what a coordinator calls live animals outside their chapter.
    """

    hs6: str
    name: str
    perishable: bool = False
    broad: bool = False
    alive: bool = False

    @property
    def live(self) -> bool:
        """Whether these are live animals: chapter 1, fish and shellfish that the glossary calls live, what was called so."""
        return self.alive or self.hs6.startswith(_LIVE_CHAPTER) or self.name.startswith("live ")


Phrase = tuple[str, str, Good]
"""A name of goods, the language it is in, and what it means."""


class GoodsReader:
    """Reads goods with a glossary; `rows` are rows of goods.jsonl."""

    def __init__(self, lexicon: Lexicon, languages: LanguageReader, rows: Iterable[dict[str, Any]]):
        self._languages = languages
        self._compounds = CompoundReader(lexicon)
        self._packing = PackingReader(lexicon)
        self._roles = RoleReader(lexicon)
        self.sectors = SectorReader(lexicon)
        self._heads = HeadReader(lexicon)
        phrases: list[Phrase] = []
        for row in rows:
            good = Good(row["hs6"], row["names"]["en"][0], bool(row["perishable"]), bool(row.get("broad")))
            for lang, names in row["names"].items():
                phrases += [(name, lang, good) for name in (_list_english_forms(names) if lang == "en" else names)]
        glossary, phrases = sorted(phrases), []
        for row in lexicon.list_rows("good"):
            good = Good(
                row["value"], row["name"], bool(row.get("perishable")), bool(row.get("broad")), bool(row.get("live"))
            )
            names = [name for name, _ in row["terms"]]
            phrases += [
                (name, row["lang"], good) for name in (_list_english_forms(names) if row["lang"] == "en" else names)
            ]
        phrases = self._one_code_each([*glossary, *sorted(phrases)])
        self._phrases = phrases.copy()
        phrases += [
            (linked, lang, good)
            for name, lang, good in phrases
            if lang == "fil" and (linked := _link_filipino_name(name))
        ]
        phrases.sort(key=lambda phrase: (phrase[0], phrase[1], phrase[2]))
        not_goods = lexicon.list_entries("not_goods")
        not_goods += [entry for entry in lexicon.list_entries("sector") if entry.weight >= ANYWHERE]
        hiding = [(entry.term, entry.lang, None) for entry in [*not_goods, *self._list_places(lexicon)]]
        self._index = PhraseIndex(dict.fromkeys([*phrases, *hiding]))
        self._alike = Misspelt((name, good) for name, _, good in self._phrases)

    def _list_places(self, lexicon: Lexicon) -> list[Entry]:
        """Names of countries and places, which hide the goods in them: "Surabaya" in Thai holds liquor and medicine.

        A name that is a name of goods as well hides nothing.
        """
        names = {fold_spelling(name) for name, _, _ in self._phrases}
        return [
            entry
            for kind in _PLACES
            for entry in lexicon.list_entries(kind)
            if not set(entry.term) & _PATTERN and fold_spelling(entry.term) not in names
        ]

    @staticmethod
    def _one_code_each(phrases: list[Phrase]) -> list[Phrase]:
        """Leave out what a later one calls by a name that an earlier one gave to the same heading: six digits would compete.
        The glossary comes before the lexicon, and within each their order means nothing.
        """
        known: set[tuple[str, str, str]] = set()
        kept = []
        for name, lang, good in phrases:
            key = (fold_spelling(name), lang, good.hs6[:4])
            if key not in known:
                known.add(key)
                kept.append((name, lang, good))
        return kept

    @classmethod
    def load(cls, lexicon: Lexicon, languages: LanguageReader, path: Path) -> "GoodsReader":
        """Read goods.jsonl. Raises FileNotFoundError without it and LexiconFault for a broken line."""
        return cls(lexicon, languages, read_rows(path))

    def find_mentions(self, text: PreparedText) -> list[Hit]:
        """Every mention, longest names only, as what is done to the goods makes them; the payloads are `Good`s.

        A few words alone do not always tell their language: where nothing is found in it, not misspelt either, they are read
        in any.
        """
        languages = self._languages.list_languages(text)
        misspelt = self._find_misspelt(text) if self.is_a_mention(text) else []
        found = self._find_mentions(text, languages, [hit for hit in misspelt if hit.quality >= SURELY])
        if found or misspelt or not languages or not self.is_a_mention(text):
            return found
        return self._find_mentions(text, frozenset())

    @staticmethod
    def is_a_mention(text: PreparedText) -> bool:
        """Whether a text is no more than a few words, as somebody writes who only names goods."""
        return len(text.folded) <= _A_MENTION and len(text.folded.split()) <= _MOST_WORDS

    def _find_mentions(self, text: PreparedText, languages: frozenset[str], misspelt: Sequence[Hit] = ()) -> list[Hit]:
        hits = keep_longest(self._index.find(text, languages))
        hidden = {(hit.start, hit.end) for hit in hits if hit.payload is None}
        named = drop_overlaps([hit for hit in hits if hit.payload is not None and (hit.start, hit.end) not in hidden])
        named = sorted([*named, *misspelt], key=lambda hit: hit.start) if misspelt else named
        named = self._packing.leave_out_packing(named, text, languages)
        return self._compounds.change_mentions(named, text, languages)

    def list_english_names(self) -> dict[str, str]:
        """Each English name by which goods are shown, with its six digits."""
        return {good.name: good.hs6 for _, _, good in self._phrases if not good.broad}

    def list_spoken_names(self, most: int) -> dict[str, list[str]]:
        """For each language the first `most` of its names, in an order that means nothing."""
        spoken: dict[str, list[str]] = {}
        for name, lang, _ in sorted(self._phrases, key=lambda phrase: crc32(phrase[0].encode())):
            if len(said := spoken.setdefault(lang, [])) < most:
                said.append(name)
        return spoken

    def is_unknown(self, text: PreparedText) -> bool:
        """Whether a few words name goods, if any, by no name that we know and by no word that we know to be none."""
        return (
            self.is_a_mention(text)
            and any(map(str.isalpha, text.folded))
            and not self._index.find(text, frozenset())
            and not self.read_goods(text)
        )

    def find_unread_head(self, text: PreparedText) -> str:
        """Return the word for the goods themselves of a few words in another language than English, where no name covers it."""
        if not self.is_a_mention(text):
            return ""
        return self._heads.find_unread(text, self.find_mentions(text), self._languages.list_languages(text))

    def read_goods(self, text: PreparedText) -> list[Guess]:
        """Six-digit codes, best first; `detail` is the English name. A line of business alone ("machinery") is no goods."""
        if self.sectors.is_only_a_sector(text):
            return []
        found: dict[str, Evidence] = {}
        names: dict[str, str] = {}
        for (code, words), (weight, name) in self._weigh_mentions(text).items():
            found.setdefault(code, Evidence()).add(weight, words)
            names.setdefault(code, name)
        if not found and self.is_a_mention(text):
            for hit in self._compounds.change_mentions(
                self._find_misspelt(text), text, self._languages.list_languages(text)
            ):
                found.setdefault(hit.payload.hs6, Evidence()).add(hit.quality, hit.words)
                names.setdefault(hit.payload.hs6, hit.payload.name)
        return make_guesses(found, names)

    def _weigh_mentions(self, text: PreparedText) -> dict[tuple[str, str], tuple[float, str]]:
        """For each code and the words that name it how much they weigh, at best where they stand twice, and its name.

        A family ("fruit" in "lychee fruit") says nothing more of goods that are named.
        """
        mentions, languages = self.find_mentions(text), self._languages.list_languages(text)
        only_describe = find_describing(mentions, text, languages)
        factors = self._roles.find_factors(mentions, text, languages, only_describe, self.is_a_mention(text))
        named = {hit.payload.hs6 for hit in mentions if not hit.payload.broad}
        best: dict[tuple[str, str], tuple[float, str]] = {}
        for at, hit in enumerate(mentions):
            span, key = (hit.start, hit.end), (hit.payload.hs6, hit.words)
            if hit.payload.broad and hit.payload.hs6 in named:
                continue
            weight = self._weigh_hit(hit, text) * (1 if at else _FIRST_NAMED) * factors.get(span, 1.0)
            if span in only_describe:
                weight *= _DESCRIBES
            if key not in best or weight > best[key][0]:
                best[key] = weight, hit.payload.name
        return best

    def _find_misspelt(self, text: PreparedText) -> list[Hit]:
        """Names in another spelling than their own, beside the goods that are found as they are; see `Misspelt.find`."""
        key = (self, "misspelt")
        if key not in text.found:
            named = [(hit.start, hit.end) for hit in self._index.find(text, self._languages.list_languages(text))]
            text.found[key] = drop_overlaps(self._alike.find(text, named))
        found: list[Hit] = text.found[key]
        return found

    @staticmethod
    def _weigh_hit(hit: Hit, text: PreparedText) -> float:
        weight = hit.quality
        if hit.payload.hs6.startswith(_CARRIERS):
            weight *= _CARRIER
        if hit.payload.broad:
            weight *= _BROAD
        length = hit.end - hit.start
        if length <= _VERY_SHORT_LATIN and not is_unspaced(text.folded[hit.start]) and hit.quality < 1:
            weight *= _SHORT_TONELESS
        return weight
