"""Finding figures in a text, English or Chinese: numbers with magnitudes and units, ranges, percentages, bounds.

Number words are read where a unit follows ("three to five days", 三成, 百分之二十). Periods are found first (`periods`) and
left alone here. What a figure is for is not decided here.
"""

import re
import unicodedata
from dataclasses import replace
from decimal import Decimal
from functools import cache

from landsea_core.figures import quantity
from landsea_core.figures.lexicon import statement_numbers
from landsea_core.figures.periods import Period
from landsea_core.figures.quantity import Quantity
from landsea_core.figures.units import MAGNITUDES, PERCENT, PLAIN, POINTS, WORDS, Unit
from landsea_core.text.letters.other_spellings import simplify_characters
from landsea_core.text.numbers.in_statement import count_decimals

_FRACTIONS = {
    "half": 50,
    "a half": 50,
    "one half": 50,
    "a third": 100 / 3,
    "one third": 100 / 3,
    "two thirds": 200 / 3,
    "two-thirds": 200 / 3,
    "one-third": 100 / 3,
    "three-quarters": 75,
    "a quarter": 25,
    "one quarter": 25,
    "three quarters": 75,
    "a fifth": 20,
    "one fifth": 20,
    "a tenth": 10,
}

_ALL_UNITS = sorted((word for word in WORDS if word not in ("¥", "￥")), key=len, reverse=True)
_LATIN = "|".join(re.escape(word) for word in _ALL_UNITS if word[0].isascii() and word not in "$%")
_HAN = "|".join(re.escape(word) for word in _ALL_UNITS if not word[0].isascii())
_MAGNITUDE_LATIN = "|".join(sorted((word for word in MAGNITUDES if word.isascii()), key=len, reverse=True))
_MAGNITUDE_HAN = "|".join(sorted((word for word in MAGNITUDES if not word.isascii()), key=len, reverse=True))
_UNIT = (
    rf"(?:\s*(?P<mag>(?:{_MAGNITUDE_LATIN})(?![a-z])|{_MAGNITUDE_HAN}))?"
    rf"(?:\s*(?:of\s+)?-?(?P<unit>%|(?:{_LATIN})(?![a-z])|{_HAN}))?"
)
_CURRENCY = r"(?P<cur>CNY|RMB|USD|US\$|VND|EUR|THB|¥|￥|\$|人民币|美元)\s*"
_BOUND = (
    r"(?P<bound>more than|over|at least|above|exceeding|exceeds|topping|upwards of|less than|fewer than|under|below|"
    r"up to|at most|no more than|about|around|approximately|roughly|some|almost|nearly|close to|an estimated|"
    r"超过|超|逾|多达|突破|不到|不足|不超过|大约|约为|约|大概|近|接近|将近|至少|高达|>|<|~|≈)\s*"
)


@cache
def _figure() -> re.Pattern[str]:
    """The pattern of one figure, or of two joined as a range."""
    number = statement_numbers().pattern
    return re.compile(
        rf"(?:{_BOUND})?(?:{_CURRENCY})?(?P<sign>(?<![\w%)])[+\-−–](?=\d|\s\d+(?:\.\d+)?\s*%))?\s*(?P<num>{number})"
        rf"(?P<plus>\+|多|余)?(?:{_UNIT.replace('?P<mag>', '?P<mag1>').replace('?P<unit>', '?P<unit1>')}"
        rf"\s*(?:-|–|—|~|～|to|至|到|\.\.)\s*(?P<num2>{number}))?{_UNIT}(?P<plus2>\+|多(?!\s*\d)|以上)?",
        re.IGNORECASE,
    )


@cache
def _of_a_number() -> re.Pattern[str]:
    """What may stand behind a number word without a unit: "three of the ten"."""
    return re.compile(rf"\s+(?:out )?of (?:the |its |all )?(?:\d|{statement_numbers().words}\b)")


