"""What a percentage makes of the only amount before it: a rebate of 25 % on 40 leaves 30, a tax of 13 % makes 226 of 200."""

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.common_sense.nearby import (
    find_clause_before,
    find_clause_behind,
    make_outcome,
    names_again,
)
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.following.operands import Operands, is_money
from landsea_core.figures.statement.following.ways import list_ways
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import may_be_of_one_thing
from landsea_core.figures.statement.yearly_growths import is_each_year
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_WHOLE = 100.0
_FARTHEST_BEYOND = 3.0
_SIGNS = {1: "+ ", -1: "− "}


def check_percent_steps(operands: Operands, read: ReadStatement) -> Outcome | None:
    """Return whether an amount is what the only percentage before it makes of the only other amount of its unit."""
    said = operands.said
    if said.unit in (PERCENT, POINTS, TIMES) or said.role not in ("", "result") or said.figure.bound:
        return None
    percents = [one for one in operands.near if one.unit == PERCENT]
    amounts = [one for one in operands.near if one.unit.kind == said.unit.kind]
    if len(percents) != 1 or len(amounts) != 1 or amounts[0].role in ("delta", "same") or amounts[0].figure.bound:
        return None
    percent, amount = percents[0], amounts[0]
    sign = _find_sign(percent, said)
    if not sign or not _is_made_of(said, percent, amount, read) or _is_made(operands):
        return None
    part = percent.figure.value / _WHOLE
    if part >= 1 or (sign > 0 and _is_made_backwards(amount, said, part)):
        return None
    right = amount.figure.value * (1 + sign * part)
    words = Sentence(
        "%(before)s and %(came)s make %(right)s, said were %(after)s",
        before=amount.figure.print_value(),
        came=f"{_SIGNS[sign]}{percent.figure.print_value()}",
        right=said.figure.print_value(right),
        after=said.figure.print_value(),
    )
    return make_outcome(False, "growth", words, read, amount, percent, said)


def _find_sign(percent: Item, said: Item) -> int:
    """Return 1 for what is charged on top, -1 for what is taken off, the way of a growth; 0 for any other percentage."""
    around = find_clause_before(percent) + " # " + find_clause_behind(percent)
    cues = read_sense_cues()
    if cues.takes_off.search(around):
        return -1
    if cues.puts_on.search(around) and is_money(said):
        return 1
    return percent.sign if _is_step(percent, said) else 0


def _is_step(percent: Item, said: Item) -> bool:
    """Say whether a percentage tells how far an amount came to what is said: "down 25 % to 30", once and not each year."""
    is_growth = percent.role == "growth" and not percent.yearly and said.role == "result"
    return is_growth and not is_each_year(percent)


def _is_made_of(said: Item, percent: Item, amount: Item, read: ReadStatement) -> bool:
    """Say whether words join the amount before, the percentage and what is said of the same thing."""
    ratio = said.figure.value / amount.figure.value if amount.figure.value else 0
    is_near = 1 / _FARTHEST_BEYOND < ratio < _FARTHEST_BEYOND
    if not is_near or percent.sentence != said.sentence or amount.figure.start > percent.figure.start:
        return False
    lead = find_clause_before(said)
    if not (read_sense_cues().leaves_amount.search(lead) or read_statement_cues().to_before.search(said.before)):
        return False
    if percent.role == "growth" and not read_sense_cues().takes_off.search(find_clause_before(percent)):
        if said.period and amount.period and said.period.is_same(amount.period):
            return False
        if amount.sentence != said.sentence and not names_again(said.sentence, amount.sentence, read):
            return False
    return may_be_of_one_thing(amount, said, read)


def _is_made_backwards(amount: Item, said: Item, part: float) -> bool:
    """Say whether the percentage is counted on what is said: "226 with 13 % tax inside, 200 without"."""
    inside, around = said.figure.make_loose_interval(), amount.figure.make_loose_interval()
    return inside.meets(Interval(around.low / (1 + part), around.high / (1 + part)))


def _is_made(operands: Operands) -> bool:
    """Say whether any way of computing gives what is said, to the last digit that is printed."""
    inside = operands.said.figure.make_interval()
    return any(inside.low <= (way.low + way.high) / 2 <= inside.high for way in list_ways(operands))
