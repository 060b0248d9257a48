"""Numbers and words of a text that no item holds and that stand for a figure: "doubled", "one in four", "half", "eight".

Texts in other languages are read in English words here, Chinese ones as they are.
"""

import re
from collections.abc import Iterator, Sequence

from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.weighing.seeing.seen_figure import (
    COUNTED,
    PERCENT,
    PLAIN,
    TIME,
    TIMES,
    SeenFigure,
)

_ALL = 100.0
_ROOM_OF_WORDS, _STEP_OF_COUNTS = 0.02, 0.1
_UP_TO_NINETEEN = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ONES = {word: number for number, word in enumerate(_UP_TO_NINETEEN, start=1)}
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_DOZEN, _DIGITS = 12, 9
_DENOMINATORS = {
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twentieth": 20,
}
_FACTORS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5, "twice": 2.0, "thrice": 3.0}
_HOURS = {"hours": 1.0, "days": 24.0, "weeks": 168.0, "months": 730.0, "years": 8766.0}
_TWO_DOUBLINGS, _DOUBLING = 4.0, 2.0
_WORDS = re.compile(
    r"\b(?P<times>doubl(?:ed?|ing)|tripl(?:ed?|ing)|trebl(?:ed?|ing)|quadrupl(?:ed?|ing)|halv(?:ed?|ing)|twice|thrice)\b"
    r"|\b(?P<among>\w+) (?:in|out of) (?P<all>\w+)\b"
    rf"|\b(?P<number>an?|{'|'.join(_ONES)})[ -](?P<part>{'|'.join(_DENOMINATORS)})s?\b(?! of an hour| of a century| past)"
    r"|(?<!and a )(?<!first )(?<!second )(?<!last )(?<!latter )(?<!former )\b(?P<half>half)\b"
    r"(?![- ](?:year|past|a day|an hour|a kilo|day|hour|price|a dozen|a million|a century|term|time|board|fare))"
    r"|(?P<turned>翻了?(?P<turns>[一两])?番)"
    rf"|\b(?:first|last|past|next|previous) (?P<many>{'|'.join(_ONES)}) (?P<unit>{'|'.join(_HOURS)})\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})(?:[- ](?P<ones>{'|'.join(_UP_TO_NINETEEN[:_DIGITS])}))?"
    rf"|(?P<word>{'|'.join(_UP_TO_NINETEEN[1:])}|dozen))\b",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(r"\s*(?:of the |of |more |other )?([A-Za-z]+)")
_NO_COUNT = frozenset({"o", "am", "pm"})


def list_seen_words(read: ReadStatement) -> list[SeenFigure]:
    """Return the words for a multiple, a share or a span, of which counts may have been read but nothing else."""
    found = []
    for match in _WORDS.finditer(read.text):
        over = [one for one in read.items if one.figure.start < match.end() and match.start() < one.figure.end]
        is_counted = all(one.unit.kind.startswith((COUNTED, PLAIN)) for one in over)
        value, kind = _read_words(match)
        if value > 0 and is_counted and (not over or match["among"] or match["times"]):
            found.append(_make(read, match, value, kind, 0.0 if kind == TIME else value * _ROOM_OF_WORDS))
    return found


def list_seen_numbers(read: ReadStatement, seen: Sequence[SeenFigure]) -> Iterator[SeenFigure]:
    """Yield the numbers in words that neither an item nor a word for a figure holds: "the tug pulls four"."""
    for match in _NUMBERS.finditer(read.text):
        following = find_next_word(read.text, match.end())
        if following not in _NO_COUNT and not any(one.start < match.end() and match.start() < one.end for one in seen):
            yield _make(read, match, _read_number(match), COUNTED + following if following else PLAIN, 0.0)


def find_next_word(text: str, end: int) -> str:
    """Return the word that follows a place in a text, in small letters; "" where none does."""
    match = _NEXT_WORD.match(text, end)
    return match[1].lower() if match else ""


def _make(read: ReadStatement, match: re.Match[str], value: float, kind: str, room: float) -> SeenFigure:
    start, end = match.span()
    sentence = next((at for at, (first, last) in enumerate(read.sentences) if first <= start < last), 0)
    step = room or _STEP_OF_COUNTS
    return SeenFigure(value, Interval(value - room, value + room), step, kind, start, end, sentence)


def _read_words(match: re.Match[str]) -> tuple[float, str]:
    if match["times"]:
        return next(value for stem, value in _FACTORS.items() if match["times"].lower().startswith(stem)), TIMES
    if match["turned"]:
        return _TWO_DOUBLINGS if match["turns"] == "两" else _DOUBLING, TIMES
    if match["unit"]:
        return _ONES[match["many"].lower()] * _HOURS[match["unit"].lower()], TIME
    if match["half"]:
        return _ALL / 2, PERCENT
    if match["part"]:  # "four quarters" are no share but those of a year
        few, many = _ONES.get(match["number"].lower(), 1), _DENOMINATORS[match["part"].lower()]
    else:
        few, many = _read_count(match["among"]), _read_count(match["all"])
    return (_ALL * few / many if few < many else 0.0), PERCENT


def _read_count(word: str) -> int:
    return int(word) if word.isascii() and word.isdigit() else _ONES.get(word.lower(), 0)


def _read_number(match: re.Match[str]) -> float:
    if match["tens"]:
        return float(_TENS[match["tens"].lower()] + _ONES.get((match["ones"] or "").lower(), 0))
    return float(_ONES.get(match["word"].lower(), _DOZEN))
