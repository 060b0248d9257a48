"""What the reference files say, in the reader's language: the one door, for whatever kind of file.

The files are kept in each process from their first use. What editors wrote goes over them (`lay_over`), and comes with the
rows that they wrote it for.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language

from landsea.base.kept import Kept
from landsea_core.translations import Translations

Words = Mapping[str, Mapping[str, str]]
"""Texts by language and by the English that they say."""

_newer: dict[str, tuple[Words, ...]] = {}
_files = Kept(unchanging=True)
_laid_over = Kept(lambda: tuple(_newer.values()))


def say_text(kind: str, english: str, of: str = "") -> str:
    """Return a text of a kind of file ("measures", "figures", ...) in the language of now, English where nobody has put it
    into that. `of` is the code of the thing that it is said of, where things are called alike in English only.
    """
    return find_text(kind, english, of) or english


def find_text(kind: str, english: str, of: str = "") -> str | None:
    """Return what `say_text` does, None where nobody has put it into the language of now."""
    return read_translations(kind).find(english, get_language() or "en", of)


def read_translations(kind: str) -> Translations:
    """Return all translations of a kind, those of files with what editors wrote over them; the same ones until that changes."""
    newer = _newer.get(kind, ())
    folder = Path(settings.REFERENCE)
    files = _files.get((folder, kind), lambda: Translations.load(folder, kind))
    return _laid_over.get(kind, lambda: files.put_over(newer)) if newer else files


def lay_over(kind: str, newer: Iterable[Words]) -> None:
    """Say texts of a kind from now on as these do, by language and English; of the same English the last one counts."""
    _newer[kind] = tuple(newer)
