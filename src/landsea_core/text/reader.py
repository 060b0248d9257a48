"""All readers of one data folder together, and what they make of a text.

Lexicons alone can read; with an embedder and the trained model of `data/models` how likely each
value is comes from the model, and the words that speak for it from the lexicons.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from landsea_core.text import opinion
from landsea_core.text.added import NOTHING_ADDED, AddedWords
from landsea_core.text.authorities import AuthorityReader
from landsea_core.text.countries import CountryReader
from landsea_core.text.embedding import Embedder
from landsea_core.text.evidence import Guess
from landsea_core.text.features import FeatureReader
from landsea_core.text.gazetteer import Gazetteer
from landsea_core.text.goods import GoodsReader
from landsea_core.text.languages import UNKNOWN, LanguageReader
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.matters import MatterReader
from landsea_core.text.nearest import GOODS_FILE, NearestFault, NearestGoods
from landsea_core.text.papers import Paper, PaperReader
from landsea_core.text.prepared import PreparedText
from landsea_core.text.scope import IN, OUT, ScopeReader
from landsea_core.text.trained import ModelFault, TrainedModel, TrainedReader
from landsea_core.text.urgency import NORMAL, URGENT, UrgencyReader
from landsea_core.text.whereabouts import WhereaboutsReader

MODEL_FILE = "reading.npz"
EmbedderSource = Callable[[], Embedder]


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

    def __init__(self, data_folder: Path, embedder: EmbedderSource | None = None, added: AddedWords = NOTHING_ADDED):
        self._folder = data_folder
        self._embedder = embedder
        self.without = "" if embedder else "No embedder was given."
        self.lexicon = Lexicon.load(data_folder / "lexicon", added)

    @cached_property
    def features(self) -> FeatureReader:
        """What a trained model sees of a text besides its vector."""
        whereabouts = WhereaboutsReader(self.lexicon, self.countries, self.languages)
        return FeatureReader(self.lexicon, self.matters, self.authorities, self.countries, self.goods, whereabouts)

    @cached_property
    def trained(self) -> TrainedReader | None:
        """The trained model, loaded when first asked; None when it or its embedder is not there, and `without` says why."""
        if self._embedder is None:
            return None
        try:
            model = TrainedModel.load(self._folder / "models" / MODEL_FILE)
            return TrainedReader(model, self._embedder(), self.features)
        except FileNotFoundError:
            self.without = "There is no trained model. Run landsea train."
        except ModelFault as fault:
            self.without = str(fault)
        except (ImportError, OSError) as fault:
            self.without = f"The embedder cannot be loaded ({fault})."
        return None

    @property
    def how(self) -> str:
        """With what texts are read, as a sentence: lexicons and the model, or lexicons alone and why."""
        if self.trained:
            return f"lexicons {self.lexicon.version} and model {self.trained.model.version} on {self.trained.model.embedder}"
        return f"lexicons {self.lexicon.version} alone. {self.without}"

    @property
    def versions(self) -> tuple[str, str]:
        """The versions of the lexicons and of the trained model; the latter is empty when texts are read without one."""
        return self.lexicon.version, self.trained.model.version if self.trained else ""

    @cached_property
    def papers(self) -> PaperReader:
        """What desks ask for, by matter."""
        return PaperReader(self.lexicon)

    def _answers(self, text: PreparedText, filer_country: str = "") -> dict[str, dict[str, float]] | None:
        """What the trained model says; None without one, and for texts without words."""
        if self.trained is None or self.languages.language(text).value == UNKNOWN:
            return None
        return self.trained.answers(text, filer_country)

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
    def nearest_goods(self) -> NearestGoods | None:
        """The names of goods as vectors; None without their file, or without the embedder that they were made with."""
        if self.trained is None:
            return None
        try:
            return NearestGoods.load(self._folder / "models" / GOODS_FILE, self.trained.model.embedder)
        except (FileNotFoundError, NearestFault):
            return None

    def _unknown_goods(self, text: PreparedText) -> list[Guess]:
        """What a mention of goods by a name that we do not know may mean; empty when it speaks of something that happened."""
        if not self.goods.is_unknown(text) or self.matters.evidence(text) or self.nearest_goods is None:
            return []
        guess = self.nearest_goods.guess(self.trained.vector(text), self.languages.language(text).value)
        return [guess] if guess else []

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
        return self._matters(PreparedText(raw), topic, hs)

    def _matters(self, text: PreparedText, topic: str = "", hs: str = "", filer_country: str = "") -> list[Guess]:
        by_words = self.matters.matters(text, topic, hs)
        answers = self._answers(text, filer_country)
        if answers is None:
            return by_words
        chances = answers["matter"]
        if topic:
            chances = opinion.within(chances, self.matters.within(topic))
        return opinion.ranked(self.matters.with_goods(chances, hs), by_words, self.matters.topic_of)

    def _topics(self, text: PreparedText, hs: str = "", filer_country: str = "") -> list[Guess]:
        by_words = self.matters.topics(text, hs)
        answers = self._answers(text, filer_country)
        return by_words if answers is None else opinion.ranked(answers["topic"], by_words)

    def _authorities(self, text: PreparedText, matter: str, filer_country: str = "") -> list[Guess]:
        by_words = self.authorities.authorities(text, matter)
        answers = self._answers(text, filer_country)
        return by_words if answers is None else opinion.ranked(answers["authority"], by_words)

    def _countries(self, text: PreparedText, filer_country: str, matters: Sequence[Guess]) -> list[Guess]:
        answers = self._answers(text, filer_country)
        if answers is None:
            return self.countries.countries(text, filer_country, matters)
        words = self.countries.evidence(text, filer_country)
        return opinion.ranked(
            answers["where"], [Guess(country, 0.0, evidence.best_words()) for country, evidence in words.items()]
        )

    def _urgency(self, text: PreparedText, filer_country: str = "") -> Guess:
        by_words = self.urgency.urgency(text, [hit.payload for hit in self.goods.mentions(text)])
        answers = self._answers(text, filer_country)
        if answers is None:
            return by_words
        chance = answers["urgent"].get(str(True), 0.0)
        urgent = chance >= opinion.LIKELIER
        return Guess(URGENT if urgent else NORMAL, round(chance if urgent else 1 - chance, 3), by_words.words)

    def _scope(self, text: PreparedText, matters: Sequence[Guess], filer_country: str = "") -> Guess:
        by_words = self.scope.scope(text, self.matters.evidence(text))
        answers = self._answers(text, filer_country)
        if answers is None:
            return by_words
        if by_words.value == OUT and by_words.detail not in self.matters.topic_of:
            return by_words
        best = opinion.ranked(answers["scope"])[0]
        if best.value == IN:
            return best
        reason = by_words.detail or (matters[0].value if matters else "")
        return Guess(best.value, best.confidence, by_words.words, reason)

    def read(self, raw: str, filer_country: str = "") -> Reading:
        """Everything at once; `filer_country` (two letters) is where the filer is at home, if known. Never raises."""
        text = PreparedText(raw)
        goods = self.goods.goods(text)
        hs = goods[0].value if goods else ""
        matters = self._matters(text, hs=hs, filer_country=filer_country)
        best = matters[0].value if matters else ""
        return Reading(
            language=self.languages.language(text),
            topics=self._topics(text, hs, filer_country),
            matters=matters,
            authorities=self._authorities(text, best, filer_country),
            countries=self._countries(text, filer_country, matters),
            places=self.gazetteer.places(text),
            goods=goods or self._unknown_goods(text),
            urgency=self._urgency(text, filer_country),
            scope=self._scope(text, matters, filer_country),
        )

    def papers_of(self, raw: str, matter: str) -> list[Paper]:
        """What a desk will ask for; see `PaperReader.checklist`."""
        return self.papers.checklist(PreparedText(raw), matter)

    def topics_of(self, raw: str, hs: str = "") -> list[Guess]:
        """The topics of a text; see `MatterReader.topics`."""
        return self._topics(PreparedText(raw), hs)

    def authorities_of(self, raw: str, topic: str = "", matter: str = "") -> list[Guess]:
        """The kinds of office of a text; see `AuthorityReader.authorities`."""
        text = PreparedText(raw)
        if matter:
            return self.authorities.authorities(text, matter)
        matters = self._matters(text, topic)
        return self._authorities(text, matters[0].value if matters else "")

    def countries_of(self, raw: str, filer_country: str = "") -> list[Guess]:
        """The countries of a text; see `CountryReader.countries`."""
        text = PreparedText(raw)
        return self._countries(text, filer_country, self._matters(text))

    def urgency_of(self, raw: str) -> Guess:
        """The urgency of a text; see `UrgencyReader.urgency`."""
        return self._urgency(PreparedText(raw))

    def scope_of(self, raw: str) -> Guess:
        """The scope of a text; see `ScopeReader.scope`."""
        text = PreparedText(raw)
        return self._scope(text, self._matters(text))
