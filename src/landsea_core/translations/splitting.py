"""Splitting rows that say what things are called in every language into English rows and their translations: the way back
from `Translations.fill`, for whoever writes the files of a reference folder.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from landsea_core.translations.fields import KINDS, Kind, find_holders, list_texts
from landsea_core.translations.lookup import ORDER, Translations, copy_value, name_key
from landsea_core.translations.reference_texts import find_words_path, read_language, read_lines
from landsea_core.translations.translation_files import Word, write_words


class _Use(NamedTuple):
    """A text of one row in one language, by the language's folder."""

    english: str
    of: str
    said: str


def split_rows(name: str, rows: Iterable[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, list[Word]]]:
    """Return the rows of a kind in English alone, and by language what they say, in the order of the rows.

    A text that all rows with the same English say alike is said once; one that a row says otherwise, or that only some of
    them say, is said of each of these.
    """
    kind = KINDS[name]
    english_rows: list[dict[str, Any]] = []
    wanted: Counter[str] = Counter()
    uses: dict[str, list[_Use]] = {}
    for row in rows:
        english_rows.append(copy_value(row))
        for names in _find_names(kind, english_rows[-1]):
            texts = _list(names["en"])
            wanted.update(texts)
            for key in [key for key in names if key != "en"]:
                for text, said in zip(texts, _list(names.pop(key)), strict=True):
                    uses.setdefault(_folder_of(key), []).append(_Use(text, str(row.get(kind.key, "")), said))
    return english_rows, {language: _make_words(of_language, wanted) for language, of_language in uses.items()}


def put_in_order(reference: Path, name: str, language: str) -> None:
    """Write the file of what a kind says in a language as its rows have it: in their order, and what all rows say alike said
    once; last what no row says yet, as the rest of its list is not translated. A kind of several files, or that does not name
    things in all languages, stays as it is. Raises TranslationFault.
    """
    kind = KINDS[name]
    if not kind.closed or len(kind.files) > 1 or not all(field.by_language for field in kind.fields):
        return
    translations = Translations.load(reference, name)
    rows = [line.row for line in read_lines(reference, kind)]
    words = split_rows(name, [translations.fill(row) for row in rows])[1].get(language, [])
    ordered = Translations(name, {language: {word.key: word.said for word in words}})
    asked = {text.english for row in rows for text in list_texts(kind, row)}
    waiting = [
        word
        for word in read_language(reference, language, name)
        if word.english in asked and ordered.find(word.english, language, word.of) is None
    ]
    write_words(find_words_path(reference, language, name), [*words, *waiting])


def _find_names(kind: Kind, row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for field in kind.fields:
        for holder in find_holders(field, row) if field.by_language else ():
            names = holder.get(field.path[-1])
            if isinstance(names, dict) and "en" in names:
                yield names


def _make_words(uses: list[_Use], wanted: Mapping[str, int]) -> list[Word]:
    having = Counter(use.english for use in uses)
    usual = {
        english: Counter(use.said for use in uses if use.english == english).most_common(1)[0][0]
        for english, count in having.items()
        if count == wanted[english] and count > 1
    }
    words: dict[tuple[str, str], Word] = {}
    for use in uses:
        said_of_all = having[use.english] == wanted[use.english] and usual.get(use.english, use.said) == use.said
        word = Word(use.english, "" if said_of_all else use.of, use.said)
        words.setdefault(word.key, word)
    return list(words.values())


def _list(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def _folder_of(key: str) -> str:
    """Return the language of a folder for the key that rows have: zh-hans for "zh"."""
    return next((language for language in ORDER if name_key(language) == key), key)
