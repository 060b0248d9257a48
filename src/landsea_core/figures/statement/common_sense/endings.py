"""What stands right behind figures and can only be made of them, whatever its word: a change, a total, a product.

"From 600 to 450 dollars, 35 percent cheaper" does not fit, and neither does "each compartment 900, 20 compartments, 12,000".
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval, find_growth, widen_percentage
from landsea_core.figures.statement.common_sense.nearby import is_plain_amount, list_around, make_outcome
from landsea_core.figures.statement.differences import say_difference
from landsea_core.figures.statement.explanations import explain_rate
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.flows import is_flow
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.sums import add_up
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT

_FARTHEST = 26
_EACH = re.compile(
    r"\b(?:each|every|per)\s+(?P<one>[a-z]{3,})(?:\s+[a-z]+){0,3}\s*$|每(?P<han>[个座间辆列台艘家条节箱柜批份票件人单])[^,，。\d]{0,8}$",
    re.IGNORECASE,
)
_THING = re.compile(r"^\s*(?:[a-z]+\s+){0,1}?(?P<one>[a-z]{3,})", re.IGNORECASE)
_STEM = 4


def check_endings(read: ReadStatement) -> Iterator[Outcome]:
    """Yield what follows from the figures right before it, where no word says something else of it."""
    yield from _check_changes_behind_ends(read)
    yield from _check_totals_behind_lists(read)
    yield from _check_each_of_named(read)


def _check_changes_behind_ends(read: ReadStatement) -> Iterator[Outcome]:
    """ "From 600 to 450 dollars, ... 35 percent": the percentage right behind both ends is what lies between them."""
    for (base, result), said in zip(pairwise(read.items), read.items[2:], strict=False):
        if base.role != "base" or result.role != "result" or base.unit.kind != result.unit.kind:
            continue
        gap = read.gap_between(result, said)
        is_open = said.role in ("", "share") and said.sentence == result.sentence == base.sentence
        if not is_open or len(gap) > _FARTHEST or read_sense_cues().no_change.search(gap + " " + said.after[:12]):
            continue
        if said.unit == PERCENT and result.unit != PERCENT:
            yield _judge_percent(base, result, said, read)
        elif said.unit.kind == result.unit.kind and read_statement_cues().down.search(gap) and not said.per:
            yield _judge_difference(base, result, said, read)


def _judge_percent(base: Item, result: Item, said: Item, read: ReadStatement) -> Outcome:
    first, last = base.figure.make_interval(), result.figure.make_interval()
    growth = find_growth(first, last) or Interval(0, 0)
    inside = widen_percentage(said.figure)
    share = Interval(growth.low + 100, growth.high + 100)
    fits = any(inside.meets(one) for one in (growth, growth.scale(-1), share)) or first.low <= 0
    words = Sentence(
        "%(delta)s on %(base)s is %(right)s, said was %(said)s",
        delta=result.figure.print_value(result.figure.value - base.figure.value),
        base=base.figure.print_value(),
        right=f"{(growth.low + growth.high) / 2:+.1f} %",
        said=said.figure.print_value(),
    )
    return make_outcome(fits, "growth", words, read, base, result, said)


def _judge_difference(base: Item, result: Item, said: Item, read: ReadStatement) -> Outcome:
    first, last = base.figure.make_interval(), result.figure.make_interval()
    right = abs(base.figure.value - result.figure.value)
    low = max(0.0, abs(base.figure.value - result.figure.value) - (first.high - first.low) - (last.high - last.low))
    fits = said.figure.make_interval().meets(Interval(low, right + (first.high - first.low) + (last.high - last.low)))
    words = say_difference(base.figure.print_value(), result, result.figure.print_value(right), said)
    return make_outcome(fits, "difference", words, read, base, result, said)


def _check_totals_behind_lists(read: ReadStatement) -> Iterator[Outcome]:
    """ "3.1, 3.3 and 3.6 respectively, 11 in the quarter together": a total right behind a list that is told one by one."""
    for number in range(len(read.sentences)):
        items = [one for one in read.items_of_sentence(number) if is_plain_amount(one) and is_flow(one)]
        if len(items) < 3 or len({one.unit.kind for one in items}) != 1 or len(items) > 8:
            continue
        *parts, whole = items
        text = read.sentence_text(number)
        is_told = read_statement_cues().respectively.search(text)
        lead = re.split(r"[,，;；]", whole.before)[-1]
        is_total = read_sense_cues().adds_up.search(lead) or read_sense_cues().adds_up_behind.match(whole.after)
        if (
            not is_told
            or not is_total
            or read_statement_cues().incomplete.search(text)
            or any(one.is_total for one in parts)
        ):
            continue
        if any(one.unit == PERCENT for one in read.items_of_sentence(number)):
            continue
        yield add_up(parts, whole, read, text, exact=True)


def _check_each_of_named(read: ReadStatement) -> Iterator[Outcome]:
    """ "12,000 m2, 20 compartments, each compartment 900 m2": so many of a thing, so much each, and how much in all."""
    for each in read.items:
        match = _EACH.search(each.before)
        if match is None or each.unit == PERCENT or each.figure.is_range or each.is_peak:
            continue
        near = list_around(read, each.sentence)
        named = [one for one in near if one is not each and _counts(one, match)]
        wholes = [
            one
            for one in near
            if one is not each
            and one not in named
            and one.unit.kind == each.unit.kind
            and _is_of_same_word(one, each)
            and one.role in ("", "result")
            and one.figure.value > each.figure.value
        ]
        if len(named) != 1 or len(wholes) != 1 or named[0].figure.bound or wholes[0].per or named[0].per:
            continue
        count, one, many = (item.figure.make_loose_interval() for item in (named[0], each, wholes[0]))
        factor = named[0].unit.factor if named[0].unit.kind in ("area", "time") else 1.0  # 250 hectares are 250
        count = count.scale(1 / factor)
        per, right = match["one"] or match["han"], named[0].figure.value / factor * each.figure.value
        words = explain_rate(each.figure.print_value(), per, named[0].figure.text, right, wholes[0])
        product = Interval(count.low * one.low * 0.97, count.high * one.high * 1.03)
        yield make_outcome(product.meets(many), "product", words, read, named[0], each, wholes[0])


def _counts(item: Item, match: re.Match[str]) -> bool:
    """Say whether an item counts the thing of which each has so much, by its own word: "20 compartments", 20个."""
    if item.unit.kind == "time":
        return False  # "each year ... over ten years" is told as a mean
    if match["han"]:
        return match["han"] in item.figure.text
    thing = _THING.match(item.after)
    is_bare = item.figure.text[-1].isdigit()
    word = (thing["one"] if thing else "") if is_bare else (item.figure.words.split() or [""])[-1]
    return word.lower()[:_STEM] == match["one"].lower()[:_STEM]


def _is_of_same_word(one: Item, other: Item) -> bool:
    """Say whether two figures have one unit by their words: what stands behind a bare number is its unit."""
    if one.figure.words != other.figure.words:
        return one.figure.scale != 1 or other.figure.scale != 1
    first, second = one.after.split(), other.after.split()
    is_bare = not one.figure.text[-1].isalpha() and one.figure.text[-1].isascii()
    return not is_bare or (bool(first and second) and first[0].strip(",.;") == second[0].strip(",.;"))