_HUNDREDTHS = re.compile(
    r"百分之([一二两三四五六七八九十百]+(?:点[一二三四五六七八九零]+)?)|([一二两三四五六七八九])成(半)?|"
    r"([二三四五六七八九十])分之([一二三四五六七八九])|一半|半数"
)
_FRACTION = re.compile(
    rf"\b({'|'.join(sorted(_FRACTIONS, key=len, reverse=True))})\b"
    r"(?=\s+(?:of|the|as|on|over|from|more|less|to|in)\b|\s*[.,;)])",
    re.IGNORECASE,
)
_BOUNDS = {
    "over": "more than|over|at least|above|exceeding|exceeds|topping|upwards of|超过|超|逾|多达|突破|至少|高达|>",
    "under": "less than|fewer than|under|below|up to|at most|no more than|不到|不足|不超过|<",
    "about": "about|around|approximately|roughly|some|an estimated|大约|约为|约|大概|~|≈",
    "nearly": "almost|nearly|close to|近|接近|将近",
}
_BOUND_OF = {word: bound for bound, words in _BOUNDS.items() for word in words.split("|")}
_BEFORE_TWO_ENDS = re.compile(r"(?:\bfrom|\bagainst|从|由|自)\s*(?:the\s+)?$", re.IGNORECASE)
_NO_NOUN = (
    "and|or|to|in|on|of|for|from|up|down|per|by|at|with|while|than|the|a|an|as|is|are|was|were|had|has|"
    "have|came|went|more|less|fewer|compared|against|versus|vs|over|under|after|before|year|which|that|"
    "this|it|they|but|respectively|last|did|will|can|would|passed|used|took|rose|fell|grew|now|then|"
    "later|earlier|also|travelled|traveled|stayed|moved|arrived|left|goes|went"
)
_NOUN = re.compile(rf"\s+(?!(?:{_NO_NOUN})\b)(?P<noun>[a-z]{{3,}})")
_COUNTED = "|".join(
    sorted(
        (
            word
            for word, unit in WORDS.items()
            if word.isascii() and word.endswith(("s", "people")) and unit.kind.startswith("count:")
        ),
        key=len,
        reverse=True,
    )
)
_LATER_NOUN = re.compile(rf"(?P<between>(?:\s+[a-z-]+){{1,2}})\s+(?P<noun>{_COUNTED})\b", re.IGNORECASE)
_LINKS = re.compile(
    r"\b(?:and|or|to|in|on|of|for|from|up|down|per|by|at|with|than|the|a|an|is|are|was|were|out|against|over|when|while|but)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\bbetween (\d+(?:\.\d+)?) and (\d+(?:\.\d+)?)(?=\s*(?:%|per ?cent|days|hours|weeks|million|billion|yuan|km|tonnes|TEU))",
    re.IGNORECASE,
)
_CODES = re.compile(
    r"\b(?:HS|No\.?|Nr\.?|Decree|Article|Circular|G)\s*\d[\d./-]*|\b\d+/\d{4}\b|\b(?!CNY|RMB|USD|VND|EUR|THB)[A-Z]{1,3}\d+\b|\b\d{1,2}:\d{2}\b|https?://\S+",
    re.IGNORECASE,
)


_WIDE_SPACE = re.compile(r"\s{2,}")
LARGEST = 1e18
"""A number as large as this is no figure of trade but a code or a slip of the hand: it is not read."""


def normal(text: str) -> str:
    """Return the text in the spelling that is read here: NFKC, simplified characters, one kind of minus, one space
    where there were many (a line's end where one was among them): wide gaps cost the search much and mean nothing.
    """
    text = simplify_characters(unicodedata.normalize("NFKC", text).replace("→", "->").replace("−", "-"))
    text = _WIDE_SPACE.sub(lambda gap: "\n" if "\n" in gap.group() else " ", text)
    return _BETWEEN.sub(r"\1 to \2", text)


def find_quantities(text: str, periods: list[Period]) -> list[Quantity]:
    """Return the figures of a normal text in the order in which they stand; periods, codes and dates are none."""
    taken = [(period.start, period.end) for period in periods] + [match.span() for match in _CODES.finditer(text)]
    masked = list(text)
    for start, end in taken:
        masked[start:end] = "\0" * (end - start)
    for match in _HUNDREDTHS.finditer(text):
        masked[match.start() : match.end()] = "\0" * (match.end() - match.start())
    hidden = "".join(masked)
    found = [_of_hundredths(match) for match in _HUNDREDTHS.finditer(text)]
    found += [_of_fraction(match) for match in _FRACTION.finditer(hidden)]
    for match in _figure().finditer(hidden):
        found += _figures(match, hidden)
    return sorted(found, key=lambda figure: figure.start)


