"""Lengths of time that run until now: "for four days", "sudah dua malam"; 4 ມື້ແລ້ວ."""

from collections.abc import Iterator
from datetime import date, timedelta

from landsea_core.text.amounts import DURATION, Amount, AmountReader
from landsea_core.text.days.when import LIKELY, PERHAPS, When
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon.anchored_words import AnchoredWords, skip_spaces

_HOURS_A_DAY, _DAYS = 24.0, {"night": 1, "day": 1, "week": 7}
LONGEST = 62
"""Days of a length of time that is taken for one until now; what is longer is told as a habit or a term."""


def find_lengths(
    text: PreparedText, amounts: AmountReader, until_now: AnchoredWords[bool], today: date
) -> Iterator[When]:
    """Yield the day on which each length of time of at most two months began; surely where words (`until_now`) say that it
    runs.
    """
    for amount in amounts.read_amounts(text):
        days = _count_days(amount)
        if days is None or days > LONGEST:
            continue
        runs = until_now.find_at(text, skip_spaces(text, amount.end)) or until_now.find_before(
            text, len(text.folded[: amount.start].rstrip())
        )
        day = today - timedelta(days)
        yield When(day, day, LIKELY if runs else PERHAPS, amount.words, amount.start, since=bool(runs))


def _count_days(amount: Amount) -> int | None:
    """Return how many days ago a length of time began; None for what is no length of hours, days or weeks."""
    if amount.kind != DURATION:
        return None
    if amount.unit == "hour":
        return int(float(amount.high) // _HOURS_A_DAY)
    return int(amount.high * _DAYS[amount.unit]) if amount.unit in _DAYS else None
