"""The relations of the lexicon with their wordings compiled: rows "figure_relation", and classes of words "relation_words".

A pattern has `{A}` for a figure, `{N}` for a figure or a number word, `{D}` and `{E}` for dates, `{T}` and `{U}` for times of
the clock, `{Y}` and `{Z}` for years, `{V}` and `{W}` for days of the week; `<CARRIES>` for any word of a class; `~` for some
words of a clause, `~~` of a sentence, `~~~` also across its end, `~~~~` for words and other figures.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from landsea_core.figures.statement.told.formulas import Formula, read_formula
from landsea_core.text.data_files import LexiconFault, Row
from landsea_core.text.default_lexicons import read_statement_lexicon
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.numbers.in_statement import StatementNumbers

_SIGNS = "«»‹›⟨⟩"
_GAPS = {
    "~~~~": r"[^\n]{0,200}?",
    "~~~": rf"[^{_SIGNS}]{{0,90}}?",
    "~~": rf"[^{_SIGNS}.;。]{{0,60}}?",
    "~": rf"[^{_SIGNS}.;:。,，]{{0,34}}?",
}
_HAN = "一二三四五六七八九十两"
_TIMES_AND_ORDER = {"once": 1, "twice": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10}
_LARGEST_WORD = 60
_COUNTS = frozenset({*range(2, 13), 20})
_BARE = r"(?<![\d.,:])\d{1,3}(?![\d.,:%])"
_PART = re.compile(r"~~~~|~~~|~~|~|\{([A-Z])\}|<([A-Z_]+)>")
_FARTHEST = 4.0
"""A figure so many times what it should be, or so small a part of it, is told of something else."""
_OTHERWISE = "OTHERWISE"
"""The class of words that take back what is told of any relation but a "bold" one: "after tax", "the rest", 税后."""
COUNTED = "K"
DATES, CLOCKS, NUMBERS, YEARS, WEEKDAYS = "DE", "TU", "GHLMN", "YZ", "VW"
_WEEKDAYS = {
    name: at % 7 + 1
    for names in ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday", "周一 周二 周三 周四 周五 周六 周日")
    for at, name in enumerate(names.lower().split())
}


@dataclass(frozen=True)
class Relation:
    """One relation: its `formula`, the letters that are of one unit, how much it may be off, and its `wordings`.

    `counts` is what the figure K must be ("three days" of three amounts), `is_apart` where the larger one may stand first or
    last. `room` is a part of what is made (0.05 for "twice as long"), `slack` an amount ("two days" may count both ends).
    `bound` is what the figure told must be, "over" or "under", where the others must be neither; `times` are lengths of time.
    `near` is how many times too large or small a slip may be; one that `is_excuse` lets off what fits, and accuses nothing.
    """

    formula: Formula
    rule: str
    alike: str
    room: float
    slack: float
    is_apart: bool
    counts: int
    near: float
    is_excuse: bool
    bound: str
    times: str
    unless: re.Pattern[str] | None
    wordings: tuple[re.Pattern[str], ...]


@cache
def list_relations() -> tuple[Relation, ...]:
    """Return the relations of this checkout's files, read when first needed."""
    return make_relations(read_statement_lexicon())


@cache
def list_typed_relations() -> tuple[Relation, ...]:
    """Return the relations whose wordings are looked for in the text as typed (rows "typed_relation")."""
    return make_relations(read_statement_lexicon(), "typed_relation")


def make_relations(lexicon: Lexicon, kind: str = "figure_relation") -> tuple[Relation, ...]:
    """Return the relations of a lexicon. Raises LexiconFault for a formula or a pattern that is none."""
    classes = {row["value"]: "|".join(row["patterns"]) for row in lexicon.list_rows("relation_words")}
    return tuple(_make_relation(row, classes) for row in lexicon.list_rows(kind))


