"""Amounts that are said to be others in another measure: so many things at so much each, money at a rate that is told."""

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.statement.common_sense.nearby import find_clause_before, make_outcome
from landsea_core.figures.statement.explanations import explain_exchange, explain_rate
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.following.charges import judge_charged, judge_each_of, judge_each_times_many
from landsea_core.figures.statement.following.operands import (
    Operands,
    find_printed_number,
    is_countable,
    is_counted_for,
    is_money,
    may_multiply,
)
from landsea_core.figures.statement.following.ways import can_be_made
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.text.units.unit import PERCENT, PLAIN, POINTS, TIMES

_KILOGRAMS = 1000.0


def check_equals_said(operands: Operands, read: ReadStatement) -> Outcome | None:
    """Return whether an amount is what a price and a number of things make, or money exchanged at the rate of its sentence."""
    said = operands.said
    if said.unit in (PERCENT, POINTS, TIMES) or said.per or said.figure.bound in ("over", "under"):
        return None
    return (
        _judge_priced(operands, read)
        or _judge_saved(operands, read)
        or _judge_exchanged(operands, read)
        or _judge_exchanged_before(operands, read)
        or judge_charged(operands, read)
        or judge_each_of(operands, read)
        or judge_each_times_many(operands, read)
    )


def _judge_priced(operands: Operands, read: ReadStatement) -> Outcome | None:
    """ "50,000 tonnes at 200 yuan a tonne, so the duty comes to 1 million": one price, one number of what it is for."""
    said = operands.said
    around = [one for one in operands.all if one.sentence == said.sentence]
    prices = [one for one in around if one.per and one.unit.kind == said.unit.kind and not one.figure.is_range]
    counts = [one for one in around if is_countable(one) and prices and is_counted_for(one, prices[0].per)]
    if len(prices) != 1 or len(counts) != 1 or not _is_equal(said, read):
        return None
    if any(one.unit.kind == said.unit.kind and one is not prices[0] for one in around) or can_be_made(operands):
        return None
    price, count = prices[0].figure, counts[0].figure.print_value()
    right = price.value * _count_of(counts[0], prices[0].per)
    words = explain_rate(price.print_value(), prices[0].per, count, right, said)
    return make_outcome(False, "product", words, read, prices[0], counts[0], said)


def _judge_saved(operands: Operands, read: ReadStatement) -> Outcome | None:
    """ "From 1,200 to 1,000 yuan a tonne, which saves 80,000 on 500 tonnes": the fall of a price times what it is for."""
    said = operands.said
    around = [one for one in operands.all if abs(one.sentence - said.sentence) <= 1]
    ends = [one for one in around if one.unit.kind == said.unit.kind]
    if len(ends) != 2 or {ends[0].role, ends[1].role} != {"base", "result"} or not (ends[0].per or ends[1].per):
        return None
    per = ends[0].per or ends[1].per
    counts = [one for one in around if may_multiply(one) and is_counted_for(one, per)]
    is_saved = read_sense_cues().says_difference.search(find_clause_before(said)) or _is_equal(said, read)
    if len(counts) != 1 or not is_saved or can_be_made(operands):
        return None
    between = abs(ends[0].figure.value - ends[1].figure.value)
    rate, count = ends[1].figure.print_value(between), counts[0].figure.print_value()
    words = explain_rate(rate, per, count, between * _count_of(counts[0], per), said)
    return make_outcome(False, "product", words, read, *ends, counts[0], said)


def _count_of(count: Item, per: str) -> float:
    return find_printed_number(count) * (_KILOGRAMS if per == "kg" else 1)


def _judge_exchanged(operands: Operands, read: ReadStatement) -> Outcome | None:
    """ "At 24,500 dong to the dollar 2 million dollars are worth 490 billion dong": a rate, an amount, and what it makes."""
    said = operands.said
    if (
        not is_money(said)
        or _is_rate(said)
        or not read_sense_cues().names_exchange.search(read.sentence_text(said.sentence))
    ):
        return None
    around = [one for one in operands.all if one.sentence == said.sentence and (is_money(one) or one.unit == PLAIN)]
    around = [one for one in around if one.figure.value != 1]  # "1 dollar = 7.1 yuan"
    amounts = [one for one in around if is_money(one) and one.unit.kind != said.unit.kind and not _is_rate(one)]
    rates = [one for one in around if one not in amounts and _is_rate(one)]
    if len(amounts) != 1 or len(rates) != 1 or can_be_made(operands):
        return None
    return make_outcome(
        False, "exchange", explain_exchange(amounts[0], rates[0], said), read, amounts[0], rates[0], said
    )


def _judge_exchanged_before(operands: Operands, read: ReadStatement) -> Outcome | None:
    """ "One dollar buys 25,400 dong. The fine of 200 dollars is therefore 7.08 million dong": the rate stands before."""
    said = operands.said
    here = [one for one in operands.here if is_money(one)]
    before = [one for one in operands.near if one.sentence == said.sentence - 1]
    if not is_money(said) or len(here) != 1 or len(before) != 2 or not all(is_money(one) for one in before):
        return None
    one, rate = before
    amount = here[0]
    is_rate = one.figure.value == 1 and one.unit.kind == amount.unit.kind and rate.unit.kind == said.unit.kind
    if not is_rate or one.unit.kind == rate.unit.kind or not _is_equal(said, read) or can_be_made(operands):
        return None
    return make_outcome(False, "exchange", explain_exchange(amount, rate, said), read, amount, rate, said)


def _is_rate(item: Item) -> bool:
    """Say whether a figure stands beside the words of a rate: "24,500 dong | to the dollar", 按1元兑 | 5泰铢."""
    is_told = read_sense_cues().exchange_before.search(item.before) or read_sense_cues().exchange_behind.match(
        item.after
    )
    return (bool(is_told) and item.figure.scale == 1) or item.figure.value == 1


def _is_equal(said: Item, read: ReadStatement) -> bool:
    cues = read_sense_cues()
    return bool(cues.says_equal.search(find_clause_before(said)) or cues.says_so.search(said.before))
