"""`landsea plan`: options in, itineraries out, as text or JSON. Ends with 0, or with 2 and a sentence."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from zoneinfo import ZoneInfo

from landsea.corridor.commandline.installation import start_installation
from landsea.corridor.commandline.plan_people import print_passengers
from landsea.corridor.network_files import find_reference_folder, read_corridor
from landsea_core.goods_states import CONDITIONS
from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.contradictions import ToldRange, find_contradictions, widen_by_contradictions
from landsea_core.planner.network.model import MODES, Corridor
from landsea_core.planner.network.place_names import find_end
from landsea_core.planner.network.plan_text import write_plan
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.questions import PlanFault, PlanQuestion
from landsea_core.planner.network.report import (
    Judge,
    PapersOf,
    describe_fault,
    describe_plan,
    judge_nothing,
    name_no_papers,
)
from landsea_core.planner.network.row_files import NetworkFault
from landsea_core.planner.network.searching import PlanningContext
from landsea_core.planner.network.told_journeys import find_told_journeys
from landsea_core.planner.network.unknown_place import UnknownPlace

HELP = "Plan a consignment over the corridor's network: itineraries with times, costs, CO2e, and what is refused."
BAD_QUESTION = 2


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what may be said about a consignment."""
    parser.add_argument(
        "origin", metavar="FROM", help="code or name of a place, in any language: CNCKG, Chongqing, 重庆"
    )
    parser.add_argument("destination", metavar="TO", help="code or name of a place")
    parser.add_argument(
        "--ready", help="ISO 8601; without a zone it is the clock of the place of origin; left out: the next full hour"
    )
    parser.add_argument("--by", help="latest arrival, ISO 8601; without a zone it is the clock of the destination")
    parser.add_argument("--teu", help="containers, in TEU")
    parser.add_argument("--kg", help="weight in kg; without --teu it is loose cargo")
    parser.add_argument("--reefer", action="store_true", help="needs cooling all the way")
    parser.add_argument("--dg", default="", metavar="CLASS", help="class of dangerous goods, as 3 or 4.1")
    parser.add_argument("--hs", default="", metavar="CODE", help="HS code of the goods, as 081060")
    parser.add_argument(
        "--condition", default="", choices=("", *CONDITIONS), help="whether they are new, used or waste"
    )
    parser.add_argument("--origin", dest="goods_origin", default="", metavar="CC", help="country the goods come from")
    parser.add_argument(
        "--modes", default=",".join(MODES), help="rail,road,sea,river,air; local haulage is always allowed"
    )
    parser.add_argument(
        "--doors", action="store_true", help="from door to door, with the hauls to and from the terminals"
    )
    parser.add_argument(
        "--people",
        action="store_true",
        help="how long travellers take by coach, train, ferry and boat, reckoned from the map, in place of a plan for goods",
    )
    parser.add_argument("--most", type=int, default=8, help="how many itineraries to show (8)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--installed",
        action="store_true",
        help="plan on the tables of this installation (DATABASE_URL), with its disruptions and trips, not on the files",
    )


def main(argv: Sequence[str]) -> int:
    """Answer one command line; return the exit status."""
    parser = argparse.ArgumentParser(prog="landsea plan", description=HELP)
    add_options(parser)
    return print_plan(parser.parse_args(argv))


