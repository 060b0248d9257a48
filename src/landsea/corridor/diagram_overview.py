"""The whole corridor as one small picture for a first page: lines, few names, what stands still, barriers; and the same in
words.

The large diagram, where each stop is a link, is drawn by `diagram_presenters`; this one is a single link to it.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.corridor import diagram_reading
from landsea.corridor.access_diagram import DiagramToday
from landsea.corridor.diagram_presenters import DrawnStretch, StopState, draw_stretch
from landsea.corridor.kept_network import find_network
from landsea_core.planner.diagram.layout import Stop
from landsea_core.planner.diagram.placing import OVERVIEW, measure_picture, place_stops
from landsea_core.planner.network.place_rows import Closure

NAMED_IN_WORDS = 6
"""How many places that stand still the words beside the picture name; the others are counted."""


@dataclass(frozen=True)
class Overview:
    """The small picture: stretches, stops as dots in one path each kind, names as (x, lines of (y, text, width if narrowed)).

    `still`: (name, address) of the stops where something stands still, and `more_still` how many are not named; `tells_all`:
    whether these are all that stands still, and no service or place without a stop; `words`: what the picture shows, for
    whoever cannot see it.
    """

    width: int
    height: int
    stretches: tuple[DrawnStretch, ...]
    dots: str
    posts_open: str
    posts_shut: str
    closed: str
    barriers: str
    names: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]
    still: tuple[tuple[str, str], ...]
    more_still: int
    tells_all: bool
    words: str


def draw_overview(today: DiagramToday) -> Overview:
    """Return the small picture as it stands in `today`, in the language of now."""
    layout, size = diagram_reading.read_layout_of_diagram(), OVERVIEW
    width, height = measure_picture(layout, size)
    traffic = diagram_reading.find_traffic(today.closed)
    drawn = diagram_reading.find_drawn_stretches(size).items()
    states = today.states

    def path(draw: str, wanted: Callable[[Stop, StopState | None], bool], left: float = 0.0, up: float = 0.0) -> str:
        stops = [stop for stop in layout.stops.values() if wanted(stop, states.get(stop.place))]
        return "".join(f"M{size.x(one.column) - left:g} {round(size.y(one.row) - up, 1):g}{draw}" for one in stops)

    posts = layout.posts
    still = _names_of(code for code, state in states.items() if state.closed)
    tells_all = all(_is_at_a_stop(row) for row in today.closed)
    return Overview(
        width=math.ceil(width),
        height=math.ceil(height),
        stretches=tuple(draw_stretch(points, key, traffic[key]) for key, points in drawn),
        dots=path("h0", lambda stop, state: stop.place not in posts and not (state and state.closed)),
        posts_open=path("h4v4h-4z", lambda stop, state: stop.place in posts and not _is_shut(state), 2, 2),
        posts_shut=path("h4v4h-4z", lambda stop, state: stop.place in posts and _is_shut(state), 2, 2),
        closed=path("l6 6m0-6l-6 6", lambda stop, state: bool(state and state.closed), 3, 3),
        barriers=path("h0", lambda stop, state: bool(state and state.barriers), 6, 3),
        names=_names_on_picture(),
        still=tuple(still[:NAMED_IN_WORDS]),
        more_still=max(len(still) - NAMED_IN_WORDS, 0),
        tells_all=tells_all,
        words=_say(states, [name for name, _url in still], tells_all=tells_all),
    )


def _is_at_a_stop(closure: Closure) -> bool:
    layout, network = diagram_reading.read_layout_of_diagram(), find_network()
    return not closure.services and any(layout.stop_of(network, code) for code in closure.places)


def _is_shut(state: StopState | None) -> bool:
    return bool(state and state.gate and not state.gate.is_open)


def _name_of(stop: Stop) -> str:
    place = find_network().places.get(stop.place)
    return stop.name_in(get_language() or "en", place.names if place else {})


def _names_on_picture() -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
    found = []
    for one in place_stops(diagram_reading.choose_named_on_overview(), OVERVIEW, _name_of):
        parts = zip(one.label.lines, one.label.widths, one.label.narrowed, strict=True)
        lines = tuple(
            (f"{round(one.text_y + at * OVERVIEW.leading, 1):g}", text, f"{width:g}" if narrowed else "")
            for at, (text, width, narrowed) in enumerate(parts)
        )
        found.append((f"{one.text_x:g}", lines))
    return tuple(found)


def _names_of(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Return names and addresses of stops in the order of the layout, which is the same in every process."""
    wanted, stops = set(codes), diagram_reading.read_layout_of_diagram().stops
    return [(_name_of(stop), reverse("corridor_place", args=[code])) for code, stop in stops.items() if code in wanted]


def _say(states: Mapping[str, StopState], still: Sequence[str], *, tells_all: bool) -> str:
    """Return what the picture shows, as sentences."""
    shared = [name for name, _url in _names_of(code for code, state in states.items() if state.barriers)]
    gates = [state.gate for state in states.values() if state.gate]
    said = [_("The corridor from western China to the sea and to the countries of ASEAN, as a diagram.")]
    if still:
        said.append(_("Something is stopped at: %(places)s.") % {"places": ", ".join(still)})
    elif tells_all:
        said.append(_("Nothing is known to be stopped."))
    if shared:
        said.append(_("Barriers that several firms share, at: %(places)s.") % {"places": ", ".join(shared)})
    if gates:
        counts = {"open": sum(gate.is_open for gate in gates), "all": len(gates)}
        said.append(_("Of %(all)d border posts with known hours %(open)d are open now.") % counts)
    return " ".join(said)