def _figures(match: re.Match, text: str) -> list[Quantity]:
    """Return the one figure of a match, or the two of "from A to B"; none where a number is too large to be one."""
    got = match.groupdict()
    numbers = [statement_numbers().read(got[one]) for one in ("num", "num2") if got[one]]
    if any(number is None or number >= LARGEST for number in numbers):
        return []
    spelled = not got["num"][0].isdigit()
    united = got["mag"] or got["unit"] or got["unit1"] or got["cur"]
    if spelled and not united and not _of_a_number().match(text, match.end()):
        return []
    unit = _unit_of(got["unit"], got["cur"])
    first_unit = _unit_of(got["unit1"], got["cur"]) if got["unit1"] else unit
    if not got["num2"]:
        return [_one(got, "num", "mag", unit, match.start(), match.end(), text)]
    two_ends = _BEFORE_TWO_ENDS.search(text[: match.start("num") - len(got["bound"] or "")])
    different = first_unit.kind != unit.kind and (got["unit1"] or got["unit"])
    low, high = numbers
    if (
        two_ends
        or different
        or got["mag1"]
        or got["unit1"]
        or not low < high
        or got["sign"] == "+"
        or "." in got["num"]
    ):
        if "unit1" in got and not (got["unit1"] or got["mag1"]):
            got["mag1"], first_unit = got["mag"], unit
        first = _one(got, "num", "mag1", first_unit, match.start(), match.end("num"), text)
        got |= {"bound": None, "plus": None, "sign": None}
        return [first, _one(got, "num2", "mag", unit, match.start("num2"), match.end(), text)]
    lower = _one(got, "num", "mag", unit, match.start(), match.end(), text)
    upper = _one(got, "num2", "mag", unit, match.start(), match.end(), text)
    return [replace(lower, high=upper.high, text=match.group().strip())]


def _one(got: dict, num: str, mag: str, unit: Unit, start: int, end: int, text: str) -> Quantity:
    value, decimals = _value_of(got[num])
    magnitude = MAGNITUDES.get((got[mag] or "").lower(), 1.0)
    parts = [word for word in (got[mag], _word_of(got)) if word]
    words = ("" if parts and not parts[0].isascii() else " ").join(parts)
    if (
        unit == PLAIN
        and mag == "mag"
        and (noun := _NOUN.match(text, end))
        and magnitude == 1.0
        and _is_plural(noun["noun"])
    ):
        unit, words = Unit(f"count:{noun['noun'].lower()}"), noun["noun"]
    elif unit == PLAIN and mag == "mag" and (later := _named_later(text, end)):
        unit, words = WORDS[later["noun"].lower()], " ".join(word for word in (words, later["noun"]) if word)
    scale = magnitude * unit.factor
    if got["sign"] in ("-", "−", "–"):
        value = -value
    bound = _BOUND_OF.get((got["bound"] or "").strip().lower(), "")
    if got["plus"] or got.get("plus2"):
        bound = "over"
    return Quantity(
        low=value * scale,
        high=value * scale,
        step=_step(value, decimals, unit) * scale,
        unit=unit,
        text=text[start:end].strip(),
        start=start,
        end=end,
        bound=bound,
        scale=scale,
        words=words,
        decimals=decimals,
        signed=bool(got["sign"]),
    )


def _step(value: float, decimals: int, unit: Unit) -> float:
    return 10.0**-decimals if unit in (PERCENT, POINTS) else quantity.printed_step(value, decimals)


def _named_later(text: str, end: int) -> re.Match | None:
    """A counted noun one or two words on: "350,000 Vietnamese visitors"."""
    match = _LATER_NOUN.match(text, end)
    return match if match and not _LINKS.search(match["between"]) else None


def _is_plural(noun: str) -> bool:
    return noun.lower().endswith("s") and not noun.lower().endswith("ss")


def _unit_of(word: str | None, currency: str | None) -> Unit:
    if currency and not (word and WORDS[word.lower()].is_money):
        return WORDS[currency.lower()]
    return WORDS[word.lower()] if word else PLAIN


def _word_of(got: dict) -> str:
    word = (got["unit"] or got.get("unit1") or got["cur"] or "").strip()
    return "yuan" if word in ("CNY", "RMB", "¥", "￥") else word


def _value_of(written: str) -> tuple[float, int]:
    """Return the value of a number as written, and its decimals."""
    value = statement_numbers().read(written) or Decimal(0)
    return float(value), count_decimals(value)


def _of_hundredths(match: re.Match) -> Quantity:
    text = match.group()
    if match.group(1):
        value, decimals = _value_of(match.group(1))
        step = 10.0**-decimals
    elif match.group(2):
        value, decimals, step = _value_of(match.group(2))[0] * 10 + (5 if match.group(3) else 0), 0, 5.0
    elif match.group(4):
        value, decimals, step = 100 * _value_of(match.group(5))[0] / _value_of(match.group(4))[0], 0, 3.0
    else:
        value, decimals, step = 50.0, 0, 3.0
    return Quantity(value, value, step, PERCENT, text, match.start(), match.end(), words="%", decimals=decimals)


def _of_fraction(match: re.Match) -> Quantity:
    value = _FRACTIONS[match.group(1).lower()]
    return Quantity(value, value, 3.0, PERCENT, match.group(), match.start(), match.end(), words="%")
