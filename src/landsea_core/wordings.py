"""What reference files say in English, put into other languages: sentences of rules, subjects of figures, returns of events.

The files `FOLDER/LANGUAGE.jsonl` of the reference folder have a row for each sentence, {"en": as it stands in the reference,
"said": in that language}. A sentence that an editor changed finds no row, so no translation outlives what it translates.
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

_NUMBER = re.compile(r"\d+")


class WordingFault(ValueError):
    """A row that cannot be used; says file, line and why."""


class Wordings:
    """Sentences by language (as in the names of the files: zh-hans, vi, lo) and English wording."""

    def __init__(self, by_language: Mapping[str, Mapping[str, str]]):
        self._by_language = by_language

    @classmethod
    def load(cls, reference: Path, folder: str) -> "Wordings":
        """Read all files of a folder of the reference; without any, everything stays English. Raises WordingFault."""
        return cls({file.stem: _rows(file) for file in sorted((reference / folder).glob("*.jsonl"))})

    def under(self, newer: Iterable[Mapping[str, Mapping[str, str]]]) -> "Wordings":
        """These, and where newer ones (by language and English) say the same sentence, those; the last one counts."""
        said = {language: dict(words) for language, words in self._by_language.items()}
        for one in newer:
            for language, words in one.items():
                said.setdefault(language, {}).update(words)
        return Wordings(said)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that there are files of."""
        return tuple(self._by_language)

    def said(self, english: str, language: str) -> str | None:
        """The sentence in a language; None when nobody has put it into that language."""
        return self._by_language.get(language, {}).get(english)

    def everywhere(self, english: str) -> list[str]:
        """The sentence in every language that it was put into, English first."""
        return [english, *(words[english] for words in self._by_language.values() if english in words)]


def _rows(file: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            english, said = row["en"], row["said"]
        except (ValueError, KeyError, TypeError):
            english = said = None
        if not isinstance(english, str) or not isinstance(said, str):
            raise WordingFault(f'{file.name}:{number}: write {{"en": ..., "said": ...}}.')
        if not said.strip():
            raise WordingFault(f"{file.name}:{number}: nothing is said for {english!r}.")
        if english in found:
            raise WordingFault(f"{file.name}:{number}: {english!r} stands there twice; keep one.")
        if lost := lost_numbers(english, said):
            raise WordingFault(f"{file.name}:{number}: {', '.join(lost)} of {english!r} is missing.")
        found[english] = said
    return found


def lost_numbers(english: str, said: str) -> list[str]:
    """The numbers of a sentence that its translation does not have: a decree's, a day, a limit."""
    has = _NUMBER.findall(said)
    return [number for number in dict.fromkeys(_NUMBER.findall(english)) if number not in has]
