"""Figures that texts of the played year name in braces: loads, days, weights, the number of a paper, dates. The figures of one
case stay the same in all its texts, so that the answer fits the question.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from string import Formatter

from landsea_demo.played_year.troubles import Goods

ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
POINT_BETWEEN_THOUSANDS = {"vi", "id"}
LONGEST_WAIT = {True: 5, False: 16}
"""Days for which goods wait, by whether they cannot."""


@dataclass(frozen=True)
class Figures:
    """The figures of one case. `numbers` are the same in every language, `amounts` and `since` are written by language."""

    numbers: Mapping[str, object]
    amounts: Mapping[str, int]
    since: date
    goods: Goods | None

    def write(self, words: str, language: str, later: date) -> str:
        """Return the words with the case's figures put in. `later` is the day that an answer promises or an end names."""
        values = dict(self.numbers) | {
            "goods": self.goods.names[language] if self.goods else "",
            "date": write_day(self.since, language),
            "later": write_day(later, language),
        }
        values |= {name: write_amount(amount, language) for name, amount in self.amounts.items()}
        return words.format_map(values)


def make_figures(words: str, goods: Goods | None, filed: date, chance: Random, *, urgent: bool) -> Figures:
    """Return figures for a case that was filed on a day with these words: the date that they name is as long ago as the weeks,
    days or hours that they say.
    """
    days, hours, weeks = chance.randint(2, LONGEST_WAIT[urgent]), chance.randint(7, 58), chance.randint(3, 10)
    said = {name for _text, name, _spec, _conversion in Formatter().parse(words) if name}
    ago = chance.randint(1, 5)
    if "weeks" in said:
        ago = 7 * weeks
    elif "days" in said:
        ago = days
    elif "hours" in said:
        ago = math.ceil(hours / 24)
    numbers: dict[str, object] = {
        "n": chance.randint(2, 9),
        "days": days,
        "hours": hours,
        "weeks": weeks,
        "kg": chance.randint(14, 93) * 10,
        "tons": chance.randint(12, 27),
        "pct": chance.randint(6, 28),
        "lot": f"{chance.choice('BDFGHKLMTV')}{chance.randint(20_101, 98_999)}",
        "tail": f"{chance.randint(101, 9_989):04d}",
    }
    amounts = {"usd": chance.randint(23, 890) * 100, "many": chance.randint(8, 60) * 500}
    return Figures(numbers, amounts, filed - timedelta(days=ago), goods)


def write_day(day: date, language: str) -> str:
    """Return a day of the year as people write it: 12月3日, 3 December, elsewhere 3/12."""
    if language == "zh":
        return f"{day.month}月{day.day}日"
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1]}" if language == "en" else f"{day.day}/{day.month}"


def write_amount(amount: int, language: str) -> str:
    """Return an amount with its thousands apart: 12,400, in Vietnamese and Indonesian 12.400."""
    return f"{amount:,}".replace(",", ".") if language in POINT_BETWEEN_THOUSANDS else f"{amount:,}"
