"""The spelling in which statements are read."""

import re
import unicodedata
from functools import cache

from landsea_core.figures.quantities.default_words import read_default_figure_words
from landsea_core.text.letters.other_spellings import simplify_han
from landsea_core.text.traced_text import TracedText

_WIDE_SPACE = re.compile(r"\s{2,}")
_ARROW_OR_MINUS = re.compile("[→−]")
_AND_A_HALF = re.compile(
    r"\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) and a half(?=[\s-]+[a-z])", re.IGNORECASE
)
_AND_A_QUARTER = re.compile(
    r"\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) and (a|three) quarters?"
    r"(?=[\s-]+(?:hours|days|years|times))",
    re.IGNORECASE,
)
_DOZENS = re.compile(
    r"\b(half a|a|one|two|three|four|five|six|seven|eight|nine|ten|\d+) dozen(?= [a-z])", re.IGNORECASE
)
_QUARTERS = {"a": "25", "three": "75"}
_ONE_TO_TWELVE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MIXED_FRACTION = re.compile(r"(?<![\w./,-])(\d{1,4})(?: |-| and )(\d{1,2})/(2|3|4|8|16|32|64)(?![\w/])(?!\.\d)")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_DOT_OF_DECIMALS = re.compile(r"(?<=\d)[·・](?=\d)")
""" "2·65亿": how Chinese newspapers set decimals."""
_FROM_UP_TO = re.compile(
    r"(?<!\d)(\d+(?:\.\d+)?)((?:[百千万亿])?(?:倍|元|年|日|天|吨|%|个月))以上(\d+(?:\.\d+)?)\2以下"
)
""" "5万元以上30万元以下": a range, as laws write it."""
_HOURS_AND_MINUTES = re.compile(
    rf"(?<![\d.,:])(?P<hours>\d{{1,2}}|{'|'.join(_ONE_TO_TWELVE)})(?P<unit> ?(?:hours?|hrs?|小时|giờ|tiếng)) ?(?:and |và )?"
    r"(?P<minutes>[1-5]?\d) ?(?:minutes?|mins?|分钟|分|phút)(?![\w钟])",
    re.IGNORECASE,
)
""" "2 hours 45 minutes", 2小时45分钟, 2 giờ 45 phút: one length of time, and no two."""
_HAN_DIGITS = {"一": 1, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_HAN_HALF = re.compile(r"(?<![\d一二两三四五六七八九十百千万.])([一两三四五六七八九]|\d{1,2})个?半(小时|钟头)")
""" "两个半小时": two hours and a half."""
_LORRY_LOADS = re.compile(r"(?<=[\d万])车(?=[、,，。;；和及]|$)")
""" "120车、150车和180车": loads of lorries, where no other word goes on behind 车."""
_MONTH_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
_BETWEEN_MONTHS = re.compile(rf"\b[Bb]etween ({_MONTH_NAMES}) and ({_MONTH_NAMES})\b")
_OTHER_I = re.compile("[ıİ]")


def normalize_statement(text: str) -> str:
    """Return the text in the spelling that is read here; see `trace_normal_text`."""
    return trace_normal_text(TracedText.of(text)).text


def trace_normal_text(text: TracedText) -> TracedText:
    """Return the text in the spelling that is read here: NFKC, simplified characters, one kind of minus and of arrow.

    Where many spaces stood there is one (a line's end where one was among them): wide gaps cost the search much and mean
    nothing. "Three and a half days" becomes "3.5 days", "5 3/4" 5.75, "between 3 and 5 days" becomes "3 to 5 days".
    """
    if not text.text.isascii():
        text = text.respell(lambda cluster: simplify_han(unicodedata.normalize("NFKC", cluster)))
        text = text.replace(_ARROW_OR_MINUS, lambda sign: "->" if sign.group() == "→" else "-")
        text = text.replace(_DOT_OF_DECIMALS, lambda _dot: ".")
        text = text.replace(_HAN_HALF, _spell_han_half)
        text = text.replace(_LORRY_LOADS, lambda _load: "车次")
        text = text.replace(_FROM_UP_TO, lambda match: f"{match[1]}至{match[3]}{match[2]}")
        # a pattern that leaves case aside takes these for an i, and no word is found under them
        text = text.replace(_OTHER_I, lambda letter: "i" if letter.group() == "ı" else "I")
    text = text.replace(_WIDE_SPACE, lambda gap: "\n" if "\n" in gap.group() else " ")
    text = text.replace(_HOURS_AND_MINUTES, _spell_hours)
    text = text.replace(_AND_A_HALF, _spell_half)
    text = text.replace(
        _AND_A_QUARTER, lambda match: _spell_half(match).removesuffix("5") + _QUARTERS[match[2].lower()]
    )
    text = text.replace(_DOZENS, _spell_dozens)
    text = text.replace(_MIXED_FRACTION, _spell_fraction)
    text = text.replace(_BETWEEN_MONTHS, lambda match: f"{match[1]} to {match[2]}")
    return text.replace(_between(), lambda match: f"{match[1]} to {match[2]}")


def _spell_han_half(match: re.Match[str]) -> str:
    """Return 两个半小时 as 2.5小时."""
    return f"{_HAN_DIGITS.get(match[1], match[1])}.5{match[2]}"


def _spell_hours(match: re.Match[str]) -> str:
    """Return "1 hour and 45 minutes" as "1.75 hours", 2小时45分钟 as 2.75小时."""
    word = match["hours"].lower()
    hours = int(word) if word.isdigit() else _ONE_TO_TWELVE.index(word) + 1
    return f"{hours + int(match['minutes']) / 60:.2f}{match['unit']}"


def _spell_half(match: re.Match[str]) -> str:
    """Return "three and a half" as 3.5."""
    word = match[1].lower()
    return f"{word if word.isdigit() else _ONE_TO_TWELVE.index(word) + 1}.5"


def _spell_dozens(match: re.Match[str]) -> str:
    """Return "two dozen" as 24; "a dozen" and "half a dozen" are meant roughly."""
    word = match[1].lower()
    if word in ("a", "half a"):
        return "about 12" if word == "a" else "about 6"
    return f"{12 * (int(word) if word.isdigit() else _ONE_TO_TWELVE.index(word) + 1)}"


def _spell_fraction(match: re.Match[str]) -> str:
    """Return "5 3/4" as 5.75; what is no part of one stays ("5 8/4"), and a year stays one ("In 2025 3/4 went by rail")."""
    whole, part, parts = (int(number) for number in match.groups())
    is_mixed = 0 < part < parts and not _FIRST_YEAR <= whole <= _LAST_YEAR
    return f"{whole + part / parts:g}" if is_mixed else match.group()


@cache
def _between() -> re.Pattern[str]:
    number = r"(\d+(?:\.\d+)?)"
    return re.compile(
        rf"\bbetween {number} and {number}(?=\s*(?:{read_default_figure_words().any_between_unit}))", re.IGNORECASE
    )
