"""The values of a text that no translation may change: addresses, codes, plates, days, times, numbers, and names.

Each is found with where it stands and with what it *means*, so that 3万 and "30,000" are one value, and 2026年3月5日 and
2026-03-05 as well. A number in words is one where a unit stands beside it ("three lorries", "ba xe", "ລົດສາມຄັນ"); elsewhere such
words mean too much else. Names of persons and firms are those of `named_parties`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache

from landsea_core.anonymise.model import MentionKind
from landsea_core.anonymise.patterns import SURE
from landsea_core.text.default_lexicons import read_statement_lexicon
from landsea_core.text.default_reader import get_default_reader
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.numbers.digits import TwoReadings, read_digits, use_ascii_digits
from landsea_core.text.numbers.han import read_han
from landsea_core.text.numbers.in_text import NumberReader
from landsea_core.text.numbers.notation import Notation
from landsea_core.translating.named_parties import find_parties
from landsea_core.translating.names import Name, Names


class ValueKind(StrEnum):
    """What a value is."""

    CODE = "code"
    DAY = "day"
    NUMBER = "number"
    NAME = "name"
    PARTY = "person or firm"


@dataclass(frozen=True)
class ProtectedValue:
    """A value, where it stands, and what it means.

    `meanings`: any of these readings is meant ("1.500" is 1500 or 1.5); two values are the same when they share one.
    `plain`: the number alone, where a number was written with a multiplier, marks or in words, to be written anew for readers.
    `in_words`: a number written in words; one too many is no fault ("both sides" may become "two sides").
    """

    kind: ValueKind
    start: int
    end: int
    written: str
    meanings: frozenset[str]
    plain: Decimal | None = None
    name: Name | None = None
    in_words: bool = False


_CODES = (MentionKind.EMAIL, MentionKind.LINK, MentionKind.PHONE, MentionKind.PLATE)
_WITH_LETTERS = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Za-z0-9/._-]{0,80}\d)(?=[A-Za-z0-9/._-]{0,80}[A-Z])[A-Za-z0-9]+(?:[/._-][A-Za-z0-9Đ]+)*(?![A-Za-z0-9])"
)
_PARTED = re.compile(
    r"(?<![A-Za-z0-9.,])(?:\d+(?:/[A-Za-z0-9Đ-]+){1,3}|\d{1,2}:\d{2}|0\d+(?:\.\d{2,4})*|\d{2,4}(?:\.\d{2,4}){2,})(?![A-Za-z0-9])"
)
_MARK_IN_TEXT = re.compile(r"\[\[\s*\d+\s*\]\]")
_DAYS = (
    re.compile(r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<![\d/.])(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})(?!\d)"),
    re.compile(r"(?:(?P<y>\d{4})\s*年\s*)?(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日号號]"),
)
_DIGITS = re.compile(r"(?<![A-Za-z0-9])\d+(?:[.,]\d+)*(?:\s?[%％])?")
_HAN_BEFORE_COUNTER = re.compile(r"[一二两三四五六七八九十百千万亿]+(?=[辆台吨箱天日人家个批次票件公斤元月])")
_EITHER = Notation(thousands="", asks=True)
_POINT_BEFORE_THOUSANDS = frozenset({"vi", "id"})
_EITHER_WAY = frozenset({"lo", "km"})
"""Where people write 1.500 and 1,500 for the same; such a number stays as it was written."""
_LATEST_MONTH, _LATEST_DAY = 12, 31
_LEAST_IN_WORDS = 2


def find_values(text: str, language: str, names: Names) -> list[ProtectedValue]:
    """Return the values of a text in `language` ("zh", "vi"), in order; none overlaps another, the surer kind counts.

    Example: "3 lorries (云A12345) wait at Mohan since 2026-03-05" has a number, a plate, a name and a day.
    """
    return list(_read_values(text, language, names))


@lru_cache(maxsize=8)
def _read_values(text: str, language: str, names: Names) -> tuple[ProtectedValue, ...]:
    """Read a text once, though who compares it with a translation asks several times."""
    plain = use_ascii_digits(text)
    taken: list[ProtectedValue] = []
    is_taken = bytearray(len(plain))
    for found in (
        *_find_codes(plain),
        *_find_days(plain),
        *_find_names(plain, language, names),
        *_find_parties(plain),
        *_find_numbers(plain, language),
        *_find_number_words(plain),
    ):
        if not any(is_taken[found.start : found.end]):
            is_taken[found.start : found.end] = b"\1" * (found.end - found.start)
            taken.append(found)
    return tuple(sorted(taken, key=lambda value: value.start))


def _find_codes(text: str) -> Iterator[ProtectedValue]:
    days = [match.span() for pattern in _DAYS for match in pattern.finditer(text) if _is_day(match)]
    patterns = [_MARK_IN_TEXT, *(pattern for kind, _why, pattern in SURE if kind in _CODES), _WITH_LETTERS, _PARTED]
    found = [match for pattern in patterns for match in pattern.finditer(text)]
    for match in sorted(found, key=lambda match: match.start() - match.end()):  # "LS-2026-0012" before "LS-2026"
        if all(match.end() <= start or match.start() >= end for start, end in days):
            meaning = re.sub(r"\s+", "", match.group()).upper()
            yield ProtectedValue(ValueKind.CODE, match.start(), match.end(), match.group(), frozenset({meaning}))


def _find_days(text: str) -> Iterator[ProtectedValue]:
    for pattern in _DAYS:
        for match in pattern.finditer(text):
            if _is_day(match):
                year = match["y"] or ""
                meaning = f"{year}-{int(match['m']):02}-{int(match['d']):02}"
                yield ProtectedValue(ValueKind.DAY, match.start(), match.end(), match.group(), frozenset({meaning}))


def _is_day(match: re.Match[str]) -> bool:
    return 1 <= int(match["m"]) <= _LATEST_MONTH and 1 <= int(match["d"]) <= _LATEST_DAY


def _find_names(text: str, language: str, names: Names) -> Iterator[ProtectedValue]:
    for name, start, end in names.find_in(text, language):
        yield ProtectedValue(ValueKind.NAME, start, end, text[start:end], frozenset({name.key}), name=name)


def _find_numbers(text: str, language: str) -> Iterator[ProtectedValue]:
    for match in _DIGITS.finditer(text):
        yield _read_number(text, match, language)
    for match in _HAN_BEFORE_COUNTER.finditer(text):
        value = read_han(match.group())
        if value is not None:
            yield ProtectedValue(
                ValueKind.NUMBER, match.start(), match.end(), match.group(), _meanings([value], ""), plain=value
            )


def _find_parties(text: str) -> Iterator[ProtectedValue]:
    for start, end in find_parties(text):
        meaning = " ".join(text[start:end].casefold().split())
        yield ProtectedValue(ValueKind.PARTY, start, end, text[start:end], frozenset({meaning}))


def _find_number_words(text: str) -> Iterator[ProtectedValue]:
    """Yield numbers in words with a unit beside them, from two on: "one" and "a" say too little. As the reader of filings reads
    them, where it finds what it read in the text as it was typed.
    """
    prepared, reader, at = PreparedText(text), get_default_reader(), 0
    folded = text.casefold()
    for amount in reader.amounts.read_amounts(prepared):
        found = (_numbers().read_at(prepared, start) for start in range(amount.start, amount.end))
        number = next((one for one in found if one is not None), None)
        if number is None or number.digits or number.value < _LEAST_IN_WORDS:
            continue
        words = prepared.words_between(number.start, number.end)
        start = folded.find(words, at)
        if start >= 0:
            at = start + len(words)
            meanings = _meanings([number.value], "")
            yield ProtectedValue(
                ValueKind.NUMBER, start, at, text[start:at], meanings, plain=number.value, in_words=True
            )


@cache
def _numbers() -> NumberReader:
    return NumberReader(get_default_reader().lexicon)


def _read_number(text: str, match: re.Match[str], language: str) -> ProtectedValue:
    """Return a number with what multiplies it behind it: 3万, "5 ລ້ານ", "2 triệu"."""
    written = match.group()
    per_cent = "%" if written[-1] in "%％" else ""
    digits = written.rstrip("%％ ")
    times, end = (Decimal(1), match.end()) if per_cent else _times_behind(text, match.end())
    try:
        value = read_digits(digits, _EITHER)
        readings = [] if value is None else [value]
    except TwoReadings as two:
        readings = [two.many, two.few]
    meanings = _meanings([one * times for one in readings], per_cent) or frozenset({digits})
    plain = None
    if not per_cent and (times != 1 or not digits.isdecimal()) and language not in _EITHER_WAY | {""}:
        meant = read_digits(digits, Notation(thousands="." if language in _POINT_BEFORE_THOUSANDS else ","))
        plain = None if meant is None else meant * times
    elif len(readings) == 1 and times != 1:
        plain = readings[0] * times
    return ProtectedValue(ValueKind.NUMBER, match.start(), end, text[match.start() : end], meanings, plain)


def _meanings(values: list[Decimal], per_cent: str) -> frozenset[str]:
    return frozenset(f"{value.normalize():f}{per_cent}" for value in values)


def _times_behind(text: str, at: int) -> tuple[Decimal, int]:
    """Return what multiplies a number that ends here, and where that ends: 1 where nothing does."""
    times = Decimal(1)
    while match := _times_pattern().match(text, at):
        times, at = times * _times()[match["word"].casefold()], match.end()
    return times, at


@cache
def _times() -> dict[str, Decimal]:
    return {
        entry.term.casefold(): Decimal(entry.value) for entry in read_statement_lexicon().list_entries("number_times")
    }


@cache
def _times_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_times(), key=len, reverse=True))
    return re.compile(rf"[ \u00a0]?(?P<word>{words})(?![a-zA-Z\u00c0-\u024f\u1e00-\u1eff])", re.IGNORECASE)
