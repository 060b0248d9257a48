"""The coverage of the book as pages draw it: a line a country, and the kinds of rules of one country with their looks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.translation import gettext_lazy as _

from landsea.base.translation.sentences import say_sentence
from landsea.rules.labels import KINDS, name_maker
from landsea_core.rules.coverage import Look, LookExtent
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
    """A kind of rule of one country and direction. `looked`: groups of goods that were looked through, `in_part`: of which only
    some goods or partners were; `whole`: all were. `looked_on`, `news_on`: the day of the newest look that counts, and of the
    newest for news, `by` who looked then.
    """

    name: str
    rules: int
    newest_act: str
    looked: tuple[str, ...]
    in_part: tuple[str, ...]
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
                name_maker(code),
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
    return ShownCountry(cells[0].country, name_maker(cells[0].country), tuple(directions))


def _show_kind(cells: list[CoverageCell], today: date) -> KindLine:
    looked = [cell for cell in cells if cell.is_looked_at(today)]
    parts = {cell: cell.part for cell in cells if cell.part and cell.is_looked_at_in_part(today)}
    looks = {look: None for cell in cells for look in (cell.look, cell.part, cell.news) if look is not None}
    full = [cell.look for cell in looked if cell.look] + list(parts.values())
    news = [look for look in looks if look.extent is LookExtent.NEWS]
    codes = {code for cell in cells for code in cell.codes}
    return KindLine(
        name=str(KINDS[cells[0].kind]),
        rules=len(codes),
        newest_act=find_newest(cell.newest for cell in cells),
        looked=tuple(say_sentence(GROUPS_IN_WORDS[cell.group]) for cell in looked),
        in_part=tuple(_part_in_words(cell.group, part) for cell, part in parts.items()),
        whole=len(looked) == len(GROUPS),
        looked_on=max((look.looked_on.isoformat() for look in full), default=""),
        news_on=max((look.looked_on.isoformat() for look in news), default=""),
        by=", ".join(dict.fromkeys(look.by for look in full or news)),
        sources=tuple(dict.fromkeys(address for look in looks for address in look.sources)),
        not_found=tuple(dict.fromkeys(look.not_found for look in looks if look.not_found)),
    )


def _part_in_words(group: str, look: Look) -> str:
    """Return of which goods and with which partners a group was looked through: "vehicles (HS 8703; Viet Nam)"."""
    goods = f"HS {', '.join(look.hs)}" if look.hs else ""
    partners = ", ".join(name_maker(code) for code in sorted(look.partners))
    return f"{say_sentence(GROUPS_IN_WORDS[group])} ({'; '.join(filter(None, (goods, partners)))})"
