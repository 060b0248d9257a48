"""What a network for the search engine is made of: what was wished, the network while it grows, what its numbers stand for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.closings import Closings
from landsea_core.planner.network.model import Corridor, Service
from landsea_core.planner.network.platforms import Operation, Platform
from landsea_core.planner.network.spreads import Spreads
from landsea_search import Haulage, Line, Network, Transfer

ORIGIN, DESTINATION = 0, 1
TAU = {"road": 60, "rail": 180, "river": 240, "sea": 480, "air": 90}
"""Minutes in which lateness at a boarding fades, by mode: assumed, as in the planner's work sheet."""
CURVES = tuple(TAU)
Node = Platform | str  # a platform, or the code of a place for its gate
Crossing = tuple[str, str, str]  # mode, country left, country entered


@dataclass(frozen=True, slots=True)
class ServiceStretch:
    """What a line of the engine is: calls `first` to `last` of a service, with the km of each move."""

    service: Service
    first: int
    last: int
    km: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Carriage:
    """What a haulage of the engine is that moves cargo: a lorry or a border hop, with what is done at the border."""

    origin: str
    destination: str
    operations: tuple[Operation, ...]
    service: Service


@dataclass(frozen=True, slots=True)
class Connection:
    """What is done to cargo between a gate and a platform, or from one platform to another; no vehicle goes."""

    origin: Node
    destination: Node
    operations: tuple[Operation, ...]


@dataclass(slots=True)
class CompiledNetwork:
    """An engine's network with what its numbers stand for.

    `changes`: by node, what is done to the cargo from one vehicle to the next there; `leads`: minutes between gate and
    departure, at least; `left_out`: services of the modes asked for that are not used, and why.
    """

    network: Network
    nodes: list[Node]
    lines: list[ServiceStretch]
    haulages: list[Carriage | Connection]
    transfers: list[Connection]
    changes: list[tuple[Operation, ...]]
    leads: dict[Node, int]
    left_out: dict[str, str]


@dataclass(frozen=True, slots=True)
class Wish:
    """Where from, where to, by which modes, from which day for how many days.

    `doors`: the way begins and ends at the gates of the places, so hauls within a city and handling at its terminals
    are part of it; otherwise it goes from terminal to terminal.
    """

    origins: frozenset[str]
    destinations: frozenset[str]
    modes: frozenset[str]
    day: date
    days: int
    doors: bool = False


@dataclass(slots=True)
class NetworkBuild:
    """The network while it grows."""

    corridor: Corridor
    cargo: Cargo
    wish: Wish
    closings: Closings
    forbidden: Callable[[Crossing], bool]
    nodes: list[Node] = field(default_factory=lambda: ["", ""])
    numbers: dict[Node, int] = field(default_factory=dict)
    lines: list[tuple[Line, ServiceStretch]] = field(default_factory=list)
    haulages: list[tuple[Haulage, Carriage | Connection]] = field(default_factory=list)
    transfers: list[tuple[Transfer, Connection]] = field(default_factory=list)
    leads: dict[Node, int] = field(default_factory=dict)
    platforms: dict[str, list[Platform]] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)
    spreads: Spreads = field(init=False)
    _asked: dict[Crossing, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.spreads = Spreads(self.corridor)

    def is_forbidden(self, crossing: Crossing) -> bool:
        """Say whether cargo may not cross a border by a mode; the law is asked once for each."""
        if crossing not in self._asked:
            self._asked[crossing] = self.forbidden(crossing)
        return self._asked[crossing]

    def number(self, node: Node) -> int:
        """Return the number of a node, giving one where there is none yet."""
        if node not in self.numbers:
            self.numbers[node] = len(self.nodes)
            self.nodes.append(node)
        return self.numbers[node]
