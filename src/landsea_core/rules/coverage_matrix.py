"""The book's own measure: how many rules each cell holds, how new the newest is, and when somebody looked last.

A cell is country x direction x kind x group of goods. Counts come from the book and looks from its coverage; nothing here
says what is allowed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from landsea_core.rules.book import Book
from landsea_core.rules.coverage import LOOKED_DIRECTIONS, Coverage, Look, LookExtent
from landsea_core.rules.goods_groups import GROUPS, list_groups
from landsea_core.rules.measure_kinds import MeasureKind
from landsea_core.rules.model import Measure

CellKey = tuple[str, str, MeasureKind, str]


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One cell on a day.

    `codes`: the rules that the book holds, `working`: how many work on the day. `newest`: the day of the newest act as far as
    known, ISO, "" when none is. `look`: the newest look through the whole cell, `part`: the newest full look at some of its
    goods or partners, `news`: the newest of any extent.
    """

    country: str
    direction: str
    kind: MeasureKind
    group: str
    codes: tuple[str, ...] = ()
    working: int = 0
    newest: str = ""
    look: Look | None = None
    part: Look | None = None
    news: Look | None = None

    @property
    def rules(self) -> int:
        """How many rules the book holds."""
        return len(self.codes)

    def is_looked_at(self, day: date) -> bool:
        """Whether a look at the whole cell counts on `day`."""
        return self.look is not None and self.look.is_good_on(day)

    def is_looked_at_in_part(self, day: date) -> bool:
        """Whether only a look at some of its goods or partners counts on `day`."""
        return not self.is_looked_at(day) and self.part is not None and self.part.is_good_on(day)


def make_matrix(book: Book, day: date, countries: Collection[str]) -> list[CoverageCell]:
    """Return every cell of these countries in the order of countries, directions, kinds and groups, empty ones too."""
    filed: dict[CellKey, list[Measure]] = defaultdict(list)
    asked = [measure for measure in book if measure.country in countries]
    for measure in asked:
        for key in _list_cells(measure):
            filed[key].append(measure)
    working = {measure.code for measure in asked if book.standing(measure, day).works}
    return [
        _make_cell(book.coverage, (country, direction, kind, group), filed, working)
        for country in countries
        for direction in LOOKED_DIRECTIONS
        for kind in MeasureKind
        for group in GROUPS
    ]


def describe_cell(cell: CoverageCell, day: date) -> dict[str, Any]:
    """Return a cell as plain data; days are ISO, "" for what never happened."""
    looks = [look for look in (cell.look, cell.part, cell.news) if look is not None]
    return {
        "country": cell.country,
        "direction": cell.direction,
        "kind": str(cell.kind),
        "goods": cell.group,
        "rules": cell.rules,
        "in_force": cell.working,
        "newest_act": cell.newest,
        "looked_at": cell.is_looked_at(day),
        "in_part": cell.is_looked_at_in_part(day),
        "looked_on": cell.look.looked_on.isoformat() if cell.look else "",
        "news_on": cell.news.looked_on.isoformat() if cell.news else "",
        "by": looks[0].by if looks else "",
        "sources": sorted({address for look in looks for address in look.sources}),
        "searched": sorted({words for look in looks for words in look.searched}),
        "not_found": " ".join(dict.fromkeys(look.not_found for look in looks if look.not_found)),
    }


def find_newest_act(measures: Iterable[Measure]) -> str:
    """Return the latest day on which one of them was announced or came into force, as it is known; "" when none is."""
    return find_newest(day.text for one in measures for day in (one.life.announced, one.life.in_force))


def find_newest(days: Iterable[str]) -> str:
    """Return the latest of partial days, "" when none is known; of 2026 and 2026-06 the more exact one."""
    return max(days, default="")


def _list_cells(measure: Measure) -> Iterable[CellKey]:
    said = measure.scope.direction
    for direction in ("import", "export") if said == "both" else (said,):
        for group in list_groups(measure.scope.hs):
            yield measure.country, direction, measure.kind, group


def _make_cell(
    coverage: Coverage, key: CellKey, filed: dict[CellKey, list[Measure]], working: set[str]
) -> CoverageCell:
    country, direction, kind, group = key
    measures = filed.get(key, [])
    codes = {measure.code for measure in measures}
    looks = [look for look in coverage.list_looks(country, direction, kind) if group in look.groups]
    full = [look for look in looks if look.extent is LookExtent.FULL]
    return CoverageCell(
        country,
        direction,
        kind,
        group,
        codes=tuple(sorted(codes)),
        working=len(codes & working),
        newest=find_newest_act(measures),
        look=next((look for look in full if look.is_full), None),
        part=next((look for look in full if not look.is_full), None),
        news=looks[0] if looks else None,
    )


def summarise_matrix(cells: Iterable[CoverageCell], day: date) -> list[dict[str, Any]]:
    """Return a line for each country and direction: cells, how many hold a rule, how many were looked at whole, in part and for
    news only, the newest look and act. Days are ISO, "" for never.
    """
    lines: dict[tuple[str, str], list[CoverageCell]] = defaultdict(list)
    for cell in cells:
        lines[cell.country, cell.direction].append(cell)
    return [
        {
            "country": country,
            "direction": direction,
            "cells": len(found),
            "with_rules": sum(cell.rules > 0 for cell in found),
            "looked_at": sum(cell.is_looked_at(day) for cell in found),
            "in_part": sum(cell.is_looked_at_in_part(day) for cell in found),
            "for_news_only": sum(cell.news is not None and cell.look is cell.part is None for cell in found),
            "looked_on": max((cell.look.looked_on.isoformat() for cell in found if cell.look), default=""),
            "news_on": max((cell.news.looked_on.isoformat() for cell in found if cell.news), default=""),
            "newest_act": max((cell.newest for cell in found), default=""),
        }
        for (country, direction), found in lines.items()
    ]
