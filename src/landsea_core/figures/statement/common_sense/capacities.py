"""What holds so much, and holds more: "room for 9,000 pallets; 9,640 are stored there" does not go without a word about it."""

from collections.abc import Iterator

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.statement.common_sense.nearby import (
    find_clause_before,
    find_clause_behind,
    get_stretch,
    is_plain_amount,
    make_outcome,
)
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence

_MOST_BEHIND = 6
_FARTHEST_BEYOND = 5.0
"""What is so many times as much as there is room for is of more than one that holds: of a train, of a year."""
_OPEN = ("count:things", "count:units", "plain")
_HELD = ("count:", "teu", "mass", "area")
"""What something can hold: neither time nor money."""


def check_capacities(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether what is inside fits into what holds it, and whether what was paid, read or allowed keeps to its limit."""
    cues = read_sense_cues()
    for most in read.items:
        if not is_plain_amount(most) or not most.unit.kind.startswith(_HELD) or not _is_capacity(most):
            continue
        at = read.items.index(most) + 1
        for inside in read.items[at : at + _MOST_BEHIND]:
            is_behind = inside.sentence - most.sentence <= 1
            if not is_behind or not _is_same_thing(most, inside) or not is_plain_amount(inside) or _is_capacity(inside):
                continue
            start, end = get_stretch(read, most.sentence, inside.sentence)
            told = read.text[start:end]
            around = find_clause_before(inside) + " " + find_clause_behind(inside)
            if cues.beyond.search(told) or not cues.is_inside.search(around):
                continue
            if inside.figure.value > _FARTHEST_BEYOND * most.figure.value:
                continue
            words = Sentence(
                "a part of %(part)s is more than its whole of %(whole)s",
                part=inside.figure.print_value(),
                whole=most.figure.print_value(),
            )
            fits = inside.figure.make_interval().low <= most.figure.make_interval().high
            yield make_outcome(fits, "part_above_whole", words, read, most, inside)


def _is_capacity(item: Item) -> bool:
    cues = read_sense_cues()
    return bool(cues.holds_most.search(find_clause_before(item)) or cues.holds_most_behind.match(item.after))


def _is_same_thing(one: Item, other: Item) -> bool:
    return one.unit.kind == other.unit.kind or (other.unit.kind in _OPEN and one.unit.kind.startswith("count:"))
