"""A speed against the way and the time it takes: "420 km in 3.5 hours, an average of 160 km an hour" does not fit."""

from collections.abc import Iterator

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.common_sense.nearby import find_only, list_around, make_outcome
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence

_HALF_HOUR = 0.5
"""Whole hours of a journey are told to the half hour."""
_ROOM = 0.12
"""How far a mean speed may be off: lengths and hours of journeys are told roughly."""


def check_speeds(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether a mean speed is the way by its time, or whether a top speed is at least that.

    Only where one length and one time stand in the sentence of the speed, or in it and the one before.
    """
    for speed in read.items:
        if speed.unit.kind != "length" or speed.per != "hour":
            continue
        way = time = None
        for before in (0, 1):
            near = list_around(read, speed.sentence, before=before)
            way = find_only(one for one in near if one.unit.kind == "length" and not one.per)
            time = find_only(one for one in near if one.unit.kind == "time" and not one.per and one.role != "delta")
            if way and time:
                break
        if way is None or time is None or time.figure.low <= 0:
            continue
        mean = way.figure.value / time.figure.value
        words = Sentence(
            "%(way)s in %(time)s are %(right)s an hour, said were %(said)s",
            way=way.figure.print_value(),
            time=time.figure.print_value(),
            right=speed.figure.print_value(round(mean)),
            said=speed.figure.print_value(),
        )
        yield make_outcome(_fits(speed, way, time), "speed", words, read, way, time, speed)


def _fits(speed: Item, way: Item, time: Item) -> bool:
    said, length = speed.figure.make_loose_interval(), way.figure.make_loose_interval()
    room = 0.0 if time.figure.decimals else _HALF_HOUR / 2
    hours = Interval(time.figure.low - room, time.figure.high + room)
    if hours.low <= 0:
        return True
    is_slow_enough = length.low / hours.high <= said.high * (1 + _ROOM)
    if read_sense_cues().top_speed.search(speed.before) or read_sense_cues().top_speed.search(speed.after):
        return is_slow_enough
    return is_slow_enough and length.high / hours.low >= said.low * (1 - _ROOM)
