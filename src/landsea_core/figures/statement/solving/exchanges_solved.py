"""Money at a rate that another sentence or clause tells: "9,000 dollars. With the dollar at 7.2 yuan this was 74,800 yuan"."""

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.explanations import explain_exchange
from landsea_core.figures.statement.following.operands import Operands, is_money
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution

_ROOM = 0.01


def solve_exchange(operands: Operands, read: ReadStatement) -> Solution | None:
    """Return what the only amount of another currency makes at the only rate: a small amount with the words of one."""
    said = operands.said
    if not is_money(said) or said.figure.bound or said.role not in ("", "result") or said.per:
        return None
    around = [one for one in operands.near if is_money(one) and one.figure.value != 1]
    amounts = [one for one in around if one.unit.kind != said.unit.kind]
    rates = [one for one in around if one.unit.kind == said.unit.kind]
    if len(amounts) != 1 or len(rates) != 1 or rates[0].figure.scale != 1 or rates[0].figure.value >= said.figure.value:
        return None
    lead = read.text[read.sentences[rates[0].sentence][0] : rates[0].figure.start]
    is_rate = (
        read_statement_cues().names_rate.search(lead) and not amounts[0].figure.bound and not rates[0].figure.bound
    )
    return _say(amounts[0], rates[0], said) if is_rate else None


def _say(amount: Item, rate: Item, said: Item) -> Solution:
    inside, at = amount.figure.make_interval(), rate.figure.make_interval()
    right = Interval(inside.low * at.low * (1 - _ROOM), inside.high * at.high * (1 + _ROOM))
    return Solution(
        "exchange", right, said.figure.make_interval(), explain_exchange(amount, rate, said), (amount, rate)
    )
