"""Figures that are called wrong by one way of computing though another way gives them: they are no contradictions.

"36 of 1,200 cartons are broken. Each is insured for 45, so we ask for 1,620" is 36 times 45, whatever 1,200 times 45 makes.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, islice

from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.common_sense.nearby import list_around
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.following.operands import Operands, is_alike
from landsea_core.figures.statement.following.ways import list_ways
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_COMPUTED = frozenset({"product", "sum", "difference", "exchange", "share", "increment", "balance", "average"})
"""Checks that compute one figure from others; what words alone claim (an order, a direction) no sum excuses."""
_FEW = 2
""" "The two ports": so small a count is of something else."""
_ADDED = frozenset({"increment", "balance"})
_MOST_FIGURES = 10
"""So many figures around make so many numbers that one of them may be met by chance."""


def drop_made_otherwise(outcomes: Iterable[Outcome], read: ReadStatement) -> list[Outcome]:
    """Return the outcomes without those that call a figure wrong which other figures around it make."""
    return [one for one in outcomes if one.fits or not _is_made_otherwise(one, read)]


def _is_made_otherwise(outcome: Outcome, read: ReadStatement) -> bool:
    if outcome.finding.rule not in _COMPUTED:
        return False
    items = [read.items[at] for at in sorted(outcome.items)]
    if outcome.finding.rule in _ADDED and items[-1].figure.value == items[0].figure.value:
        return True  # "14 orchards. Another 6 were struck off, which leaves 14": what was is what is
    if outcome.finding.rule == "share" and not _has_other_percentage(items, read):
        return False  # "300 by rail, 200 by road, 500 in all; rail has 70 %": that they make 500 excuses no 70 %
    return any(_is_made(item, items, read) for item in items if item.unit not in (PERCENT, POINTS, TIMES))


def _has_other_percentage(items: list[Item], read: ReadStatement) -> bool:
    """Say whether a percentage stands around some figures that is none of them: a share may be one of what it makes."""
    around = [one for at in {item.sentence for item in items} for one in list_around(read, at)]
    return any(one.unit == PERCENT and one not in items for one in around)


def _is_made(said: Item, inside: list[Item], read: ReadStatement) -> bool:
    """Say whether a figure follows from some figures before it that are not just those it was compared with."""
    before = list(islice(_list_before(said, read), _MOST_FIGURES + 1))
    if len(before) > _MOST_FIGURES or all(one in inside for one in before):
        return False
    around = said.figure.make_interval()
    ways = list_ways(Operands(said, (), tuple(before), tuple(before)))
    middles = ((way.low + way.high) / 2 for way in (*ways, *_list_taxed(before, said)))
    return any(around.low <= middle <= around.high for middle in middles)


def _list_before(said: Item, read: ReadStatement) -> Iterator[Item]:
    """Yield the figures before one, of its sentence and of the one before, that it may be computed from."""
    for one in list_around(read, said.sentence):
        is_alike_or_many = one.unit.kind == said.unit.kind or one.figure.value > _FEW
        if one.figure.end <= said.figure.start and is_alike_or_many:
            yield one


def _list_taxed(before: list[Item], said: Item) -> Iterator[Interval]:
    """Yield parts by the hundred of amounts that another percentage was added to: a tax on the value with its duty."""
    percents = [one.figure.make_interval().scale(0.01) for one in before if one.unit == PERCENT]
    for one, other in combinations([one for one in before if one.unit == PERCENT], 2):  # "half, and of these 60 %"
        for part in (
            one.figure.value / 100 * other.figure.value / 100 * whole.figure.value
            for whole in before
            if is_alike(whole, said)
        ):
            yield Interval(part, part)
    for amount in (one.figure.make_interval() for one in before if is_alike(one, said)):
        for first in percents:
            for second in percents:
                if first is not second:
                    yield Interval(
                        amount.low * (1 + first.low) * second.low, amount.high * (1 + first.high) * second.high
                    )
