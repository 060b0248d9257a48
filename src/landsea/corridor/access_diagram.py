"""The read of the corridor's diagram: what stands still, which barriers are open and which gates, at a moment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from landsea.corridor.access import Surroundings, list_closures
from landsea.corridor.contributed import TROUBLES, Trouble
from landsea.corridor.diagram_presenters import StopState, find_states_of_stops
from landsea_core.planner.network.place_rows import Closure


@dataclass(frozen=True)
class DiagramToday:
    """What is marked on the diagram: what stands still, and the state of each stop of which something is said."""

    closed: tuple[Closure, ...]
    states: Mapping[str, StopState]


def mark_diagram_today(now: datetime) -> DiagramToday:
    """Return what is marked on the diagram at `now` (aware)."""
    return _marked(list_closures(now.date()), [one for read in TROUBLES for one in read()], now)


def mark_diagram_beside(around: Surroundings, now: datetime) -> DiagramToday:
    """Return the same from what was read for a plan already: its page asks the database for nothing twice."""
    return _marked([row for row in around.closures if row.covers(now.date())], around.barriers, now)


def _marked(closed: Iterable[Closure], troubles: Iterable[Trouble], now: datetime) -> DiagramToday:
    rows = tuple(closed)
    return DiagramToday(rows, find_states_of_stops(rows, troubles, now))
