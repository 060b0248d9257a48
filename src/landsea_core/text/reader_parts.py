"""The parts that read texts, over one data folder: lexicons, gazetteer, goods, trained model. Each loads when first asked."""

import copy
import logging
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Self

from landsea_core.text.amounts import AmountReader
from landsea_core.text.authorities import AuthorityReader
from landsea_core.text.countries.reader import CountryReader
from landsea_core.text.countries.whereabouts import WhereaboutsReader
from landsea_core.text.data_files import read_rows
from landsea_core.text.days import DayReader
from landsea_core.text.encoder.filing_encoder import ENCODER_FILE, EncoderFault, FilingEncoder, SecondOpinion
from landsea_core.text.goods.names import GoodsNames
from landsea_core.text.goods.nearest import GOODS_FILE, NearestFault, NearestGoods
from landsea_core.text.goods.reader import GoodsReader
from landsea_core.text.languages import LanguageReader
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.added_words import NOTHING_ADDED, AddedWords
from landsea_core.text.matters import MatterReader
from landsea_core.text.model.embedding import Embedder
from landsea_core.text.model.features import FeatureReader
from landsea_core.text.model.trained import ModelFault, TrainedModel, TrainedReader
from landsea_core.text.papers import PaperReader
from landsea_core.text.places import Gazetteer, KnownPlaces
from landsea_core.text.scope import ScopeReader
from landsea_core.text.urgency import UrgencyReader

MODEL_FILE = "reading.npz"
EmbedderSource = Callable[[], Embedder]
_SAID = logging.getLogger(__name__)
_LOOK_AT_PLACES = ("gazetteer", "countries", "features", "trained")


class Parts:
    """All parts of one data folder, with the words that were added to its lexicons.

    Raises FileNotFoundError when the folder has no lexicon or goods, LexiconFault when a row in them is broken.
    """

    def __init__(self, data_folder: Path, embedder: EmbedderSource | None = None, added: AddedWords = NOTHING_ADDED):
        self._folder = data_folder
        self._embedder = embedder
        self.without = "" if embedder else "No embedder was given."
        self.lexicon = Lexicon.load(data_folder / "lexicon", added)

    def with_places(self, known: KnownPlaces) -> Self:
        """Return the same parts, which know these places in place of the file's. Only what looks at places is made anew."""
        made = copy.copy(self)
        for part in _LOOK_AT_PLACES:
            made.__dict__.pop(part, None)
        made.gazetteer = self.gazetteer.with_places(known)
        if self.trained is not None:
            made.trained = self.trained.with_features(made.features)
        return made

    @cached_property
    def features(self) -> FeatureReader:
        """What a trained model sees of a text besides its vector."""
        whereabouts = WhereaboutsReader(self.lexicon, self.countries, self.languages, self.matters)
        return FeatureReader(self.lexicon, self.matters, self.authorities, self.goods, whereabouts)

    @cached_property
    def trained(self) -> TrainedReader | None:
        """The trained model, loaded when first asked; None when it or its embedder is not there, and `without` says why."""
        if self._embedder is None:
            return None
        try:
            model, embedder = TrainedModel.load(self._folder / "models" / MODEL_FILE), self._embedder()
            return TrainedReader(model, embedder, self.features, load_second_opinion(self._folder, embedder))
        except FileNotFoundError:
            self.without = "There is no trained model. Run landsea train."
        except ModelFault as fault:
            self.without = str(fault)
        except (ImportError, OSError) as fault:
            self.without = f"The embedder cannot be loaded ({fault})."
        return None

    @property
    def description(self) -> str:
        """With what texts are read, as a sentence: lexicons and the model, or lexicons alone and why."""
        if self.trained:
            return f"lexicons {self.lexicon.version} and model {self.trained.version} on {self.trained.model.embedder}"
        return f"lexicons {self.lexicon.version} alone. {self.without}"

    @property
    def versions(self) -> tuple[str, str]:
        """The versions of the lexicons and of the trained model; the latter is empty when texts are read without one."""
        return self.lexicon.version, self.trained.version if self.trained else ""

    @cached_property
    def papers(self) -> PaperReader:
        """What desks ask for, by matter."""
        return PaperReader(self.lexicon)

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
    def goods_names(self) -> GoodsNames:
        """What the goods of a code are called."""
        return GoodsNames(self.lexicon, read_rows(self._folder / "reference" / "goods.jsonl"))

    @cached_property
    def nearest_goods(self) -> NearestGoods | None:
        """The names of goods as vectors; None without their file, or without the embedder that they were made with."""
        if self.trained is None:
            return None
        try:
            return NearestGoods.load(self._folder / "models" / GOODS_FILE, self.trained.model.embedder)
        except (FileNotFoundError, NearestFault):
            return None

    @cached_property
    def amounts(self) -> AmountReader:
        """The reader of amounts."""
        return AmountReader(self.lexicon)

    @cached_property
    def days(self) -> DayReader:
        """The reader of days."""
        return DayReader(self.lexicon, self.amounts)

    @cached_property
    def urgency(self) -> UrgencyReader:
        """The reader of urgency."""
        return UrgencyReader(self.lexicon, self.amounts)

    @cached_property
    def scope(self) -> ScopeReader:
        """The reader of scope."""
        return ScopeReader(self.lexicon)


def load_second_opinion(data_folder: Path, embedder: Embedder) -> SecondOpinion | None:
    """The encoder that learnt from filings; None without its file, or where it cannot be used with this embedder: the country
    is read by the model alone then, and the log says why.
    """
    try:
        return SecondOpinion(FilingEncoder.load(data_folder / "models" / ENCODER_FILE), embedder)
    except FileNotFoundError:
        return None
    except (EncoderFault, OSError) as fault:
        _SAID.warning("Countries are read without the encoder: %s", fault)
        return None
