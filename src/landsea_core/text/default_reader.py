"""The door to reading: functions that use one `Reader`, over the `data` folder of this checkout.

An installation says once where its embedder comes from (`use_embedder`); without one, texts are read by lexicons alone.
"""

from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache

from landsea_core.text.amounts import Amount
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.days import When
from landsea_core.text.evidence import Guess
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon.added_words import NOTHING_ADDED, AddedWords
from landsea_core.text.model.embedding import Embedder
from landsea_core.text.papers import Paper
from landsea_core.text.places import PLACES_OF_FILE, KnownPlaces
from landsea_core.text.reader import Reader, Reading
from landsea_core.text.reader_parts import EmbedderSource

__all__ = ["Reader", "Reading"]

_MOST_READERS = 3
"""The one of the files, the one in use, and the one that is prepared to follow it."""
_ANYTHING = "Our lorry waits at the border."
_OF_NO_LANGUAGE = "mangosteen"
"""No lexicon tells its language, so the model that tells languages of unknown words is asked."""

_source: list[EmbedderSource] = []
_words_source: list[Callable[[], AddedWords]] = []
_added: list[AddedWords] = [NOTHING_ADDED]
_places_source: list[Callable[[], KnownPlaces]] = []
_places: list[KnownPlaces] = [PLACES_OF_FILE]


def use_embedder(source: EmbedderSource | None) -> None:
    """Say where the embedder of this process comes from (None: read by lexicons alone). It is loaded when first needed, once
    for all readers.
    """
    _source[:] = [cache(source)] if source else []
    _make_reader.cache_clear()
    _make_reader_with_places.cache_clear()


def get_embedder() -> Embedder | None:
    """Return the embedder of this process, loaded when first asked for; None where none was given or it cannot be loaded."""
    try:
        return _source[0]() if _source else None
    except (ImportError, OSError):
        return None


def use_added_words(source: Callable[[], AddedWords] | None) -> None:
    """Say where the words that coordinators added come from (None: from nowhere). They are asked for by `renew_words`."""
    _words_source[:] = [source] if source else []
    if source is None:
        _take_in(NOTHING_ADDED)


def use_known_places(source: Callable[[], KnownPlaces] | None) -> None:
    """Say where the places come from that count in place of the file's (None: from nowhere). `renew_words` asks for them."""
    _places_source[:] = [source] if source else []
    if source is None:
        _places[:] = [PLACES_OF_FILE]


def renew_words() -> None:
    """Take in the words that coordinators added meanwhile, and the places that they put on record or call otherwise: whoever
    reads for people calls it first. Cheap when nothing changed.
    """
    if _words_source:
        _take_in(_words_source[0]())
    if _places_source:
        known = _places_source[0]()
        if known.version != _places[0].version:
            _places[:] = [known]


def _take_in(added: AddedWords) -> None:
    if added.version != _added[0].version:
        _added[:] = [added]


def get_default_reader() -> Reader:
    """The reader over this checkout's `data` folder, the words that were added and the places that are known here; loaded when
    first needed, and when words were added.
    """
    return _make_reader_with_places(_added[0], _places[0]) if _places[0].rows else _make_reader(_added[0])


def get_reader_of_files() -> Reader:
    """The reader over the files alone, so the same in every process whatever was added: for what is kept and compared later."""
    return _make_reader(NOTHING_ADDED)


def prepare_reader(added: AddedWords) -> None:
    """Make a reader with these words, with all its parts, so that a later `renew_words` finds it standing ready.

    Takes a second and more of one core. Others may read meanwhile, in other threads too.
    """
    reader = _make_reader(added)
    reader.read(_ANYTHING)
    reader.languages.read_language(PreparedText(_OF_NO_LANGUAGE))


@lru_cache(maxsize=_MOST_READERS)
def _make_reader_with_places(added: AddedWords, places: KnownPlaces) -> Reader:
    return _make_reader(added).with_places(places)


@lru_cache(maxsize=_MOST_READERS)
def _make_reader(added: AddedWords) -> Reader:
    return Reader(find_default_data_folder(), _source[0] if _source else None, added)


def read_text(text: str, filer_country: str = "") -> Reading:
    """Everything that can be read from a text; see `Reader.read`."""
    return get_default_reader().read(text, filer_country)


