"""Which kind a way is of, for how far its time may be off: the mode it mostly goes by, and how cargo changes vehicles."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from landsea_core.planner.network.hauls_to_served import ROAD, is_line_on_no_record, is_reckoned
from landsea_core.planner.network.itinerary import Leg
from landsea_core.planner.network.model import HAUL, HOP, LINE, TRUCK
from landsea_core.planner.network.scatter import (
    BORDER,
    CHANGE,
    COASTWISE,
    HAULED,
    RECKONED,
    SEA,
    SWITCH,
    THROUGH,
    KindOfWay,
)


def find_kind_of_way(legs: Sequence[Leg]) -> KindOfWay:
    """Return the kind of a way of legs in their order; local haulage is no vehicle of its own.

    A train from Chongqing to Qinzhou, a haul to the port, a ship to Singapore: by sea, with a switch.
    """
    hours: dict[str, float] = defaultdict(float)
    for leg in legs:
        hours[leg.service.mode] += leg.hours.typical
    main = max(sorted(hours), key=lambda mode: hours[mode])
    if any(is_line_on_no_record(leg.service) for leg in legs) or _is_reckoned_lorry(main, legs):
        return KindOfWay(main, COASTWISE if main == SEA and _stays_in_one_country(legs) else RECKONED)
    modes = [leg.service.mode for leg in legs if leg.service.kind in {LINE, TRUCK}]
    if any(one != other for one, other in pairwise(modes)):
        return KindOfWay(main, SWITCH)
    if len(modes) > 1:
        return KindOfWay(main, CHANGE)
    kinds = {leg.service.kind for leg in legs}
    return KindOfWay(main, BORDER if HOP in kinds else HAULED if HAUL in kinds and len(kinds) > 1 else THROUGH)


def _stays_in_one_country(legs: Sequence[Leg]) -> bool:
    """Say whether all places called at lie in one country, by which their codes begin."""
    return len({call.place[:2] for leg in legs for call in leg.service.calls}) == 1


def _is_reckoned_lorry(main: str, legs: Sequence[Leg]) -> bool:
    """Say whether a lorry that was reckoned over the map does all the way."""
    return main == ROAD and all(is_reckoned(leg.service) for leg in legs)
