"""Rows of `rule_coverage.jsonl` as looks. A row that cannot be read is named by file, line and what to do."""

import json
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from landsea_core.countries import COUNTRIES, PLACE_COUNTRIES
from landsea_core.rules.coverage import ALL_GOODS, LOOKED_DIRECTIONS, Coverage, Look, LookExtent
from landsea_core.rules.goods_groups import GROUPS, find_group
from landsea_core.rules.measure_kinds import MeasureKind

FILE = "rule_coverage.jsonl"
FIELDS = frozenset(
    {
        "country",
        "direction",
        "kinds",
        "goods",
        "hs",
        "partners",
        "extent",
        "looked_on",
        "by",
        "sources",
        "searched",
        "not_found",
    }
)
_MAKERS = frozenset({*COUNTRIES, "ASEAN", "RCEP", "ACFTA"})


def read_coverage(folder: Path) -> Coverage:
    """Return all looks of a folder; none where it has no such file. Raises ValueError with file, line and what to do."""
    path = folder / FILE
    if not path.exists():
        return Coverage()
    looks = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line.strip():
            try:
                looks.append(read_look(json.loads(line)))
            except (ValueError, TypeError) as fault:
                raise ValueError(f"{FILE}:{number}: {fault}") from None
    return Coverage(looks)


def read_look(row: Mapping[str, Any]) -> Look:
    """Return one row as a look; raises ValueError with a sentence for what means nothing."""
    if set(row) != FIELDS:
        missing, more = sorted(FIELDS - set(row)), sorted(set(row) - FIELDS)
        raise ValueError(f"A row has exactly the fields of its kind; missing: {missing}, not known: {more}.")
    _need("country", [row["country"]], _MAKERS)
    _need("direction", [row["direction"]], LOOKED_DIRECTIONS)
    _need("kinds", row["kinds"], [str(kind) for kind in MeasureKind])
    _need("goods", row["goods"], [ALL_GOODS, *GROUPS])
    _need("extent", [row["extent"]], [str(extent) for extent in LookExtent])
    if stray := set(row["partners"]) - set(PLACE_COUNTRIES):
        raise ValueError(f"'partners' names {sorted(stray)}; use the two letters of countries of the corridor.")
    look = Look(
        country=row["country"],
        direction=row["direction"],
        kinds=tuple(MeasureKind(kind) for kind in row["kinds"]),
        goods=tuple(row["goods"]),
        extent=LookExtent(row["extent"]),
        looked_on=date.fromisoformat(row["looked_on"]),
        by=row["by"].strip(),
        hs=tuple(row["hs"]),
        partners=frozenset(row["partners"]),
        sources=tuple(row["sources"]),
        searched=tuple(row["searched"]),
        not_found=row["not_found"],
    )
    _check_look(look)
    return look


def _need(name: str, said: Collection[str], known: Collection[str]) -> None:
    if not said or set(said) - set(known):
        raise ValueError(f"'{name}' is {sorted(said)}; use {', '.join(sorted(known))}.")


def _check_look(look: Look) -> None:
    if not look.by:
        raise ValueError("'by' is empty; say who looked.")
    if look.extent is LookExtent.FULL and not look.sources:
        raise ValueError("A full look names what was opened; fill 'sources', or say that it was for news only.")
    if not look.sources and not look.searched:
        raise ValueError("Say what was opened ('sources') or what was searched for ('searched').")
    for address in look.sources:
        if not address.startswith(("http://", "https://")):
            raise ValueError(f"'sources' holds '{address}'; give addresses that begin with https:// or http://.")
    for prefix in look.hs:
        if not prefix.isdigit() or find_group(prefix) not in look.groups:
            raise ValueError(f"'hs' holds '{prefix}', which lies in none of the groups that 'goods' names.")
