"""What things can carry: a lorry no hundred tonnes, a container no forty, and how many TEU containers are.

The bounds are wide and our assumption: a box of 40 feet may weigh 32.5 t with its load (ISO 668), a coal wagon carry 80 t, the
heaviest trains of China some 20,000 t. They refuse a slip of a magnitude, never a heavy load.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.common_sense.nearby import is_plain_amount, make_outcome
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence

_TONNES = {
    "count:vehicles": (0.05, 120.0),
    "count:boxes": (0.001, 40.0),
    "teu": (0.1, 40.0),
    "count:trains": (5.0, 25_000.0),
    "count:flights": (0.01, 200.0),
}
"""Tonnes that one of each carries, at least and at most."""
_CARRIERS = {
    "lorry": "count:vehicles",
    "truck": "count:vehicles",
    "vehicle": "count:vehicles",
    "wagon": "count:vehicles",
    "container": "count:boxes",
    "teu": "teu",
    "train": "count:trains",
    "flight": "count:flights",
}
"""What a rate is given for, and which of the bounds are its."""
_TEU_A_BOX = (1.0, 2.3)
_CLAUSE_END = re.compile(r"[,，;；。:]|\.\s")
_LONGEST_GAP = 40


def check_loads(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether goods fit on what carries them: 1,200 lorries carry no 3.6 million tonnes."""
    for one, other in pairwise(read.items):
        if one.sentence != other.sentence:
            continue
        gap = read.gap_between(one, other)
        if one.unit.kind in _TONNES and other.unit.kind == "mass" and is_plain_amount(one):
            is_load = is_plain_amount(other) and not _CLAUSE_END.search(gap) and len(gap) < _LONGEST_GAP
            if is_load and read_sense_cues().carries.search(gap) and not one.is_total:
                yield _judge_load(one, other, read)
        if {one.unit.kind, other.unit.kind} == {"count:boxes", "teu"} and read_statement_cues().equal_gap.match(gap):
            yield _judge_boxes(one, other, read)
    yield from _check_loads_of_each(read)


def _check_loads_of_each(read: ReadStatement) -> Iterator[Outcome]:
    """ "Each container carried 300 tonnes" cannot be."""
    for item in read.items:
        bounds = _TONNES.get(_CARRIERS.get(item.per, ""))
        if item.unit.kind != "mass" or bounds is None or item.role == "delta":
            continue
        words = Sentence("%(one)s and %(other)s do not go together", one=item.per, other=item.figure.print_value())
        yield make_outcome(bounds[0] <= item.figure.value <= bounds[1], "load", words, read, item)


def _judge_load(carriers: Item, load: Item, read: ReadStatement) -> Outcome:
    low, high = _TONNES[carriers.unit.kind]
    each = load.figure.value / carriers.figure.value if carriers.figure.value else low
    words = Sentence(
        "%(one)s and %(other)s do not go together",
        one=carriers.figure.print_value(),
        other=load.figure.print_value(),
    )
    return make_outcome(low <= each <= high, "load", words, read, carriers, load)


def _judge_boxes(one: Item, other: Item, read: ReadStatement) -> Outcome:
    boxes, teu = (one, other) if other.unit.kind == "teu" else (other, one)
    inside, around = teu.figure.make_interval(), boxes.figure.make_interval()
    fits = around.low > 0 and inside.high / around.low >= _TEU_A_BOX[0] and inside.low / around.high <= _TEU_A_BOX[1]
    words = Sentence(
        "%(one)s and %(other)s do not go together",
        one=boxes.figure.print_value(),
        other=teu.figure.print_value(),
    )
    return make_outcome(fits, "load", words, read, boxes, teu)
