"""Targets that are said to be passed or missed, against what was reached: a target of 250 is not exceeded by 238."""

import re
from collections.abc import Iterator

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.common_sense.nearby import (
    find_clause_before,
    find_clause_behind,
    is_plain_amount,
    list_around,
    make_outcome,
)
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence

_IS_SHORT = re.compile(r"\b(?:short of|missing|exceed\w*)\s*$", re.IGNORECASE)
_FARTHEST_BEYOND = 3.0
"""What is so many times its target, or so small a part of it, is measured by another one."""


def check_targets(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether the only amount behind a target is above it where it is called exceeded, below it where called missed."""
    for number in range(len(read.sentences)):
        text = read.sentence_text(number)
        is_passed, is_missed = (
            bool(cue.search(text)) for cue in (read_sense_cues().passes_target, read_sense_cues().misses_target)
        )
        if is_passed == is_missed:
            continue
        pair = _find_target_and_reached(number, read)
        if pair is None:
            continue
        target, reached = pair
        words = Sentence(
            "%(one)s and %(other)s do not go together",
            one=target.figure.print_value(),
            other=reached.figure.print_value(),
        )
        inside, around = reached.figure.make_interval(), target.figure.make_interval()
        fits = inside.high >= around.low if is_passed else inside.low <= around.high
        yield make_outcome(fits, "limit", words, read, target, reached)


def _find_target_and_reached(number: int, read: ReadStatement) -> tuple[Item, Item] | None:
    """Return the only target of a sentence and the one before, and the only other amount of its unit there."""
    near = [one for one in list_around(read, number) if is_plain_amount(one) and one.unit.kind != "time"]
    targets = [one for one in near if _is_target(one) and not _IS_SHORT.search(one.before)]
    if len(targets) != 1:
        return None
    target = targets[0]
    others = [
        one
        for one in near
        if one is not target
        and one.unit.kind == target.unit.kind
        and not read_sense_cues().misses_target.search(find_clause_before(one) + " # " + find_clause_behind(one))
        and not _IS_SHORT.search(one.before)
    ]
    if len(others) != 1 or not others[0].figure.value:
        return None
    ratio = others[0].figure.value / target.figure.value if target.figure.value else 0
    return (target, others[0]) if 1 / _FARTHEST_BEYOND < ratio < _FARTHEST_BEYOND else None


def _is_target(item: Item) -> bool:
    cues = read_statement_cues()
    is_told = cues.planned.search(item.before) or read_sense_cues().target_behind.match(item.after)
    return bool(
        is_told or read_sense_cues().names_target.search(find_clause_before(item) + " # " + find_clause_behind(item))
    )
