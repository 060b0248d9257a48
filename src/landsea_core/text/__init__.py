"""Reading plain words: what a text in any of the corridor's languages is about, and why we think so.

`reading` is the door: `read` and the single readers (`read_matters`, `read_topics`, ...) work with the lexicons in
`data/lexicon`. `letters` serves forms and search. Everything is a suggestion with the words that led to it;
a person decides. No Django, no network, no clock; files are read once, when first needed.

A name is looked up in its module when it is first asked for: a command that only folds a place's name does not wait for
the trained model's arithmetic.
"""

from importlib import import_module

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
