"""Days said of what lasted from one date to another: "closed on 3 March, open again on 24 March ... these 45 days"."""

from collections.abc import Iterator

from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.spans import contradict_span, count_days_between, read_words_around
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement
from landsea_core.figures.statement.findings import Outcome

_A_DAY, _LONGEST, _FARTHEST = 24.0, 120, 4.0
_BEFORE, _BEHIND = 30, 20
_ROOM = 1.05
"""Days: both the first and the last may be counted."""


def check_days_claimed(typed: TypedStatement) -> Iterator[Outcome]:
    """Yield a contradiction where the only days told behind the only two dates of a text are not those between them."""
    dates = [(start, end, one) for start, end, one in typed.periods if one.day]
    if len(dates) != 2:
        return
    (start, first_end, first), (last_start, last_end, last) = dates
    days = count_days_between(first, last)
    told = [
        one for one in typed.figures if one.kind == "time" and one.start >= last_end and one.item.figure.scale == _A_DAY
    ]
    if days is None or not 0 < days < _LONGEST or len(told) != 1 or not _is_of_both(told[0], typed):
        return
    said = told[0].value / _A_DAY
    if abs(said - days) <= _ROOM or not days / _FARTHEST < said < days * _FARTHEST:
        return
    yield contradict_span("days_apart", (start, first_end), (last_start, last_end), told[0], typed)


def _is_of_both(one: TypedFigure, typed: TypedStatement) -> bool:
    """Say whether words beside it tell that it lasted so long, and nothing in its clause that it is of another time."""
    begin, end = typed.find_clause(one.start)
    around = read_words_around(one, typed, _BEFORE, _BEHIND)
    is_other = find_cue("span_of_other").search(typed.text[begin:end])
    names_time = any(not period.day for period in typed.list_periods(begin, end))
    return bool(find_cue("span_told").search(around)) and not (is_other or names_time or one.item.figure.bound)
