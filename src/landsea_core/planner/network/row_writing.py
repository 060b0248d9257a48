"""Rows written back as the files they come from, letter by letter, names of places in other languages as translations."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from landsea_core.planner.network.row_kinds import PLACES, Row, find_path, put_in_order
from landsea_core.translations import split_rows, write_words


def write_rows(kind: str, rows: Iterable[Row]) -> str:
    """Return rows as the text of their file; places with their English names alone."""
    rows = split_rows(kind, rows)[0] if kind == PLACES else rows
    return "".join(json.dumps(put_in_order(kind, row), ensure_ascii=False) + "\n" for row in rows)


def write_files(folder: Path, rows: Mapping[str, Iterable[Row]]) -> None:
    """Write the rows of each kind as the files of a folder of reference files, names of places in other languages as files
    of translations. Raises OSError.
    """
    for kind, of_kind in rows.items():
        path = folder / find_path(kind)
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = list(of_kind)
        path.write_text(write_rows(kind, whole), encoding="utf-8")
        for language, words in split_rows(kind, whole)[1].items() if kind == PLACES else ():
            write_words(folder / "words" / language / path.name, words)
