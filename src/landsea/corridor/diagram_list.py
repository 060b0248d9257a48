"""The corridor's diagram in words: each stop once, strand by strand, with what runs where from there and what stands still."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from landsea.corridor import diagram_reading
from landsea.corridor.diagram_presenters import StopState
from landsea.corridor.kept_network import find_network
from landsea.corridor.labels import GRADES, MODES, place_name
from landsea_core.planner.network.place_rows import Closure, NetworkPlace


@dataclass(frozen=True)
class ListedStop:
    """A stop in words: its place, by which modes it is served and where its lines lead ("rail to Nanning, Guiyang; air"), the
    served places it stands for, what is said of it.
    """

    place: NetworkPlace
    ways: str
    members: tuple[tuple[str, str], ...]
    state: str


def list_stops(states: Mapping[str, StopState], closed: Sequence[Closure] = ()) -> list[ListedStop]:
    """Return every stop once, in the order of the diagram, while these closures hold."""
    network = find_network()
    layout, members = diagram_reading.read_layout_of_diagram(), diagram_reading.find_members()
    used: dict[str, set[str]] = {}
    for one in network.services.values():
        for call in one.calls:
            used.setdefault(call.place, set()).add(one.mode)
    lines = _list_lines(closed)
    found = []
    for code in layout.stops:
        if code not in network.places:
            continue
        inside = members[code]
        modes = set().union(*(used[one] for one in inside)) if inside else set()
        found.append(
            ListedStop(
                network.places[code],
                "; ".join(
                    _say_lines(words, lines.get((mode, code), [])) for mode, words in MODES.items() if mode in modes
                ),
                tuple((one, place_name(network.places[one])) for one in inside if one != code),
                states[code].words if code in states else "",
            )
        )
    return found


def _say_lines(mode: str, ends: list[str]) -> str:
    return _("%(mode)s to %(places)s") % {"mode": mode, "places": ", ".join(ends)} if ends else str(mode)


def _list_lines(closed: Sequence[Closure]) -> dict[tuple[str, str], list[str]]:
    """Return by mode and stop the names of the stops that its lines lead to, with what is drawn broken or crossed in words."""
    network, found = find_network(), {}
    for (mode, ends), traffic in diagram_reading.find_traffic(closed).items():
        said = _("is stopped") if traffic.stands_still else GRADES["assumed"] if traffic.assumed else ""
        for here in ends:
            for there in ends - {here}:
                if there in network.places:
                    name = place_name(network.places[there])
                    found.setdefault((mode, here), []).append(f"{name} ({said})" if said else name)
    return found
