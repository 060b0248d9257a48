"""The gate that itineraries pass: may these goods cross there? A Protocol, and the table that is known already.

A fuller gate (`landsea_core.rules`) can take the table's place; the planner asks nothing but this Protocol.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Protocol

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.model import LegalityRow

if TYPE_CHECKING:  # a start of `landsea plan` without goods reads no rules
    from landsea_core.rules.reasons import MeasureReason


@dataclass(frozen=True, slots=True)
class LegalRefusal:
    """A measure that forbids a way: its name, why in one sentence, and where that is from. Of one in the book of measures also
    its code, title, reason and summary, so that a page says each in its reader's language.
    """

    measure: str
    why: str
    source: str
    grade: str
    code: str = ""
    title: str = ""
    reason: "MeasureReason | None" = field(default=None, hash=False)
    summary: str = ""


@dataclass(frozen=True, slots=True)
class GoodsWay:
    """How goods would go: countries of origin and destination, countries passed between, modes used at borders.

    `entry`: the mode at the destination's border; empty while a way, or a part of one, has not come so far.
    """

    cargo: Cargo
    origin: str
    destination: str
    transit: frozenset[str]
    modes: frozenset[str]
    day: date
    entry: str = ""


class LegalityGate(Protocol):
    """Says what forbids a way. A way through fewer countries by fewer modes is never refused more often."""

    def refusals(self, way: GoodsWay) -> list[LegalRefusal]:
        """Return the measures that forbid the way; empty: nothing known forbids it."""
        ...


class KnownMeasures:
    """The gate of the table `legality.jsonl`: a row forbids by its modes, whatever lies between."""

    def __init__(self, rows: Iterable[LegalityRow]) -> None:
        self.rows = tuple(rows)

    def refusals(self, way: GoodsWay) -> list[LegalRefusal]:
        """Return the rows that forbid the way."""
        found = [row for row in self.rows if _forbids_way(row, way)]
        return [LegalRefusal(row.measure, row.why, row.fact.source, row.fact.grade) for row in found]


def _forbids_way(row: LegalityRow, way: GoodsWay) -> bool:
    if not way.cargo.hs or not way.cargo.hs.startswith(row.hs):
        return False  # a code shorter than the row's does not say enough to forbid
    day = way.day.isoformat()
    if day < row.since or (row.until and day > row.until):
        return False
    if row.origin and way.origin not in row.origin:
        return False
    if row.destination and way.destination not in row.destination:
        return False
    return not row.modes or bool(way.modes & set(row.modes))
