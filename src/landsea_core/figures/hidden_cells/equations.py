"""The equations that readers of published tables can set up: parts that make a total."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from landsea_core.figures.hidden_cells.counting import Key, Table, list_subsets


@dataclass(frozen=True)
class Sum:
    """One equation: the parts make the total."""

    total: Key
    parts: tuple[Key, ...]


def list_equations(counts: Mapping[Key, int], tables: Iterable[Table]) -> list[Sum]:
    """Return all equations that readers can set up from the tables."""
    found: dict[tuple[Key, frozenset[str]], list[Key]] = {}
    for table in tables:
        for names in map(frozenset, list_subsets(tuple(table))):
            for key in counts:
                if frozenset(name for name, _value in key) != names:
                    continue
                for pair in key:
                    found.setdefault((key - {pair}, names), []).append(key)
    unique: dict[tuple[Key, frozenset[Key]], Sum] = {}
    for (total, _names), parts in found.items():
        for one in {next(iter(dict(part).keys() - dict(total).keys())) for part in parts}:
            group = tuple(sorted({part for part in parts if one in dict(part)}, key=sorted))
            unique[total, frozenset(group)] = Sum(total, group)
    return list(unique.values())
