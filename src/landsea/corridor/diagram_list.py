"""The corridor's diagram in words: each stop once, strand by strand, with what runs there and what stands still."""

from collections.abc import Mapping
from dataclasses import dataclass

from landsea.corridor import diagram_reading
from landsea.corridor.diagram_presenters import StopState
from landsea.corridor.kept_network import network_now
from landsea.corridor.labels import MODES, place_name
from landsea_core.planner.network.place_rows import NetworkPlace


@dataclass(frozen=True)
class ListedStop:
    """A stop in words: its place, the modes by which it is served, the served places it stands for, what is said of it."""

    place: NetworkPlace
    modes: str
    members: tuple[tuple[str, str], ...]
    state: str


def list_stops(states: Mapping[str, StopState]) -> list[ListedStop]:
    """Return every stop once, in the order of the diagram."""
    network = network_now()
    layout, members = diagram_reading.layout_of_diagram(), diagram_reading.members_now()
    used: dict[str, set[str]] = {}
    for one in network.services.values():
        for call in one.calls:
            used.setdefault(call.place, set()).add(one.mode)
    found = []
    for code in layout.stops:
        if code not in network.places:
            continue
        inside = members[code]
        modes = set().union(*(used[one] for one in inside)) if inside else set()
        found.append(
            ListedStop(
                network.places[code],
                ", ".join(str(words) for mode, words in MODES.items() if mode in modes),
                tuple((one, place_name(network.places[one])) for one in inside if one != code),
                states[code].words if code in states else "",
            )
        )
    return found
