"""Running the work sheet in a process of its own, and what its slowest query took.

`python -m landsea_search.benchmarks.profiling DIR CRITERIA LIMIT` prints the results as one JSON object.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from landsea_search.choosing import make_planner
from landsea_search.journey import Journey, Values
from landsea_search.network import Network
from landsea_search.query import Query
from landsea_search.worksheet.measuring import measure_search

UNANSWERED = 1  # how the work sheet's command ends when it gave up a query; it has answered the others


class WatchedPlanner:
    """A planner whose slowest query is kept; one search beforehand is not counted."""

    slowest: dict[str, Any] = {"ms": 0.0}

    def __init__(self, network: Network) -> None:
        self._planner, self._asked = make_planner(network), -1
        WatchedPlanner.slowest = {"ms": 0.0}

    def find_front(self, query: Query) -> list[Values]:
        """Return the front, and keep what it took if that was more than before."""
        self._asked += 1
        begun = time.perf_counter()
        front = self._planner.find_front(query)
        took = 1000 * (time.perf_counter() - begun)
        if self._asked and took > WatchedPlanner.slowest["ms"]:
            effort = getattr(self._planner, "effort", None)
            WatchedPlanner.slowest = {"query": self._asked, "ms": took, "journeys": len(front), "effort": effort}
        return front

    def find_journeys(self, query: Query) -> list[Journey]:
        """Return the journeys; nothing is kept of it."""
        return self._planner.find_journeys(query)


def profile_in_own_process(directory: Path, criteria: int, limit: int) -> dict[str, Any]:
    """Return what the work sheet measures and, as `slowest`, the slowest query; memory and compiled code are its own."""
    command = [sys.executable, "-m", "landsea_search.benchmarks.profiling", str(directory), str(criteria), str(limit)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def run_work_sheet_command(directory: Path, criteria: int, limit: int) -> dict[str, Any]:
    """Run the work sheet's command as a user would."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.json"
        command = [sys.executable, "-m", "landsea_search.worksheet", str(directory), "--criteria", str(criteria)]
        command += ["--limit", str(limit), "--out", str(out)]
        done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
        if done.returncode not in {0, UNANSWERED}:
            done.check_returncode()
        found: dict[str, Any] = json.loads(out.read_text())
        return found


def describe_slowest(slowest: dict[str, Any]) -> str:
    """Say what the slowest of the answered queries took."""
    if "query" not in slowest:
        return "no query was answered"
    said = f"slowest: query {slowest['query']}, {slowest['ms']:.4g} ms, {slowest['journeys']:,} in the front"
    if not slowest["effort"]:
        return said
    labels, settled, with_labels, with_journeys, written, stages = slowest["effort"]
    took = ", ".join(f"{name} {ms:,.0f}" for name, ms in stages.items())
    return (
        f"{said} ({slowest['ms'] / max(1, slowest['journeys']):.3g} ms each), {labels:,} labels made "
        f"({1000 * slowest['ms'] / labels:.2g} us each), {settled:,} settled, {with_labels:,} comparisons with labels, "
        f"{with_journeys:,} with journeys, {written / 1e6:,.0f} MB written; ms of processor by stage: {took}"
    )


if __name__ == "__main__":
    measured = measure_search(Path(sys.argv[1]), None, int(sys.argv[2]), int(sys.argv[3]), WatchedPlanner)
    print(json.dumps(measured | {"slowest": WatchedPlanner.slowest}))
