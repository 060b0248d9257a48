"""The texts of the reference files and what there is of them in other languages: reading both, and counting."""

import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from landsea_core.translations.fields import KINDS, Kind, Text, list_texts
from landsea_core.translations.lookup import name_key
from landsea_core.translations.translation_files import FOLDER, Word, read_words

Keys = Collection[tuple[str, str]]


class Line(NamedTuple):
    """A row of a reference file, with the file's name and its line."""

    file: str
    number: int
    row: Mapping[str, Any]


def count_translations(reference: Path, languages: Collection[str]) -> dict[str, tuple[int, int]]:
    """Return for each language how many texts of the rows are said in it, and how many could be. Raises TranslationFault."""
    found = dict.fromkeys(languages, (0, 0))
    for name, kind in KINDS.items():
        texts = [text for line in read_lines(reference, kind) for text in list_texts(kind, line.row)]
        for language in languages:
            keys = {word.key for word in read_language(reference, language, name)}
            said, all_of_them = found[language]
            found[language] = (said + sum(is_said(text, language, keys) for text in texts), all_of_them + len(texts))
    return found


def list_languages(reference: Path) -> list[str]:
    """Return the languages that a reference folder has files of translations in, by alphabet."""
    return sorted({path.parent.name for path in (reference / FOLDER).glob("*/*.jsonl")})


def read_lines(reference: Path, kind: Kind) -> Iterator[Line]:
    """Yield the rows of all files of a kind. A line that is no row is passed over: the check of that file tells of it."""
    for path in (path for pattern in kind.files for path in sorted(reference.glob(pattern))):
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), 1):
            try:
                row = json.loads(line) if line.strip() else None
            except ValueError:
                continue
            if isinstance(row, dict):
                yield Line(path.name, number, row)


def find_words_path(reference: Path, language: str, name: str) -> Path:
    """Return the file of what a language says of a kind of file."""
    return reference / FOLDER / language / f"{name}.jsonl"


def read_language(reference: Path, language: str, name: str) -> list[Word]:
    """Return what a language says of a kind of file, nothing where it has no file. Raises TranslationFault."""
    path = find_words_path(reference, language, name)
    return read_words(path) if path.exists() else []


def read_all_languages(reference: Path, name: str) -> list[Word]:
    """Return what all languages say of a kind of file, one after the other. Raises TranslationFault."""
    files = sorted((reference / FOLDER).glob(f"*/{name}.jsonl"))
    return [word for file in files for word in read_words(file)]


def is_said(text: Text, language: str, keys: Keys) -> bool:
    """Say whether files of translations, or the row itself, have a text in a language."""
    return (
        (text.english, text.of) in keys
        or (text.english, "") in keys
        or not text.own.isdisjoint((language, name_key(language)))
    )
