"""Interest and charges by the hundred on the only amount before them, for a year where both are told for one."""

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.explanations import explain_share
from landsea_core.figures.statement.following.operands import Operands, is_money
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution, compute_lead
from landsea_core.text.units.unit import PERCENT

_ROOM, _LEAD = 0.01, 24


def solve_charge(operands: Operands, read: ReadStatement) -> Solution | None:
    """ "Bonds worth 300 million carry 5 percent, so interest costs 25 million a year" cannot be: one percentage, one amount."""
    said = operands.said
    if not is_money(said) or said.per not in ("", "year") or said.figure.bound or said.role not in ("", "result"):
        return None
    percents = [one for one in operands.near if one.unit == PERCENT]
    amounts = [one for one in operands.near if one.unit.kind == said.unit.kind]
    if len(percents) != 1 or len(amounts) != 1 or amounts[0].per or amounts[0].figure.value <= said.figure.value:
        return None
    percent, amount = percents[0], amounts[0]
    text = read.text[read.sentences[amount.sentence][0] : read.sentences[said.sentence][1]]
    lead = compute_lead(said, read)
    behind = said.after[:_LEAD].removeprefix(" of ").lstrip()  # "16,000 yuan | of interest a year"
    is_charge = read_sense_cues().names_charge.search(lead) or read_sense_cues().names_charge.match(behind)
    is_charge_told = bool(is_charge) or _is_to_be_paid(percent, said, lead, read)
    if percent.role in ("growth", "base", "result", "points") or not is_charge_told:
        return None
    if read_sense_cues().says_difference.search(compute_lead(said, read)):
        return None
    if read_statement_cues().names_base.search(text) or read_sense_cues().other_than_a_year.search(text):
        return None
    return _say(amount, percent, said)


def _is_to_be_paid(percent: Item, said: Item, lead: str, read: ReadStatement) -> bool:
    """ "The tax is 5 percent. On goods worth 60,000 yuan | 4,000 must be paid": a charge by its percentage, told as paid."""
    start, end = read.sentences[percent.sentence]
    behind = read.text[said.figure.end : read.sentences[said.sentence][1]]
    is_paid = read_statement_cues().must_be_paid.search(lead) or read_statement_cues().must_be_paid.match(
        behind.lstrip()
    )
    return bool(is_paid and read_sense_cues().names_charge.search(read.text[start:end]))


def _say(amount: Item, percent: Item, said: Item) -> Solution:
    inside, part = amount.figure.make_interval(), percent.figure.make_interval().scale(0.01)
    words = explain_share(said, amount, percent.figure.print_value())
    right = Interval(inside.low * part.low * (1 - _ROOM), inside.high * part.high * (1 + _ROOM))
    return Solution("share", right, said.figure.make_interval(), words, (amount, percent))
