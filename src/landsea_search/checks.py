"""What must hold of a network before it is searched; each fault is a sentence that names the row. No searching here."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from landsea_search.network import Haulage, Line, Move, Network, Opening, RiskCurve, Transfer


def find_faults(network: Network) -> list[str]:
    """Return a sentence for everything that would make a search wrong; empty when the network is in order."""
    found = [f"curve {number}: {said}" for number, curve in enumerate(network.curves) for said in _check_curve(curve)]
    for number, stop in enumerate(network.stops):
        if (stop.interchange or 0) < 0:
            found.append(f"stop {number} ({stop.key}): the interchange time is negative; give minutes from 0.")
        found += [f"stop {number} ({stop.key}): {sentence}" for sentence in _check_opening(stop.opening)]
    for number, line in enumerate(network.lines):
        found += [f"line {number} ({line.key}): {sentence}" for sentence in _check_line(line, network)]
    found += _check_ways("haulage", network.haulages, 1, network)
    found += _check_ways("transfer", network.transfers, 0, network)
    return found


def _check_ways(kind: str, rows: Iterable[Haulage | Transfer], least: int, network: Network) -> Iterator[str]:
    """Yield what is wrong with haulages or transfers, which take `least` minutes or more."""
    for number, row in enumerate(rows):
        name = f"{kind} {number} ({row.key})"
        if not {row.origin, row.destination} <= set(range(len(network.stops))) or row.origin == row.destination:
            yield f"{name}: origin and destination must be two stops of the network."
        if row.minutes < least:
            yield f"{name}: takes {row.minutes} minutes; the least is {least}."
        if min(row.cost, row.co2, row.risk if isinstance(row, Haulage) else 0) < 0:
            yield f"{name}: cost, CO2e and risk must not be negative."
        for sentence in _check_opening(row.opening):
            yield f"{name}: {sentence}"


def _check_curve(curve: RiskCurve) -> Iterator[str]:
    if not curve.values or curve.values[-1] < 0:
        yield "needs at least one value, and none below 0."
    if any(later > earlier for earlier, later in pairwise(curve.values)):
        yield "rises; more slack must never mean more risk."


def _check_opening(opening: Opening | None) -> Iterator[str]:
    if opening is None:
        return
    edges = [edge for window in opening.windows for edge in window]
    if any(later <= earlier for earlier, later in pairwise(edges)):
        yield "the windows of its opening must be sorted, apart, and close after they open."


def _check_line(line: Line, network: Network) -> Iterator[str]:
    if not line.moves:
        yield "has no moves."
    if any(later <= earlier for earlier, later in pairwise(line.starts)):
        yield "its starts must rise; two runs at the same minute are one."
    for place, move in enumerate(line.moves):
        yield from _check_move(place, move, network)
    for place, (earlier, later) in enumerate(pairwise(line.moves)):
        if earlier.destination != later.origin:
            yield f"move {place + 1} departs from another stop than move {place} arrives at."
        if later.departs < earlier.arrives:
            yield f"move {place + 1} departs before move {place} arrives."


def _check_move(place: int, move: Move, network: Network) -> Iterator[str]:
    stops, boarding = range(len(network.stops)), move.boarding
    if move.origin not in stops or move.destination not in stops:
        yield f"move {place} names a stop that is not there."
    if move.arrives <= move.departs:
        yield f"move {place} arrives {move.arrives - move.departs} minutes after it departs; at least one is needed."
    if min(move.cost, move.co2) < 0:
        yield f"move {place}: cost and CO2e must not be negative."
    if boarding and min(boarding.cost, boarding.co2, boarding.cut_off) < 0:
        yield f"move {place}: what boarding costs, and its cut-off, must not be negative."
    if boarding and boarding.curve is not None and boarding.curve not in range(len(network.curves)):
        yield f"move {place} names a risk curve that is not there."
