"""Percentages that cannot be, growths of parts against that of the whole, and what was reached of a plan."""

import re
from collections.abc import Iterator

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval, print_percent, widen_percentage
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.shares import compare_share
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT

_IS_RATE = re.compile(r"(?<!占)(?<!份额)率(?:为|达|达到|高达|约|超过)?\s*$")
""" 赔付率, 收益率: rates that may be above 100 %."""


def check_bounds(read: ReadStatement) -> Iterator[Outcome]:
    """Yield shares beyond 0 to 100 %, and falls by more than all."""
    for at, item in enumerate(read.items):
        words = _say_impossible(item) if item.unit == PERCENT else None
        if words:
            text = read.sentence_text(item.sentence)
            yield Outcome(False, Finding("percentage_out_of_bounds", text, words), frozenset({at}))


def _say_impossible(item: Item) -> Sentence | None:
    if item.role == "share" and not _IS_RATE.search(item.before) and (item.figure.low > 100 or item.figure.low < 0):
        return Sentence(
            "%(said)s is no share: a part lies between 0 and 100 %% of its whole", said=item.figure.print_value()
        )
    if item.role == "growth" and item.signed_value < -100:
        return Sentence(
            "a fall of %(said)s is impossible: nothing can fall by more than 100 %%",
            said=print_percent(abs(item.figure.value), item.figure.decimals, sign=False),
        )
    return None


def check_growths_of_periods(read: ReadStatement) -> Iterator[Outcome]:
    """Yield growths of a half that do not lie between those of its quarters, whatever these weigh; and those that do."""
    growths = [
        (item, item.period)
        for item in read.items
        if item.role == "growth" and item.unit == PERCENT and item.period and not (item.period.day or item.compared)
    ]
    for whole, period in growths:
        parts = [(item, own) for item, own in growths if item.sentence == whole.sentence and period.contains(own)]
        are_apart = all(
            not one.count_shared_months(other) for n, (_, one) in enumerate(parts) for _, other in parts[:n]
        )
        if len(parts) > 1 and are_apart and sum(own.months for _, own in parts) == period.months:
            yield _compare_growths([item for item, _ in parts], whole, read)


def _compare_growths(parts: list[Item], whole: Item, read: ReadStatement) -> Outcome:
    said = [widen_percentage(item.figure, item.sign) for item in parts]
    between = Interval(min(one.low for one in said), max(one.high for one in said))
    words = Sentence(
        "the growth of the whole lies between those of its parts (%(parts)s), said was %(said)s",
        parts=", ".join(print_percent(item.signed_value, item.figure.decimals) for item in parts),
        said=print_percent(whole.signed_value, whole.figure.decimals),
    )
    finding = Finding("growth_of_parts", read.sentence_text(whole.sentence), words)
    return Outcome(between.meets(widen_percentage(whole.figure, whole.sign)), finding, read.places_of(*parts, whole))


def check_attained(read: ReadStatement) -> Iterator[Outcome]:
    """Yield what was reached of a plan in percent, which may be more than all of it."""
    for said in read.items:
        if said.role != "attained":
            continue
        amounts = [
            item
            for item in read.items_of_sentence(said.sentence)
            if item.unit != PERCENT and not item.per and item.role in (*AMOUNT_ROLES, "delta")
        ]
        plans = [item for item in amounts if read_statement_cues().planned.search(item.before)]
        plans = plans or _list_plans_before(said, amounts, read)
        reached = [item for item in amounts if item not in plans and plans and item.unit.kind == plans[0].unit.kind]
        if len(plans) == 1 and len(reached) == 1:
            yield compare_share(reached[0], plans[0], said, read)


def _list_plans_before(said: Item, amounts: list[Item], read: ReadStatement) -> list[Item]:
    """ "The plan is 15,000 tonnes. 9,300 tonnes have gone, 62 % of it": the plan stands in the sentence before."""
    reached = [item for item in amounts if item.unit.kind != "time"]
    if len(reached) != 1 or not said.sentence:
        return []
    kind = reached[0].unit.kind
    before = [item for item in read.items_of_sentence(said.sentence - 1) if item.unit.kind == kind and not item.per]
    return before if len(before) == 1 and read_statement_cues().target.search(before[0].before) else []
