"""The files of lexicons and of the reference: where they lie, and their rows."""

import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
ALL_KINDS: frozenset[str] = frozenset()
_KIND = re.compile(r'"kind"\s*:\s*"([^"]*)"')


class LexiconFault(ValueError):
    """A row of a lexicon that cannot be used; the sentence says which file and line and what to do."""


def find_default_data_folder() -> Path:
    """Return the `data` folder of this checkout, which holds `lexicon` and `reference`."""
    return Path(__file__).resolve().parents[3] / "data"


def read_rows(path: Path, kinds: Collection[str] = ALL_KINDS) -> Iterator[Row]:
    """Yield the rows of one JSONL file; with `kinds` only those, so that whoever needs a few kinds does not wait for all.

    Raises LexiconFault, naming file and line, when a line is not a JSON object.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip() or (kinds and (said := _KIND.search(line)) and said[1] not in kinds):
                continue
            try:
                row = json.loads(line)
            except json.JSONDecodeError as fault:
                raise LexiconFault(f"{path.name} line {number} is not JSON: {fault.msg}. Correct that line.") from fault
            if not isinstance(row, dict):
                raise LexiconFault(f"{path.name} line {number} is not an object in braces. Correct that line.")
            yield row
