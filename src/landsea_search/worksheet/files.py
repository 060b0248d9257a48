"""The files of the work sheet: where a feed and its queries are, and the queries."""

import json
from pathlib import Path

Asked = tuple[str, str, int]
"""Origin stop, destination stop, minute of readiness."""


def find_feed(directory: Path) -> Path:
    """Return where the feed is: DIR/gtfs, DIR itself, or DIR/gtfs.zip; raises ValueError when it is in none of them."""
    for path in (directory / "gtfs", directory):
        if (path / "stops.txt").exists():
            return path
    for path in (directory / "gtfs.zip", directory):
        if path.is_file():
            return path
    raise ValueError(f"there is no GTFS feed in {directory}: no gtfs/stops.txt, stops.txt or gtfs.zip.")


def find_queries(directory: Path) -> Path:
    """Return the queries that lie beside the feed."""
    beside = directory / "queries.json"
    return beside if beside.exists() else directory.parent / "queries.json"


def read_queries(path: Path, known: dict[str, int]) -> list[Asked]:
    """Read rows of origin stop, destination stop and minute of readiness; raises ValueError for one that is unclear."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        rows = content["queries"] if isinstance(content, dict) else content
        found = [(str(origin), str(destination), int(minute)) for origin, destination, minute in rows]
    except FileNotFoundError:
        raise ValueError(f"there is no {path}; name the queries with --queries FILE.") from None
    except (KeyError, TypeError, ValueError) as problem:
        raise ValueError(f"{path} is no list of [origin, destination, minute]: {problem}.") from problem
    for place, row in enumerate(found, start=1):
        unknown = [stop for stop in row[:2] if stop not in known]
        if unknown:
            raise ValueError(f"{path}, query {place}: the feed has no stop {' or '.join(unknown)}.")
    return found
