"""The network's files as rows: reading them, putting rows in the places of others, and what is on record but not counted.

What a row means is the business of `load`, whether it is sound that of `checks`.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from landsea_core.planner.network.row_kinds import EDITED, PLACES

if TYPE_CHECKING:
    from landsea_core.translations import Translations


class NetworkFault(ValueError):
    """A file of the network that cannot be read; the text says which file and line, and what is wrong."""


def read_rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield line numbers and rows of a file of JSON lines, places with their names in all languages. Raises NetworkFault."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")  # other separators of lines may stand within a text
    except OSError as fault:
        raise NetworkFault(f"{path.name} cannot be read: {fault.strerror}.") from fault
    names = _read_names(path.parent) if path.stem == PLACES else None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as fault:
            raise NetworkFault(f"{path.name}:{number} is not JSON: {fault}.") from fault
        if not isinstance(row, dict):
            raise NetworkFault(f"{path.name}:{number} must be an object in braces.")
        yield number, names.fill(row) if names else row


def _read_names(folder: Path) -> "Translations":
    from landsea_core.translations import (  # a plan from the kept network needs no translations
        TranslationFault,
        Translations,
    )

    try:
        return Translations.load(folder, PLACES)
    except TranslationFault as fault:
        raise NetworkFault(str(fault)) from fault


def find_added_files(additions: Path | None) -> dict[str, Path]:
    """Return by file name what a folder of additions holds."""
    if additions is None:
        return {}
    return {f"{kind}.jsonl": path for kind in EDITED if (path := additions / f"{kind}.jsonl").is_file()}


def read_all_rows(folder: Path, additions: Path | None = None) -> dict[str, list[tuple[int, dict[str, Any]]]]:
    """Return the rows of all files as they stand, by file name, each with its line; additions take their places.

    Raises NetworkFault. A row that was added has the line 0.
    """
    files = {
        path.name: list(read_rows(path))
        for path in (folder / "places.jsonl", *sorted((folder / "network").glob("*.jsonl")))
    }
    for name, path in find_added_files(additions).items():
        files[name] = replace_rows(files.get(name, []), EDITED[path.stem], (row for _, row in read_rows(path)))
    return files


def replace_rows(
    numbered: list[tuple[int, dict[str, Any]]], key: str, fresh: Iterable[dict[str, Any]]
) -> list[tuple[int, dict[str, Any]]]:
    """Return rows with fresh ones in the places of those with the same key, or at the end (line 0)."""
    by_key = {row[key]: row for row in fresh}
    kept = [(line, by_key.pop(row[key], row)) for line, row in numbered]
    return kept + [(0, row) for row in by_key.values()]


def is_left_out(kind: str, row: dict[str, Any]) -> bool:
    """Say whether a row is on record but counts for nothing: a procedure or price that an editor retired.

    A retired place and a retired service keep their pages; nothing is planned with them.
    """
    return kind in {"procedures", "prices"} and bool(row.get("retired"))
