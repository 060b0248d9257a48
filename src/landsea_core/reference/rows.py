"""Lines of a JSONL file as rows, and what is wrong with them as problems. Knows JSON, not what a row means; what things are
called in other languages is filled in from the translations beside the file.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from landsea_core.translations import KINDS, TranslationFault, Translations


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to correct: the file's name, its line (0: the file as a whole), and a sentence that says what."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file, parsed."""

    file: str
    line: int
    data: dict[str, Any]

    def problem(self, sentence: str) -> Problem:
        """A problem of this row."""
        return Problem(self.file, self.line, sentence)


def read_rows(path: Path) -> tuple[list[Row], list[Problem]]:
    """The rows of a file and what could not be read; a missing file is one problem."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return [], [Problem(path.name, 0, "The file is missing.")]
    except UnicodeDecodeError:
        return [], [Problem(path.name, 0, "The file is not UTF-8; save it as UTF-8.")]
    rows, problems = [], []
    for line, raw in _number_lines(text):
        try:
            data = json.loads(raw)
        except json.JSONDecodeError as fault:
            problems.append(Problem(path.name, line, f"Not JSON: {fault.msg} at character {fault.colno}."))
            continue
        if isinstance(data, dict):
            rows.append(Row(path.name, line, data))
        else:
            problems.append(Problem(path.name, line, "A line must be one object in curly braces."))
    return _fill_names(path, rows), problems


def _fill_names(path: Path, rows: list[Row]) -> list[Row]:
    """Return the rows with names in all languages; a file of translations that cannot be used fills nothing, and the check
    of translations tells of it.
    """
    try:
        translations = Translations.load(path.parent, path.stem) if path.stem in KINDS else None
    except TranslationFault:
        translations = None
    return [replace(row, data=translations.fill(row.data)) for row in rows] if translations else rows


def _number_lines(text: str) -> Iterator[tuple[int, str]]:
    for line, raw in enumerate(text.split("\n"), start=1):
        if raw.strip():
            yield line, raw
