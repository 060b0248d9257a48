"""The door to reading: one `Reader` over a data folder, and functions that use the one of this checkout.

A trained model joins at `MatterReader.evidence`, as one more source of evidence beside the lexicon; nothing else changes.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from landsea_core.text.authorities import AuthorityReader
from landsea_core.text.countries import CountryReader
from landsea_core.text.evidence import Guess
from landsea_core.text.gazetteer import Gazetteer
from landsea_core.text.goods import GoodsReader
from landsea_core.text.languages import LanguageReader
from landsea_core.text.lexicon import Lexicon, default_data_folder
from landsea_core.text.matters import MatterReader
from landsea_core.text.prepared import PreparedText
from landsea_core.text.scope import ScopeReader
from landsea_core.text.urgency import UrgencyReader


@dataclass(frozen=True)
class Reading:
    """What was understood of one text. Lists are best first and may be empty; every guess carries its words."""

    language: Guess
    topics: list[Guess]
    matters: list[Guess]
    authorities: list[Guess]
    countries: list[Guess]
    places: list[Guess]
    goods: list[Guess]
    urgency: Guess
    scope: Guess


class Reader:
    """Everything that can be read from a text, with the lexicons of one data folder; each part loads when first asked.

    Raises FileNotFoundError when the folder has no lexicon or goods, LexiconFault when a row in them is broken.
    """

    def __init__(self, data_folder: Path):
        self._folder = data_folder
        self.lexicon = Lexicon.load(data_folder / "lexicon")

    @cached_property
    def languages(self) -> LanguageReader:
        """The reader of languages."""
        return LanguageReader(self.lexicon)

    @cached_property
    def matters(self) -> MatterReader:
        """The reader of topics and matters."""
        return MatterReader(self.lexicon, self.languages)

    @cached_property
    def authorities(self) -> AuthorityReader:
        """The reader of kinds of office."""
        return AuthorityReader(self.lexicon)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The reader of places."""
        return Gazetteer.load(self.lexicon, self.languages, self._folder / "reference" / "places.jsonl")

    @cached_property
    def countries(self) -> CountryReader:
        """The reader of countries."""
        return CountryReader(self.lexicon, self.gazetteer, self.authorities)

    @cached_property
    def goods(self) -> GoodsReader:
        """The reader of goods."""
        return GoodsReader.load(self.lexicon, self.languages, self._folder / "reference" / "goods.jsonl")

    @cached_property
    def urgency(self) -> UrgencyReader:
        """The reader of urgency."""
        return UrgencyReader(self.lexicon)

    @cached_property
    def scope(self) -> ScopeReader:
        """The reader of scope."""
        return ScopeReader(self.lexicon)

    def matters_of(self, raw: str, topic: str = "", hs: str = "") -> list[Guess]:
        """The matters of a text; see `MatterReader.matters`."""
        return self.matters.matters(PreparedText(raw), topic, hs)

    def read(self, raw: str, filer_country: str = "") -> Reading:
        """Everything at once; `filer_country` (two letters) is where the filer is at home, if known. Never raises."""
        text = PreparedText(raw)
        goods = self.goods.goods(text)
        hs = goods[0].value if goods else ""
        topics = self.matters.topics(text, hs)
        matters = self.matters.matters(text, hs=hs)
        best = matters[0].value if matters else ""
        return Reading(
            language=self.languages.language(text),
            topics=topics,
            matters=matters,
            authorities=self.authorities.authorities(text, best),
            countries=self.countries.countries(text, filer_country, matters),
            places=self.gazetteer.places(text),
            goods=goods,
            urgency=self.urgency.urgency(text, [hit.payload for hit in self.goods.mentions(text)]),
            scope=self.scope.scope(text, self.matters.evidence(text)),
        )


@cache
def reader() -> Reader:
    """The reader over this checkout's `data` folder; loaded once a process, when first needed."""
    return Reader(default_data_folder())


def read(text: str, filer_country: str = "") -> Reading:
    """Everything that can be read from a text; see `Reader.read`."""
    return reader().read(text, filer_country)


def language(text: str) -> Guess:
    """The language of a text; see `LanguageReader.language`."""
    return reader().languages.language(PreparedText(text))


def read_matters(text: str, topic: str = "", hs: str = "") -> list[Guess]:
    """Matters (codes of topics.jsonl), best first, within `topic` when given; see `MatterReader.matters`."""
    return reader().matters_of(text, topic, hs)


def read_topics(text: str, hs: str = "") -> list[Guess]:
    """Topics, best first; see `MatterReader.topics`."""
    return reader().matters.topics(PreparedText(text), hs)


def read_authorities(text: str, topic: str = "", matter: str = "") -> list[Guess]:
    """Kinds of office, best first. Without a `matter` the best one within `topic` (or of all) is read from the text."""
    prepared = PreparedText(text)
    if not matter:
        matters = reader().matters.matters(prepared, topic)
        matter = matters[0].value if matters else ""
    return reader().authorities.authorities(prepared, matter)


def read_places(text: str) -> list[Guess]:
    """Places (codes), best first; see `Gazetteer.places`."""
    return reader().gazetteer.places(PreparedText(text))


def read_countries(text: str, filer_country: str = "") -> list[Guess]:
    """Countries where the problem may be, best first; see `CountryReader.countries`."""
    prepared = PreparedText(text)
    return reader().countries.countries(prepared, filer_country, reader().matters.matters(prepared))


def read_goods(text: str) -> list[Guess]:
    """Goods as six-digit HS codes, best first; see `GoodsReader.goods`."""
    return reader().goods.goods(PreparedText(text))


def read_urgency(text: str) -> Guess:
    """Urgent or normal; see `UrgencyReader.urgency`."""
    prepared = PreparedText(text)
    return reader().urgency.urgency(prepared, [hit.payload for hit in reader().goods.mentions(prepared)])


def read_scope(text: str) -> Guess:
    """In, out or borderline, with a reason; see `ScopeReader.scope`."""
    prepared = PreparedText(text)
    return reader().scope.scope(prepared, reader().matters.evidence(prepared))