@cache
def list_number_words() -> Mapping[str, int]:
    """Return the number words that a wording may have in place of a figure: those of the lexicon, in English and one sign of
    Chinese, and a few that say how often or which ("twice", "every third").
    """
    numbers, entries = StatementNumbers(read_statement_lexicon()), read_statement_lexicon().list_entries("number")
    words = [entry.term for entry in entries if entry.lang == "en" and " " not in entry.term]
    read = {word: numbers.read(word) for word in (*words, *_HAN)}
    return {
        word: int(value)
        for word, value in read.items()
        if value is not None and value == int(value) and 1 <= value <= _LARGEST_WORD
    } | _TIMES_AND_ORDER


@cache
def list_counting_words() -> re.Pattern[str]:
    """Return what counts something where it is no figure: "five left and | three died"."""
    words = (word for word, value in list_number_words().items() if value in _COUNTS and word not in _TIMES_AND_ORDER)
    return re.compile(rf"\b(?:{'|'.join(word for word in words if word.isascii())})\b", re.IGNORECASE)


@cache
def find_words(name: str) -> re.Pattern[str]:
    """Return the pattern of a class of words that no wording holds: "OTHER_ORDER"."""
    rows = read_statement_lexicon().list_rows("relation_words")
    return re.compile("|".join(pattern for row in rows if row["value"] == name for pattern in row["patterns"]), re.I)


def read_number(word: str) -> float | None:
    """Return the number of a word or of digits: "twelve" and "12", 1 for Monday; None for others."""
    named = list_number_words().get(word, _WEEKDAYS.get(word))
    return float(word) if word.isdigit() else None if named is None else float(named)


def _make_relation(row: Row, classes: Mapping[str, str]) -> Relation:
    try:
        formula = read_formula(row["value"])
        wordings = tuple(_compile(pattern, classes) for pattern in row["patterns"])
        taken_back = [row.get("unless", ""), "" if row.get("bold") or row.get("excuses") else classes[_OTHERWISE]]
        unless = _compile("|".join(filter(None, taken_back)), classes) if any(taken_back) else None
    except (ValueError, KeyError, re.error) as fault:
        raise LexiconFault(
            f"The figure_relation '{row['value']}' cannot be read ({fault}). Correct its row in data/lexicon."
        ) from fault
    alike = row.get("alike", "".join(sorted({formula.said, *formula.letters})) if formula.is_sum else "")
    return Relation(
        formula,
        row.get("rule", "sum" if formula.is_sum else "product"),
        alike,
        row.get("room", 0.0),
        row.get("slack", 0.0),
        row.get("abs", False),
        row.get("counts", 0),
        row.get("near", _FARTHEST),
        row.get("excuses", False),
        row.get("bound", ""),
        row.get("times", ""),
        unless,
        wordings,
    )


def _compile(pattern: str, classes: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(_PART.sub(lambda part: _expand(part, classes), pattern), re.IGNORECASE)


def _expand(part: re.Match[str], classes: Mapping[str, str]) -> str:
    letter, name = part.groups()
    if name:
        return f"(?:{_PART.sub(lambda inner: _expand(inner, classes), classes[name])})"
    if not letter:
        return _GAPS[part.group()]
    return _place_of(letter)


@cache
def _any_number() -> str:
    words = sorted(list_number_words(), key=len, reverse=True)
    return "|".join(rf"\b{word}\b" if word.isascii() else word for word in words)


def _place_of(letter: str) -> str:
    """Return the pattern of what a letter stands for; the group of what is no figure of the list ends on "w"."""
    if letter in DATES:
        return rf"‹(?P<{letter}>\d+)›"
    if letter in CLOCKS:
        return rf"⟨(?P<{letter}>\d+)⟩"
    if letter in YEARS:
        return rf"(?<!\d)(?P<{letter}w>(?:19|20)\d\d)(?!\d)"
    if letter in WEEKDAYS:
        return rf"(?P<{letter}w>{'|'.join(_WEEKDAYS)})"
    if letter in NUMBERS:
        return rf"(?:«(?P<{letter}>\d+)»|(?P<{letter}w>{_any_number()}|{_BARE}))"
    return rf"«(?P<{letter}>\d+)»"
