"""Reading a GTFS feed from a folder, a zip or the bytes of one. What cannot be read is a fault of the feed.

Nothing of a feed with a fault is taken.
"""

import csv
import io
import lzma
import zipfile
import zlib
from pathlib import Path

from landsea_core.planner.network.gtfs import GtfsFeed, TableRow
from landsea_core.planner.network.gtfs_checks import find_feed_faults
from landsea_core.planner.network.row_facts import place_fault
from landsea_core.sentences import Sentence

NEEDED = {
    "stops.txt": ("stop_id", "stop_name", "stop_lat", "stop_lon"),
    "routes.txt": ("route_id", "route_type"),
    "trips.txt": ("route_id", "service_id", "trip_id"),
    "stop_times.txt": ("trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence"),
}
MOST_FILES = 60
MOST_UNPACKED = 60 * 10**6
"""Bytes of all tables together; the corridor's own feed has less than one million."""
_TORN = (
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
)
"""What a zip raises that is torn, locked, packed in an unknown way, or no text within."""


def read_feed(path: Path) -> GtfsFeed:
    """Read a folder or zip file. What cannot be read is a fault of the feed, not an exception."""
    try:
        if path.is_dir():
            texts = {file.name: file.read_text(encoding="utf-8-sig") for file in sorted(path.glob("*.txt"))}
            return _make_feed(path.name, texts)
        return read_feed_from_zip(path.name, path.read_bytes())
    except (OSError, UnicodeDecodeError) as fault:
        return GtfsFeed(path.name, faults=[_say_unread(path.name, fault)])


def read_feed_from_zip(name: str, data: bytes) -> GtfsFeed:
    """Read a feed from the bytes of a zip file called `name`; sizes are read from its own list before it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [one for one in archive.infolist() if one.filename.endswith(".txt")]
            if len(parts) > MOST_FILES or sum(one.file_size for one in parts) > MOST_UNPACKED:
                most = MOST_UNPACKED // 10**6
                said = Sentence("%(file)s unpacks to more than %(most)s MB; send it in parts.", file=name, most=most)
                return GtfsFeed(name, faults=[said])
            texts = {one.filename.rpartition("/")[2]: archive.read(one).decode("utf-8-sig") for one in parts}
    except _TORN as fault:
        return GtfsFeed(name, faults=[_say_unread(name, fault)])
    return _make_feed(name, texts)


def _say_unread(name: str, fault: Exception) -> Sentence:
    return Sentence(
        "%(file)s cannot be read: %(fault)s. Name a folder of GTFS text files or a zip of them.", file=name, fault=fault
    )


def _make_feed(name: str, texts: dict[str, str]) -> GtfsFeed:
    feed = GtfsFeed(name)
    for file, text in texts.items():
        try:
            reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
            reader.fieldnames = [column.strip() for column in reader.fieldnames or []]
            lines = [
                TableRow(reader.line_num, {key: (value or "").strip() for key, value in row.items() if key})
                for row in reader
            ]
        except csv.Error as fault:
            feed.faults.append(
                Sentence("%(where)s is no CSV: %(fault)s.", where=f"{file}:{reader.line_num + 1}", fault=fault)
            )
            continue
        feed.tables[file] = lines
        missing = [column for column in NEEDED.get(file, ()) if column not in reader.fieldnames]
        if missing:
            said = Sentence("%(where)s has no column %(columns)s.", where=f"{file}:1", columns=", ".join(missing))
            feed.faults.append(said)
    for file in NEEDED:
        if file not in texts:
            feed.faults.append(place_fault(file, Sentence("the file is missing.")))
    if "calendar.txt" not in texts and "calendar_dates.txt" not in texts:
        said = Sentence("the file is missing, and calendar_dates.txt too; one of them is needed.")
        feed.faults.append(place_fault("calendar.txt", said))
    if not feed.faults:
        feed.faults += find_feed_faults(feed)
    return feed
