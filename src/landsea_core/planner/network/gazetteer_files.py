"""The tables of `data/gazetteer`: a row a line, its fields apart by tabs; lines that begin with # say what the columns are."""

from pathlib import Path

Row = tuple[str, ...]
"""The fields of a line as they stand there."""


def read_gazetteer(folder: Path, name: str) -> list[Row]:
    """Return the rows of a table of the gazetteer under a data folder: `read_gazetteer(folder, "ferries.tsv")`."""
    lines = (folder / "gazetteer" / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]
