"""All measures together, laid out so that those which can speak of a shipment are found without reading the rest."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from landsea_core.rules.coverage import NOTHING_LOOKED_AT, Coverage
from landsea_core.rules.match import Fit, MeasureMatch, match_measure
from landsea_core.rules.model import Measure, Shipment
from landsea_core.rules.standing import Standing, find_standing

_OPEN = ""
_LONGER = "+"


class Book:
    """Measures by code (the latest version first in force) and by prefix, origin and destination. Never changes.

    `coverage`: where somebody looked; without it nobody did.
    """

    def __init__(self, measures: Iterable[Measure] = (), coverage: Coverage = NOTHING_LOOKED_AT):
        self.coverage = coverage
        self.measures = tuple(sorted(measures, key=lambda measure: (measure.code, measure.version)))
        self.by_code = {measure.code: measure for measure in self.measures}
        self._shelves: dict[tuple[str, str, str], list[Measure]] = defaultdict(list)
        for measure in self.measures:
            for shelf in _list_shelves(measure):
                self._shelves[shelf].append(measure)

    def __len__(self) -> int:
        return len(self.measures)

    def __iter__(self) -> Iterator[Measure]:
        return iter(self.measures)

    def standing(self, measure: Measure, day: date) -> Standing:
        """What the measure is on that day, among all others."""
        return find_standing(measure, day, self.by_code)

    def find_fitting(self, shipment: Shipment) -> list[tuple[Measure, MeasureMatch]]:
        """Every measure that speaks of the shipment, whatever the day, in the order of codes."""
        hs = shipment.hs
        goods = [_OPEN, *(hs[:length] for length in range(2, len(hs) + 1)), f"{hs}{_LONGER}"]
        ends = [(origin, end) for origin in (shipment.origin, _OPEN) for end in (shipment.destination, _OPEN)]
        found = {}
        for prefix in goods:
            for origin, destination in ends:
                for measure in self._shelves.get((prefix, origin, destination), ()):
                    fitting = match_measure(measure, shipment)
                    if fitting.fit is not Fit.NONE:
                        found[measure.code, measure.version] = (measure, fitting)
        return [found[key] for key in sorted(found)]

    def versions(self, code: str) -> tuple[Measure, ...]:
        """All versions of a measure, oldest first."""
        return tuple(measure for measure in self.measures if measure.code == code)


def _list_shelves(measure: Measure) -> set[tuple[str, str, str]]:
    """Where a measure stands: under each of its prefixes, and under what is shorter for questions that are."""
    scope = measure.scope
    goods = set(scope.hs) or {_OPEN}
    goods |= {f"{prefix[:length]}{_LONGER}" for prefix in scope.hs for length in range(2, len(prefix))}
    return {
        (prefix, origin, destination)
        for prefix in goods
        for origin in scope.origin or {_OPEN}
        for destination in scope.destination or {_OPEN}
    }
