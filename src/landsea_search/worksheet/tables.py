"""Reading the tables of a GTFS feed, a folder of text files or one zip file; a row that cannot be read is named."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from landsea_search.worksheet.feed import FeedProblem

Row = dict[str, str]
Read = TypeVar("Read")


def open_tables(path: Path) -> Callable[[str, bool], Iterator[Row]]:
    """Return a reader of one table by name; an optional table that is missing is empty.

    Raises `FeedProblem` where the path holds no feed, and later where a table that is needed is missing.
    """
    try:
        archive = zipfile.ZipFile(path) if path.is_file() else None
    except zipfile.BadZipFile:
        raise FeedProblem(f"{path} is no zip file and no folder; give a GTFS feed as one of them.") from None

    def read_rows(name: str, needed: bool) -> Iterator[Row]:
        try:
            text = archive.read(name).decode("utf-8-sig") if archive else (path / name).read_text("utf-8-sig")
        except (KeyError, FileNotFoundError):
            if needed:
                raise FeedProblem(f"{path} has no {name}; a GTFS feed needs it.") from None
            return
        yield from csv.DictReader(io.StringIO(text, newline=""), restval="")

    return read_rows


def read_each(
    name: str, rows: Iterator[Row], read: Callable[[Row], Read], wrong: str = "is missing or cannot be read"
) -> Iterator[Read]:
    """Read each row of a table; raises `FeedProblem` with file and line for one that cannot be read."""
    for line, row in enumerate(rows, start=2):
        try:
            yield read(row)
        except (KeyError, ValueError) as problem:
            raise FeedProblem(f"{name}, line {line}: {problem} {wrong}; correct it.") from problem
