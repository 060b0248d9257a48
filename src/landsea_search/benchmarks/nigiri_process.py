"""nigiri in an environment and a process of its own: one line in, one line out. It is no dependency of ours."""

import json
import subprocess
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from landsea_search.benchmarks.first_arrivals import BEGIN
from landsea_search.worksheet.files import find_feed
from landsea_search.worksheet.measuring import EPOCH

PACKAGE = "pynigiri==0.1.5"
LAST_DAY = "2027-02-04"  # the day after the last trip of a set has ended
THEIRS = """
import json, sys, time
import pynigiri
feed, first, last, zero = json.loads(sys.stdin.readline())
loader = pynigiri.LoaderConfig()
loader.default_tz, loader.link_stop_distance = "Etc/UTC", 0
finish = pynigiri.FinalizeOptions()
finish.adjust_footpaths, finish.max_footpath_length = False, 255  # minutes: more do not fit
timetable = pynigiri.load_timetable([pynigiri.TimetableSource("feed", feed, loader)], first, last, finish)
print(json.dumps(timetable.n_transports()), flush=True)
for line in sys.stdin:
    origin, destination, ready = json.loads(line)
    query = pynigiri.Query()
    query.start = [pynigiri.Offset(timetable.find_location(origin), 0)]
    query.destination = [pynigiri.Offset(timetable.find_location(destination), 0)]
    query.start_time, query.use_start_footpaths = zero + ready, True
    begun = time.perf_counter()
    journeys = pynigiri.route(timetable, query)
    took = 1000 * (time.perf_counter() - begun)
    arrival = min((int(journey.arrival_time()) - zero for journey in journeys), default=None)
    print(json.dumps([took, arrival]), flush=True)
"""
"""What runs beside us: one line in, one line out. Its log goes to standard error."""


def find_python(folder: Path, *, made: bool) -> Path | None:
    """Return the Python of an environment with the package; None, said in a sentence, when it cannot be had."""
    python = folder / "bin" / "python"
    try:
        if not made:
            venv.create(folder, with_pip=True)
            command = [str(python), "-m", "pip", "install", "--quiet", "--only-binary", ":all:", PACKAGE]
            subprocess.run(command, check=True, capture_output=True, text=True)
        subprocess.run([python, "-c", "import pynigiri"], check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        said = (getattr(problem, "stderr", None) or str(problem)).strip().splitlines()
        print(f"Beside nigiri: {PACKAGE} cannot be had here, so nothing is compared. {said[-1] if said else ''}")
        return None
    return python


class Nigiri:
    """A router for passengers that has loaded a feed. nigiri is asked as suits it best: see `THEIRS`."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def ask(self, line: object) -> Any:
        """Send one line and return the answer; raises RuntimeError when the process has ended."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(line) + "\n")
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("nigiri ended without an answer.")
        return json.loads(answer)


@contextmanager
def load_nigiri(python: Path, directory: Path) -> Iterator[Nigiri]:
    """Start a process that has loaded the feed in a directory, and end it afterwards."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [python, "-c", THEIRS], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, bufsize=1
    ) as process:
        nigiri = Nigiri(process)
        nigiri.ask([str(find_feed(directory)), BEGIN.isoformat(), LAST_DAY, int(EPOCH.timestamp()) // 60])
        yield nigiri
        assert process.stdin is not None
        process.stdin.close()
