"""How desks and offices answer, in the reader's words; what stands on fewer than ten cases is not shown to anybody."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.postgres.aggregates import BoolOr
from django.db.models import QuerySet, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from landsea.base.ui import times
from landsea.base.ui.countries import name_country
from landsea.base.ui.demo_marks import mark_demo
from landsea.directory.models import Desk, DeskRecord, Office
from landsea.directory.models.names import name_in
from landsea_core.contacts import DeskFigures, LeagueColour, choose_colour
from landsea_core.contacts.record import LEAST_SHOWN

LANES = {"normal": gettext_lazy("normal lane"), "urgent": gettext_lazy("border-urgent")}
OUTCOMES = {
    "fixed": pgettext_lazy("outcome", "fixed"),
    "workaround": pgettext_lazy("outcome", "workaround"),
    "explained_no_change": pgettext_lazy("outcome", "explained, no change"),
    "not_a_barrier": pgettext_lazy("outcome", "not a barrier"),
    "withdrawn": pgettext_lazy("outcome", "withdrawn"),
    "not_confirmed": pgettext_lazy("outcome", "not confirmed"),
    "handed_on": pgettext_lazy("outcome", "handed on"),
}
COLOURS = {
    LeagueColour.GREEN: ("done", gettext_lazy("green")),
    LeagueColour.OCHRE: ("waits", gettext_lazy("ochre")),
    LeagueColour.RED: ("silent", gettext_lazy("red")),
    LeagueColour.NONE: ("open", gettext_lazy("too few cases")),
}


@dataclass(frozen=True)
class RecordLine:
    """One line of a desk's record: what it is about, the share in per cent, both medians in words, cases behind it."""

    about: str
    per_cent: str
    to_first_answer: str
    to_outcome: str
    n: int


@dataclass(frozen=True)
class LeagueRow:
    """An office's place in the table; `per_cent` is marked where invented cases stand behind it."""

    code: str
    name: str
    country: str
    kind: str
    colour: str
    per_cent: str
    n: int


def read_figures(row: DeskRecord) -> DeskFigures:
    """Return a kept line as the core's figures."""
    return DeskFigures(row.n, row.in_time, row.answered, row.closed, row.to_first_answer, row.to_outcome)


def record_sentences(desk_ids: Iterable[int], language: str) -> dict[int, str]:
    """Return for each of these desks with enough cases one sentence on how it answers. One query."""
    rows = DeskRecord.objects.filter(desk_id__in=list(desk_ids), lane="", outcome="", n__gte=LEAST_SHOWN)
    return {
        row.desk_id: mark_demo(_record_sentence(read_figures(row), language), row.is_demo, language) for row in rows
    }


def record_lines(desk_id: int, language: str) -> list[RecordLine]:
    """Return a desk's record by lane and by outcome, without what stands on fewer than ten cases. One query."""
    rows = DeskRecord.objects.filter(desk_id=desk_id, n__gte=LEAST_SHOWN).order_by("outcome", "lane")
    return [_record_line(row, language) for row in rows]


def rank_offices(language: str) -> list[LeagueRow]:
    """Return offices that handled any case within the year, best first, those with too few cases last. Two queries.

    The desk that takes what nobody else does is not among them (`find_last_resort`): what others left is no measure of it.
    """
    totals = _totals(DeskRecord.objects.exclude(desk__code=Desk.COORDINATOR))
    offices = Office.objects.filter(pk__in=totals, retired_at=None).order_by("code")
    order = sorted(offices, key=lambda office: _rate_for_order(totals[office.pk][0]))
    return [_league_row(office, *totals[office.pk], language) for office in order]


def find_last_resort(language: str) -> LeagueRow | None:
    """Return the row of the coordinator's desk, to which cases fall that others left, or that nobody answers for; None while
    it had none. Two queries.
    """
    totals = _totals(DeskRecord.objects.filter(desk__code=Desk.COORDINATOR))
    office = Office.objects.filter(pk__in=totals, retired_at=None).first()
    return _league_row(office, *totals[office.pk], language) if office else None


def _totals(rows: QuerySet[DeskRecord]) -> dict[int, tuple[DeskFigures, bool]]:
    """Return the figures of offices over all cases, and whether any was invented, by the office's id."""
    found = (
        rows.filter(lane="", outcome="", desk__retired_at=None)
        .values("desk__office_id")
        .annotate(
            n=Sum("n"), in_time=Sum("in_time"), answered=Sum("answered"), closed=Sum("closed"), demo=BoolOr("is_demo")
        )
    )
    return {
        row["desk__office_id"]: (
            DeskFigures(row["n"], row["in_time"], row["answered"], row["closed"], None, None),
            row["demo"],
        )
        for row in found
    }


def _rate_for_order(figures: DeskFigures) -> float:
    return 1.0 if figures.rate is None else -figures.rate


def _league_row(office: Office, figures: DeskFigures, is_demo: bool, language: str) -> LeagueRow:
    kind, words = COLOURS[choose_colour(figures)]
    return LeagueRow(
        office.code,
        name_in(office.names, language),
        name_country(office.country, language),
        kind,
        str(words),
        mark_demo(write_per_cent(figures) or "–", True, language) if is_demo else write_per_cent(figures),
        figures.n if figures.shown else 0,
    )


def write_per_cent(figures: DeskFigures) -> str:
    """Return the share answered in time in whole per cent, empty when it is hidden."""
    return "" if figures.rate is None else f"{figures.rate * 100:.0f} %"


def _record_sentence(figures: DeskFigures, language: str) -> str:
    words = {
        "share": write_per_cent(figures),
        "n": figures.n,
        "span": _span_words(figures.to_first_answer, figures.answered, language),
    }
    if not words["span"]:
        return _("Answered %(share)s in time (n = %(n)d, last 12 months).") % words
    return (
        _("Answered %(share)s in time; half of the first answers within %(span)s (n = %(n)d, last 12 months).") % words
    )


def _record_line(row: DeskRecord, language: str) -> RecordLine:
    about = OUTCOMES.get(row.outcome) or LANES.get(row.lane) or _("all cases")
    return RecordLine(
        mark_demo(str(about), row.is_demo, language),
        write_per_cent(read_figures(row)),
        _span_words(row.to_first_answer, row.answered, language),
        _span_words(row.to_outcome, row.closed, language),
        row.n,
    )


def _span_words(span, n: int, language: str) -> str:
    """Return a median in words; empty over fewer than ten cases, though the line itself stands on more."""
    return times.write_span(span, language) if span is not None and n >= LEAST_SHOWN else ""
