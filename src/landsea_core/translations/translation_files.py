"""The files of translations: a row for each text, {"en": as it stands in the reference, "said": in that language}.

Where two things are called alike in English and not in this language, a row says of which thing it speaks: {"en":
"Department of Fisheries", "of": "th-fisheries", "said": ...}, with the code that the thing has in its file.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FOLDER = "words"
_NUMBER = re.compile(r"\d+")
_HAN = {"万": 10**4, "亿": 10**8}
_IN_HAN = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*([万亿])")
_MILLIONS = {"million": 10**6, "billion": 10**9}
_IN_MILLIONS = re.compile(
    r"(?P<first>\d[\d,]*(?:\.\d+)?)(?: (?:or|to|and) (?P<second>\d[\d,]*(?:\.\d+)?))? (?P<unit>million|billion)\b"
)


class TranslationFault(ValueError):
    """A row that cannot be used; says file, line and why."""

    def __init__(self, file: str, line: int, sentence: str):
        super().__init__(f"{file}:{line}: {sentence}")
        self.line, self.sentence = line, sentence


@dataclass(frozen=True, slots=True, order=True)
class Word:
    """One text in one language. `of` is the code of the one thing that it speaks of, "" when it holds for all."""

    english: str
    of: str
    said: str

    @property
    def key(self) -> tuple[str, str]:
        """What it is looked up by."""
        return self.english, self.of


def read_words(path: Path) -> list[Word]:
    """Return the rows of a file in their order. Raises TranslationFault for the first that cannot be used."""
    found: dict[tuple[str, str], Word] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        where = (f"{FOLDER}/{path.parent.name}/{path.name}", number)
        word = _make_word(line, *where)
        if word.key in found:
            raise TranslationFault(*where, f"{word.english!r} stands there twice; keep one.")
        found[word.key] = word
    return list(found.values())


def write_words(path: Path, words: Iterable[Word]) -> None:
    """Write a file of these rows, whole or not at all; a file of none is taken away."""
    lines = [json.dumps(_make_row(word), ensure_ascii=False) + "\n" for word in words]
    if not lines:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text("".join(lines), encoding="utf-8")
    part.replace(path)


def find_lost_numbers(english: str, said: str) -> list[str]:
    """Return the numbers of a text that its translation does not have: a decree's, a day, a limit.

    Chinese counts by ten thousands: "10 million" is there as 1000万 too, and "2.5 or 5 million" as 250万 and 500万.
    """
    has = _NUMBER.findall(said)
    counted = {_read_amount(number, _HAN[unit]) for number, unit in _IN_HAN.findall(said)}
    left = _IN_MILLIONS.sub(lambda amount: "" if _list_values(amount) <= counted else amount.group(), english)
    return [number for number in dict.fromkeys(_NUMBER.findall(left)) if number not in has]


def _list_values(amount: re.Match[str]) -> set[int]:
    unit = _MILLIONS[amount["unit"]]
    return {_read_amount(number, unit) for number in (amount["first"], amount["second"]) if number}


def _read_amount(number: str, unit: int) -> int:
    return round(float(number.replace(",", "")) * unit)


def _make_row(word: Word) -> dict[str, str]:
    return {"en": word.english, **({"of": word.of} if word.of else {}), "said": word.said}


def _make_word(line: str, file: str, number: int) -> Word:
    try:
        row = json.loads(line)
        word = Word(row.pop("en"), row.pop("of", ""), row.pop("said"))
    except (ValueError, KeyError, TypeError, AttributeError):
        word, row = None, None
    if word is None or row or not all(isinstance(part, str) for part in (word.english, word.of, word.said)):
        shape = 'Write {"en": ..., "said": ...}, with "of" where it is said of one thing only.'
        raise TranslationFault(file, number, shape)
    if not word.said.strip():
        raise TranslationFault(file, number, f"Nothing is said for {word.english!r}.")
    return word
