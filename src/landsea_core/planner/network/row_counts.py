"""How many rows of each kind the network's files hold, for people who look after them."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from landsea_core.planner.network.model import LINE, MODES

_COUNTED_APART = {"places.jsonl", "services.jsonl", "procedures.jsonl"}

Numbered = list[tuple[int, dict[str, Any]]]


def _count_by_mode(services: Iterable[dict[str, Any]]) -> dict[str, int]:
    counts = Counter(row["mode"] for row in services)
    return {mode: counts[mode] for mode in MODES}


def count_rows(files: dict[str, Numbered]) -> dict[str, dict[str, int]]:
    """Return how many rows there are, by what they are about and then by kind, mode or grade."""
    services = [row for _, row in files["services.jsonl"]]
    lines = [row for row in services if row["kind"] == LINE]
    offered = [row for row in services if not row["not_offered"]]
    priced = {name for _, row in files["prices.jsonl"] if not row.get("retired") for name in row["services"]}
    used = {call["place"] for row in services for call in row["calls"]}
    return {
        "places": {"on record": len(files["places.jsonl"]), "served": len(used)},
        "services by kind": dict(Counter(row["kind"] for row in services)),
        "lines by mode": dict(Counter(row["mode"] for row in lines)),
        "services offered by mode": _count_by_mode(offered),
        "services with a price by mode": _count_by_mode(row for row in offered if row["id"] in priced),
        "grade of lines' times": dict(Counter(row["grade"] for row in lines)),
        "clock times by grade": dict(Counter(call["grade"] for row in lines for call in row["calls"])),
        "procedures by kind": dict(Counter(row["kind"] for _, row in files["procedures.jsonl"])),
        "grade of procedures": dict(Counter(row["grade"] for _, row in files["procedures.jsonl"])),
        "other rows": {name: len(numbered) for name, numbered in files.items() if name not in _COUNTED_APART},
    }
