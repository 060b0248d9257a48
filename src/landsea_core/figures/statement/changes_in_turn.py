"""Changes that follow each other: "from 14.2 in 2022 to 15.9 in 2023 and 17.5 in 2024, up 12 % and 10 % respectively"."""

from collections.abc import Iterator
from itertools import pairwise

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.change import Change
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.text.units.unit import PERCENT


def find_changes_in_turn(read: ReadStatement) -> Iterator[Change]:
    """Yield a change for each growth of a sentence with "respectively" whose amounts are of one unit and in order of months."""
    for number, (start, end) in enumerate(read.sentences):
        if not read_statement_cues().respectively.search(read.text, start, end):
            continue
        here = [at for at, item in enumerate(read.items) if item.sentence == number]
        growths = [at for at in here if read.items[at].unit == PERCENT]
        ends = [at for at in here if at not in growths and not read.items[at].per]
        if len(growths) > 1 and len(ends) == len(growths) + 1 and _are_in_order(ends, read):
            for turn, at in enumerate(growths):
                yield Change({"base": ends[turn], "result": ends[turn + 1], "growth": at})


def _are_in_order(ends: list[int], read: ReadStatement) -> bool:
    months = [period.first for at in ends if (period := read.items[at].period)]
    is_one_kind = len({read.items[at].unit.kind for at in ends}) == 1
    return is_one_kind and len(months) == len(ends) and all(one < other for one, other in pairwise(months))
