"""The measures as the planner's gate: what forbids a way that its search has found.

Fits the Protocol `LegalityGate` of `landsea_core.planner.network.legality` without importing it; `make` builds a refusal.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol

from landsea_core.rules.book import Book
from landsea_core.rules.findings import Answer
from landsea_core.rules.gate import verdict
from landsea_core.rules.model import Shipment
from landsea_core.rules.reasons import sentence

_MOST_KEPT = 4096


class _Cargo(Protocol):
    hs: str


class _Way(Protocol):
    cargo: _Cargo
    origin: str
    destination: str
    transit: frozenset[str]
    modes: frozenset[str]
    day: date


class RulesGate:
    """Refusals of ways by the measures of a book. `make(measure, why, source, grade)` builds what the planner shows.

    A way that uses several modes at borders is refused when any of them is: goods that may come by sea only may not
    have crossed another border by rail before. Countries passed come without order; borders between them are tried
    in the order of their codes, so a closed border counts where it touches origin or destination.
    """

    def __init__(self, book: Book, make: Callable[[str, str, str, str], Any]):
        self._book = book
        self._make = make
        self._kept: dict[tuple, list[Any]] = {}

    def refusals(self, way: _Way) -> list[Any]:
        """Return what forbids the way, one for each measure; empty when nothing known does or the goods are not named."""
        if not way.cargo.hs:
            return []
        key = (way.cargo.hs, way.origin, way.destination, way.transit, way.modes, way.day)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._found(way)
        return self._kept[key]

    def _found(self, way: _Way) -> list[Any]:
        found: dict[str, Any] = {}
        transit = tuple(sorted(way.transit - {way.origin, way.destination}))
        for mode in sorted(way.modes) or [""]:
            answer = verdict(self._book, Shipment(way.cargo.hs, way.origin, way.destination, transit, mode), way.day)
            if answer.answer is not Answer.FORBIDDEN:
                continue
            for finding in answer.forbids:
                measure = finding.measure
                why = f"{measure.title}: {sentence(finding.reason)}"
                found.setdefault(measure.code, self._make(measure.code, why, measure.source, measure.grade))
        return [found[code] for code in sorted(found)]
