"""`python -m bench.directory`: the directory with 10,000 desks: finding by name in five scripts, who is reachable, who answers.

The desks are the reference directory's, each several times over under numbered offices, so that names are as long, as alike
and in as many scripts as real ones; every desk has holder, deputy and contacts, every tenth a rota. One process, one
connection, no page around it. Prints one table, in milliseconds, beside the lines to keep.
"""

import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

DESKS = 10_000
ROUNDS = 400
NAMES = (
    "plant quarantine",
    "customs clearance hall",
    "mohan",
    "rail freight chongqing",
    "food saf",
    "磨憨",
    "通关",
    "植物检疫",
    "重庆",
    "ບໍ່ເຕັນ",
    "ດ່ານພາສີ",
    "ด่านศุลกากร",
    "hải quan",
    "kiểm dịch thực vật",
    "Hữu Nghị",
    "nothing has this name",
)


def main() -> int:
    """Fill a database of its own (kept between runs), measure, print the table; ends with 1 when a line is not kept."""
    from bench.site import database_url

    os.environ["DATABASE_URL"] = database_url("bench_directory")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    os.environ.setdefault("LANDSEA_SECRET_KEY", "bench")
    import django

    django.setup()
    from bench.directory_store import fill

    desks = fill(DESKS)
    rows = list(measured(desks))
    print(f"{len(desks):,} desks{'':<24}{'p50 ms':>9}{'p95 ms':>9}{'worst':>9}{'line':>8}")
    for name, times, line in rows:
        p50, p95, worst = (f"{value * 1000:.2f}" for value in (statistics.median(times), quantile(times), max(times)))
        print(f"{name:<36}{p50:>9}{p95:>9}{worst:>9}{line:>6} ms")
    return int(any(statistics.median(times) * 1000 >= line for _name, times, line in rows))


def measured(desks: list):
    """Yield (what, seconds each, milliseconds that half of them may take at most)."""
    from landsea.directory.name_search import find_by_name
    from landsea.directory.reachability import find_who_is_reachable
    from landsea.directory.routing import find_routing
    from landsea_core.routing import RoutingQuestion

    chance = random.Random(1)
    yield "find by name", timed(lambda: find_by_name(chance.choice(NAMES))), 30
    slowest = max(NAMES, key=lambda name: statistics.median(timed(lambda: find_by_name(name), 15)))
    yield f"find by name, slowest: {slowest}", timed(lambda: find_by_name(slowest), 100), 30
    start = datetime(2026, 11, 23, tzinfo=UTC)

    def reach():
        find_who_is_reachable(chance.choice(desks), start + timedelta(minutes=chance.randrange(7 * 1440)))

    yield "who is reachable", timed(reach), 1
    find_routing(RoutingQuestion("sps_tbt", "plant_health", "CN"))
    yield (
        "who answers",
        timed(lambda: find_routing(RoutingQuestion("sps_tbt", "plant_health", "CN", ("CNMHN",), "0810"))),
        5,
    )


def timed(once: Callable, rounds: int = ROUNDS) -> list[float]:
    """Return how many seconds each of so many calls took, after some to warm up."""
    for _ in range(20):
        once()
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        once()
        times.append(time.perf_counter() - begun)
    return times


def quantile(times: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(times)[int(len(times) * 0.95)]


if __name__ == "__main__":
    sys.exit(main())
