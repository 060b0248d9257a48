"""Quarters, halves or months against the year that holds them."""

from collections.abc import Iterator

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.common_sense.nearby import find_clause_before
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.flows import is_flow, list_counted
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import may_be_compared, read_subject
from landsea_core.figures.statement.sums import add_up
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period

_TARGET = 30
"""Characters before a figure in which is said that it is a plan."""
_FEW_SENTENCES = 5
Dated = tuple[Item, Period]


def check_period_sums(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether the parts of a year make it ("3.2 bn in H1 and 3.5 bn in H2, 6.7 bn in 2025"), or are more than it."""
    amounts = [
        (item, item.period)
        for item in list_counted(list(read.items))
        if item.period
        and not item.period.day
        and is_flow(item)
        and not (
            item.is_peak
            or read_sense_cues().says_mean.search(find_clause_before(item))
            or _is_planned(item)
            or _reaches_to(item.period, read)
        )
    ]
    for whole, period in amounts:
        parts = _list_parts(whole, period, amounts, read)
        if not parts:
            continue
        text = read.sentence_text(whole.sentence)
        if sum(own.months for _, own in parts) == period.months:
            yield add_up([item for item, _ in parts], whole, read, text, exact=True)
        elif _is_above([item for item, _ in parts], whole):
            yield _refuse_above(parts, whole, period, text, read)


def _is_planned(item: Item) -> bool:
    return bool(read_statement_cues().target.search(item.before[-_TARGET:]))


def _reaches_to(period: Period, read: ReadStatement) -> bool:
    """ "By the end of October 76 million tonnes had gone": October is where a count ends, and not all of what it counts."""
    return bool(read_statement_cues().until_period.search(read.text[max(0, period.start - _TARGET) : period.start]))


def _list_parts(whole: Item, period: Period, amounts: list[Dated], read: ReadStatement) -> list[Dated]:
    """Return the parts of a period, those that overlap earlier ones left out."""
    parts: list[Dated] = []
    for item, own in amounts:
        if item.unit.kind != whole.unit.kind or not _are_near(item, whole, read) or not period.contains(own):
            continue
        is_fresh = all(not own.count_shared_months(other) for _, other in parts)
        if is_fresh and may_be_compared(read_subject(item, read), read_subject(whole, read)):
            parts.append((item, own))
    return parts


def _are_near(part: Item, whole: Item, read: ReadStatement) -> bool:
    """Figures of far-away sentences are about other things, unless the text has only a few."""
    return abs(part.sentence - whole.sentence) <= 1 or len(read.sentences) <= _FEW_SENTENCES


def _is_above(parts: list[Item], whole: Item) -> bool:
    """One part printed larger than its whole is too large however both were rounded; several may add up their roundings."""
    first = parts[0].figure
    if len(parts) == 1 and first.step == whole.figure.step and not first.bound and not whole.figure.bound:
        return first.value > whole.figure.value
    return sum(item.figure.make_interval().low for item in parts) > whole.figure.make_interval().high


def _refuse_above(parts: list[Dated], whole: Item, period: Period, text: str, read: ReadStatement) -> Outcome:
    words = Sentence(
        "%(parts)s is more than the %(whole)s of the whole of %(period)s",
        parts=" + ".join(f"{item.figure.print_value()} ({own})" for item, own in parts),
        whole=whole.figure.print_value(),
        period=period,
    )
    places = read.places_of(*(item for item, _ in parts), whole)
    return Outcome(False, Finding("part_above_whole", text, words), places)
