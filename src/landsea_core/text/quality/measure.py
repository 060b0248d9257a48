"""How well reading does on labelled texts: `python -m landsea_core.text.quality.measure FILE [--wrong]`.

FILE is JSONL; a row has `text`, `lang`, and any of the labels `from`, `where`, `topic`, `alt_topic`, `matter`, `hs` (two or
more digits), `authority`, `alt_authority`, `urgent`, `scope`. A label that a row lacks is not counted. Printed is one line a
language with right/asked for each field; `--wrong` adds what was misread. Only for measuring: nothing learns from this.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from landsea_core.text.default_reader import Reader, Reading, get_default_reader
from landsea_core.text.evidence import Guess
from landsea_core.text.quality.calibration import list_labels
from landsea_core.text.urgency import URGENT

FIELDS = ("lang", "topic", "topic in 3", "matter", "where", "where in 2", "hs chapter", "authority", "urgent", "scope")
Mark = tuple[str, bool, str, str]


def _find_first(guesses: Iterable[Guess]) -> str:
    return next((guess.value for guess in guesses), "")


def mark_row(row: dict[str, Any], reading: Reading, matter: str) -> Iterator[Mark]:
    """(field, right, expected, read) for each label of one row; `matter` is the best one within the row's own topic."""
    if row.get("lang") and row["lang"] != "mixed":
        yield "lang", reading.language.value == row["lang"], row["lang"], reading.language.value
    if row.get("topic"):
        right, read = list_labels(row, "topic"), [guess.value for guess in reading.topics[:3]]
        yield "topic", bool(read) and read[0] in right, row["topic"], " ".join(read)
        yield "topic in 3", not right.isdisjoint(read), row["topic"], " ".join(read)
    if row.get("matter"):
        yield "matter", matter == row["matter"], row["matter"], matter
    if row.get("where"):
        read = [guess.value for guess in reading.countries[:2]]
        yield "where", row["where"] in read[:1], row["where"], " ".join(read)
        yield "where in 2", row["where"] in read, row["where"], " ".join(read)
    if row.get("hs"):
        chapter = _find_first(reading.goods)[:2]
        yield "hs chapter", chapter == row["hs"][:2], row["hs"], chapter
    if row.get("authority"):
        first = _find_first(reading.authorities)
        yield "authority", first in list_labels(row, "authority"), row["authority"], first
    if "urgent" in row:
        yield "urgent", (reading.urgency.value == URGENT) == row["urgent"], str(row["urgent"]), reading.urgency.value
    if row.get("scope"):
        yield "scope", reading.scope.value == row["scope"], row["scope"], reading.scope.value


def measure_rows(
    rows: Iterable[dict[str, Any]], reading_with: Reader | None = None
) -> list[tuple[dict[str, Any], Mark]]:
    """All marks of all rows, with the row each belongs to."""
    used = reading_with or get_default_reader()
    found = []
    for row in rows:
        reading = used.read(row["text"], row.get("from") or "")
        matter = ""
        if row.get("matter"):
            matter = _find_first(used.read_matters(row["text"], row.get("topic") or "", row.get("hs") or ""))
        found += [(row, mark) for mark in mark_row(row, reading, matter)]
    return found


def count_marks(found: list[tuple[dict[str, Any], Mark]]) -> dict[str, dict[str, dict[str, int]]]:
    """For each language, and for "all", each field's numbers {right, asked}."""
    counted: dict[str, dict[str, dict[str, int]]] = {}
    for row, (field, right, _, _) in found:
        for language in (row.get("lang", "?"), "all"):
            numbers = counted.setdefault(language, {}).setdefault(field.replace(" ", "_"), {"right": 0, "asked": 0})
            numbers["right"] += right
            numbers["asked"] += 1
    return counted


def write_table(found: list[tuple[dict[str, Any], Mark]]) -> str:
    """The marks as a table: a line a language and one for all, right/asked in each field, "-" where nothing was asked."""
    languages = list(dict.fromkeys(row.get("lang", "?") for row, _ in found))
    lines = ["language    " + "".join(f"{field:>12}" for field in FIELDS)]
    for wanted in (*languages, "all"):
        cells = []
        for field in FIELDS:
            right = [mark[1] for row, mark in found if mark[0] == field and wanted in ("all", row.get("lang", "?"))]
            cells.append(f"{sum(right)}/{len(right)}" if right else "-")
        lines.append(f"{wanted:<12}" + "".join(f"{cell:>12}" for cell in cells))
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Print the table for one file; ends with 2 and a sentence when the file cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m landsea_core.text.quality.measure", description=__doc__.split("\n")[0]
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list what was misread")
    options = parser.parse_args(arguments)
    try:
        rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as fault:
        print(
            f"{options.file} cannot be read as JSONL ({fault}). Give a file with one labelled text a line.",
            file=sys.stderr,
        )
        return 2
    found = measure_rows(rows)
    print(f"lexicon version {get_default_reader().lexicon.version}")
    print(write_table(found))
    if options.wrong:
        for row, (field, right, expected, read) in found:
            if not right:
                print(f"{row.get('id', '?')} {field}: {expected}, read as {read or 'nothing'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
