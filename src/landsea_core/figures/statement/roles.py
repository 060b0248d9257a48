"""One figure and its part in the statement, read from the words around it (`cues`). Nothing is computed here."""

import re
from dataclasses import dataclass, replace

from landsea_core.figures.periods import Period
from landsea_core.figures.quantity import Quantity
from landsea_core.figures.statement import cues
from landsea_core.figures.units import PERCENT, POINTS, TIMES, Unit

_AFTER_PERIOD = re.compile(
    r"^(?!\s*(?:and|but|then)\b)\s*\(?\s*(?:(?:[a-z]+\s+){1,4}(?:in|during|for)\s+|"
    r"(?:(?:in|for|during|at|by|of|over|the|whole|entire|full|recorded|seen|a|was|reached|end|it|had|registered)\s+)*)(?:the\s+)?$",
    re.IGNORECASE,
)


_IN = re.compile(r"\b(?:in|during|for|of|since|by|at|the)\s*$", re.IGNORECASE)


_SINCE = (
    r"\b(?:since|from|than in|than|over|on|compared (?:with|to)|against|versus|relative to)"
    r"\s+(?:the\s+)?(?:same period (?:of|in)\s+)?$"
)


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
        item, compared=compared, yearly=bool(cues.YEAR_ON_YEAR.search(before) or cues.YEAR_ON_YEAR.search(after))
    )
    return _with_role(item, relative)


def _with_role(item: Item, relative: bool) -> Item:  # noqa: PLR0911 - a ladder of readings, the first that fits
    before, after, unit = item.before, item.after, item.unit
    if unit == TIMES:
        return replace(item, role="multiple", sign=-1 if cues.DOWN.search(before) else 1)
    if unit == POINTS:
        return replace(item, role="points", sign=_direction(before, after))
    if unit == PERCENT:
        return _percent(item)
    rate_after, rate_before = cues.RATE_AFTER.match(after), cues.RATE_BEFORE.search(before)
    if rate_after or rate_before:
        named = rate_after.groupdict() if rate_after else {}
        per = named.get("per") or named.get("slash") or named.get("daily") or rate_before["per"] or rate_before["thing"]
        item = replace(item, per=_per(per.lower()), is_peak=bool(cues.PEAK.search(before) or cues.PEAK.search(after)))
    total = bool(cues.TOTAL_BEFORE.search(before) or cues.TOTAL_AFTER.match(after))
    item = replace(item, is_total=total)
    if cues.DELTA_AFTER.match(after) and not cues.TO_BEFORE.search(before):
        return replace(item, role="delta", sign=-1 if cues.DOWN_DELTA.search(after[:20]) else 1)
    if cues.TO_BEFORE.search(before):
        return replace(item, role="result")
    if relative or cues.BASE_BEFORE.search(before):
        return replace(item, role="base")
    if cues.RESULT_BEFORE.search(before):
        return replace(item, role="result")
    if cues.DELTA_BEFORE.search(before):
        return replace(item, role="delta", sign=-1 if cues.DOWN_DELTA.search(before[-40:] + after[:12]) else 1)
    return item


def _percent(item: Item) -> Item:  # noqa: PLR0911 - a ladder of readings, the first that fits
    """A percentage is a growth, a share, or (as an end of a change) an amount of its own."""
    near = item.before[-60:]
    clause = re.split(r"[,，;(]", near)[-1]
    grows, falls = cues.UP.search(clause), cues.DOWN.search(clause)
    ends = cues.BASE_NEAR.search(item.before), cues.RESULT_BEFORE.search(item.before)
    if item.figure.signed:
        return replace(item, role="growth", sign=1)
    if cues.ATTAINED_BEFORE.search(clause) or cues.ATTAINED_AFTER.match(item.after):
        return replace(item, role="attained")
    if cues.SHARE_BEFORE.search(clause) and not ends[0] and not re.search(r"(?:至|到|\bto)\s*$", item.before):
        return replace(item, role="share")
    if cues.SHARE_AFTER.match(item.after) and not (grows or falls):
        return replace(item, role="share")
    if ends[0] and not re.search(r"(?:较|比|相比)\s*$", item.before):
        return replace(item, role="base")
    reached = re.search(r"(?:\bto|至|到|达到?|\breach\w*)\s*$", item.before)
    if reached and not cues.CHANGE_REACHED.search(item.before):
        return replace(item, role="result")
    if grows or falls:
        last_up = max((match.start() for match in cues.UP.finditer(clause)), default=-1)
        last_down = max((match.start() for match in cues.DOWN.finditer(clause)), default=-1)
        return replace(item, role="growth", sign=-1 if last_down > last_up else 1)
    tail = re.split(r"[,，;(]", item.after)[0][:30]
    if cues.DOWN.search(tail) or cues.UP.search(tail):
        return replace(item, role="growth", sign=-1 if cues.DOWN.search(tail) else 1)
    if cues.EACH_YEAR.search(item.after[:16]) and re.search(r"\baverage\b", clause, re.I):
        return replace(item, role="growth")
    if item.yearly or re.search(r"\bgrowth|\bgrew|增", item.before):
        return replace(item, role="growth")
    if cues.UP.search(near) or cues.DOWN.search(near):
        return replace(item, role="growth", sign=-1 if cues.DOWN.search(near) and not cues.UP.search(near) else 1)
    return replace(item, role="")


def _direction(before: str, after: str) -> int:
    near = before[-40:]
    return -1 if cues.DOWN.search(near) or cues.DOWN.search(after[:20]) else 1


def _per(word: str) -> str:
    for unit, names in {
        "day": ("day", "daily", "日均", "每天", "每日"),
        "month": ("month", "月均", "每月"),
        "week": ("week", "周均", "每周"),
        "quarter": ("quarter", "每季度", "季均"),
        "train": ("每列",),
        "trip": ("每趟",),
        "container": ("每箱",),
        "km": ("每公里", "每千米", "kilomet"),
        "tonne": ("每吨",),
        "teu": ("每标箱", "每个标箱"),
        "vehicle": ("每辆", "每车"),
    }.items():
        if any(name in word for name in names):
            return unit
    return word


def _without(text: str, start: int, end: int, periods: list[Period]) -> str:
    """Return the words between two places, periods and what leads to them taken out."""
    words, at = "", start
    for period in periods:
        if start <= period.start < end:
            words += _IN.sub("", text[at : period.start])
            at = period.end
    return words + text[at:end]


def _period_of(figure, begin, end, periods, sentence, text) -> tuple[Period | None, bool]:
    """Return the period of a figure, and whether it was only named as the one before ("last year's")."""
    for period in periods:
        if figure.end <= period.start < end and _AFTER_PERIOD.match(text[figure.end : period.start]):
            return (None, True) if period.earlier else (period, False)
    before = [period for period in periods if sentence[0] <= period.start and period.end <= figure.start]
    if before and before[-1].start >= begin and before[-1].earlier:
        return None, not re.search(
            r"(?:同比|相比|比|较)?.*(?:增长|增加|新增|净增|下降|减少|多|少)", text[before[-1].end : figure.start]
        )
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
        if figure.end <= period.start < end and re.search(_SINCE, lead, re.I):
            return period
        if begin <= period.start < figure.start and re.search(
            r"(?:较|比|自|从|同)$|\b(?:since|compared (?:with|to)|from)\s+$", lead, re.I
        ):
            return period
    return None
