"""How far the time of a service may be from what is advertised, by mode and by the grade of its times."""

from landsea_core.planner.network.model import TRUCK, Corridor, Service, Spread
from landsea_core.planner.network.place_rows import Hours


class Spreads:
    """The rows of spreads.jsonl, found by service."""

    def __init__(self, corridor: Corridor) -> None:
        self._found = {(row.mode, row.times, row.country): row for row in corridor.spreads}
        self._places = corridor.places
        self._measured = corridor.measured

    def find_spread(self, service: Service) -> Spread:
        """Return what trips measured of the service, else the row for its mode, grade of times and, of lorries, country."""
        if service.id in self._measured:
            return self._measured[service.id]
        key = (service.mode, service.fact.grade)
        own = service.kind == TRUCK and self._found.get((*key, self._country(service)))
        return own or self._found[*key, ""]

    def _country(self, service: Service) -> str:
        """Return the country a service stays in; empty when it leaves one."""
        passed = {self._places[call.place].country for call in service.calls}
        return passed.pop() if len(passed) == 1 else ""

    def plan_hours(self, service: Service) -> float:
        """Return the hours a lorry is planned with: local haulage and hops as they are, long ways stretched."""
        return service.hours * (self.find_spread(service).scale if service.kind == TRUCK else 1)

    def spread_hours(self, service: Service, planned: float) -> Hours:
        """Return best, usual and ninth-of-ten hours of a stretch that is planned with `planned` hours."""
        row = self.find_spread(service)
        return Hours(planned * row.low, planned, planned * row.p90)
