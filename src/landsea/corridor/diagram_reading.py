"""The corridor's diagram as this process keeps it: its layout, the ways along its lines, what runs on them on a day.

What is drawn of it is said by `diagram_presenters`.
"""

from collections.abc import Sequence
from functools import lru_cache

from landsea.corridor.kept_network import NETWORK, find_network
from landsea.corridor.network_files import find_reference_folder
from landsea_core.planner.diagram.layout import Layout, read_layout, read_overview
from landsea_core.planner.diagram.placing import Size
from landsea_core.planner.diagram.routes import Point, draw_stretches
from landsea_core.planner.diagram.traffic import Key, Traffic, Ways, lay_calls, measure_traffic
from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.place_rows import Closure


@lru_cache(maxsize=1)
def read_layout_of_diagram() -> Layout:
    """Return the layout. Raises LayoutFault when it cannot be read."""
    return read_layout(find_reference_folder() / "diagram")


@lru_cache(maxsize=1)
def choose_named_on_overview() -> Layout:
    """Return the layout with only the stops whose names the small picture bears."""
    return read_overview(find_reference_folder() / "diagram", read_layout_of_diagram())


@lru_cache(maxsize=1)
def find_ways_along_lines() -> Ways:
    """Return the ways from stop to stop; they are found when first asked for."""
    return Ways(read_layout_of_diagram())


@lru_cache(maxsize=4)
def find_drawn_stretches(size: Size) -> dict[Key, list[Point]]:
    """Return the points of each stretch on a picture of a size."""
    drawn = draw_stretches(read_layout_of_diagram(), size)
    return {(one.mode, frozenset((one.origin, one.destination))): points for one, points in drawn}


def find_traffic(closed: Sequence[Closure]) -> dict[Key, Traffic]:
    """Return what runs on each stretch while these closures hold; kept until the network changes."""
    key = ("traffic", tuple((row.id, row.places, row.services, row.modes) for row in closed))
    layout, ways = read_layout_of_diagram(), find_ways_along_lines()
    return NETWORK.get(key, lambda: measure_traffic(layout, find_network(), closed, ways))


def find_stretches_of_way(one: Itinerary) -> frozenset[Key]:
    """Return the stretches of the diagram by which a way goes; what goes where no line is drawn has none."""
    layout, network, ways = read_layout_of_diagram(), find_network(), find_ways_along_lines()
    laid = [lay_calls(layout, network, ways, leg.service.mode, leg.called) for leg in one.legs]
    return frozenset(key for between in laid for keys in between for key in keys)


def find_members() -> dict[str, list[str]]:
    """Return by stop the served places that it stands for; kept until the network changes."""
    return NETWORK.get("diagram members", lambda: read_layout_of_diagram().members_of(find_network()))
