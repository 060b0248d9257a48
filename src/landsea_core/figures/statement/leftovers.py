"""The figures of a statement that no check used: amounts that are only understood, and what was not, with what would help."""

from collections.abc import Collection, Iterator

from landsea_core.figures.statement.findings import Finding
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.named_before import is_of_several_before
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.eras import BUDDHIST_YEARS
from landsea_core.text.periods.buddhist_years import find_buddhist_years
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

MOST_GROWTH = 1000.0
"""Growth beyond a tenfold and more is rather a slip of the decimal point: it is asked about, not refused."""


def list_plain_amounts(read: ReadStatement, used: Collection[int]) -> Iterator[Finding]:
    """Yield the amounts that were understood and that nothing was computed with; `used` are the places of the others."""
    for at, item in enumerate(read.items):
        is_said = item.unit != PERCENT or item.role in ("share", "growth")
        if at not in used and item.unit.is_known and item.unit not in (POINTS, TIMES) and is_said:
            yield Finding("amount", item.figure.text, _say_amount(item, read))


def _say_amount(item: Item, read: ReadStatement) -> Sentence:
    said = item.figure.print_value()
    if item.unit == PERCENT:
        if item.role == "growth":
            return Sentence("%(said)s as a growth, with nothing to compute it from", said=said)
        return Sentence("%(said)s as a share, with nothing to compute it from", said=said)
    if is_of_several_before(read, item):
        return Sentence("%(said)s, some of what was named before; it is not said of which", said=said)
    if item.period:
        return Sentence("%(said)s in %(period)s", said=said, period=item.period)
    return Sentence("%(said)s, no period named", said=said)


def list_not_understood(read: ReadStatement, used: Collection[int]) -> Iterator[Finding]:
    """Yield what was not understood, and what would help."""
    for words in find_buddhist_years(read.text):
        yield Finding("buddhist_year", read.text.strip(), words)
    with_figures = {item.sentence for item in read.items}
    for number in range(len(read.sentences)):
        if number not in with_figures:
            words = Sentence("No figure was found here: only amounts, percentages and durations are checked.")
            yield Finding("no_figure", read.sentence_text(number), words)
    if not read.sentences:
        yield Finding("empty", "", Sentence("There is nothing to check: write a sentence with figures."))
    for at, item in enumerate(read.items):
        if at not in used:
            yield from _ask_about(item)


def _ask_about(item: Item) -> Iterator[Finding]:
    """Yield what to ask about one figure that nothing was computed with."""
    said, text = item.figure.print_value(), item.figure.text
    if item.unit == PERCENT and item.role == "growth" and item.figure.value > MOST_GROWTH:
        words = Sentence("%(said)s is more than a tenfold: look at the decimal point.", said=said)
        yield Finding("very_large", text, words)
    if not item.unit.is_known:
        if item.figure.value not in BUDDHIST_YEARS or item.figure.decimals:
            words = Sentence("%(said)s has no unit: say of what it is (yuan, TEU, tonnes, days, ...).", said=text)
            yield Finding("no_unit", text, words)
    elif item.unit == PERCENT and item.role not in ("share", "growth"):
        words = Sentence("%(said)s of what? Say whether it is a growth or a share, and of which total.", said=said)
        yield Finding("percentage_of_what", text, words)
    elif item.unit in (POINTS, TIMES):
        words = Sentence("%(said)s compared with what? The two figures are not both there.", said=text)
        yield Finding("compared_with_what", text, words)
