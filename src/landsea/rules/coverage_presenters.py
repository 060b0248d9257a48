"""The coverage of the book as pages draw it: a line a country, and the kinds of rules of one country with their looks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.translation import gettext_lazy as _

from landsea.base.translation.sentences import say_sentence
from landsea.rules.labels import KINDS, makers_name
from landsea_core.rules.coverage_matrix import CoverageCell, find_newest
from landsea_core.rules.goods_groups import GROUPS, GROUPS_IN_WORDS

DIRECTIONS = {"import": _("what it lets in"), "export": _("what it lets out"), "transit": _("what it lets through")}


@dataclass(frozen=True)
class CountryLine:
    """A country in the list. `cells` and `looked_at` are counts; days are ISO, "" for never."""

    code: str
    name: str
    cells: int
    looked_at: int
    looked_on: str
    newest_act: str


@dataclass(frozen=True)
class KindLine:
    """A kind of rule of one country and direction. `looked`: groups of goods that were looked through; `whole`: all were."""

    name: str
    rules: int
    newest_act: str
    looked: tuple[str, ...]
    whole: bool
    looked_on: str
    news_on: str
    by: str
    sources: tuple[str, ...]
    not_found: tuple[str, ...]


@dataclass(frozen=True)
class ShownCountry:
    """One country: for each direction its words and its kinds."""

    code: str
    name: str
    directions: tuple[tuple[str, tuple[KindLine, ...]], ...]


def show_countries(summary: Iterable[dict[str, Any]]) -> list[CountryLine]:
    """Return a line a country, from the core's lines of each country and direction."""
    lines = []
    for code, found in groupby(summary, lambda one: one["country"]):
        parts = list(found)
        lines.append(
            CountryLine(
                code,
                makers_name(code),
                sum(one["cells"] for one in parts),
                sum(one["looked_at"] for one in parts),
                max(max(one["looked_on"], one["news_on"]) for one in parts),
                max(one["newest_act"] for one in parts),
            )
        )
    return sorted(lines, key=lambda one: one.name)


def show_country(cells: Sequence[CoverageCell], today: date) -> ShownCountry:
    """Return the cells of one country by direction and kind."""
    directions = []
    for direction, found in groupby(cells, lambda cell: cell.direction):
        kinds = tuple(_show_kind(list(row), today) for _kind, row in groupby(found, lambda cell: cell.kind))
        directions.append((str(DIRECTIONS[direction]), kinds))
    return ShownCountry(cells[0].country, makers_name(cells[0].country), tuple(directions))


def _show_kind(cells: list[CoverageCell], today: date) -> KindLine:
    looked = [cell for cell in cells if cell.is_looked_at(today)]
    looks = {look: None for cell in cells for look in (cell.look, cell.news) if look is not None}
    codes = {code for cell in cells for code in cell.codes}
    return KindLine(
        name=str(KINDS[cells[0].kind]),
        rules=len(codes),
        newest_act=find_newest(cell.newest for cell in cells),
        looked=tuple(say_sentence(GROUPS_IN_WORDS[cell.group]) for cell in looked),
        whole=len(looked) == len(GROUPS),
        looked_on=max((cell.look.looked_on.isoformat() for cell in looked if cell.look), default=""),
        news_on=max((look.looked_on.isoformat() for look in looks), default=""),
        by=", ".join(dict.fromkeys(look.by for look in looks)),
        sources=tuple(dict.fromkeys(address for look in looks for address in look.sources)),
        not_found=tuple(dict.fromkeys(look.not_found for look in looks if look.not_found)),
    )
