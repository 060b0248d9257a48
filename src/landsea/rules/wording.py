"""What rules say in the reader's language: what an editor's published version says of it, else what the files do.

The files are kept in each process from their first use; the editors' words come with the book of published measures
(`landsea.rules.access.book`), when that is read anew.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language

from landsea_core.rules import Measure
from landsea_core.rules.wording import FOLDER, list_words_of_measure
from landsea_core.wordings import Wordings


def in_words(english: str) -> str:
    """A title or requirement of a rule in the language of now; English where nobody has put it into that language."""
    return wordings().said(english, get_language() or "en") or english


def is_translated(english: str) -> bool:
    """Whether `in_words` gives something else than the rule's own English."""
    return wordings().said(english, get_language() or "en") is not None


def all_in_words(rule: Measure) -> bool:
    """Whether all of a rule that is put into other languages stands in the language of now; English always does."""
    return (get_language() or "en") == "en" or all(is_translated(words) for words in list_words_of_measure(rule))


def use_published(words: Iterable[Mapping[str, Mapping[str, str]]]) -> None:
    """Say rules from now on as published versions do, by language and English; of the same English the last one counts."""
    global _published  # noqa: PLW0603
    _published = tuple(words)


def wordings() -> Wordings:
    """All translations of this installation."""
    global _all  # noqa: PLW0603
    made_of, kept = (_of_files(), _published), _all
    if kept is None or any(one is not other for one, other in zip(kept[0], made_of, strict=True)):
        _all = kept = (made_of, made_of[0].under(made_of[1]))
    return kept[1]


_published: tuple[Mapping[str, Mapping[str, str]], ...] = ()
_all: tuple[tuple, Wordings] | None = None


@cache
def _of_files() -> Wordings:
    return Wordings.load(Path(settings.REFERENCE), FOLDER)
