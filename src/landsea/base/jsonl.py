"""Rows for the commands that read texts: JSON lines from a file or standard input, or one plain text."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError


def read_rows_of_file(file: str, *, may_be_empty: bool = False) -> list[dict[str, Any]]:
    """Return the rows of a file of JSON lines. Raises CommandError, naming file and line, when it cannot be read, and when it
    has none unless it `may_be_empty`, as what an export wrote that found nothing.
    """
    try:
        content = Path(file).read_bytes()
    except OSError as problem:
        raise CommandError(f"{file} cannot be read: {problem.strerror}.") from problem
    return [] if may_be_empty and not content.strip() else read_rows(content, file)


def read_rows(content: bytes, name: str = "standard input", plain_text: bool = False) -> list[dict[str, Any]]:
    """Return the rows of JSON lines. With `plain_text` anything else is one text; otherwise it raises CommandError."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        if plain_text:
            return [{"id": "text", "text": content.decode("utf-8", errors="replace")}]
        raise CommandError(f"{name} is not UTF-8 text. Save it as UTF-8 and try again.") from problem
    rows, faults = [], []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as problem:
            faults.append(f"{name}, line {number} is not JSON: {problem}.")
            continue
        if not isinstance(row, dict):
            faults.append(f"{name}, line {number}: a row is an object with named fields.")
            continue
        rows.append(row)
    if plain_text and not rows:
        return [{"id": "text", "text": text}]
    if faults:
        raise CommandError(faults[0])
    if not rows:
        raise CommandError(f"{name} has no rows. Give JSON lines with id and text.")
    return rows
