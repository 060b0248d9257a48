"""What a small machine needs for `make run`: memory, idle processor, a second start, and one cold command.

    python -m bench.small_machine [--minutes 10] [--var FOLDER] [--port 8130]

Starts `landsea serve` twice in a folder of its own (with the demonstration, as `make run` does), opens some pages, and
prints: how long the second start takes until a page comes and until all is loaded; the memory of each process as its
share (PSS: what several share counts once over all), the embedded PostgreSQL apart; the processor time of each while
nobody asks for anything; and that of `landsea plan` on a cold process. A folder that it makes is prepared as a new
installation is after its first quarter of an hour: the worker has read all public texts (`landsea likeness`). On a
machine that does other work, only processor times and memory can be compared. Linux only. Ends with 1 when a line of
the table is over its bound.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.coming_days import coming_tuesday

from bench.open_pages import look as share_of

PAGES = (
    "/",
    "/file/",
    "/who/?q=mohan",
    "/rules/",
    f"/plan/?from=CNCKG&to=VNHAN&ready={coming_tuesday()}T08:00",
    "/search/?q=durian",
)
MOST_MEMORY = 1200  # MB, all processes of `make run`
MOST_IDLE = 2.0  # per cent of a core
MOST_START = 8.0  # seconds
MOST_PLAN = 0.5  # seconds
PLAN = ["plan", "CNCKG", "VNHPH", "--ready", f"{coming_tuesday()}T08:00"]


@dataclass(frozen=True)
class Seen:
    """A process at one moment: what it is called, its share of memory in MB, and its processor time in seconds."""

    name: str
    memory: float
    processor: float


def main() -> int:
    """Start, measure, print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.small_machine", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="for so long nobody asks for anything (default 10)")
    parser.add_argument(
        "--var", type=Path, help="an installation's folder that was prepared before; one is made otherwise"
    )
    parser.add_argument("--port", type=int, default=8130)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        var = options.var or Path(made)
        os.environ |= {"LANDSEA_VAR": str(var), "PORT": str(options.port)}
        os.environ["LANDSEA_DEMO"] = os.environ.get("LANDSEA_DEMO", "yes")
        os.environ["LANDSEA_DEMO_YEAR"] = os.environ.get("LANDSEA_DEMO_YEAR", "yes")
        if options.var is None:
            with serving(options.port):
                print(f"prepared; to read all public texts took {read_public_texts():.0f} s of processor", flush=True)
        rows = measure(options)
    print(
        "\n| what | measured | at most |\n|---|---|---|\n"
        + "\n".join(f"| {what} | {said} | {most} |" for what, said, most, _ in rows)
    )
    return 1 if any(is_over for *_row, is_over in rows) else 0


def measure(options: argparse.Namespace) -> list[tuple[str, str, str, bool]]:
    """Return the rows of the table: what, what was measured, its bound, and whether it is over that."""
    begun = time.monotonic()
    with serving(options.port) as server:
        start = time.monotonic() - begun
        while not is_handed_over(server.pid):
            time.sleep(0.05)
        loaded, spent = time.monotonic() - begun, sum(one.processor for one in look(server.pid).values())
        for page in PAGES:
            urlopen(f"http://127.0.0.1:{options.port}{page}", timeout=600).read()
        time.sleep(60)  # what a start leaves for later is done by then
        before, since = look(server.pid), time.monotonic()
        time.sleep(options.minutes * 60)
        after, lasted = look(server.pid), time.monotonic() - since
    busy = {pid: (one.processor - before[pid].processor if pid in before else 0.0) for pid, one in after.items()}
    for pid, one in sorted(after.items(), key=lambda pair: -pair[1].memory):
        print(f"{one.name:<40}{one.memory:>8.0f} MB{100 * busy[pid] / lasted:>8.2f} % of a core", flush=True)
    said = f"{loaded:.1f} s by the clock; {spent:.1f} s of processor, all processes"
    rows = [
        ("second start until a page comes", f"{start:.1f} s by the clock", f"{MOST_START:.0f} s", start > MOST_START),
        ("until all is loaded, web server and worker", said, "-", False),
    ]
    base = [pid for pid, one in after.items() if one.name.startswith("postgres")]
    for what, chosen in (("without PostgreSQL", set(after) - set(base)), ("with the embedded PostgreSQL", set(after))):
        memory = sum(after[pid].memory for pid in chosen)
        idle = 100 * sum(busy[pid] for pid in chosen) / lasted
        rows.append((f"memory, {what}", f"{memory:.0f} MB", f"{MOST_MEMORY} MB", memory > MOST_MEMORY))
        rows.append((f"idle, {what}", f"{idle:.2f} % of a core", f"{MOST_IDLE} %", idle > MOST_IDLE))
    clock, processor = min(plan_cold() for _time in range(5))
    said = f"{clock:.2f} s by the clock, {processor:.2f} s of processor (best of five)"
    return [*rows, ("`landsea plan`, cold", said, f"{MOST_PLAN} s", clock > MOST_PLAN)]


@contextmanager
def serving(port: int) -> Iterator[subprocess.Popen]:
    """Run `landsea serve` until a page has come and as long as the block lasts."""
    server = subprocess.Popen([sys.executable, "-m", "landsea", "serve"], stdout=subprocess.DEVNULL)
    try:
        while True:
            with suppress(URLError, OSError), urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=30):
                break
            if server.poll() is not None:
                raise SystemExit("landsea serve has ended.")
            time.sleep(0.05)
        yield server
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(60)


def look(serving_pid: int) -> dict[int, Seen]:
    """Return the processes of the platform and of its database, by number."""
    from landsea_dev import postgres

    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    wanted, found = {serving_pid, postgres.describe_server_status().pid}, {}
    while more := {pid for pid, parent in parents.items() if parent in wanted} - wanted:
        wanted |= more
    for pid in wanted - {None}:
        with suppress(OSError):
            found[pid] = _see(Path(f"/proc/{pid}"))
    return found


def is_handed_over(serving_pid: int) -> bool:
    """Say whether web server and worker run, and the web server of the first seconds has given way."""
    titles = {one.name for one in look(serving_pid).values()}
    return {"landsea-web", "landsea-worker"} <= titles and "landsea-first" not in titles


def _see(folder: Path) -> Seen:
    words = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    memory, processor = share_of(folder)
    title = (folder / "comm").read_text().strip()  # what is forked has one of its own
    if title.startswith("landsea-"):
        return Seen(title, memory, processor)
    name = "postgres" if "postgres" in words.split(" ")[0].rpartition("/")[2] else words.partition(" -m ")[2] or words
    return Seen(name[:38], memory, processor)


def read_public_texts() -> float:
    """Do what the worker of a new installation does beside its work, and return the seconds of processor it took."""
    before = os.times()
    subprocess.run([sys.executable, "-m", "landsea", "likeness", "--json"], stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def plan_cold() -> tuple[float, float]:
    """Return seconds by the clock and of processor for one plan by a process of its own."""
    before, begun = os.times(), time.monotonic()
    subprocess.run([sys.executable, "-m", "landsea", *PLAN], stdout=subprocess.DEVNULL, check=True)
    after, lasted = os.times(), time.monotonic() - begun
    return lasted, after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    sys.exit(main())
