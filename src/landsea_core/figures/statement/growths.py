"""A growth in percent against its two ends, or against one end and the difference to the other."""

import re

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval, find_growth, print_percent, widen_percentage
from landsea_core.figures.statement.change import is_yearly_mismatch
from landsea_core.figures.statement.differences import print_without_unit_of
from landsea_core.figures.statement.explanations import explain_growth
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.other_ends import explains_otherwise
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.yearly_growths import check_yearly_growth, is_each_year
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT

_WORD = re.compile(r"[a-z]+|[\u4e00-\u9fff]", re.IGNORECASE)


def check_growth(
    base: Item | None, result: Item | None, said: Item, delta: Item | None, read: ReadStatement
) -> Outcome | None:
    """Return whether a growth fits; None where there is too little to compute with.

    "From 6.59 to 8.59 bn yuan, up 24.2 %" does not: it is +30.3 %.
    """
    one_end = base if result is None else result if base is None else None
    if delta is not None and one_end is not None and _are_about_one_thing(delta, said, read):
        return _check_with_difference(one_end, one_end is base, delta, said, read)
    if base is None or result is None:
        return None
    if is_each_year(said):
        return check_yearly_growth(base, result, said, read)
    if said.unit != PERCENT or is_yearly_mismatch(said, base, result):
        return None
    if said.sentence not in (base.sentence, result.sentence) and read_statement_cues().supposed.search(said.before):
        return None  # "if not for a rise of 59 % in orders for ships, orders would have fallen 2 %"
    return _check_between(base, result, said, read)


def _check_between(base: Item, result: Item, said: Item, read: ReadStatement) -> Outcome | None:
    spread = find_growth(base.figure.make_interval(), result.figure.make_interval())
    if spread is None:
        return None
    if spread.meets(widen_percentage(said.figure, said.sign)):
        return Outcome(True, _make_finding(result, read, _say_as_said(base, result, said)))
    if _is_of_other_thing(result, said, read) or explains_otherwise(base, result, said, read):
        return None
    if base.unit == PERCENT:
        is_one_thing = _are_about_one_thing(result, said, read)
        words = _say_points(base, result, said)
        return Outcome(False, _make_finding(result, read, words)) if is_one_thing else None
    return Outcome(
        False, _make_finding(result, read, explain_growth(base, result, said, print_without_unit_of(base, result)))
    )


def _is_of_other_thing(result: Item, said: Item, read: ReadStatement) -> bool:
    """ "From 10 to 15 days and the deposit cut by half to 25,000 yuan": the percentage goes to an amount of its own."""
    if said.figure.start < result.figure.end or said.sentence != result.sentence:
        return False
    following = next((item for item in read.items if item.figure.start >= said.figure.end), None)
    if following is None or following.sentence != said.sentence or following.unit.kind == result.unit.kind:
        return False
    goes_on = read_statement_cues().to_before.search(read.gap_between(said, following))
    return bool(goes_on) and not _are_about_one_thing(result, said, read)


def _make_finding(result: Item, read: ReadStatement, words: Sentence) -> Finding:
    return Finding("growth", read.sentence_text(result.sentence), words)


def _say_as_said(base: Item, result: Item, said: Item) -> Sentence:
    return Sentence(
        "from %(base)s to %(result)s is %(right)s, as said",
        base=base.figure.print_value(),
        result=result.figure.print_value(),
        right=print_percent(said.signed_value, said.figure.decimals),
    )


def _say_points(base: Item, result: Item, said: Item) -> Sentence:
    """Of two percentages say their growth in percentage points too."""
    points = print_percent(result.figure.value - base.figure.value, max(1, said.figure.decimals))
    return Sentence(
        "from %(base)s to %(result)s is %(points)s percentage points or %(right)s, not %(said)s",
        base=base.figure.print_value(),
        result=result.figure.print_value(),
        right=_print_growth(base, result, said),
        points=points.removesuffix(" %"),
        said=print_percent(said.signed_value, said.figure.decimals),
    )


def _print_growth(base: Item, result: Item, said: Item) -> str:
    right = (result.figure.value / base.figure.value - 1) * 100
    return print_percent(right, max(1, said.figure.decimals))


def _are_about_one_thing(one: Item, said: Item, read: ReadStatement) -> bool:
    """Say whether only joining words stand between a figure and a percentage; "saves 5 days, costs fall 20 %" is two things."""
    first, second = sorted((one.figure, said.figure), key=lambda figure: figure.start)
    between = read.text[first.end : second.start]
    for item in read.items:
        if first.end <= item.figure.start and item.figure.end <= second.start:
            between = between.replace(item.figure.text, " ")
    return all(word.lower() in read_statement_cues().joining for word in _WORD.findall(between))


def _check_with_difference(end: Item, is_base: bool, delta: Item, said: Item, read: ReadStatement) -> Outcome:
    """A difference and one end give the other end, and so the percentage: "18 bn more than 60 bn, up 30 %"."""
    step = delta.signed_value
    begin = end.figure.value if is_base else end.figure.value - step
    inside, change = end.figure.make_interval(), delta.figure.make_interval().scale(delta.sign)
    first = inside if is_base else Interval(inside.low - change.high, inside.high - change.low)
    last = Interval(inside.low + change.low, inside.high + change.high) if is_base else inside
    spread = find_growth(first, last)
    words = Sentence(
        "%(delta)s on %(base)s is %(right)s, said was %(said)s",
        delta=delta.figure.print_value(),
        base=end.figure.print_value(begin),
        right=print_percent(((begin + step) / begin - 1) * 100 if begin else 0.0),
        said=print_percent(said.signed_value, said.figure.decimals),
    )
    fits = spread is not None and spread.meets(widen_percentage(said.figure, said.sign))
    return Outcome(fits, Finding("growth", read.sentence_text(said.sentence), words))
