"""`landsea plan --people`: how long travellers are on the way by each mode, told apart from plans for goods."""

import argparse
import json
import sys

from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.passenger_ways import PASSENGER_MODES, PassengerWay, plan_passengers

BAD_QUESTION = 2
VEHICLES = {"road": "coach", "rail": "train", "sea": "ferry", "river": "boat"}
ONLY_FOR_GOODS = ("ready", "by", "teu", "kg", "reefer", "dg", "hs", "condition", "goods_origin", "doors")
NAMED_OTHERWISE = {"goods_origin": "origin"}


def print_passengers(corridor: Corridor, options: argparse.Namespace) -> int:
    """Print the hours of the modes that were asked for; return 0, or 2 where an end is not known, nothing is asked for, or
    something is asked that only goods have.

    Flights are no part of it: a plan for goods holds them.
    """
    if goods := [name for name in ONLY_FOR_GOODS if getattr(options, name)]:
        said = ", ".join("--" + NAMED_OTHERWISE.get(name, name) for name in goods)
        print(f"landsea plan: --people tells hours only. Leave out {said}, or --people.", file=sys.stderr)
        return BAD_QUESTION
    modes = [mode for mode in PASSENGER_MODES if mode in options.modes.lower().replace(" ", "").split(",")]
    try:
        found = [plan_passengers(corridor, options.origin, options.destination, mode) for mode in modes]
    except ValueError as fault:
        print(f"landsea plan: {fault}", file=sys.stderr)
        return BAD_QUESTION
    if not modes:
        print("landsea plan: --people is answered for rail, road, sea and river.", file=sys.stderr)
        return BAD_QUESTION
    ways = [one for one in found if one is not None]
    if options.json:
        print(json.dumps({"people": [_describe(one) for one in ways]}))
        return 0
    if not ways:
        print(
            "No way is known that travellers take between these two by what was asked for. Flights are no part of this."
        )
    for one in ways:
        hours = one.hours
        print(
            f"By {VEHICLES[one.mode]}: about {hours.typical:.1f} h ({hours.low:.1f} to {hours.p90:.1f}), {one.km:.0f} km by "
            "the map. Reckoned from what travellers told of such ways; whether one runs is not known."
        )
    return 0


def _describe(one: PassengerWay) -> dict[str, object]:
    hours = {"low": round(one.hours.low, 2), "typical": round(one.hours.typical, 2), "p90": round(one.hours.p90, 2)}
    return {"mode": one.mode, "hours": hours, "km": round(one.km), "on_record": False}
