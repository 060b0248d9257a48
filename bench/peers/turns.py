"""Acts of several systems in turns, so that what else the machine does falls on all of them alike."""

import statistics

from bench.__main__ import rate_of, timed, warm_up

BLOCK = 10
ASKED = {"open": (1 / 3, 3), "list": (1, 1), "page 50": (1, 1), "reply": (1 / 2, 3), "file": (1, 1)}
"""The share of the best peer's p50 that ours may take, and how many times its rate is asked of ours."""
OURS = "Landsea"


def measure(served: dict[str, dict], rounds: int, seconds: float) -> dict[str, dict[str, tuple[float, float, float]]]:
    """Return kind -> system -> (p50 and p95 of one client in ms, how many a second eight clients get done)."""
    results: dict[str, dict[str, tuple[float, float, float]]] = {}
    for acts in served.values():
        warm_up(acts)
    for kind in ASKED:
        makers = {name: acts[kind] for name, acts in served.items() if kind in acts}
        once = {name: make() for name, make in makers.items()}
        for act in once.values():
            for _ in range(BLOCK):
                act()
        times: dict[str, list[float]] = {name: [] for name in once}
        for _ in range(max(rounds // BLOCK, 1)):
            for name, act in once.items():
                times[name] += [timed(act) for _ in range(BLOCK)]
        rates = {name: rate_of(make, seconds) for name, make in makers.items()}
        results[kind] = {name: (*_percentiles(times[name]), rates[name]) for name in makers}
    return results


def print_table(results: dict[str, dict[str, tuple[float, float, float]]]) -> None:
    """Print a line for each kind and system, and what ours is of the best peer's."""
    print("| what | system | p50 ms | p95 ms | a second, eight clients |\n|---|---|---|---|---|")
    for kind, systems in results.items():
        for name, (p50, p95, rate) in systems.items():
            print(f"| {kind} | {name} | {p50:.1f} | {p95:.1f} | {rate:.0f} |")
    print(
        "\n| what | ours, of the best peer's p50 | asked at most | times its rate | asked at least |\n|---|---|---|---|---|"
    )
    for kind, systems in results.items():
        others = [figures for name, figures in systems.items() if name != OURS]
        if OURS in systems and others:
            p50 = systems[OURS][0] / min(figures[0] for figures in others)
            rate = systems[OURS][2] / max(figures[2] for figures in others)
            most, least = ASKED[kind]
            print(f"| {kind} | {p50:.2f} | {most:.2f} | {rate:.2f} | {least} |")


def _percentiles(times: list[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile in ms."""
    ordered = sorted(times)
    return statistics.median(ordered) * 1000, ordered[int(len(ordered) * 0.95)] * 1000
