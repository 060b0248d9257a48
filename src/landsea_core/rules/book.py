"""All measures together, laid out so that those which can speak of a shipment are found without reading the rest."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from landsea_core.rules.life import Standing, standing
from landsea_core.rules.match import Fit, Match, match
from landsea_core.rules.model import Measure, Shipment

_OPEN = ""


class Book:
    """Measures by code (the latest version first in force) and by chapter, origin and destination. Never changes."""

    def __init__(self, measures: Iterable[Measure] = ()):
        self.measures = tuple(sorted(measures, key=lambda measure: (measure.code, measure.version)))
        self.by_code = {measure.code: measure for measure in self.measures}
        self._shelves: dict[tuple[str, str, str], list[Measure]] = defaultdict(list)
        for measure in self.measures:
            for shelf in _shelves(measure):
                self._shelves[shelf].append(measure)

    def __len__(self) -> int:
        return len(self.measures)

    def __iter__(self) -> Iterator[Measure]:
        return iter(self.measures)

    def standing(self, measure: Measure, day: date) -> Standing:
        """What the measure is on that day, among all others."""
        return standing(measure, day, self.by_code)

    def that_fit(self, shipment: Shipment) -> list[tuple[Measure, Match]]:
        """Every measure that speaks of the shipment, whatever the day, in the order of codes."""
        found = []
        for chapter in (shipment.hs[:2], _OPEN):
            for origin in (shipment.origin, _OPEN):
                for destination in (shipment.destination, _OPEN):
                    for measure in self._shelves.get((chapter, origin, destination), ()):
                        fitting = match(measure, shipment)
                        if fitting.fit is not Fit.NONE:
                            found.append((measure, fitting))
        found.sort(key=lambda pair: (pair[0].code, pair[0].version))
        return found

    def versions(self, code: str) -> tuple[Measure, ...]:
        """All versions of a measure, oldest first."""
        return tuple(measure for measure in self.measures if measure.code == code)


def _shelves(measure: Measure) -> Iterator[tuple[str, str, str]]:
    scope = measure.scope
    for chapter in {prefix[:2] for prefix in scope.hs} or {_OPEN}:
        for origin in scope.origin or {_OPEN}:
            for destination in scope.destination or {_OPEN}:
                yield chapter, origin, destination
