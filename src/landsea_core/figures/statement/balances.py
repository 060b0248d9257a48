"""A surplus or deficit against exports and imports."""

from collections.abc import Iterator

from landsea_core.figures.cues.cue_words import Cue
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.differences import say_difference
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.sums import find_last_clause
from landsea_core.text.units.unit import PERCENT


def check_balance(items: list[Item], read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether a surplus is what lies between exports and imports: 21 bn out and 11 bn in leave 10."""
    cues = read_statement_cues()
    amounts = _list_amounts(items)
    rest = _find_named(cues.surplus, amounts, [])
    sold = _find_named(cues.exports, amounts, [rest])
    bought = _find_named(cues.imports, amounts, [rest, sold])
    if rest and not (sold or bought) and rest.sentence:
        before = _list_amounts(read.items_of_sentence(rest.sentence - 1))
        if len(before) == 2:
            sold, bought = _find_named(cues.exports, before, []), None
            bought = _find_named(cues.imports, before, [sold])
    if not (rest and sold and bought) or len({item.unit.kind for item in (rest, sold, bought)}) > 1:
        return
    out, into, said = (item.figure.make_interval() for item in (sold, bought, rest))
    low = min(abs(out.low - into.high), abs(out.high - into.low))
    high = max(out.high - into.low, into.high - out.low)
    right = rest.figure.print_value(abs(sold.figure.value - bought.figure.value))
    words = say_difference(sold.figure.print_value(), bought, right, rest)
    finding = Finding("difference", read.sentence_text(rest.sentence), words)
    yield Outcome(Interval(low, high).meets(said), finding, read.places_of(rest, sold, bought))


def _list_amounts(items: list[Item]) -> list[Item]:
    return [item for item in items if item.unit != PERCENT and not item.per and item.role != "same"]


def _find_named(cue: Cue, amounts: list[Item], taken: list[Item | None]) -> Item | None:
    """Return the first amount with a word in its clause before it, and none of those that are taken."""
    return next((item for item in amounts if item not in taken and cue.search(find_last_clause(item))), None)
