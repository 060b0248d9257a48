"""Places with fewer people than the towns of the gazetteer, for names that no town, landing or airport has.

Seventeen thousand rows (`data/gazetteer/villages.tsv`), read only when such a name or a village's code is asked about.
"""

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from landsea_core.planner.network.gazetteer_files import Row, read_gazetteer
from landsea_core.planner.network.name_folding import fold_place_name, fold_place_names
from landsea_core.text.data_files import find_default_data_folder

MARK = "~"
"""Stands in the codes of towns and villages."""


def list_villages(name: str) -> list[Row]:
    """Return the rows of the villages with a name, the largest first; those that are called so only beside their own name
    come where no other is."""
    folded = fold_place_name(name)
    named = _read_names(find_default_data_folder()).get(folded, []) if folded else []
    own = [row for row in named if fold_place_name(row[2].split("|")[0]) == folded]
    return sorted(own or named, key=lambda row: -int(row[-1]))


def find_village(code: str) -> Row | None:
    """Return the row of a village by its code, None where none has it."""
    return _read_codes(find_default_data_folder()).get(code) if MARK in code else None


@lru_cache(maxsize=1)
def _read_codes(folder: Path) -> dict[str, Row]:
    return {row[0]: row for row in read_gazetteer(folder, "villages.tsv")}


@lru_cache(maxsize=1)
def _read_names(folder: Path) -> dict[str, list[Row]]:
    rows = list(_read_codes(folder).values())
    found: dict[str, list[Row]] = defaultdict(list)
    for row, names in zip(rows, fold_place_names([row[2] for row in rows]), strict=True):
        for name in names:
            found[name].append(row)
    return dict(found)
