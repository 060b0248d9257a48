"""Days by name: "yesterday", "last week", "Tuesday", "the 20th of November", "sejak Maret"."""

from collections.abc import Iterator
from datetime import date, timedelta

from landsea_core.text.days.day_words import DayWords
from landsea_core.text.days.when import LIKELY, PERHAPS, When
from landsea_core.text.days.written import fold_digits, make_day, make_month
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon.phrase_index import PhraseIndex

_FROM_TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "before_yesterday": -2, "tomorrow": 1}
"""Values of the lexicon's kind "when" that are so many days from today."""
_WEEKDAY, _LAST_WEEKDAY, _MONTH = "weekday_", "last_weekday_", "month_"
_LONGEST_DAY = 14
"""Characters before the name of a month in which its day is looked for."""
_SHORTEST_MONTH = 3
"""A shorter name than this, or one so short without day and year ("mar"), is rather another word."""
_WEEKDAY_CONFIDENCE = PERHAPS + 0.1


def find_named_days(text: PreparedText, index: PhraseIndex, words: DayWords, today: date) -> Iterator[When]:
    """Yield the days that words of the lexicon's kind "when" (`index`) name."""
    for hit in index.find(text):
        value = hit.payload.value
        if value.startswith(_MONTH):
            yield from _read_month_name(text, hit.start, hit.end, int(value.removeprefix(_MONTH)), words, today)
        elif span := _span_of(value, today):
            sure = _WEEKDAY_CONFIDENCE if value.startswith(_WEEKDAY) else LIKELY
            yield When(*span, sure, hit.words, hit.start)


def _span_of(value: str, today: date) -> tuple[date, date] | None:
    """Return the first and the last day of a value of the kind "when"; None for what is no span of days, as "since"."""
    if value in _FROM_TODAY:
        day = today + timedelta(_FROM_TODAY[value])
        return day, day
    if value.startswith(_WEEKDAY):
        day = today - timedelta((today.weekday() - int(value.removeprefix(_WEEKDAY))) % 7)
        return day, day
    monday = today - timedelta(today.weekday() + 7)
    if value.startswith(_LAST_WEEKDAY):
        day = monday + timedelta(int(value.removeprefix(_LAST_WEEKDAY)))
        return day, day
    last_of_month = today.replace(day=1) - timedelta(1)
    spans = {
        "last_week": (monday, monday + timedelta(6)),
        "last_month": (last_of_month.replace(day=1), last_of_month),
        "last_year": (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
    }
    return spans.get(value)


def _read_month_name(
    text: PreparedText, start: int, end: int, month: int, words: DayWords, today: date
) -> Iterator[When]:
    """Yield a day of a month that is named: before the name or behind it; without a day, the whole month."""
    folded = fold_digits(text)
    year = words.year_behind.match(folded, end)
    before = words.day_before_month.search(folded[max(0, start - _LONGEST_DAY) : start])
    if before:
        begin = start - len(before.group())
        said = folded[begin : year.end() if year else end]
        yield from make_day(said, begin, year[1] if year else None, month, int(before[1]), today)
        return
    after = words.day_behind_month.match(folded, end)
    if after and 1 <= int(after[1]) <= 31:
        yield from make_day(folded[start : after.end()], start, after[2], month, int(after[1]), today)
    elif year or end - start > _SHORTEST_MONTH:
        said = folded[start : year.end() if year else end]
        yield from make_month(said, start, month, year[1] if year else None, today)
