"""Months or years said of what lasted from one month to another: "from May 2023 to September 2024 ... after 16 months"."""

from collections.abc import Iterator

from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.spans import contradict_span, read_words_around
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement
from landsea_core.figures.statement.findings import Outcome
from landsea_core.text.periods import Period

_A_MONTH, _A_YEAR = 365 * 24 / 12, 365 * 24
_MONTHS_OF_YEAR = 12
_LONGEST, _FARTHEST = 180, 4.0
_BEFORE, _BEHIND = 24, 24
_ROOM, _ROOM_OF_YEARS, _ROOM_OF_BOUND = 1.2, 4.5, 7.0
"""Months: both ends may count; "three years" is anything near, "nearly two years" may be a good deal less."""


def check_months_claimed(typed: TypedStatement) -> Iterator[Outcome]:
    """Yield a contradiction where the only length told behind the only two months of a text is not that between them."""
    months = [(start, end, one) for start, end, one in typed.periods if one.months == 1 and one.year]
    if len(months) != 2 or len(months) != len([one for one in typed.periods if one[2].year]):
        return
    (start, first_end, first), (last_start, last_end, last) = months
    told = [one for one in typed.figures if one.kind == "time" and one.item.figure.scale > _A_MONTH * 0.9]
    between = _count_months(last) - _count_months(first)
    if (
        len(told) != 1
        or told[0].start < last_end
        or not 0 < between < _LONGEST
        or not _is_of_both(told[0], last_end, typed)
    ):
        return
    said = told[0].value / _A_MONTH
    if abs(said - between) <= _find_room(told[0]) or not between / _FARTHEST < said < between * _FARTHEST:
        return
    yield contradict_span("months_apart", (start, first_end), (last_start, last_end), told[0], typed)


def _count_months(one: Period) -> int:
    return (one.year or 0) * _MONTHS_OF_YEAR + one.month


def _find_room(one: TypedFigure) -> float:
    figure = one.item.figure
    if figure.bound:
        return _ROOM_OF_BOUND
    is_years = figure.scale > _A_YEAR * 0.9
    is_whole = is_years and abs(one.value / _A_YEAR - round(one.value / _A_YEAR)) < 0.05
    return _ROOM_OF_YEARS if is_whole else _ROOM


def _is_of_both(one: TypedFigure, last_end: int, typed: TypedStatement) -> bool:
    """Say whether words beside a length tell that it lasted so long, and no other sentence stands between."""
    begin, end = typed.find_clause(one.start)
    around = read_words_around(one, typed, _BEFORE, _BEHIND)
    is_other = find_cue("span_of_other").search(typed.text[begin:end])
    is_near = one.sentence - typed.find_sentence(last_end - 1) <= 1
    return is_near and not is_other and bool(find_cue("months_told").search(around))
