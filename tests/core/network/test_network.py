"""The real network's files: in order, and told about row by row when they are not."""

import json
import pickle
import shutil
from pathlib import Path

import pytest

from landsea_core.planner.network.building import Wish
from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.checks import check_network
from landsea_core.planner.network.closings import Closings
from landsea_core.planner.network.compiler import compile_network
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.model import MODES
from landsea_core.planner.network.row_files import NetworkFault
from landsea_search import find_faults

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A reference folder that a test may spoil."""
    shutil.copy(REFERENCE / "places.jsonl", tmp_path)
    shutil.copytree(REFERENCE / "network", tmp_path / "network")
    return tmp_path


def spoil(folder: Path, file: str, number: int, **changes) -> None:
    """Change fields of one row (counted from 1) of a file."""
    path = folder / "network" / file
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[number - 1] = json.dumps({**json.loads(lines[number - 1]), **changes}, ensure_ascii=False)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_the_files_are_in_order() -> None:
    """What is committed has no faults, and holds what the issue asks for at least."""
    found = check_network(REFERENCE)
    assert found.faults == []
    assert found.counts["places"]["on record"] >= 245
    assert sum(found.counts["services by kind"].values()) >= 564


def test_a_line_that_makes_a_city_the_only_door_is_told_about(copy: Path) -> None:
    """Ships that called at Surabaya the city, and not at its port, would hide all that calls at the port."""
    rows = (copy / "network" / "services.jsonl").read_text(encoding="utf-8").splitlines()
    number, row = next((n, row) for n, row in enumerate(map(json.loads, rows), 1) if row["id"] == "S158")
    start, end = row["calls"]
    spoil(copy, "services.jsonl", number, calls=[start, {**end, "place": "IDSBC"}])
    said = [fault for fault in check_network(copy).faults if "S158:" in fault]
    assert any("calls at the city IDSBC" in fault and "IDSUB" in fault for fault in said)


@pytest.mark.parametrize(
    ("name", "changes", "said"),
    [
        ("services.jsonl", {"grade": "sure"}, "the grade 'sure'"),
        ("services.jsonl", {"source": ""}, "say where the row is from"),
        ("services.jsonl", {"hours": 0.5}, "km/h"),
        ("services.jsonl", {"days": "sometimes"}, "no weekdays"),
        ("services.jsonl", {"id": "A002"}, "given twice"),
        ("services.jsonl", {"calls": []}, "at least two calls"),
        ("services.jsonl", {"mode": "teleport"}, "mode 'teleport'"),
        ("procedures.jsonl", {"place": "XXXXX"}, "the place XXXXX is not known"),
        ("procedures.jsonl", {"hours": {"min": 5, "typical": 2, "p90": 9}}, "must not fall"),
        ("closures.jsonl", {"until": "2001-01-01"}, "ends before it begins"),
    ],
)
def test_a_fault_is_named_with_file_and_line(copy: Path, name: str, changes: dict, said: str) -> None:
    """Each invariant has a row that breaks it."""
    spoil(copy, name, 1, **changes)
    assert any(fault.startswith(f"{name}:") and said in fault for fault in check_network(copy).faults)


def test_an_unknown_call_and_a_time_that_runs_back(copy: Path) -> None:
    """Teleporting and going back in time are found by their call."""
    first = json.loads((copy / "network" / "services.jsonl").read_text(encoding="utf-8").splitlines()[0])
    calls = [dict(call) for call in first["calls"]]
    calls[-1]["arrive_day"] = -1
    spoil(copy, "services.jsonl", 1, calls=calls)
    assert any("lies before" in fault for fault in check_network(copy).faults)
    calls[-1] |= {"arrive_day": 3, "place": "XXXXX"}
    spoil(copy, "services.jsonl", 1, calls=calls)
    assert any("XXXXX" in fault for fault in check_network(copy).faults)


def test_a_border_without_formalities_is_found(copy: Path) -> None:
    """Taking the procedures of a post away is told about at the hop that needs them."""
    path = copy / "network" / "procedures.jsonl"
    kept = [line for line in path.read_text(encoding="utf-8").splitlines() if json.loads(line)["place"] != "LABOT"]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    assert any("LABOT" in fault and "no procedure" in fault for fault in check_network(copy).faults)


def test_a_line_that_is_not_json_is_named(copy: Path) -> None:
    """A slip of the pen is found by its line."""
    path = copy / "network" / "prices.jsonl"
    path.write_text(path.read_text(encoding="utf-8") + "{oops\n", encoding="utf-8")
    number = len(path.read_text(encoding="utf-8").splitlines())
    assert any(fault.startswith(f"prices.jsonl:{number} is not JSON") for fault in check_network(copy).faults)
    with pytest.raises(NetworkFault, match=f"prices.jsonl:{number}"):
        load_corridor(copy)


def test_the_cache_follows_the_files(copy: Path, tmp_path: Path) -> None:
    """It is written, read, made again when a file changes, and passed over when it is broken."""
    cache = tmp_path / "cache" / "network.pickle"
    assert load_corridor(copy, cache) == load_corridor(copy)
    before = cache.read_bytes()
    load_corridor(copy, cache)
    assert cache.read_bytes() == before
    spoil(copy, "services.jsonl", 1, name="another name")
    assert load_corridor(copy, cache).digest != pickle.loads(before)[1].digest
    cache.write_bytes(b"no pickle")
    assert load_corridor(copy, cache).services


@pytest.mark.parametrize("cargo", [Cargo(teu=1), Cargo(kg=500), Cargo(reefer=True, hs="081060")])
def test_the_engine_gets_a_sound_network(cargo: Cargo) -> None:
    """Whatever the cargo, what is compiled passes the engine's own checks."""
    corridor = load_corridor(REFERENCE)
    wish = Wish(frozenset({"CNCKG"}), frozenset({"SGSIN"}), frozenset(MODES), corridor.span[0], 40)
    found = compile_network(corridor, cargo, wish, Closings(corridor), lambda crossing: False)
    assert find_faults(found.network) == []
    assert len(found.lines) > 200 or cargo.reefer
