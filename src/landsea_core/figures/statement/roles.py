"""The part of one figure, read from the words around it. Nothing is computed here."""

from dataclasses import replace

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Quantity
from landsea_core.figures.statement.figure_periods import Surroundings
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.percentage_roles import read_percentage
from landsea_core.text.periods import Period
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_NEAR, _NEAR_BEHIND, _RIGHT_BEHIND = 40, 20, 12
"""Characters before and behind a figure in which is said which way it goes."""


def read_item(
    at: int, figures: list[Quantity], periods: list[Period], sentences: list[tuple[int, int]], text: str
) -> Item:
    """Return the figure at a place of the list with its role, period and what else the words beside it say."""
    figure = figures[at]
    index = next((n for n, (start, end) in enumerate(sentences) if start <= figure.start < end), 0)
    sentence = sentences[index] if sentences else (0, len(text))
    begin = max(sentence[0], figures[at - 1].end) if at else sentence[0]
    end = min(sentence[1], figures[at + 1].start) if at + 1 < len(figures) else sentence[1]
    around = Surroundings(figure, begin, end, sentence, periods, text)
    before, after = around.words_between(begin, figure.start), around.words_between(figure.end, end)
    period, is_earlier = around.find_period()
    yearly = read_statement_cues().year_on_year
    item = Item(
        figure,
        "",
        index,
        period,
        before,
        after,
        yearly=bool(yearly.search(before) or yearly.search(after)),
        compared=around.find_compared(),
    )
    return _read_role(item, is_earlier=is_earlier)


def _read_role(item: Item, *, is_earlier: bool) -> Item:
    """Return the item with its role; `is_earlier` says that its period was named as the year before."""
    cues = read_statement_cues()
    if item.unit == TIMES:
        return replace(item, role="multiple", sign=-1 if cues.down.search(item.before) else 1)
    if item.unit == POINTS:
        falls = cues.down.search(item.before[-_NEAR:]) or cues.down.search(item.after[:_NEAR_BEHIND])
        return replace(item, role="points", sign=-1 if falls else 1)
    if item.unit == PERCENT:
        return read_percentage(item)
    if per := cues.rates.find_unit(item.after, item.before):
        is_peak = bool(cues.peak.search(item.before) or cues.peak.search(item.after))
        item = replace(item, per=per, is_peak=is_peak)
    is_total = bool(cues.total_before.search(item.before) or cues.total_after.match(item.after))
    return _read_amount_role(replace(item, is_total=is_total), is_earlier=is_earlier)


def _read_amount_role(item: Item, *, is_earlier: bool) -> Item:
    """Return an amount with its role: "5 days less" a difference, "to 12" an end, "from 17" a beginning."""
    cues, before, after = read_statement_cues(), item.before, item.after
    if cues.delta_after.match(after) and not cues.to_before.search(before):
        return replace(item, role="delta", sign=-1 if cues.down_delta.search(after[:_NEAR_BEHIND]) else 1)
    if cues.to_before.search(before):
        return replace(item, role="result")
    if is_earlier or cues.base_before.search(before):
        return replace(item, role="base")
    if cues.result_before.search(before):
        return replace(item, role="result")
    if cues.delta_before.search(before) and not before.rstrip().endswith(":"):  # "growing: 620 in 2023, 710 in 2024"
        falls = cues.down_delta.search(before[-_NEAR:] + after[:_RIGHT_BEHIND])
        return replace(item, role="delta", sign=-1 if falls else 1)
    return item
