"""Figures as pages show them: numbers in words, rows of a table, points of a chart."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.base.numbers import format_number, put_reader_marks
from landsea.figures.amounts import say_amount
from landsea.figures.figure_words import describe_period, say_figure
from landsea.figures.labels import BOUNDS, GRADES
from landsea.figures.models import Observation, Series
from landsea.figures.source_links import link_source
from landsea_core.figures.chart import Chart, Point, draw_chart
from landsea_core.figures.observations import read_period


@dataclass(frozen=True)
class Row:
    """One observation in words."""

    observation: Observation
    value: str
    period: str
    growth: str
    grade: str
    revised_by: str
    source_url: str


def choose_title(series: Series, language: str) -> str:
    """Return the subject of a series in the reader's language, English where it has none; `language` is that of now."""
    return series.titles.get(language) or say_figure(series.titles.get("en", "")) or series.code


def describe_measure(series: Series) -> str:
    """Return what a series measures and in which unit, in the language of now; once where both are one word."""
    metric, unit = say_figure(series.metric), say_figure(series.unit)
    return metric if unit in ("", metric) else f"{metric} · {unit}"


def write_plain_number(value: float) -> str:
    """Return a number with no more decimals than it has, up to four."""
    return format_number(value) if float(value).is_integer() else put_reader_marks(f"{value:,.4f}".rstrip("0"))


def describe_value(row: Observation) -> str:
    """Return the figure with its bound and interval, without the unit."""
    amount = (
        write_plain_number(row.low)
        if row.low == row.high
        else f"{write_plain_number(row.low)} – {write_plain_number(row.high)}"
    )
    return f"{BOUNDS[row.bound]} {amount}" if row.bound else amount


def write_on_axis(value: float) -> str:
    """Return a number for an axis, short: 1,200,000 as 1.2 m, in Chinese, which counts by four digits, as 120 万."""
    if (get_language() or "").startswith("zh"):
        for one, sign in ((1e8, "亿"), (1e4, "万")):
            if value >= one:
                return f"{put_reader_marks(f'{value / one:g}')} {sign}"
        return put_reader_marks(f"{value:g}")
    if value >= 1e9:
        return _("%(number)s bn") % {"number": put_reader_marks(f"{value / 1e9:g}")}
    if value >= 1e6:
        return _("%(number)s m") % {"number": put_reader_marks(f"{value / 1e6:g}")}
    return format_number(value) if value >= 1000 else put_reader_marks(f"{value:g}")


def shape_observations(observations: list[Observation]) -> list[Row]:
    """Return the observations of one series in words, revised ones marked with what replaced them."""
    newer = {row.revises_id: row.code for row in observations if row.revises_id}
    return [
        Row(
            row,
            describe_value(row),
            describe_period(row.period) or _("no period"),
            put_reader_marks(f"{row.growth:+.1f} %".replace("-", "−")) if row.growth is not None else "",
            str(GRADES[row.grade]),
            newer.get(row.pk, ""),
            link_source(row.source),
        )
        for row in observations
    ]


def make_chart(observations: list[Observation]) -> Chart | None:
    """Return the drawing of a series without what was revised: a line of full years or of moments, parts of years beside it."""
    revised = {row.revises_id for row in observations}
    points = []
    for row in observations:
        period = read_period(row.period)
        if period is None or row.pk in revised:
            continue
        amount = say_amount(row.low, row.high, row.series.unit, row.bound)
        points.append(
            Point(
                period.first + period.months / 2,
                row.low,
                row.high,
                row.grade,
                f"{describe_period(row.period)}: {amount} ({GRADES[row.grade]})",
                row.code,
                str(amount),
                period.months,
                is_part=not period.is_full_year and row.series.kind != "stock",
            )
        )
    return draw_chart(points, write_on_axis)
