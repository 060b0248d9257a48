"""Products that no word calls a total: "1,800 pipes of 12 metres each, 24.6 kilometres of pipe" is near 21.6, and wrong."""

from collections.abc import Iterable

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.explanations import explain_share, explain_times
from landsea_core.figures.statement.following.operands import Operands, is_money
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution, compute_lead
from landsea_core.figures.statement.told.wordings import find_words, list_counting_words
from landsea_core.text.units.unit import PERCENT, PLAIN, POINTS, TIMES

_BOTH = 2
_NEAR = 1.5
"""A figure so many times what is made, or so small a part, is another one: only what is near can be a slip of it."""
_ROOM = 0.011
_BESIDE = 24
_ROLES = ("", "result")


def solve_near_product(operands: Operands, read: ReadStatement) -> Solution | None:
    """Return what the only two figures around make, where one is told of each thing and the other counts such things."""
    said, around = operands.said, _leave_ones(operands.near)
    if len(around) != _BOTH or len(_leave_ones(operands.all)) != _BOTH or said.unit in (PERCENT, POINTS, TIMES, PLAIN):
        return None
    if any(one.role not in _ROLES or one.figure.bound or one.is_peak for one in (*around, said)) or said.per:
        return None
    each = [one for one in around if one.unit.kind == said.unit.kind and _is_of_each(one, read)]
    counts = [one for one in around if one not in each and _counts(one, said)]
    if len(each) != 1 or len(counts) != 1 or _is_taken_back(operands, read):
        return None
    many, value = counts[0].figure.value, each[0].figure.make_interval()
    made = each[0].figure.value * many
    if not made / _NEAR < said.figure.value < made * _NEAR:
        return None
    if said.figure.value < made and find_words("HOLDS").search(read.sentence_text(each[0].sentence)):
        return None  # what it can carry, it need not have carried
    right = Interval(value.low * many * (1 - _ROOM), value.high * many * (1 + _ROOM))
    if said.unit.kind.startswith("count:"):
        right = Interval(made, made)
    words = explain_times(counts[0], each[0], made, said)
    return Solution("product", right, said.figure.make_interval(), words, (counts[0], each[0]), is_closed=True)


def solve_near_part(operands: Operands, read: ReadStatement) -> Solution | None:
    """ "They get back 8 percent of what they spent. Who spent 2,500 yuan received 250" cannot be: a percentage of money."""
    said, around = operands.said, _leave_ones(operands.near)
    if len(around) != _BOTH or len(_leave_ones(operands.all)) != _BOTH or not is_money(said) or said.per:
        return None
    percents = [one for one in around if one.unit == PERCENT and one.role in ("", "share", "result")]
    amounts = [one for one in around if one.unit.kind == said.unit.kind and one.role in _ROLES and not one.per]
    if len(percents) != 1 or len(amounts) != 1 or any(one.figure.bound for one in (*around, said)):
        return None
    text = read.text[read.sentences[around[0].sentence][0] : read.sentences[said.sentence][1]]
    if not find_words("PAID_BY_HUNDRED").search(text) or _is_taken_back(operands, read):
        return None
    percent, amount = percents[0], amounts[0]
    made = amount.figure.value * percent.figure.value / 100
    if not made / _NEAR < said.figure.value < made * _NEAR or said.figure.value >= amount.figure.value:
        return None
    inside, part = amount.figure.make_interval(), percent.figure.make_interval().scale(0.01)
    words = explain_share(said, amount, percent.figure.print_value())
    right = Interval(inside.low * part.low, inside.high * part.high)
    return Solution("share", right, said.figure.make_interval(), words, (percent, amount), is_closed=True)


def _leave_ones(items: Iterable[Item]) -> list[Item]:
    """Return figures without those of a single thing: 一名游客."""
    return [one for one in items if one.figure.value != 1 or not one.unit.kind.startswith("count:")]


def _is_of_each(item: Item, read: ReadStatement) -> bool:
    """ "12 metres | each", 每根 | 12米, 45 dollars a visa: told of one thing of many."""
    start, end = read.sentences[item.sentence]
    before = read.text[max(start, item.figure.start - _BESIDE) : item.figure.start]
    behind = read.text[item.figure.end : min(end, item.figure.end + _BESIDE)]
    is_each = find_words("EACH_BEFORE").search(before) or find_words("EACH_BEHIND").match(behind)
    return bool(item.per or is_each)


def _counts(item: Item, said: Item) -> bool:
    is_count = item.unit.kind.startswith("count:") or item.unit == PLAIN
    is_other = item.unit.kind != said.unit.kind
    return item.figure.value > 1 and not item.per and is_other and (is_count or item.unit.kind == "teu")


def _is_read(word: str, operands: Operands) -> bool:
    """Say whether a number word is one of the figures: "64 declarations and | two appeals" is not."""
    return any(one.figure.text.lower().strip().startswith(word.lower()) for one in (*operands.all, operands.said))


def _is_taken_back(operands: Operands, read: ReadStatement) -> bool:
    first = min(one.sentence for one in operands.near)
    text = read.text[read.sentences[first][0] : read.sentences[operands.said.sentence][1]]
    is_other = read_statement_cues().other_doer.search(compute_lead(operands.said, read))
    words = [one for one in list_counting_words().finditer(text) if not _is_read(one.group(), operands)]
    return bool(words or is_other or find_words("OTHERWISE").search(text) or find_words("NOT_ALL").search(text))
