"""Looking up what a text of the reference files is in another language, and filling it into rows that have names."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from landsea_core.text.traditional import DERIVED, write_in_script
from landsea_core.translations.fields import KINDS, find_holders
from landsea_core.translations.translation_files import FOLDER, read_words

ORDER = ("zh-hans", "vi", "lo", "th", "km", "my", "id", "ms", "fil", "tet", "pt")
"""The order in which a row has its names after the English one; other languages follow by alphabet."""
Said = Mapping[tuple[str, str], str]
"""By English and the code of the thing that it is said of, "" for all."""


class Translations:
    """The translations of one kind of file, by language as the folders name them: zh-hans, vi, lo, th, ..."""

    def __init__(self, kind: str, by_language: Mapping[str, Said]):
        self._name, self._kind = kind, KINDS[kind]
        self._by_language = by_language

    @classmethod
    def load(cls, reference: Path, kind: str) -> "Translations":
        """Read the files of a kind below the folder of the reference; without any, all stays English. Raises
        TranslationFault.
        """
        files = sorted((reference / FOLDER).glob(f"*/{kind}.jsonl"), key=lambda file: _place_of(file.parent.name))
        return cls(kind, {file.parent.name: {word.key: word.said for word in read_words(file)} for file in files})

    def put_over(self, newer: Iterable[Mapping[str, Mapping[str, str]]]) -> "Translations":
        """Return these, and where newer ones (by language and English) say the same text, those; the last one counts."""
        said = {language: dict(words) for language, words in self._by_language.items()}
        for one in newer:
            for language, words in one.items():
                said.setdefault(language, {}).update({(english, ""): text for english, text in words.items()})
        return Translations(self._name, said)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that there are files of."""
        return tuple(self._by_language)

    def find(self, english: str, language: str, of: str = "") -> str | None:
        """Return the text in a language, as it is said of this thing or of all; None when nobody has put it into that."""
        said = self._by_language.get(DERIVED.get(language, language), {})
        found = said.get((english, of)) or said.get((english, ""))
        return write_in_script(found, language) if found else None

    def find_everywhere(self, english: str) -> list[str]:
        """Return the text in every language that it was put into, English first."""
        return [english, *(found for language in self.languages if (found := self.find(english, language)))]

    def fill(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return a row with what its things are called in other languages put beside the English.

        Languages stand as `name_key` has them. What the row itself says in a language stays.
        """
        filled: dict[str, Any] = copy_value(row)
        of = str(row.get(self._kind.key, ""))
        for field in self._kind.fields:
            if not field.by_language:
                continue
            for holder in find_holders(field, filled):
                names = holder.get(field.path[-1])
                if isinstance(names, dict) and names.get("en"):
                    names.update({**self._find_in_all(names["en"], of), **names})
        return filled

    def _key(self, language: str) -> str:
        return language if self._kind.by_page_code else name_key(language)

    def _find_in_all(self, english: str | list[str], of: str) -> dict[str, str | list[str]]:
        found: dict[str, str | list[str]] = {}
        for language in self.languages:
            if isinstance(english, list):
                said = [self.find(text, language, of) for text in english]
                if all(said):
                    found[self._key(language)] = [text for text in said if text]
            elif text := self.find(english, language, of):
                found[self._key(language)] = text
        return found


def fill_rows(path: Path, rows: Iterable[Mapping[str, Any]], kind: str = "") -> list[dict[str, Any]]:
    """Return the rows of a reference file, filled from the files of translations beside it. `kind`: where it is not the
    file's own name.

    Example: `fill_rows(Path("data/reference/places.jsonl"), rows)` takes `data/reference/words/*/places.jsonl`.
    """
    translations = Translations.load(path.parent, kind or path.stem)
    return [translations.fill(row) for row in rows]


def _place_of(language: str) -> tuple[int, str]:
    return (ORDER.index(language) if language in ORDER else len(ORDER), language)


def name_key(language: str) -> str:
    """Return the key under which rows have what something is called in a language of the pages: "zh" for zh-hans."""
    return language.partition("-")[0]


def copy_value(value: Any) -> Any:
    """Return a row, or what lies in one, as a copy of its own."""
    if isinstance(value, Mapping):
        return {key: copy_value(part) for key, part in value.items()}
    return [copy_value(part) for part in value] if isinstance(value, list) else value
