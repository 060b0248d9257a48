"""Time filing, opening, replying and planning of this checkout and of an earlier commit, in turns in one run.

Usage: python -m bench.before_after COMMIT [--cases 10000] [--turns 2] [--in-process]

These machines are shared: a figure of one day says nothing about another. So both checkouts take turns on the same server,
each with a database of its own, and the table shows medians and their ratio. The earlier checkout is laid beside this one
as a git worktree under the temporary folder and runs on this one's packages. `--in-process` asks both without a web server,
in one process each, and compares the processor's time of a request (`bench.one_process`).
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.coming_days import coming_tuesday

ROOT = Path(__file__).resolve().parents[1]
PLAN = ["plan", "Vientiane", "Chongqing", "--ready", f"{coming_tuesday()}T08:00+07:00", "--teu", "1"]


def main() -> int:
    """Measure both and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.before_after", description=__doc__)
    parser.add_argument("commit", help="the earlier commit")
    parser.add_argument("--cases", type=int, default=10_000, help="size of the stores (default 10000)")
    parser.add_argument("--turns", type=int, default=2, help="how often each is measured (default 2)")
    parser.add_argument("--in-process", action="store_true", help="compare the processor's time of single requests")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="landsea-before-") as folder:
        before = Path(folder) / "checkout"
        git("worktree", "add", "--quiet", "--detach", str(before), options.commit)
        try:
            lend_built_pages(before)
            print_table(measure_in_turns({"before": before, "after": ROOT}, options))
        finally:
            git("worktree", "remove", "--force", str(before))
    return 0


def git(*arguments: str) -> None:
    """Run git in this checkout."""
    subprocess.run(["git", *arguments], cwd=ROOT, check=True)


def lend_built_pages(checkout: Path) -> None:
    """Let a checkout serve the scripts and styles that were built here: what they look like is not measured."""
    built = next((ROOT / "src/landsea").rglob("static/ui/dist"))
    symbols = next((checkout / "src/landsea").rglob("static/ui/symbols.svg"))
    (symbols.parent / "dist").symlink_to(built)


def measure_in_turns(checkouts: dict[str, Path], options) -> dict[str, dict[str, list[float]]]:
    """Return, by kind of request, the medians (milliseconds) that each checkout came to, a list a checkout."""
    from bench.site import database_url

    found: dict[str, dict[str, list[float]]] = {}
    for turn in range(options.turns):
        for name, checkout in list(checkouts.items())[:: 1 if turn % 2 == 0 else -1]:
            url = database_url(f"bench_{name}_{options.cases}")
            ask = measure_in_process if options.in_process else measure
            for kind, milliseconds in ask(checkout, url, options.cases).items():
                found.setdefault(kind, {}).setdefault(name, []).append(milliseconds)
    return found


def measure(checkout: Path, url: str, cases: int) -> dict[str, float]:
    """Return the median milliseconds of each kind of request to a checkout, and of one plan from its command line."""
    with tempfile.TemporaryDirectory() as var:
        environment = environment_of(checkout, url, var)
        once = [sys.executable, "-m", "bench", "--one", str(cases), "--rounds", "100", "--seconds", "2"]
        said = subprocess.run(once, cwd=checkout, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
        rows = [line.split("\t") for line in said.splitlines() if "\t" in line]
        return {kind: float(median) for kind, median, *_ in rows} | {"plan": time_plan(checkout, environment)}


def measure_in_process(checkout: Path, url: str, cases: int) -> dict[str, float]:
    """Return the median milliseconds of the processor for each kind of request. What asks is this checkout's, which an earlier
    one may not have; what is asked is the other's.
    """
    with tempfile.TemporaryDirectory() as var:
        environment = environment_of(checkout, url, var)
        environment["PYTHONPATH"] += os.pathsep + str(ROOT)
        script = "import runpy; runpy.run_module('bench.one_process', run_name='__main__')"
        once = [sys.executable, "-P", "-c", script, "--cases", str(cases)]
        said = subprocess.run(once, cwd=checkout, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
        rows = [line.split("\t") for line in said.splitlines() if "\t" in line]
        return {kind: float(processor) for kind, _clock, processor in rows}


def environment_of(checkout: Path, url: str, var: str) -> dict[str, str]:
    """Return the environment in which a checkout is asked, with its own code and this database and folder."""
    ours = {"PYTHONPATH": str(checkout / "src"), "BENCH_SERVER_URL": url, "DATABASE_URL": url, "LANDSEA_VAR": var}
    return os.environ | ours | {"LANDSEA_DEMO": "yes", "LANDSEA_SECRET_KEY": "bench"}


def time_plan(checkout: Path, environment: dict[str, str]) -> float:
    """Return the median milliseconds of five plans in one process, the first one left out: it reads the network."""
    script = (
        "import contextlib, io, sys, time\n"
        "from landsea.corridor.commandline import plan\n"
        "times = []\n"
        "for _ in range(6):\n"
        "    begun = time.perf_counter()\n"
        "    with contextlib.redirect_stdout(io.StringIO()):\n"
        "        plan.main(sys.argv[1:])\n"
        "    times.append(time.perf_counter() - begun)\n"
        "print(sorted(times[1:])[2] * 1000)\n"
    )
    command = [sys.executable, "-c", script, *PLAN[1:]]
    said = subprocess.run(command, cwd=checkout, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
    return float(said.split()[-1])


def print_table(found: dict[str, dict[str, list[float]]]) -> None:
    """Print medians before and after, and their ratio."""
    print(f"{'':<10}{'before ms':>12}{'after ms':>12}{'ratio':>8}")
    for kind, by in found.items():
        before, after = statistics.median(by["before"]), statistics.median(by["after"])
        print(f"{kind:<10}{before:>12.1f}{after:>12.1f}{after / before:>8.2f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
