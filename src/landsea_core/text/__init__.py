"""Reading plain words: what a text in any of the corridor's languages is about, and why we think so.

`read_text` and the single readers (`read_matters`, `read_topics`, ...) use one reader over the lexicons in `data/lexicon`
(`default_reader`); `letters` serves forms and search. Everything is a suggestion with the words that led to it; a person
decides. No Django, no network, no clock; files are read once, when first needed. NOTES.md beside this file says where each
thing is read, from letters to the model, and how a language gets its words.

A name is looked up in its module when it is first asked for: a command that only folds a place's name does not wait for
the trained model's arithmetic.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from landsea_core.text.default_reader import (
        Reader,
        Reading,
        list_papers_wanted,
        read_amounts,
        read_authorities,
        read_beginning,
        read_countries,
        read_goods,
        read_language,
        read_matters,
        read_named_countries,
        read_places,
        read_scope,
        read_sectors,
        read_text,
        read_topics,
        read_urgency,
        use_embedder,
    )
    from landsea_core.text.evidence import Guess
    from landsea_core.text.letters.cleaning import Cleaned, clean_text
    from landsea_core.text.letters.folding import fold_spelling
    from landsea_core.text.letters.segmentation import split_into_words

__all__ = [
    "Cleaned",
    "Guess",
    "Reader",
    "Reading",
    "clean_text",
    "fold_spelling",
    "list_papers_wanted",
    "read_amounts",
    "read_authorities",
    "read_beginning",
    "read_countries",
    "read_goods",
    "read_language",
    "read_matters",
    "read_named_countries",
    "read_places",
    "read_sectors",
    "read_scope",
    "read_text",
    "read_topics",
    "read_urgency",
    "split_into_words",
    "use_embedder",
]
_HOMES = {
    "Cleaned": "letters.cleaning",
    "clean_text": "letters.cleaning",
    "Guess": "evidence",
    "fold_spelling": "letters.folding",
    "split_into_words": "letters.segmentation",
}


def __getattr__(name: str) -> object:
    """Return a name of one of the modules, and keep it here."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = _HOMES.get(name, "default_reader")
    globals()[name] = found = getattr(import_module(f"{__name__}.{home}"), name)
    return found
