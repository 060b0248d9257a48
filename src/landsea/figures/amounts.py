"""Amounts as people of a language write them: 1,425,000 TEU is 142.5万标箱 in Chinese, 1,425 triệu TEU in Vietnamese; 132.65 bn
yuan is 1,326.5亿元. The tables beneath have every digit.
"""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.base.numbers import put_reader_marks
from landsea.figures.figure_words import say_figure
from landsea.figures.labels import BOUNDS
from landsea_core.text.traditional import write_in_script

BILLIONS = {"bn yuan": "元", "bn USD": "美元"}
"""Units that are a magnitude already, with the bare unit in Chinese, which counts by four digits."""
CHINESE_STEPS = ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"))
CHINESE_COUNTED = {"ports": "个", "countries": "个", "stations": "个", "cities": "个", "provinces": "个", "labs": "个"}
"""Things that Chinese counts with a word between; it falls away behind 万."""


@dataclass(frozen=True)
class Amount:
    """A number and its unit in the reader's words; the unit is empty where the figure is a bare count."""

    number: str
    unit: str

    def __str__(self) -> str:
        """Return both, as a sentence has them."""
        return f"{self.number} {self.unit}".strip()


def say_amount(low: float, high: float, unit: str, bound: str = "") -> Amount:
    """Return an amount or interval of a series' unit in the language of now, at most three decimals of its magnitude."""
    if (get_language() or "").startswith("zh"):
        scale, words = _chinese_unit(max(abs(low), abs(high)), unit)
    else:
        scale, words = _other_unit(max(abs(low), abs(high)), unit)
    ends = dict.fromkeys((_print(low / scale), _print(high / scale)))
    apart = " – " if low < 0 else "–"
    number = apart.join(ends)
    words = write_in_script(words, get_language() or "en")
    return Amount(f"{BOUNDS[bound]} {number}" if bound else number, words)


def _chinese_unit(most: float, unit: str) -> tuple[float, str]:
    """Return what a printed number is divided by, and the unit behind it: 132.65 bn yuan is (0.1, 亿元)."""
    factor = 1e9 if unit in BILLIONS else 1.0
    bare = BILLIONS.get(unit) or _bare_unit(unit)
    for step, sign in CHINESE_STEPS:
        if most * factor >= step and unit != "%":
            return step / factor, f"{sign}{bare}"
    return 1.0 / factor, f"{CHINESE_COUNTED.get(unit, '')}{bare}"


def _other_unit(most: float, unit: str) -> tuple[float, str]:
    words = _bare_unit(unit)
    if unit not in BILLIONS and most >= 1e9:
        return 1e9, (_("billion %(unit)s") % {"unit": words}).strip()
    if unit not in BILLIONS and most >= 1e6:
        return 1e6, (_("million %(unit)s") % {"unit": words}).strip()
    return 1.0, words


def _bare_unit(unit: str) -> str:
    return "" if unit == "number" else say_figure(unit)


def _print(value: float) -> str:
    printed = f"{value:,.3f}".rstrip("0").rstrip(".").replace("-", "−")
    return put_reader_marks(printed)
