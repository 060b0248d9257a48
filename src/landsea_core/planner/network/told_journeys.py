"""Journeys that others told of: door-to-door times that were published or traced.

The rows are in two files: those that times were fitted to, and those held out. `compared_journeys`
sets the planned times beside them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.row_files import read_rows

FILES = ("journeys_fit.jsonl", "journeys_held_out.jsonl")
PEOPLES_FILE = "journeys_people.jsonl"
"""Journeys of travellers: they say nothing of goods, so no plan for goods shows them."""
PEOPLES_VEHICLES = frozenset({"coach", "car", "train", "ferry", "boat"})
"""What people ride, where a row says its `vehicle` and not whether `people` went."""
DOOR = "door"
"""What a row says of its ends when its source says door to door; without a word it is from terminal to terminal."""


@dataclass(frozen=True, slots=True)
class ToldJourney:
    """A journey somebody told of: from, to, by which modes, how many hours, how that is known, and when it was told.

    `date` is as long as it is known: a year, a month, a day, or empty. `doors`: it was told from door to door. `people`:
    travellers, not goods.
    """

    id: str
    origin: str
    destination: str
    modes: frozenset[str]
    low: float
    high: float
    basis: str
    source: str
    cargo: Cargo
    date: str = ""
    doors: bool = False
    people: bool = False

    @property
    def middle(self) -> float:
        """The middle of what was said."""
        return (self.low + self.high) / 2


def read_told_journeys(path: Path) -> Iterator[ToldJourney]:
    """Yield the journeys of a file. Raises NetworkFault."""
    for _, row in read_rows(path):
        yield _journey_of(row)


def _journey_of(row: dict[str, Any]) -> ToldJourney:
    span = (row["hours_low"], row["hours_high"], row["basis"], row["source"])
    people = row.get("people", row.get("vehicle") in PEOPLES_VEHICLES)
    how = (Cargo(**row["cargo"]), row["date"], row.get("ends") == DOOR, people)
    return ToldJourney(row["id"], row["from"], row["to"], frozenset(row["modes"]), *span, *how)


def find_told_journeys(folder: Path, origins: frozenset[str], destinations: frozenset[str]) -> list[ToldJourney]:
    """Return what others said of journeys between places (or those of the same cities), the shortest first.

    `folder` is data/reference. Contradictions are not settled here: all of them stand side by side. Raises NetworkFault.
    """
    rows = (row for name in FILES for _, row in read_rows(folder / "network" / name))
    fitting = [_journey_of(row) for row in rows if row["from"] in origins and row["to"] in destinations]
    return sorted(fitting, key=lambda one: (one.low, one.high, one.id))
