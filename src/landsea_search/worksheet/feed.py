"""What is read of a GTFS feed: stops, trips with their stop times, days of running and transfers. No prices."""

from dataclasses import dataclass


class FeedProblem(ValueError):
    """A feed that cannot be read; the sentence names file and line."""


@dataclass(frozen=True, slots=True)
class FeedStop:
    """A stop with its name and position in degrees."""

    key: str
    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Call:
    """A trip at a stop: minutes after the beginning of its service day."""

    stop: int
    arrives: int
    departs: int
    boarding: bool
    alighting: bool


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: calls by trip id, service days (minute at which each begins) by trip id, seconds by pair of stops."""

    stops: tuple[FeedStop, ...]
    calls: dict[str, tuple[Call, ...]]
    days: dict[str, tuple[int, ...]]
    transfers: dict[tuple[int, int], int]
