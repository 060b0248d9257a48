"""Services there and back as one line of a list, grouped by the countries that they join."""

from collections.abc import Iterable
from dataclasses import dataclass

from landsea_core.planner.network.model import Corridor, Service


@dataclass(frozen=True, slots=True)
class BothWays:
    """A service, and the one that calls at the same places in the other direction; None where there is none on record."""

    there: Service
    back: Service | None = None

    @property
    def services(self) -> tuple[Service, ...]:
        """Return the one or two services."""
        return (self.there, self.back) if self.back else (self.there,)


def pair_directions(services: Iterable[Service]) -> list[BothWays]:
    """Return services in their order, each that has one back together with it; no service stands in two pairs.

    Of Chongqing - Hanoi, Hanoi - Chongqing and Hanoi - Chongqing at other times, the first two are a pair.
    """
    waiting = list(services)
    back: dict[tuple[str, ...], list[Service]] = {}
    for one in waiting:
        back.setdefault(_key(one), []).append(one)
    paired: set[str] = set()
    found = []
    for one in waiting:
        if one.id in paired:
            continue
        paired.add(one.id)
        other = next((it for it in back.get(_key(one, turned=True), ()) if it.id not in paired), None)
        if other:
            paired.add(other.id)
        found.append(BothWays(one, other))
    return found


def _key(one: Service, *, turned: bool = False) -> tuple[str, ...]:
    places = [call.place for call in one.calls]
    return (one.kind, one.mode, *(reversed(places) if turned else places))


def find_ends(corridor: Corridor, one: BothWays) -> tuple[str, ...]:
    """Return the countries at both ends of a pair, each once and sorted: the group it belongs to."""
    calls = one.there.calls
    return tuple(sorted({corridor.places[calls[end].place].country for end in (0, -1)}))


def group_by_countries(corridor: Corridor, pairs: Iterable[BothWays]) -> list[BothWays]:
    """Return pairs with those that join the same countries next to each other: across borders first, then within one."""
    return sorted(pairs, key=lambda one: (len(ends := find_ends(corridor, one)) == 1, ends))
