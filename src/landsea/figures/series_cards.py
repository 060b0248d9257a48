"""Series as cards: the newest value in the reader's own units, the change, a small line, how it is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.base.numbers import put_reader_marks
from landsea.figures.amounts import Amount, say_amount
from landsea.figures.figure_words import describe_period, say_figure
from landsea.figures.labels import GRADES
from landsea.figures.models import Observation, Series
from landsea.figures.presenters import choose_title
from landsea_core.figures.newest import Dated, Newest, draw_small_line, find_newest, is_full_year
from landsea_core.figures.observations import read_period

LINE_WIDTH, LINE_HEIGHT = 120, 32
SURE = frozenset({"measured", "published"})


@dataclass(frozen=True)
class SmallLine:
    """A line of 120 by 32: its points, where the newest stands, and what it shows in words."""

    points: str
    x: float
    y: float
    words: str


@dataclass(frozen=True)
class SeriesCard:
    """A series as a card. `change`: against which period and by how much, or as it was said; empty where nothing is known."""

    url: str
    title: str
    metric: str
    amount: Amount
    period: str
    change: str
    grade: str
    is_sure: bool
    line: SmallLine | None
    moves: bool
    """Whether it has more to show than one number, and what was said of it."""


def make_cards(rows: Iterable[tuple[Series, Sequence[Observation]]]) -> dict[str, SeriesCard]:
    """Return the card of each series that has a figure, by its code."""
    return {series.code: _card_of(series, found) for series, found in rows if found}


def _card_of(series: Series, observations: Sequence[Observation]) -> SeriesCard:
    revised = {row.revises_id for row in observations}
    standing = {row.code: row for row in observations if row.pk not in revised}
    dated = [one for row in standing.values() if (one := _dated(row))]
    newest = find_newest(dated, is_stock=series.kind == "stock")
    row = standing[newest.figure.code] if newest else list(standing.values())[-1]
    metric = say_figure(series.metric)
    line = _small_line(series, dated)
    return SeriesCard(
        url=reverse("figure_series", args=[series.code]),
        title=choose_title(series, get_language() or "en"),
        metric="" if metric in (say_figure(series.unit), say_figure("number")) else metric,
        amount=say_amount(row.low, row.high, series.unit, row.bound),
        period=describe_period(row.period),
        change=_say_change(newest, standing) if newest else "",
        grade=str(GRADES[row.grade]),
        is_sure=row.grade in SURE,
        line=line,
        moves=line is not None or bool(newest and newest.before),
    )


def _dated(row: Observation) -> Dated | None:
    period = read_period(row.period)
    return Dated(row.code, period.first, period.months, row.low, row.high, row.growth) if period else None


def _say_change(newest: Newest, rows: dict[str, Observation]) -> str:
    """Return "+48.4 % against 2024", or the printed growth as what was said."""
    if newest.change is None:
        return ""
    words = put_reader_marks(f"{newest.change:+,.1f} %".replace("-", "−"))
    if newest.is_said or newest.before is None:
        return _("%(change)s, as said") % {"change": words}
    before = describe_period(rows[newest.before.code].period)
    if abs(newest.change) < 0.05:
        return _("unchanged against %(period)s") % {"period": before}
    return _("%(change)s against %(period)s") % {"change": words, "period": before}


def _small_line(series: Series, dated: Sequence[Dated]) -> SmallLine | None:
    """Return the line of full years, or of all moments of a stock."""
    wanted = [one for one in dated if series.kind == "stock" or is_full_year(one)]
    points = draw_small_line([(one.first + one.months / 2, one.value) for one in wanted], LINE_WIDTH, LINE_HEIGHT)
    if not points:
        return None
    wanted = sorted(wanted, key=lambda one: one.first)
    ends = [say_amount(one.low, one.high, series.unit) for one in (wanted[0], wanted[-1])]
    words = _("%(count)d figures, from %(first)s to %(last)s") % {
        "count": len(wanted),
        "first": ends[0],
        "last": ends[1],
    }
    return SmallLine(" ".join(f"{x:g},{y:g}" for x, y in points), *points[-1], words)
