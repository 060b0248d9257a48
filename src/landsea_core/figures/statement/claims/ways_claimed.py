"""Days said of a whole way against the two dates of its departure and arrival: "left on the 3rd ... arrived on the 14th"."""

from collections.abc import Iterator

from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.spans import contradict_span, count_days_between, read_words_around
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement
from landsea_core.figures.statement.findings import Outcome

_A_DAY = 24.0
_BESIDE = 28
_LONGEST = 120
_ROOM = 1.05
"""Days: both days of the way may be counted, and a night less for hours that are told of neither."""


def check_ways_claimed(typed: TypedStatement) -> Iterator[Outcome]:
    """Yield a contradiction for days of a whole way that are not those between the only two dates told."""
    dates = [(start, end, one) for start, end, one in typed.periods if one.day]
    if len(dates) != 2:
        return
    (start, first_end, first), (last_start, last_end, last) = dates
    days = count_days_between(first, last)
    begin = typed.sentences[typed.find_sentence(start)][0]
    end = typed.sentences[typed.find_sentence(last_start)][1]
    leaves = find_cue("sets_out").search(typed.text[begin:last_start])
    arrives = find_cue("comes_in").search(typed.text[first_end:end])
    if days is None or not 0 < days < _LONGEST or not leaves or not arrives:
        return
    told = [one for one in typed.figures if one.kind == "time" and one.start >= last_end and _is_whole_way(one, typed)]
    if len(told) != 1:
        return
    said = told[0].item.figure.value / _A_DAY
    if told[0].item.figure.scale != _A_DAY or abs(said - days) <= _ROOM or told[0].item.figure.bound:
        return
    yield contradict_span("days_apart", (start, first_end), (last_start, last_end), told[0], typed)


def _is_whole_way(one: TypedFigure, typed: TypedStatement) -> bool:
    begin, end = typed.find_clause(one.start)
    around = read_words_around(one, typed, _BESIDE, _BESIDE)
    return bool(find_cue("whole_way").search(around)) and not find_cue("part_of_way").search(typed.text[begin:end])
