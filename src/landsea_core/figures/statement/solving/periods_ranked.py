"""A month or a year that is called the one with most or least, against the figures of all of them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.statement.common_sense.nearby import is_plain_amount, make_outcome
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period

_LEAST_RANKED = 2
_LONGEST_CLAIM = 60
_STEM = 4


def check_periods_ranked(read: ReadStatement) -> Iterator[Outcome]:
    """Yield where "September was the busiest" is said, and another month of the same list has more."""
    for period in read.periods:
        number = next((at for at, (start, end) in enumerate(read.sentences) if start <= period.start < end), -1)
        sign = _read_claim(period, number, read)
        ranked = _list_ranked(period, number, read) if sign else []
        claimed = [one for one in ranked if one.period and one.period.is_same(period)]
        if len(ranked) < _LEAST_RANKED or len(claimed) != 1:
            continue
        best = max(ranked, key=lambda one: one.figure.value * sign)
        if best.figure.make_interval().meets(claimed[0].figure.make_interval()):
            continue
        larger, smaller = (claimed[0], best) if sign > 0 else (best, claimed[0])
        words = Sentence(
            "%(one)s is called larger than %(other)s",
            one=larger.figure.print_value(),
            other=smaller.figure.print_value(),
        )
        yield make_outcome(False, "rank", words, read, claimed[0], best)


def _read_claim(period: Period, number: int, read: ReadStatement) -> int:
    """Return 1 where words behind a period that no figure follows call it the one with most, -1 with least, 0 for neither."""
    if number < 0 or period.earlier:
        return 0
    end = read.sentences[number][1]
    behind = [one.start for one in (*read.periods,) if one.start >= period.end]
    behind += [one.figure.start for one in read.items if one.figure.start >= period.end]
    claim = read.text[period.end : min([end, *behind])][:_LONGEST_CLAIM]
    cues = read_sense_cues()
    if cues.no_claim.search(claim) or min([end, *behind]) != end:
        return 0
    lead = read.text[read.sentences[number][0] : period.start]
    is_last = not claim.strip(" .。!)") and not any(one.sentence == number for one in read.items)
    if is_last and len(lead) < _LONGEST_CLAIM and not cues.no_claim.search(lead) and _is_of_those(lead, number, read):
        claim = lead  # "It was highest in July"
    most = bool(cues.busiest.search(claim))
    least = bool(cues.quietest.search(claim))
    return most - least


def _is_of_those(lead: str, number: int, read: ReadStatement) -> bool:
    """Say whether a claim names nothing that the sentence of the figures does not: "it", "the price"."""
    told = read.lower_sentence(number - 1) if number else ""
    nouns = re.findall(
        r"(?:^|\bthe |\bof )\s*(?!it\b|they\b|this\b|the\b|was\b|were\b)([a-z]{4,})", lead.lower().lstrip()
    )
    nouns = [
        one for one in nouns if not read_sense_cues().busiest.search(one) and not read_sense_cues().quietest.search(one)
    ]
    return all(noun[:_STEM] in told for noun in nouns)


def _is_ranked(item: Item) -> bool:
    """Say whether a figure is an amount, or a price for one thing of which the others beside it are prices too."""
    return is_plain_amount(item) or (is_plain_amount(replace(item, per="")) and item.per in ("kg", "tonne"))


def _list_ranked(period: Period, number: int, read: ReadStatement) -> list[Item]:
    """Return the amounts of one unit, each of its own period as long as this one, of the claim's sentence or the one before."""
    for at in (number, number - 1):
        near = [one for one in read.items_of_sentence(at) if _is_ranked(one) and one.role != "base" and one.period]
        near = [one for one in near if one.figure.end <= period.start]
        kinds = {one.unit.kind for one in near}
        periods = {str(one.period) for one in near}
        lengths = {one.period.months for one in near if one.period} | {period.months}
        if len(near) >= _LEAST_RANKED and len(kinds) == len(lengths) == 1 and len(periods) == len(near):
            return near
    return []
