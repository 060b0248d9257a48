"""The mechanism's own record as its page shows it: four numbers, months as a chart, topics, countries and outcomes as bars.

Only numbers that are published stand on it: what is hidden is counted together in a line beneath, never a cell that says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from landsea.base.numbers import format_number, put_reader_marks
from landsea.base.ui.countries import name_country
from landsea.base.ui.demo_marks import mark_demo
from landsea.base.ui.times import describe_written_day, write_span
from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in
from landsea.figures.mechanism import RESULTS, Own
from landsea.figures.own_record import OwnRecord, Share, share_put_right
from landsea_core.figures.columns import Columns, Month, draw_columns

MONTHS_SHOWN = 24
BAR = 200
"""How long the longest bar is, in the units of its drawing."""

OUTCOMES = {
    "open": gettext_lazy("still open"),
    "fixed": gettext_lazy("fixed"),
    "workaround": gettext_lazy("workaround"),
    "explained_no_change": gettext_lazy("explained, no change"),
    "not_a_barrier": gettext_lazy("not a barrier"),
    "withdrawn": gettext_lazy("withdrawn"),
    "not_confirmed": gettext_lazy("not confirmed"),
    "handed_on": gettext_lazy("handed on"),
}
_HALF_ENDED = gettext_lazy("half of those that ended took at most %(days)s days")


@dataclass(frozen=True)
class Tile:
    """One of the four numbers, with what it counts and of how many; the number is empty where too few stand behind it."""

    number: str
    words: str
    of: str


@dataclass(frozen=True)
class Line:
    """One topic, country or outcome: how many cases, the lengths of its bar and of the part put right, further words."""

    name: str
    number: str
    length: float
    part: float
    said: tuple[str, ...]


@dataclass(frozen=True)
class Lines:
    """Lines by size, and what is not shown of them, in one sentence."""

    lines: tuple[Line, ...]
    rest: str


def list_tiles(record: OwnRecord, language: str) -> tuple[Tile, ...]:
    """Return the four numbers of the record in words."""

    def per_cent(share: Share | None) -> str:
        return "" if share is None else f"{share.per_cent} %"

    def of(share: Share | None, words: str) -> str:
        return "" if share is None else words % {"part": format_number(share.part), "whole": format_number(share.whole)}

    brought = "" if record.brought is None else format_number(record.brought)
    answered = "" if record.answered is None else _("%(n)s of them answered") % {"n": format_number(record.answered)}
    span = "" if record.to_first_answer is None else write_span(record.to_first_answer, language)
    ended, among = _("%(part)s of %(whole)s that came to an end"), _("%(part)s of %(whole)s")
    tiles = (
        (brought, _("problems brought"), answered),
        (per_cent(record.put_right), _("put right"), of(record.put_right, ended)),
        (span, _("until half of the first answers had come"), ""),
        (per_cent(record.in_time), _("without a deadline passed in silence"), of(record.in_time, among)),
    )
    return tuple(
        Tile(number, mark_demo(words, record.is_demo and bool(number), language), of_how_many)
        for number, words, of_how_many in tiles
    )


def chart_months(own: Own, language: str) -> Columns | None:
    """Return the chart of the last months: how many problems were brought, and how long half of the first answers took."""
    months = [
        Month(
            mark_demo(describe_written_day(month, language), own.is_demo, language),
            _on_axis(month),
            own.published.find_count(month=month),
            _days(own.to_first_answer.get(month)),
        )
        for month in own.values["month"][-MONTHS_SHOWN:]
    ]
    return draw_columns(months)


def _on_axis(month: str) -> str:
    """Return a month ("2026-11") as it stands below a column: "11/26"; a year of fewer figures is none to trip over."""
    year, _, number = month.partition("-")
    return pgettext("month on an axis", "%(month)s/%(year)s") % {"month": int(number), "year": year[-2:]}


def list_topics(own: Own, language: str) -> Lines:
    """Return topics by how many cases they have, with what was put right and how long it took."""
    names = directory_access.find_topic_names(own.values["topic"])

    def name(code: str) -> str:
        return _("not known") if code == "unknown" else name_in(names.get(code, {}), language) or code

    def said(code: str) -> list[str]:
        days = own.days_to_outcome.get(code)
        took = _HALF_ENDED % {"days": _decimal(days)} if days is not None else ""
        return [_right_in_words(share_put_right(own, topic=code)), took]

    return _lines(own, "topic", name, said, language)


def list_countries(own: Own, language: str) -> Lines:
    """Return countries by how many cases are about them, with what was put right and where deadlines passed in silence."""

    def name(code: str) -> str:
        return _("not known") if code == "unknown" else name_country(code, language)

    def said(code: str) -> list[str]:
        silent = own.published.find_count(country=code, silence="silent")
        passed = _("a deadline passed in silence: %(n)s") % {"n": format_number(silent)} if silent else ""
        return [_right_in_words(share_put_right(own, country=code)), passed]

    return _lines(own, "country", name, said, language)


def list_outcomes(own: Own, language: str) -> Lines:
    """Return outcomes by how many cases have them."""
    return _lines(own, "outcome", lambda code: str(OUTCOMES.get(code, code)), lambda _code: [], language)


def _lines(
    own: Own, dimension: str, name: Callable[[str], str], said: Callable[[str], list[str]], language: str
) -> Lines:
    counts = {code: own.published.find_count(**{dimension: code}) for code in own.values[dimension]}
    shown = sorted(((n, code) for code, n in counts.items() if n), reverse=True)
    most = shown[0][0] if shown else 1
    found = []
    for number, code in shown:
        if dimension == "outcome":
            right = number if RESULTS.get(code) == "put right" else 0
        else:
            share = share_put_right(own, **{dimension: code})
            right = share.part if share else 0
        found.append(
            Line(
                mark_demo(name(code), own.is_demo, language),
                format_number(number),
                round(number / most * BAR, 1),
                round(right / most * BAR, 1),
                tuple(filter(None, said(code))),
            )
        )
    total = own.published.find_count()
    hidden = [code for code, n in counts.items() if n is None]
    rest = None if total is None or not hidden else total - sum(n for n, _code in shown)
    return Lines(tuple(found), "" if rest is None else _say_rest(rest))


def _say_rest(rest: int) -> str:
    return _("%(n)s more in groups that are too small to be shown one by one.") % {"n": format_number(rest)}


def _right_in_words(share: Share | None) -> str:
    return "" if share is None else _("%(share)s put right") % {"share": f"{share.per_cent} %"}


def _days(length: timedelta | None) -> float | None:
    return None if length is None else round(length / timedelta(days=1), 1)


def _decimal(value: float) -> str:
    return put_reader_marks(f"{value:.1f}".removesuffix(".0"))


def list_table_rows(chart: Columns) -> list[tuple[str, str, str]]:
    """Return the months of a chart that show a number, as rows: month, problems brought, days to half of the first answers."""
    return [
        (
            bar.month.name,
            format_number(bar.month.number),
            _decimal(bar.month.days) if bar.month.days is not None else "",
        )
        for bar in chart.bars
        if bar.month.number is not None
    ]