def read_language(text: str) -> Guess:
    """The language of a text; see `LanguageReader.read_language`."""
    return get_default_reader().languages.read_language(PreparedText(text))


def read_matters(text: str, topic: str = "", hs: str = "") -> list[Guess]:
    """Matters (codes of topics.jsonl), best first, within `topic` when given; see `MatterReader.read_matters`."""
    return get_default_reader().read_matters(text, topic, hs)


def read_topics(text: str, hs: str = "") -> list[Guess]:
    """Topics, best first; see `MatterReader.read_topics`."""
    return get_default_reader().read_topics(text, hs)


def read_authorities(text: str, topic: str = "", matter: str = "") -> list[Guess]:
    """Kinds of office, best first. Without a `matter` the best one within `topic` (or of all) is read from the text."""
    return get_default_reader().read_authorities(text, topic, matter)


def read_places(text: str) -> list[Guess]:
    """Places (codes), best first; see `Gazetteer.read_places`."""
    return get_default_reader().gazetteer.read_places(PreparedText(text))


def read_countries(text: str, filer_country: str = "") -> list[Guess]:
    """Countries where the problem may be, best first; see `CountryReader.read_countries`."""
    return get_default_reader().read_countries(text, filer_country)


def read_named_countries(text: str) -> list[str]:
    """Countries that a text names, each once, in the order in which they stand; nothing is guessed."""
    mentions = sorted(get_default_reader().countries.find_mentions(PreparedText(text)), key=lambda one: one.hit.start)
    return list(dict.fromkeys(one.country for one in mentions))


def read_goods(text: str) -> list[Guess]:
    """Goods as six-digit HS codes, best first; see `GoodsReader.read_goods`."""
    return get_default_reader().goods.read_goods(PreparedText(text))


def read_sectors(text: str, speaks_of_business: bool = False) -> list[str]:
    """Lines of business that a text names ("agriculture"); see `SectorReader.read_sectors`."""
    return get_default_reader().goods.sectors.read_sectors(PreparedText(text), speaks_of_business)


def find_goods_name(hs: str, language: str) -> str:
    """What goods of a six-digit code are called in a language; empty where we know none. See `GoodsNames.find_names`."""
    return get_default_reader().goods_names.find_names(hs, language)


def write_goods(hs: str, language: str) -> str:
    """Return a code of goods with what a language calls them: "durian, durian flesh (HS 081060)"; of a heading or a chapter
    some of its goods. The code alone where no name is known.
    """
    name = find_goods_name(hs, language) or (find_goods_under(hs, language) if len(hs) < len("081060") else "")
    return f"{name} (HS {hs})" if name else f"HS {hs}"


def find_goods_under(heading: str, language: str) -> str:
    """Some goods of a heading of four digits as a language calls them; empty where we know none. See
    `GoodsNames.find_names_under`.
    """
    return get_default_reader().goods_names.find_names_under(heading, language)


def find_name_of_goods(hs: str, words: str, language: str) -> str:
    """What goods that somebody called by these words are called in a language; see `GoodsNames.find_name_of`."""
    return get_default_reader().goods_names.find_name_of(hs, words, language)


def find_known_name_of_goods(hs: str, words: str) -> str:
    """Our own English name of goods that somebody called by these words; see `GoodsNames.find_known_name`."""
    return get_default_reader().goods_names.find_known_name(hs, words)


def read_urgency(text: str) -> Guess:
    """Urgent or normal; see `UrgencyReader.read_urgency`."""
    return get_default_reader().read_urgency(text)


def read_amounts(text: str) -> list[Amount]:
    """How much and how long; see `AmountReader.read_amounts`. Needs no model."""
    return get_default_reader().amounts.read_amounts(PreparedText(text))


def read_beginning(text: str, today: date) -> When | None:
    """The day on which what a text tells seems to have begun; see `DayReader.find_beginning`. Needs no model."""
    return get_default_reader().find_beginning(text, today)


def read_scope(text: str) -> Guess:
    """In, out or borderline, with a reason; see `ScopeReader.read_scope`."""
    return get_default_reader().read_scope(text)


def list_papers_wanted(text: str, matter: str) -> list[Paper]:
    """What a desk will ask for in a matter, with what the text already speaks of; see `PaperReader.make_checklist`."""
    return get_default_reader().list_papers(text, matter)
