"""How far the time of a service may be from what is advertised, by mode and by the grade of its times."""

from landsea_core.planner.network.model import TRUCK, Corridor, Hours, Service, Spread


class Spreads:
    """The rows of spreads.jsonl, found by service."""

    def __init__(self, corridor: Corridor) -> None:
        self._found = {(row.mode, row.times): row for row in corridor.spreads}
        self._measured = corridor.measured

    def of(self, service: Service) -> Spread:
        """Return what trips measured of the service, else the row for its mode and grade of times."""
        return self._measured.get(service.id) or self._found[service.mode, service.fact.grade]

    def planned(self, service: Service) -> float:
        """Return the hours a lorry is planned with: local haulage and hops as they are, long ways stretched."""
        return service.hours * (self.of(service).scale if service.kind == TRUCK else 1)

    def hours(self, service: Service, planned: float) -> Hours:
        """Return best, usual and ninth-of-ten hours of a stretch that is planned with `planned` hours."""
        row = self.of(service)
        return Hours(planned * row.low, planned, planned * row.p90)
