"""One figure and its part in the statement, read from the words around it (`cues`). Nothing is computed here."""

import re
from dataclasses import dataclass, replace

from landsea_core.figures.cues.statement_cues import statement_cues
from landsea_core.figures.quantities import Quantity
from landsea_core.text.periods import Period
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES, Unit


@dataclass(frozen=True)
class Item:
    """One figure. `role` is base, result, delta, growth, share, attained (of a plan), points, multiple, rate or "" (an
    amount, part unknown).

    `sign` is -1 for falls; `compared` the period that a growth names ("since 2020"); `before` and `after` are the words
    around it without periods; `sentence` counts from 0.
    """

    figure: Quantity
    role: str
    sentence: int
    period: Period | None
    before: str
    after: str
    sign: int = 1
    yearly: bool = False
    compared: Period | None = None
    per: str = ""
    is_total: bool = False
    is_peak: bool = False

    @property
    def unit(self) -> Unit:
        """The figure's unit."""
        return self.figure.unit

    @property
    def is_amount(self) -> bool:
        """True for what growth and sums are computed with."""
        return self.role in ("base", "result", "", "delta") or (self.role == "rate")


def item_at(
    at: int, figures: list[Quantity], periods: list[Period], sentences: list[tuple[int, int]], text: str
) -> Item:
    figure = figures[at]
    index = next((n for n, (start, end) in enumerate(sentences) if start <= figure.start < end), 0)
    begin, end = sentences[index] if sentences else (0, len(text))
    if at:
        begin = max(begin, figures[at - 1].end)
    if at + 1 < len(figures):
        end = min(end, figures[at + 1].start)
    before, after = _without(text, begin, figure.start, periods), _without(text, figure.end, end, periods)
    period, relative = _period_of(figure, begin, end, periods, sentences[index] if sentences else (0, len(text)), text)
    item = Item(figure, "", index, period, before, after)
    compared = _compared(figure, begin, end, periods, text)
    item = replace(
        item,
        compared=compared,
        yearly=bool(statement_cues().year_on_year.search(before) or statement_cues().year_on_year.search(after)),
    )
    return _with_role(item, relative)


def _with_role(item: Item, relative: bool) -> Item:  # noqa: PLR0911 - a ladder of readings, the first that fits
    before, after, unit = item.before, item.after, item.unit
    if unit == TIMES:
        return replace(item, role="multiple", sign=-1 if statement_cues().down.search(before) else 1)
    if unit == POINTS:
        return replace(item, role="points", sign=_direction(before, after))
    if unit == PERCENT:
        return _percent(item)
    per = statement_cues().rates.find_unit(after, before)
    if per:
        item = replace(
            item, per=per, is_peak=bool(statement_cues().peak.search(before) or statement_cues().peak.search(after))
        )
    total = bool(statement_cues().total_before.search(before) or statement_cues().total_after.match(after))
    item = replace(item, is_total=total)
    if statement_cues().delta_after.match(after) and not statement_cues().to_before.search(before):
        return replace(item, role="delta", sign=-1 if statement_cues().down_delta.search(after[:20]) else 1)
    if statement_cues().to_before.search(before):
        return replace(item, role="result")
    if relative or statement_cues().base_before.search(before):
        return replace(item, role="base")
    if statement_cues().result_before.search(before):
        return replace(item, role="result")
    if statement_cues().delta_before.search(before):
        return replace(
            item, role="delta", sign=-1 if statement_cues().down_delta.search(before[-40:] + after[:12]) else 1
        )
    return item


def _percent(item: Item) -> Item:  # noqa: PLR0911 - a ladder of readings, the first that fits
    """A percentage is a growth, a share, or (as an end of a change) an amount of its own."""
    near = item.before[-60:]
    clause = re.split(r"[,，;(]", near)[-1]
    grows, falls = statement_cues().up.search(clause), statement_cues().down.search(clause)
    ends = statement_cues().base_near.search(item.before), statement_cues().result_before.search(item.before)
    if item.figure.signed:
        return replace(item, role="growth", sign=1)
    if statement_cues().attained_before.search(clause) or statement_cues().attained_after.match(item.after):
        return replace(item, role="attained")
    if (
        statement_cues().share_before.search(clause)
        and not ends[0]
        and not statement_cues().to_before.search(item.before)
    ):
        return replace(item, role="share")
    if statement_cues().share_after.match(item.after) and not (grows or falls):
        return replace(item, role="share")
    if ends[0] and not statement_cues().compared_before.search(item.before):
        return replace(item, role="base")
    reached = statement_cues().reached_before.search(item.before)
    if reached and not statement_cues().change_reached.search(item.before):
        return replace(item, role="result")
    if grows or falls:
        last_up = max((match.start() for match in statement_cues().up.finditer(clause)), default=-1)
        last_down = max((match.start() for match in statement_cues().down.finditer(clause)), default=-1)
        return replace(item, role="growth", sign=-1 if last_down > last_up else 1)
    tail = re.split(r"[,，;(]", item.after)[0][:30]
    if statement_cues().down.search(tail) or statement_cues().up.search(tail):
        return replace(item, role="growth", sign=-1 if statement_cues().down.search(tail) else 1)
    if statement_cues().each_year.search(item.after[:16]) and statement_cues().average.search(clause):
        return replace(item, role="growth")
    if item.yearly or statement_cues().growing.search(item.before):
        return replace(item, role="growth")
    if statement_cues().up.search(near) or statement_cues().down.search(near):
        return replace(
            item,
            role="growth",
            sign=-1 if statement_cues().down.search(near) and not statement_cues().up.search(near) else 1,
        )
    return replace(item, role="")


def _direction(before: str, after: str) -> int:
    near = before[-40:]
    return -1 if statement_cues().down.search(near) or statement_cues().down.search(after[:20]) else 1


def _without(text: str, start: int, end: int, periods: list[Period]) -> str:
    """Return the words between two places, periods and what leads to them taken out."""
    words, at = "", start
    for period in periods:
        if start <= period.start < end:
            words += statement_cues().leads_to_period.sub("", text[at : period.start])
            at = period.end
    return words + text[at:end]


def _period_of(figure, begin, end, periods, sentence, text) -> tuple[Period | None, bool]:
    """Return the period of a figure, and whether it was only named as the one before ("last year's")."""
    for period in periods:
        if figure.end <= period.start < end and statement_cues().behind_figure.match(text[figure.end : period.start]):
            return (None, True) if period.earlier else (period, False)
    before = [period for period in periods if sentence[0] <= period.start and period.end <= figure.start]
    if before and before[-1].start >= begin and before[-1].earlier:
        return None, not statement_cues().by_how_much.search(text[before[-1].end : figure.start])
    fixed = [period for period in before if not period.earlier]
    if fixed:
        return fixed[-1], False
    earlier = [period for period in periods if period.end <= figure.start and not period.earlier]
    return (earlier[-1], False) if earlier else (None, False)


def _compared(figure, begin, end, periods, text) -> Period | None:
    """Return the period that a growth is measured from, where one is named beside it."""
    for period in periods:
        if period.earlier:
            continue
        lead = text[max(begin, period.start - 24) : period.start]
        if figure.end <= period.start < end and statement_cues().measured_from.search(lead):
            return period
        if begin <= period.start < figure.start and statement_cues().measured_from_before.search(lead):
            return period
    return None