def print_plan(options: argparse.Namespace, now: datetime | None = None) -> int:
    """Print the plan the options ask for, or a sentence on what to change; return the exit status."""
    try:
        planning = _installed_planning() if options.installed else PlanningContext(read_corridor())
    except (NetworkFault, NotInstalled) as fault:
        print(f"landsea plan: {fault}", file=sys.stderr)
        return BAD_QUESTION
    known = planning.corridor
    if options.people:
        return print_passengers(known, options)
    now = now or datetime.now(UTC)
    try:
        asked = make_question(known, options, now)
        papers_of, judge = _heed_measures(planning) if asked.cargo.hs else (name_no_papers, judge_nothing)
        found = plan(planning, asked, now, max(1, options.most))
        said = find_told_journeys(find_reference_folder(), found.origin.codes, found.destination.codes)
        found = widen_by_contradictions(found, said)
    except ValueError as fault:
        if options.json:
            print(json.dumps(describe_fault(known, fault), ensure_ascii=False, indent=1))
        print(f"landsea plan: {fault}", file=sys.stderr)
        return BAD_QUESTION
    if options.json:
        print(json.dumps(describe_plan(known, found, said, papers_of, judge), ensure_ascii=False, indent=1))
    else:
        print(write_plan(known, found, papers_of, judge))
        for one in find_contradictions(said):
            if one.doors == asked.doors:
                print(f"\n{_write_contradiction(one)}")
    return 0


def _write_contradiction(told: ToldRange) -> str:
    return (
        f"By {', '.join(sorted(told.modes))}: those who told of this journey contradict each other, from {told.low:g} to "
        f"{told.high:g} h; the hours of such ways reach as far."
    )


class NotInstalled(Exception):
    """The tables of the installation cannot be reached; the text says why."""


def _installed_planning() -> PlanningContext:
    """Return what the plan page plans with: the tables' network, measured times, measures, what stands still."""
    fault = start_installation()
    if fault:
        raise NotInstalled(fault)
    from landsea.corridor import access

    return access.read_planning_context()


def _heed_measures(planning: PlanningContext) -> tuple[PapersOf, Judge]:
    """Let the measures decide what is legal, and return what names an itinerary's papers and judges its goods.

    The measures are read only where goods are named, for nothing else meets them.
    """
    from landsea_core.planner.network.papers import judge_itinerary, list_papers
    from landsea_core.planner.network.rules_gate import Gates, RulesGate
    from landsea_core.rules import read_book as load_measures

    book = load_measures(find_reference_folder())
    planning.gate = Gates((RulesGate(book), planning.gate))
    return partial(list_papers, book, planning.corridor), partial(judge_itinerary, book, planning.corridor)


def make_question(known: Corridor, options: argparse.Namespace, now: datetime) -> PlanQuestion:
    """Return the question the options ask at `now` (aware). Raises PlanFault, UnknownPlace or CargoFault."""
    cargo = Cargo(
        teu=_number(options.teu, "teu"),
        kg=_number(options.kg, "kg"),
        reefer=options.reefer,
        dangerous=options.dg.strip(),
        hs=options.hs.replace(".", "").replace(" ", ""),
        origin=options.goods_origin.strip().upper(),
        condition=options.condition,
    )
    modes = frozenset(mode.strip().lower() for mode in options.modes.split(",") if mode.strip())
    ready = (
        _moment(known, options.ready, options.origin, "ready")
        if options.ready
        else _next_hour(known, options.origin, now)
    )
    latest = _moment(known, options.by, options.destination, "by") if options.by else None
    return PlanQuestion(options.origin, options.destination, ready, cargo, modes, latest, doors=options.doors)


def _number(text: str | None, field: str) -> float | None:
    if text is None:
        return None
    try:
        return float(text.replace(",", ""))
    except ValueError as fault:
        raise PlanFault(f"--{field} takes a number, not '{text}'.", "bad_number", field) from fault


def _next_hour(known: Corridor, place: str, now: datetime) -> datetime:
    """Return the next full hour on the clock of a place."""
    there = now.astimezone(_zone_of(known, place))
    return there.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def _moment(known: Corridor, text: str, place: str, field: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as fault:
        sentence = f"--{field} takes a time such as 2026-12-01T08:00 or 2026-12-01T08:00+08:00, not '{text}'."
        raise PlanFault(sentence, "bad_time", field) from fault
    if moment.utcoffset() is not None:
        return moment
    return moment.replace(tzinfo=_zone_of(known, place))


def _zone_of(known: Corridor, place: str) -> tzinfo:
    try:
        return ZoneInfo(find_end(known, place).place.zone)
    except UnknownPlace:
        return UTC  # the place is named as unknown when it is planned for
