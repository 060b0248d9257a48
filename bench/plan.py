"""`make bench`, the plan's part: what a plan costs on the real network. Run: `python -m bench.plan`.

A start of `landsea plan` in a process of its own (processor and wall seconds, cache file present), the memory that the
network and its planning add, the hardest of drawn questions by both engines, and the plan page through all of Django. The
page is asked on a database with the reference directory and the measures. Prints one table; ends with 1 when a line is not
reached. Wall times tell of the machine's load too: judge by processor time where it is busy.
"""

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from tests.coming_days import coming_tuesday

LINES = {"start, usual": 0.5, "start, named goods": 0.5, "network in memory": 120, "plan page": 0.15}
STARTS = {
    "start, usual": ["Vientiane", "Chongqing", "--teu", "1"],
    "start, named goods": ["Vientiane", "Chongqing", "--hs", "080390", "--origin", "LA"],
    "start, hard": ["Chongqing", "Jakarta", "--kg", "500"],
}
READY = f"{coming_tuesday()}T08:00"
EMPTY = "/plan/trips/"
PAGES = (("Chongqing", "Singapore", "rail sea"), ("Vientiane", "Chongqing", ""), ("Nanning", "Hanoi", "road"))


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.plan", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="starts and pages of each kind (default 7)")
    parser.add_argument("--questions", type=int, default=30, help="drawn questions for both engines (default 30)")
    options = parser.parse_args()
    print(f"{'':<24}{'median':>10}{'worst':>10}{'line':>8}  what")
    reached = [starts(options.rounds), memory(), engines(options.questions), pages(options.rounds)]
    return int(not all(reached))


def row(name: str, values: list[float], what: str, line: float | None = None) -> bool:
    """Print a line of the table; say whether the median is within its line."""
    middle = statistics.median(values)
    print(f"{name:<24}{middle:>10.3f}{max(values):>10.3f}{line if line is not None else '-':>8}  {what}", flush=True)
    return line is None or middle <= line


def starts(rounds: int) -> bool:
    """Start `landsea plan` again and again; the first start, which may write the cache, is not counted."""
    reached = True
    for name, question in STARTS.items():
        command = [sys.executable, "-m", "landsea", "plan", *question, "--ready", READY, "--json"]
        processor, wall = [], []
        for number in range(rounds + 1):
            before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            if number:
                processor.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
                wall.append(time.perf_counter() - begun)
        reached &= row(name, processor, "s of processor", LINES.get(name))
        row("", wall, f"s of wall, {os.getloadavg()[0]:.1f} at work on {os.cpu_count()} cores")
    return reached


def memory() -> bool:
    """Return whether the network and one plan add little to a process that has loaded both engines."""
    code = (
        "import resource;from datetime import datetime,UTC;from landsea_search import Network,make_planner;"
        "make_planner(Network((),()),compiled=True);from landsea_core.planner.network.cargo import Cargo;"
        "from landsea_core.planner.network.planning import plan;"
        "from landsea_core.planner.network.questions import PlanQuestion;"
        "from landsea_core.planner.network.searching import PlanningContext;"
        "used=lambda:resource.getrusage(resource.RUSAGE_SELF).ru_maxrss/1024;before=used();"
        "from landsea.corridor.reading import corridor;planning=PlanningContext(corridor(),engine=make_planner);"
        "plan(planning,PlanQuestion('CNCKG','SGSGC',datetime(2026,12,1,tzinfo=UTC),Cargo(teu=1)));print(used()-before)"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    return row("network in memory", [float(said)], "MB for the network and a plan", LINES["network in memory"])


def engines(questions: int) -> bool:
    """Ask drawn questions of both engines in this process; the first plan, which loads Numba, is not counted."""
    from landsea.corridor.network_files import read_corridor
    from landsea_core.planner.network.cargo import Cargo
    from landsea_core.planner.network.planning import plan
    from landsea_core.planner.network.questions import PlanFault, PlanQuestion
    from landsea_core.planner.network.searching import PlanningContext
    from landsea_search import make_planner

    known, chance = read_corridor(), random.Random(5)
    lines = [one for one in known.services.values() if one.kind == "line"]
    cities = sorted({known.places[call.place].within or call.place for one in lines for call in one.calls})
    asked = []
    for number in range(questions + 1):
        ends, ready = chance.sample(cities, 2), datetime(2026, 12, 1, tzinfo=UTC) + timedelta(hours=37 * number)
        asked.append(
            PlanQuestion(*ends, ready, chance.choice((Cargo(teu=1), Cargo(teu=2, reefer=True), Cargo(kg=12_000))))
        )
    for name, compiled in (("compiled engine", True), ("plain Python", False)):
        planning = PlanningContext(known, engine=lambda network, kind=compiled: make_planner(network, compiled=kind))
        took = []
        for question in asked:
            begun = time.process_time()
            try:
                plan(planning, question)
            except PlanFault:
                continue
            took.append(time.process_time() - begun)
        row(name, took[1:], f"s of processor a plan, {len(took) - 1} questions")
    return True


def pages(rounds: int) -> bool:
    """Ask for the plan page, drawn whole, in a process that serves it all along."""
    from landsea_dev.throwaway import start_throwaway_cluster

    with tempfile.TemporaryDirectory() as var:
        os.environ |= {
            "DATABASE_URL": start_throwaway_cluster().url(),
            "LANDSEA_VAR": var,
            "LANDSEA_SECRET_KEY": "bench",
            "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
            "LANDSEA_LOG_LEVEL": "ERROR",
        }
        import django

        django.setup()
        from django.core.management import call_command
        from django.test import Client

        call_command("collectstatic", interactive=False, verbosity=0)
        for command in ("migrate", "load_reference", "load_measures"):
            call_command(command, verbosity=0)
        client = Client(headers={"host": "localhost"})
        reached = True
        client.get(EMPTY)
        empty = statistics.median(timed(lambda: client.get(EMPTY), rounds, time.process_time))
        row("page without a plan", [empty], "s of processor, to compare with")
        for origin, destination, modes in PAGES:
            query = {"from": origin, "to": destination, "ready": READY, "hs": "080390", "mode": modes.split()}
            wall, processor = page_times(client, query, rounds)
            ratio = statistics.median(processor) / empty
            what = f"s of processor, {ratio:.1f} pages without a plan, {origin} - {destination} {modes}"
            reached &= row("plan page", processor, what, LINES["plan page"])
            row("", wall, "s of wall")
        return reached


def page_times(client, query: dict, rounds: int) -> tuple[list[float], list[float]]:
    """Return wall and processor seconds of so many pages; the first two, which fill what is kept, are not counted."""

    def once() -> None:
        answer = client.get("/plan/", query)
        if answer.status_code != 200:
            raise SystemExit(f"the plan page answered {answer.status_code} to {query}")

    once()
    once()
    return timed(once, rounds, time.perf_counter), timed(once, rounds, time.process_time)


def timed(once: Callable[[], None], rounds: int, clock: Callable[[], float]) -> list[float]:
    """Return how long each of so many calls took by a clock."""
    took = []
    for _ in range(rounds):
        begun = clock()
        once()
        took.append(clock() - begun)
    return took


if __name__ == "__main__":
    sys.exit(main())
