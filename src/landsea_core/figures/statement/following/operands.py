"""The figures from which another one may follow: those of its sentence, and of the sentence before."""

from dataclasses import dataclass

from landsea_core.figures.statement.common_sense.nearby import list_around
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.rate_counts import counts_rated_things
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.text.units.unit import PERCENT, PLAIN, POINTS, TIMES

_RELATIONS = (PERCENT, POINTS, TIMES)
_MEASURED = ("mass", "teu", "length", "area", "time", "power", "temperature", "energy", "volume", "plain", "percent")
_SPANS = frozenset({"day", "week", "month", "quarter", "year"})
_MEASURED_BY = {"kg": "mass", "hectare": "area", "mu": "area"}


@dataclass(frozen=True)
class Operands:
    """The figures around one that is said to follow: `here` of its sentence before it, `near` also of the sentence before.

    `all` are both with those behind it in its sentence and of one sentence more: whatever may make it.
    """

    said: Item
    here: tuple[Item, ...]
    near: tuple[Item, ...]
    all: tuple[Item, ...]

    def list_alike(self, *, is_here: bool) -> list[Item]:
        """Return the amounts of the same unit that are no rates."""
        return [one for one in (self.here if is_here else self.near) if is_alike(one, self.said)]


def gather_operands(said: Item, read: ReadStatement) -> Operands:
    """Return the figures from which a figure may follow."""
    wide = [one for one in list_around(read, said.sentence, before=2) if one is not said]
    before = tuple(one for one in wide if one.figure.end <= said.figure.start and said.sentence - one.sentence <= 1)
    return Operands(said, tuple(one for one in before if one.sentence == said.sentence), before, tuple(wide))


def is_alike(one: Item, said: Item) -> bool:
    """Say whether an amount is of the unit of another and no rate, nor the same amount in another unit."""
    return one.unit.kind == said.unit.kind and not one.per and one.role not in ("same", "growth", "share")


def is_countable(item: Item) -> bool:
    """Say whether something can be counted by a figure: 50 tractors, 24,500 tonnes, 12 days, a bare 300."""
    kind = item.unit.kind
    is_count = kind.startswith("count:") or kind in (*_MEASURED[:5], "volume") or item.unit == PLAIN
    return is_count and not item.per and item.unit not in _RELATIONS and item.figure.value > 0


def may_multiply(item: Item) -> bool:
    """Say whether something is so many times: things, tonnes, days, and so many boxes a year."""
    is_often = item.per in _SPANS and item.unit.kind.startswith("count:") and item.figure.value > 1
    return is_countable(item) or is_often


def is_money(item: Item) -> bool:
    """Say whether a figure is of a currency."""
    return len(item.unit.kind) == 3 and item.unit.kind.isupper()


def find_printed_number(item: Item) -> float:
    """Return the number of a figure in the unit in which it is printed: 6 days are 6, 1.2 million trips 1,200,000."""
    return item.figure.value / item.unit.factor if item.unit.kind in ("time", "area") else item.figure.value


def is_counted_for(item: Item, per: str) -> bool:
    """Say whether an amount is of what a rate is for; what is paid for a kilogram is paid for tonnes too."""
    return counts_rated_things(item, per) or item.unit.kind == _MEASURED_BY.get(per)
