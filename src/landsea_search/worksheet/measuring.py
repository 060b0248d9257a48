"""Searching a feed by the sheet's rules, query after query, each with its time."""

import contextlib
import resource
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from landsea_search.choosing import load_compiled, make_planner
from landsea_search.journey import Values
from landsea_search.network import Network
from landsea_search.planner import Planner, TooManyLabels
from landsea_search.query import Criteria, Query
from landsea_search.worksheet.feed_reading import read_feed
from landsea_search.worksheet.files import Asked, find_feed, find_queries, read_queries
from landsea_search.worksheet.rules import WINDOW_MINUTES, make_network

EPOCH = datetime(2027, 1, 4, tzinfo=UTC)  # the sheet's minute 0


def measure_search(
    directory: Path,
    queries: Path | None,
    criteria: int,
    limit: int | None,
    make: Callable[[Network], Planner] = make_planner,
) -> dict[str, Any]:
    """Return the sheet's figures: `load_s`, `median_ms`, `p95_ms`, `max_ms`, `rss_mb`, `arrivals` and, from 3, `fronts`.

    A query given up for want of memory has `arrivals` and `fronts` null, its time counts, and `unanswered` says why
    ({query, why}, counted from 1); there is no `unanswered` when all were answered. Loading includes the imports and one
    search beforehand, so that no query pays for reading compiled code; what is not compiled yet is compiled before.
    Raises ValueError or OSError with a sentence when feed or queries cannot be used.
    """
    began = time.perf_counter()
    network = read_network(directory)
    number = {stop.key: place for place, stop in enumerate(network.stops)}
    rows = read_queries(queries or find_queries(directory), number)[:limit]
    asked = [make_query(row, number, criteria) for row in rows]
    load_compiled(very_many_labels=criteria > Criteria.ARRIVAL)
    planner = make(network)
    for query in asked[:1]:
        with contextlib.suppress(TooManyLabels):
            planner.find_front(query)
    load_s = time.perf_counter() - began
    times, fronts, unanswered = _ask_all(planner, asked)
    result = {"load_s": round(load_s, 3)} | _summarise(times, fronts)
    if criteria > Criteria.ARRIVAL:
        result["fronts"] = fronts
    if unanswered:
        result["unanswered"] = unanswered
    return result


def read_network(directory: Path) -> Network:
    """Return the network of the feed in a directory; raises ValueError or OSError with a sentence."""
    return make_network(read_feed(find_feed(directory), EPOCH))


def make_query(row: Asked, number: dict[str, int], criteria: int) -> Query:
    """Return a row of queries as a query; `number` has the stops by key."""
    origin, destination, ready = row
    return Query(number[origin], number[destination], ready, ready + WINDOW_MINUTES, Criteria(criteria))


def _ask_all(
    planner: Planner, asked: list[Query]
) -> tuple[list[float], list[list[Values] | None], list[dict[str, int | str]]]:
    """Return times in milliseconds, fronts, and the queries that were given up."""
    times: list[float] = []
    fronts: list[list[Values] | None] = []
    unanswered: list[dict[str, int | str]] = []
    for number, query in enumerate(asked, start=1):
        start = time.perf_counter()
        try:
            fronts.append(planner.find_front(query))
        except TooManyLabels as problem:
            fronts.append(None)
            unanswered.append({"query": number, "why": str(problem)})
        times.append(1000 * (time.perf_counter() - start))
    return times, fronts, unanswered


def _summarise(times: list[float], fronts: list[list[Values] | None]) -> dict[str, Any]:
    """Return the figures that are the same for all criteria."""
    rising = sorted(times)
    return {
        "median_ms": round(statistics.median(rising), 3) if rising else None,
        "p95_ms": round(rising[min(len(rising) - 1, int(0.95 * len(rising)))], 3) if rising else None,
        "max_ms": round(rising[-1], 3) if rising else None,
        "rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "arrivals": [front[0][0] if front else None for front in fronts],
    }
