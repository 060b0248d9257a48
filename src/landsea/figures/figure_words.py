"""Figures in the reader's language: what series are of, their metrics and units, periods, and the sentences about them.

Words that nobody has put into a language stay as they were printed.
"""

import calendar
import re

from django.utils.translation import get_language, pgettext

from landsea.base.numbers import put_reader_marks
from landsea.base.translation.reference_texts import find_text, say_text
from landsea.base.translation.sentences import say_sentence
from landsea.figures.labels import BOUNDS
from landsea_core.figures.observations import read_period
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period
from landsea_core.text.plurals import make_plural

KIND = "figures"
_PERCENT = re.compile(r" \([+−]?[\d.,]+ %\)")
_AMOUNT = re.compile(rf"(?:({'|'.join(BOUNDS)}) )?([+−]?\d[\d.,–−]*|−[\d.,]+ – −[\d.,]+) ?([^\d(]*?)( \(.+\))?")
_MONTHS = re.compile(r"(?: in )?((?:[A-Z][a-z]{2}|[HQ][1-4])[-–A-Za-z ]*\d.*|\d{4})")
_ABBREVIATED = {name: month for month, name in enumerate(calendar.month_abbr) if name}
_NO_YEAR = re.compile(rf"(?P<from>{'|'.join(_ABBREVIATED)})(?:[–-](?P<till>{'|'.join(_ABBREVIATED)}))?")
_PART_OF_YEAR = re.compile(r"(?P<kind>[HQ])(?P<number>[1-4])")
_MONTHS_OF = {"H": 6, "Q": 3}
_JOINED = re.compile(r"( [+×] )")


def say_figure(printed: str) -> str:
    """A subject, metric, unit, period or amount as it was printed, in the language of now; else as it is."""
    language = get_language() or "en"
    if language == "en":
        return printed
    if _JOINED.search(printed):
        return "".join(part if _JOINED.fullmatch(part) else say_figure(part) for part in _JOINED.split(printed))
    return _find_noun(printed) or _period_in_words(printed) or _amount_in_words(printed) or printed


def describe_period(printed: str) -> str:
    """A period as rows have it ("Jan-Sep 2025"), in the language of now; English as it was printed."""
    return printed if (get_language() or "en") == "en" else _period_in_words(printed) or printed


def say_explanation(explanation: Sentence) -> str:
    """A sentence about figures with its subjects, amounts and periods in the language of now."""
    return say_sentence(_in_words(explanation))


def _in_words(value: str | Sentence | tuple[Sentence, ...]) -> str | Sentence | tuple[Sentence, ...]:
    if isinstance(value, tuple):
        return tuple(map(_in_words, value))
    if isinstance(value, Sentence):
        return value.fill(**{name: _in_words(part) for name, part in value.values.items()})
    return say_figure(value)


def _find_noun(printed: str) -> str | None:
    """What a text is called, or what it counts: "per ship" is said by the word for ships, one word in all these languages."""
    is_word = printed.isascii() and printed.isalpha()
    return find_text(KIND, printed) or (find_text(KIND, make_plural(printed)) if is_word else None)


def _period_in_words(printed: str) -> str | None:
    if ends := _read_months_of_no_year(printed):
        months = [pgettext("month of no year", "month %(month)s") % {"month": month} for month in ends]
        return " – ".join(dict.fromkeys(months))
    found = _MONTHS.fullmatch(printed)
    try:
        period = read_period(found[1].replace("–", "-")) if found else None
    except ValueError:
        return None
    if period is None:
        return None
    first, last = _month_in_words(period, 0), _month_in_words(period, period.months - 1)
    named = str(period.year) if period.is_full_year else first if first == last else f"{first} – {last}"
    return f" ({named})" if printed.startswith(" ") else named


def _read_months_of_no_year(printed: str) -> tuple[int, int] | None:
    """Return the first and the last month of a period that names no year ("Sep", "Jan–Sep", "Q2"); None for all else."""
    if found := _NO_YEAR.fullmatch(printed):
        return _ABBREVIATED[found["from"]], _ABBREVIATED[found["till"] or found["from"]]
    found = _PART_OF_YEAR.fullmatch(printed)
    last = int(found["number"]) * _MONTHS_OF[found["kind"]] if found else 0
    return (last - _MONTHS_OF[found["kind"]] + 1, last) if found and last <= 12 else None


def _month_in_words(period: Period, after: int) -> str:
    year, month = divmod(period.first + after, 12)
    return pgettext("month of a year", "%(month)s/%(year)s") % {"month": month + 1, "year": year}


def _amount_in_words(printed: str) -> str | None:
    found = _AMOUNT.fullmatch(printed)
    if found is None:
        return None
    bound, number, unit, note = found.groups()
    unit = _find_noun(unit) or unit
    if note:
        inside = note[2:-1]
        said = _period_in_words(inside) or say_text(KIND, inside)
        note = put_reader_marks(note) if _PERCENT.fullmatch(note) else f" ({said})"
    return " ".join(part for part in (str(BOUNDS[bound]) if bound else "", put_reader_marks(number), unit) if part) + (
        note or ""
    )
