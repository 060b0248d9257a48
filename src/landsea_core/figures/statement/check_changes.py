"""Beginning, end and what is said between them: do the percentage, the difference or the multiple fit the two figures?

Which figures belong together is decided in `changes`; here it is only computed, with intervals for rounded figures.
"""

from collections.abc import Iterator
from dataclasses import replace

from landsea_core.figures.statement.change import SAID, Change
from landsea_core.figures.statement.changes import gather_changes
from landsea_core.figures.statement.differences import check_difference, check_points
from landsea_core.figures.statement.directions import check_direction
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.growths import check_growth
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.multiples import check_multiple, check_word_multiple
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import (
    find_subject,
    may_be_compared,
    read_own_subject,
    read_subject,
    read_words_behind,
)


def check_changes(read: ReadStatement) -> Iterator[Outcome]:
    """Yield the outcome for each change whose parts are enough to compute with."""
    for change in gather_changes(read):
        for outcome in _check_change(change, read):
            yield replace(outcome, items=change.places)


def _check_change(change: Change, read: ReadStatement) -> Iterator[Outcome]:
    base, result = change.item_of("base", read), change.item_of("result", read)
    growth, points = change.item_of("growth", read), change.item_of("points", read)
    multiple, delta = change.item_of("multiple", read), change.item_of("delta", read)
    if growth and _speaks_of_other_measure(growth, base, result):
        growth = None
    if growth and (outcome := check_growth(base, result, growth, delta, read)):
        yield outcome
    if base is None or result is None:
        return
    if points and (outcome := check_points(base, result, points, read)):
        yield outcome
    if multiple and (outcome := check_multiple(base, result, multiple, read)):
        yield outcome
    is_one_step = delta and not _is_one_of_several(base, result, delta, read)
    if delta and is_one_step and (outcome := check_difference(base, result, delta, read)):
        yield outcome
    if change.word:
        yield check_word_multiple(base, result, change.word, read)
    elif not set(SAID) & change.parts.keys() and _are_told_as_ends(base, result, read):
        yield check_direction(base, result, read)


def _is_one_of_several(base: Item, result: Item, delta: Item, read: ReadStatement) -> bool:
    """ "120, then 35 more and 20 more, which makes 175": the differences together lie between beginning and end."""
    first, last = sorted((base.sentence, result.sentence))
    steps = [
        one
        for one in read.items
        if one.role == "delta" and one.unit.kind == delta.unit.kind and first <= one.sentence <= last and not one.per
    ]
    total = sum(one.signed_value for one in steps)
    return len(steps) > 1 and abs(result.figure.value - base.figure.value - total) <= abs(total) / 100


def _are_told_as_ends(base: Item, result: Item, read: ReadStatement) -> bool:
    """Say whether a word makes one the beginning of the other, or nothing behind them tells them apart: "2 days by rail and 2
    hours by air" is no change, nor "imports reached 150, exports too rose to 110".
    """
    if base.role == "base":
        return True
    if not (base.period and result.period) or base.period.is_same(result.period):
        return False  # "only ships of 150 tonnes pass, otherwise those of 300"
    return may_be_compared(read_words_behind(base), read_words_behind(result)) and may_be_compared(
        read_subject(base, read), read_subject(result, read)
    )


def _speaks_of_other_measure(growth: Item, *ends: Item | None) -> bool:
    """Say whether a growth is of another measure than its ends: "value is up 33 % as the price rose from 3,100 to 4,500"."""
    own = find_subject(growth.before).get("measure")
    others = (read_own_subject(end).get("measure") for end in ends if end)
    return own is not None and any(other and own.isdisjoint(other) for other in others)
