"""Feeds out and in again: nothing is lost on the way, and a feed with a fault is told line by line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from landsea_core.planner.network.corridor_from_rows import read_service
from landsea_core.planner.network.gtfs_export import export_gtfs
from landsea_core.planner.network.gtfs_reading import read_feed
from landsea_core.planner.network.gtfs_rows import describe_changes, make_service_rows, match_places
from landsea_core.planner.network.load import load_corridor

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"
CORRIDOR = load_corridor(REFERENCE)


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    """The network as a feed in a folder."""
    for name, text in export_gtfs(CORRIDOR).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_what_goes_out_comes_in_the_same(feed: Path) -> None:
    """Export and import: no fault, no new place, every service as it is on record, every clock time kept."""
    found = read_feed(feed)
    assert found.faults == []
    places, new = match_places(found, CORRIDOR)
    rows = make_service_rows(found, places, CORRIDOR.span[0])
    assert new == [] and len(rows) > 300
    assert {sentence.partition(":")[0] for sentence in describe_changes(CORRIDOR, rows)} == {"same"}
    for row in rows:
        told, known = read_service(row), CORRIDOR.services[row["id"]]
        assert [(one.arrive, one.depart) for one in told.calls] == [(one.arrive, one.depart) for one in known.calls]


def test_the_difference_is_readable(feed: Path) -> None:
    """An hour more on a train, and a new train, are said in words."""
    lines = (feed / "stop_times.txt").read_text(encoding="utf-8")
    (feed / "stop_times.txt").write_text(
        lines.replace("R001,68:00:00,68:00:00", "R001,69:00:00,69:00:00"), encoding="utf-8"
    )
    with (feed / "trips.txt").open("a", encoding="utf-8") as file:
        file.write("R001,R001,NEW1,a new train\n")
    with (feed / "stop_times.txt").open("a", encoding="utf-8") as file:
        file.write("NEW1,08:00:00,08:00:00,CNTJC,1\nNEW1,20:00:00,20:00:00,CNWJY,2\n")
    found = read_feed(feed)
    said = describe_changes(CORRIDOR, make_service_rows(found, match_places(found, CORRIDOR)[0], CORRIDOR.span[0]))
    assert "changed: R001 48 h become 49 h" in said
    assert "new: NEW1 a new train (rail, CNTJC - CNWJY, 12 h)" in said


def edit(name: str, change: Callable[[list[str]], None]) -> Callable[[Path], None]:
    """A change to the lines of one file."""

    def done(folder: Path) -> None:
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        change(lines)
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")

    return done


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (edit("trips.txt", lambda rows: rows.__setitem__(1, "NOPE,A001,A001,x")), "trips.txt:2 route_id 'NOPE'"),
        (edit("trips.txt", lambda rows: rows.__setitem__(1, "A001,NOPE,A001,x")), "trips.txt:2 service_id 'NOPE'"),
        (
            edit("stop_times.txt", lambda rows: rows.__setitem__(1, "A001,21:15:00,21:15:00,NOPE,1")),
            "stop_times.txt:2 stop_id",
        ),
        (
            edit("stop_times.txt", lambda rows: rows.__setitem__(1, "A001,99:15:00,99:15:00,CNJBA,1")),
            "stop_times.txt:3 trip 'A001'",
        ),
        (edit("stop_times.txt", lambda rows: rows.__setitem__(1, "A001,21:15,21:15,CNJBA,1")), "write HH:MM:SS"),
        (edit("stop_times.txt", lambda rows: rows.append(rows[1])), "is given twice"),
        (edit("stops.txt", lambda rows: rows.append(rows[1])), "given twice; it is on line 2"),
        (edit("routes.txt", lambda rows: rows.append(rows[1])), "routes.txt:"),
        (edit("stops.txt", lambda rows: rows.__setitem__(1, "BNBWA,x,north,1,Asia/Brunei")), "is no position"),
        (edit("calendar.txt", lambda rows: rows.__setitem__(1, "A001,1,1,1,1,1,1,1,20270101,20260101")), "ends before"),
        (lambda folder: (folder / "stops.txt").unlink(), "stops.txt: the file is missing"),
    ],
)
def test_a_fault_is_named_with_file_and_line(feed: Path, spoil: Callable[[Path], None], said: str) -> None:
    """Broken references, loops in time, doubled ids, bad values, missing files."""
    spoil(feed)
    assert any(said in str(fault) for fault in read_feed(feed).faults)


def test_what_is_no_feed_is_told(tmp_path: Path) -> None:
    """A file that is no zip, and a folder that is not there."""
    (tmp_path / "feed.zip").write_bytes(b"no zip")
    assert read_feed(tmp_path / "feed.zip").faults
    assert read_feed(tmp_path / "nowhere").faults
