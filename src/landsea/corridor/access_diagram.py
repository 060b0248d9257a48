"""The read of the corridor's diagram: what stands still, which barriers are open and which gates, at a moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from landsea.corridor.access import closures_on
from landsea.corridor.contributed import TROUBLES
from landsea.corridor.diagram_presenters import StopState, states_of_stops
from landsea_core.planner.network.place_rows import Closure


@dataclass(frozen=True)
class DiagramToday:
    """What is marked on the diagram: what stands still, and the state of each stop of which something is said."""

    closed: tuple[Closure, ...]
    states: Mapping[str, StopState]


def diagram_today(now: datetime) -> DiagramToday:
    """Return what is marked on the diagram at `now` (aware)."""
    closed = tuple(closures_on(now.date()))
    troubles = [one for read in TROUBLES for one in read()]
    return DiagramToday(closed, states_of_stops(closed, troubles, now))
