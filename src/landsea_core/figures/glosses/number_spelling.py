"""Numbers of other languages spelled as English ones: digits of their scripts, and what points and commas mean there."""

import re

from landsea_core.text.numbers.digits import use_ascii_digits
from landsea_core.text.traced_text import TracedText

_COMMA_FOR_DECIMALS = frozenset({"vi", "id"})
"""Languages that write 1.234,5 for one thousand two hundred and thirty-four and a half."""
_DAY_WITH_HYPHEN = re.compile(
    r"(?P<lead>\b(?:ngày|hôm nay|hôm qua|sáng|chiều|trưa|tối|đêm|mùng|nay) )"
    r"(?P<day>[0-3]?\d)-(?P<month>0?[1-9]|1[0-2])(?P<year>-(?:19|20)\d\d)?(?![\d.,]*\d)(?! ?(?:ngày|giờ|%))",
    re.IGNORECASE,
)
""" "ngày | 13-8", "sáng | 5-7-2026": Vietnamese newspapers write days so."""
_DAYS_WITH_HYPHENS = re.compile(
    r"\b(?P<lead>từ (?:ngày )?)(?P<first>\d{1,2})(?:-(?P<month>0?[1-9]|1[0-2]))? (?P<to>(?:đến|tới) (?:ngày )?)"
    r"(?P<last>\d{1,2})-(?P<last_month>0?[1-9]|1[0-2])(?![\d.,]*\d)(?! ?(?:ngày|giờ|%))",
    re.IGNORECASE,
)
_VIETNAMESE = "vi"
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_NUMBER = re.compile(r"(?<![\w.,/])\d+(?:[.,]\d+)+(?![\d/])(?!\.\d)")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?")
_DECIMALS = re.compile(r"\d+,\d+")
_ENGLISH_BEHIND = re.compile(
    r"\s+(?:dollars?|million|billion|thousand|per ?cent|tonnes?|tons|people|days|hours|weeks|months|years|trucks|lorries|"
    r"vehicles|companies|firms|ships|boxes|pieces|bags)\b",
    re.IGNORECASE,
)
_SURE_DECIMALS = re.compile(r"\d+,\d{1,2}")
_SURE_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")


def use_plain_digits(text: TracedText) -> TracedText:
    """Return the text with the digits 0 to 9 for those of Thai, Lao, Khmer and Burmese."""
    return text.replace(_OTHER_DIGIT, lambda match: use_ascii_digits(match.group()))


def spell_numbers(text: TracedText, language: str) -> TracedText:
    """Return the text with points for decimals and commas between thousands."""
    if language == _VIETNAMESE:
        text = text.replace(_DAYS_WITH_HYPHENS, _spell_days)
        text = text.replace(_DAY_WITH_HYPHEN, _spell_day)
    spell = _spell if language in _COMMA_FOR_DECIMALS else _spell_if_sure
    return text.replace(_NUMBER, lambda match: match.group() if _is_english(match) else spell(match.group()))


def _is_english(match: re.Match[str]) -> bool:
    """Say whether a number stands before an English word, as "100,000 | dollars": it is spelled as in English already."""
    return bool(_ENGLISH_BEHIND.match(match.string, match.end()))


def _spell_day(match: re.Match[str]) -> str:
    """Return "ngày 13-8-2026" as "ngày 13/8/2026"."""
    return f"{match['lead']}{match['day']}/{match['month']}{(match['year'] or '').replace('-', '/')}"


def _spell_days(match: re.Match[str]) -> str:
    """Return "từ 18-3 đến 22-5" with strokes; of "từ 14 đến 20-7" both days are of one month."""
    month = match["month"] or match["last_month"]
    return f"{match['lead']}{match['first']}/{month} {match['to']}{match['last']}/{match['last_month']}"


def _spell_if_sure(number: str) -> str:
    """Return a number of a language that writes both ways: "8,2" can only be a decimal, "1.234.567" only thousands."""
    if _SURE_DECIMALS.fullmatch(number):
        return number.replace(",", ".")
    return number.replace(".", ",") if _SURE_THOUSANDS.fullmatch(number) else number


def _spell(number: str) -> str:
    """Return one number as English writes it: "1.234,5" as "1,234.5", "8,59" as "8.59"; what fits no rule stays."""
    if _ENGLISH_THOUSANDS.fullmatch(number):
        return number
    if _THOUSANDS.fullmatch(number):
        whole, _, decimals = number.partition(",")
        return whole.replace(".", ",") + (f".{decimals}" if decimals else "")
    return number.replace(",", ".") if _DECIMALS.fullmatch(number) else number
