"""What is asked of the planner, and the ways a question can go wrong. Nothing is searched here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.legality import LegalRefusal
from landsea_core.planner.network.model import MODES
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.planner.network.unknown_place import list_names
from landsea_core.sentences import Faulty, Named, Sentence

_MODES = {
    "rail": Sentence("rail"),
    "road": Sentence("road"),
    "sea": Sentence("sea"),
    "river": Sentence("river"),
    "air": Sentence("air"),
}


@dataclass(frozen=True, slots=True)
class PlanQuestion:
    """What is asked: names or codes of places, when the cargo is ready (aware), when it must be there, by which modes.

    `doors`: from door to door, not from terminal to terminal.
    """

    origin: str
    destination: str
    ready: datetime
    cargo: Cargo
    modes: frozenset[str] = frozenset(MODES)
    latest: datetime | None = None
    doors: bool = False


@dataclass(frozen=True, slots=True)
class RefusedWay:
    """A way that a measure forbids, with the fastest example of it that would otherwise have been offered."""

    refusal: LegalRefusal
    example: Itinerary | None = None


class PlanFault(Faulty):
    """A question that cannot be planned; the text says what to do. `code` names the kind, `field` the option at fault."""

    def __init__(
        self, sentence: Sentence | str, code: str, field: str = "", refused: tuple[RefusedWay, ...] = ()
    ) -> None:
        super().__init__(sentence)
        self.code, self.field, self.refused = code, field, refused


class NotServed(PlanFault):
    """Nothing on record calls at one end of a question (`field`: from or to); `nearest` are the served places next to it."""

    def __init__(self, place: NetworkPlace, nearest: tuple[NetworkPlace, ...], field: str) -> None:
        said = Sentence(
            "No service on record calls at %(place)s. Served nearby: %(near)s.",
            place=Named(place.name, place.names),
            near=list_names(nearest),
        )
        super().__init__(said, "not_served", field)
        self.place, self.nearest = place, nearest


def say_modes(modes: Iterable[str]) -> tuple[Sentence, ...]:
    """Return modes as words of a sentence, in the order of the network's."""
    chosen = set(modes)
    return tuple(words for mode, words in _MODES.items() if mode in chosen)
