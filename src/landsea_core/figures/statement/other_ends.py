"""Whether a growth that does not fit the two ends it was read with fits two others of its paragraph.

"From 6.2 to 5.6 and 5.3 million tonnes. The fall was 9.7 % in the first year and 5.4 % in the second": which two figures a
growth is about is read from words, and a reading that contradicts the text is not believed where another one fits.
"""

from itertools import permutations

from landsea_core.figures.quantities import find_growth, widen_percentage
from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.text.units.unit import PERCENT

_LEAST = 3
"""With two amounts of a unit there are no others; from three on there is something to mistake."""


def explains_otherwise(base: Item, result: Item, said: Item, read: ReadStatement) -> bool:
    """Say whether two other amounts of the unit, in the sentences around, make the growth that is said."""
    if base.unit == PERCENT or _stand_together(base, result, said):
        return False
    amounts = [
        item
        for item in read.items
        if item.unit.kind == base.unit.kind
        and item.role in AMOUNT_ROLES
        and not item.per
        and abs(item.sentence - said.sentence) <= 1
    ]
    if len(amounts) < _LEAST:
        return False
    wanted = widen_percentage(said.figure, said.sign)
    return any(
        (spread := find_growth(one.figure.make_interval(), other.figure.make_interval())) and spread.meets(wanted)
        for one, other in permutations(amounts, 2)
        if (one, other) != (base, result)
    )


def _stand_together(base: Item, result: Item, said: Item) -> bool:
    """Say whether the words leave nothing to be mistaken: both ends beside the growth, or the year it is measured from."""
    if said.compared and base.period and base.period.is_same(said.compared):
        return result.sentence == said.sentence
    return base.sentence == result.sentence == said.sentence and base.role == "base"
