"""The search's work sheet as a command of the platform."""

import json
import subprocess
import sys

from tests.search.test_worksheet import write


def test_the_command_needs_no_database(tmp_path) -> None:
    """It runs where no database answers, and says itself by its own name what is wrong."""
    write(tmp_path / "gtfs")
    (tmp_path / "queries.json").write_text(json.dumps({"queries": [["A", "D", 0]]}))
    command = [sys.executable, "-m", "landsea", "bench-gtfs", ".", "--criteria", "1", "--out", "out.json"]
    surroundings = {
        "cwd": tmp_path,
        "capture_output": True,
        "text": True,
        "env": {"DATABASE_URL": "postgres://nowhere/x"},
    }
    assert "1 queries" in subprocess.run(command, check=True, **surroundings).stdout
    (tmp_path / "queries.json").write_text("[1]")
    wrong = subprocess.run(command, check=False, **surroundings)
    assert wrong.returncode == 2 and wrong.stderr.startswith("landsea bench-gtfs: queries.json is no list of")
