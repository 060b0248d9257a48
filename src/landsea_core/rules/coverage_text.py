"""The coverage of the book as lines for a terminal: a line a country and direction, then a grid of kinds and goods."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from landsea_core.rules.coverage_matrix import CoverageCell, summarise_matrix
from landsea_core.rules.goods_groups import GROUPS, GROUPS_IN_WORDS

_LEGEND = (
    "In a cell: how many rules the book holds; within a year * looked through as a whole, ~ in part; + searched for news "
    "only, . nothing.",
    "A cell without * says nothing about what it does not hold: nobody looked through those rules.",
)


def write_matrix(cells: Sequence[CoverageCell], day: date) -> str:
    """Return the matrix as text: first what was looked at in each country and direction, then the cells."""
    lines = [f"Coverage of the book of rules on {day.isoformat()}", "", *_LEGEND, ""]
    for one in summarise_matrix(cells, day):
        looked = f"last on {one['looked_on']}" if one["looked_on"] else "never"
        lines.append(
            f"{one['country']} {one['direction']:<7} {one['with_rules']:>3} of {one['cells']} cells hold a rule, "
            f"{one['looked_at']:>3} looked at ({looked}), {one['in_part']:>3} in part, "
            f"{one['for_news_only']:>3} for news only; newest act {one['newest_act'] or 'none'}"
        )
    lines += ["", "Groups of goods:", *(f"  {number:>2} {GROUPS_IN_WORDS[group]}" for number, group in _numbered())]
    for (country, direction), found in groupby(cells, lambda cell: (cell.country, cell.direction)):
        lines += ["", f"{country} {direction}", *_write_grid(list(found), day)]
    return "\n".join(lines)


def _numbered() -> Iterable[tuple[int, str]]:
    return enumerate(GROUPS, start=1)


def _write_grid(cells: list[CoverageCell], day: date) -> Iterable[str]:
    yield " " * 27 + "".join(f"{number:>5}" for number, _ in _numbered())
    empty = []
    for kind, found in groupby(cells, lambda cell: cell.kind):
        row = list(found)
        if any(cell.rules or cell.news for cell in row):
            yield f"  {kind:<25}" + "".join(f"{_mark(cell, day):>5}" for cell in row)
        else:
            empty.append(str(kind))
    if empty:
        yield f"  neither a rule nor a look: {', '.join(empty)}"


def _mark(cell: CoverageCell, day: date) -> str:
    if cell.is_looked_at(day):
        looked = "*"
    elif cell.is_looked_at_in_part(day):
        looked = "~"
    else:
        looked = "+" if cell.news else "."
    return f"{cell.rules or ''}{looked}"
