"""What must hold of a network before it is searched; each fault is a sentence that names the row. No searching here."""

from collections.abc import Iterator
from itertools import pairwise

from landsea_search.spi import Line, Network, Opening, RiskCurve


def faults(network: Network) -> list[str]:
    """Return a sentence for everything that would make a search wrong; empty when the network is in order."""
    found = [f"curve {number}: {sentence}" for number, curve in enumerate(network.curves) for sentence in _curve(curve)]
    for number, stop in enumerate(network.stops):
        if (stop.interchange or 0) < 0:
            found.append(f"stop {number} ({stop.key}): the interchange time is negative; give minutes from 0.")
        found += [f"stop {number} ({stop.key}): {sentence}" for sentence in _opening(stop.opening)]
    for number, line in enumerate(network.lines):
        found += [f"line {number} ({line.key}): {sentence}" for sentence in _line(line, network)]
    for kind, rows, least in (("haulage", network.haulages, 1), ("transfer", network.transfers, 0)):
        for number, row in enumerate(rows):
            name = f"{kind} {number} ({row.key})"
            if not {row.origin, row.destination} <= set(range(len(network.stops))) or row.origin == row.destination:
                found.append(f"{name}: origin and destination must be two stops of the network.")
            if row.minutes < least:
                found.append(f"{name}: takes {row.minutes} minutes; the least is {least}.")
            if min(row.cost, row.co2, getattr(row, "risk", 0)) < 0:
                found.append(f"{name}: cost, CO2e and risk must not be negative.")
            found += [f"{name}: {sentence}" for sentence in _opening(row.opening)]
    return found


def _curve(curve: RiskCurve) -> Iterator[str]:
    if not curve.values or curve.values[-1] < 0:
        yield "needs at least one value, and none below 0."
    if any(later > earlier for earlier, later in pairwise(curve.values)):
        yield "rises; more slack must never mean more risk."


def _opening(opening: Opening | None) -> Iterator[str]:
    if opening is None:
        return
    edges = [edge for window in opening.windows for edge in window]
    if any(later <= earlier for earlier, later in pairwise(edges)):
        yield "the windows of its opening must be sorted, apart, and close after they open."


def _line(line: Line, network: Network) -> Iterator[str]:
    if not line.moves:
        yield "has no moves."
    if any(later <= earlier for earlier, later in pairwise(line.starts)):
        yield "its starts must rise; two runs at the same minute are one."
    stops = range(len(network.stops))
    for place, move in enumerate(line.moves):
        if move.origin not in stops or move.destination not in stops:
            yield f"move {place} names a stop that is not there."
        if move.arrives <= move.departs:
            yield f"move {place} arrives {move.arrives - move.departs} minutes after it departs; at least one is needed."
        if min(move.cost, move.co2) < 0:
            yield f"move {place}: cost and CO2e must not be negative."
        boarding = move.boarding
        if boarding and min(boarding.cost, boarding.co2, boarding.cut_off) < 0:
            yield f"move {place}: what boarding costs, and its cut-off, must not be negative."
        if boarding and boarding.curve is not None and boarding.curve not in range(len(network.curves)):
            yield f"move {place} names a risk curve that is not there."
    for place, (earlier, later) in enumerate(pairwise(line.moves)):
        if earlier.destination != later.origin:
            yield f"move {place + 1} departs from another stop than move {place} arrives at."
        if later.departs < earlier.arrives:
            yield f"move {place + 1} departs before move {place} arrives."
