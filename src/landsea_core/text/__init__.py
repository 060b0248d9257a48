"""Reading plain words: what a text in any of the corridor's languages is about, and why we think so.

`reading` is the door: `read` and the single readers (`read_matters`, `read_topics`, ...) work with the lexicons in
`data/lexicon`. `folding` and `cleaning` serve forms and search. Everything is a suggestion with the words that led to it;
a person decides. No Django, no network, no clock; files are read once, when first needed.
"""

from landsea_core.text.cleaning import Cleaned, clean_text
from landsea_core.text.evidence import Guess
from landsea_core.text.folding import fold, tokens
from landsea_core.text.reading import (
    Reader,
    Reading,
    language,
    papers_wanted,
    read,
    read_authorities,
    read_countries,
    read_goods,
    read_matters,
    read_places,
    read_scope,
    read_topics,
    read_urgency,
    use_embedder,
)

__all__ = [
    "Cleaned",
    "Guess",
    "Reader",
    "Reading",
    "clean_text",
    "fold",
    "language",
    "papers_wanted",
    "read",
    "read_authorities",
    "read_countries",
    "read_goods",
    "read_matters",
    "read_places",
    "read_scope",
    "read_topics",
    "read_urgency",
    "tokens",
    "use_embedder",
]
