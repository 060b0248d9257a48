"""Lexicons: the words behind every suggestion, and how they are found in a text.

`lexicon` reads the files of `data/lexicon`, `added_words` lays over them what coordinators added; `phrase_index` finds phrases
anywhere in a text, `anchored_words` at one position of it.
"""

from landsea_core.text.lexicon.entries import Entry
from landsea_core.text.lexicon.lexicon import Lexicon

__all__ = ["Entry", "Lexicon"]
