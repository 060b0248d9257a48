"""Where the hours of a way go: riding, work on the cargo, standing, waiting for what has no known days. They add up.

The hours of an itinerary count from its first departure to its usual arrival; each of them lies in one span.
"""

from dataclasses import dataclass

from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.platforms import Operation

RIDE, WORK, STAND, UNKNOWN_WAIT = "ride", "work", "stand", "unknown wait"
LEAST_HOURS = 1 / 60
"""What is shorter than a minute is rounding."""


@dataclass(frozen=True, slots=True)
class Span:
    """Hours of one kind on a way. `leg`: the number of the leg that it is on, or comes before; all legs: after the last.

    `place`: where it stands or is worked on, empty while it rides; `work`: what is done then.
    """

    kind: str
    hours: float
    leg: int
    place: str = ""
    work: tuple[Operation, ...] = ()


def split_hours(one: Itinerary) -> list[Span]:
    """Return the spans of a way in their order; their hours come to `one.hours.typical`.

    Of 30 hours between a train's arrival and a ship's departure, 6 for customs and port, 6 are work and 24 standing. What
    the usual arrival is later than the last vehicle is the wait for ships whose days nobody knows, a span of its own.
    """
    found: list[Span] = []
    ready = one.depart
    for number, leg in enumerate(one.legs):
        vehicle = leg.vehicle
        if number:
            found += _split_stop((vehicle.depart - ready) / 60, number, vehicle.origin, vehicle.before)
        found.append(Span(RIDE, (vehicle.arrive - vehicle.depart) / 60, number))
        ready = vehicle.arrive
    last = one.legs[-1].vehicle
    worked = sum(done.hours.typical for done in last.after)
    found.append(Span(WORK, worked, len(one.legs), last.destination, last.after))
    rest = one.hours.typical - sum(span.hours for span in found)
    found.append(Span(UNKNOWN_WAIT, rest, len(one.legs)))
    return [span for span in found if span.hours >= LEAST_HOURS]


def _split_stop(hours: float, leg: int, place: str, done: tuple[Operation, ...]) -> list[Span]:
    worked = min(hours, sum(operation.hours.typical for operation in done))
    return [Span(WORK, worked, leg, place, done), Span(STAND, hours - worked, leg, place)]


def round_to_sum(values: list[float]) -> list[int]:
    """Return whole numbers near `values` that come to their rounded sum: the largest remainders are rounded up.

    `round_to_sum([1.4, 2.4, 3.4])` is [2, 2, 3], which comes to 7, as 7.2 does.
    """
    whole = [int(value) for value in values]
    missing = round(sum(values)) - sum(whole)
    by_rest = sorted(range(len(values)), key=lambda n: (whole[n] - values[n], n))
    return [count + (n in by_rest[:missing]) for n, count in enumerate(whole)]
