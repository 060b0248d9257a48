"""Reading plain words: what a text in any of the corridor's languages is about, and why we think so.

`reading` is the door: `read` and the single readers (`read_matters`, `read_topics`, ...) work with the lexicons in
`data/lexicon`. `letters` serves forms and search. Everything is a suggestion with the words that led to it;
a person decides. No Django, no network, no clock; files are read once, when first needed.

A name is looked up in its module when it is first asked for: a command that only folds a place's name does not wait for
the trained model's arithmetic.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a type checker reads them here; when the program runs, `__getattr__` does
    from landsea_core.text.evidence import Guess as Guess
    from landsea_core.text.letters.cleaning import Cleaned as Cleaned
    from landsea_core.text.letters.cleaning import clean_text as clean_text
    from landsea_core.text.letters.folding import fold_spelling as fold_spelling
    from landsea_core.text.letters.segmentation import split_into_words as split_into_words
    from landsea_core.text.reading import Reader as Reader
    from landsea_core.text.reading import Reading as Reading
    from landsea_core.text.reading import language as language
    from landsea_core.text.reading import papers_wanted as papers_wanted
    from landsea_core.text.reading import read as read
    from landsea_core.text.reading import read_amounts as read_amounts
    from landsea_core.text.reading import read_authorities as read_authorities
    from landsea_core.text.reading import read_beginning as read_beginning
    from landsea_core.text.reading import read_countries as read_countries
    from landsea_core.text.reading import read_goods as read_goods
    from landsea_core.text.reading import read_matters as read_matters
    from landsea_core.text.reading import read_named_countries as read_named_countries
    from landsea_core.text.reading import read_places as read_places
    from landsea_core.text.reading import read_scope as read_scope
    from landsea_core.text.reading import read_topics as read_topics
    from landsea_core.text.reading import read_urgency as read_urgency
    from landsea_core.text.reading import use_embedder as use_embedder

_READING = (
    "Reader",
    "Reading",
    "language",
    "papers_wanted",
    "read",
    "read_amounts",
    "read_authorities",
    "read_beginning",
    "read_countries",
    "read_named_countries",
    "read_goods",
    "read_matters",
    "read_places",
    "read_scope",
    "read_topics",
    "read_urgency",
    "use_embedder",
)
_HOMES = {
    "Cleaned": "letters.cleaning",
    "clean_text": "letters.cleaning",
    "Guess": "evidence",
    "fold_spelling": "letters.folding",
    "split_into_words": "letters.segmentation",
    **dict.fromkeys(_READING, "reading"),
}

__all__ = tuple(_HOMES)


def __getattr__(name: str) -> object:
    """Return a name of one of the modules, and keep it here."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found
