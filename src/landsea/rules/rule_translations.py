"""What rules say in the reader's language: what an editor's published version says of it, else what the files do.

The editors' words come with the book of published measures (`landsea.rules.access.read_published_book`), when that is read
anew.
"""

from collections.abc import Iterable

from django.utils.translation import get_language

from landsea.base.translation.reference_texts import Words, find_text, lay_over, read_translations, say_text
from landsea_core.rules import Measure
from landsea_core.rules.wording import list_words_of_measure
from landsea_core.translations import Translations

MEASURES = "measures"


def choose_words_for_reader(english: str) -> str:
    """Return a title or requirement of a rule in the language of now; English where nobody has put it into that language."""
    return say_text(MEASURES, english)


def is_translated(english: str) -> bool:
    """Say whether `choose_words_for_reader` gives something else than the rule's own English."""
    return find_text(MEASURES, english) is not None


def is_all_translated(rule: Measure) -> bool:
    """Say whether all of a rule that is put into other languages stands in the language of now; English always does."""
    return (get_language() or "en") == "en" or all(is_translated(words) for words in list_words_of_measure(rule))


def use_published(words: Iterable[Words]) -> None:
    """Say rules from now on as published versions do, by language and English; of the same English the last one counts."""
    lay_over(MEASURES, words)


def read_wordings() -> Translations:
    """Return all translations of rules of this installation; the same object until a version is published."""
    return read_translations(MEASURES)
