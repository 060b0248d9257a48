"""The official terms that a program is told to use for a text: those of the termbase that stand in it."""

from collections.abc import Sequence

from landsea.translating.termbase import write_terms_as_names
from landsea_core.translating.names import Names

MOST = 40


def list_terms(text: str, source: str, target: str) -> Sequence[tuple[str, str]]:
    """Return up to forty pairs (term of the text, term of the target language), each once, in the order of the text."""
    return find_pairs(text, source, target, write_terms_as_names())


def find_pairs(text: str, source: str, target: str, names: Names) -> list[tuple[str, str]]:
    """Return the pairs of these names that stand in a text and have a word in the target language."""
    found = ((text[start:end], name.say_in(target)) for name, start, end in names.find_in(text, source))
    return list(dict.fromkeys((one, other) for one, other in found if other))[:MOST]
