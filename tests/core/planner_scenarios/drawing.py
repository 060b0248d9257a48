"""Reads scenarios.txt: drawn timetables, questions and the expected answers, one line each, for people of the trade.

A drawing stands alone: only its own lines run, handling takes no time, and places are the real ones. A scenario that
begins with "the real network" asks about data/reference as it is.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.cost_rows import Price
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.model import MODES, Call, Corridor, Service
from landsea_core.planner.network.place_rows import Closure, Hours, Procedure
from landsea_core.planner.network.provenance import Provenance
from landsea_core.planner.network.questions import PlanQuestion
from landsea_core.planner.network.searching import PlanningContext

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"
FACT = Provenance("drawn for a test", "assumed", "2026-11-25")
NOTHING = Hours(0, 0, 0)
YEAR = "2027"


@dataclass(frozen=True)
class Scenario:
    """One drawn timetable with a question and what is expected."""

    title: str
    drawing: tuple[str, ...]
    question: str
    expected: tuple[str, ...]


def scenarios() -> list[Scenario]:
    """Return all scenarios of the file beside this one."""
    text = (Path(__file__).parent / "scenarios.txt").read_text(encoding="utf-8")
    blocks = [block.strip().splitlines() for block in re.split(r"\n\s*\n", text) if block.strip().startswith("#")]
    return [
        Scenario(
            lines[0].lstrip("# "),
            tuple(line for line in lines[1:] if line[0] not in "?="),
            next(line[1:].strip() for line in lines if line.startswith("?")),
            tuple(line[1:].strip() for line in lines if line.startswith("=")),
        )
        for lines in blocks
    ]


def room(scenario: Scenario) -> PlanningContext:
    """Return what is planned on: the drawing, or the real network with what the drawing adds."""
    real = load_corridor(REFERENCE)
    lines = list(scenario.drawing)
    if lines and lines[0] == "the real network":
        return PlanningContext(_drawn(real, lines[1:]))
    handling = tuple(replace(row, hours=NOTHING) for row in real.handling)
    empty = replace(real, services={}, procedures=(), closures=(), prices=(), handling=handling, spreads=_plain(real))
    return PlanningContext(_drawn(empty, lines))


def _plain(real: Corridor) -> tuple:
    return tuple(replace(row, scale=1.0) for row in real.spreads)


def _drawn(corridor: Corridor, lines: list[str]) -> Corridor:
    for line in lines:
        word, _, rest = line.partition(" ")
        if word in {"gate", "customs", "change", "unload"}:
            corridor = replace(corridor, procedures=(*corridor.procedures, _procedure(word, rest)))
        elif word == "closed":
            corridor = replace(corridor, closures=(*corridor.closures, _closure(rest)))
        elif word == "price":
            corridor = replace(corridor, prices=(*corridor.prices, _price(rest)))
        else:
            service = _service(word, rest)
            corridor = replace(corridor, services={**corridor.services, service.id: service})
    return corridor


def _service(name: str, rest: str) -> Service:
    head, _, told = rest.partition(":")
    words = head.split()
    parts = [part.strip() for part in told.split("|")]
    marks = " ".join(parts[1:])
    carries = {"container": "no containers" not in marks, "reefer": "no plugs" not in marks, "bulk": None}
    carries |= {"vehicles": None, "dangerous": "dangerous" in marks}
    cut = re.search(r"gate (\d+) h", marks)
    km = re.search(r"(\d+) km", marks)
    if words[0] in {"haul", "hop"}:
        places, hours = re.fullmatch(r"(\w+) - (\w+) ([\d.]+) h", parts[0]).group(1, 2), float(parts[0].split()[-2])
        calls, days, mode, kind = tuple(Call(place, "", 0, "", 0, "") for place in places), "on call", "road", words[0]
    else:
        calls, mode, kind = _calls(parts[0]), words[0], "line"
        days = words[1] if words[1] == "daily" else tuple(words[1].split(","))
        hours = 24.0 * max(1, calls[-1].arrive_day)
    span = (float(km.group(1)) if km else 100.0, carries, float(cut.group(1)) if cut else 0.0)
    return Service(name, kind, mode, "", name, calls, days, hours, *span, "", "", "", "", FACT)


def _calls(told: str) -> tuple[Call, ...]:
    """Read "CNTJC 20:00 > CNWJY +1 06:00/10:00 > LAVTS +2 12:00"."""
    found = []
    stops = told.split(" > ")
    for number, stop in enumerate(stops):
        place, day, times = re.fullmatch(r"(\w+) (?:\+(\d+) )?([\d:/]+)", stop.strip()).groups()
        arrive, _, depart = times.rpartition("/")
        arrive = arrive or (times if number else "")
        depart = "" if number == len(stops) - 1 else depart
        found.append(Call(place, arrive, int(day or 0), depart, int(day or 0), "assumed"))
    return tuple(found)


def _procedure(word: str, rest: str) -> Procedure:
    """Read "gate CNMHN 08:00-20:00" and "customs LABOT 4 h", "change CNWJY 6 h", "unload SGSIN 12 h"."""
    place, told = rest.split(" ", 1)
    if word == "gate":
        opens, closes = told.split("-")
        return Procedure(f"P-{rest}", place, "road", "gate_hours", ("gate",), (), opens, closes, None, "", "", "", FACT)
    hours = Hours(*(float(told.split()[0]),) * 3)
    mode = "sea" if word == "unload" else "rail"
    at = {"customs": ("hop", "in"), "change": ("change",), "unload": ("leave",)}[word]
    return Procedure(f"P-{rest}", place, mode, "customs", at, (), "", "", hours, "", "", "", FACT)


def _closure(rest: str) -> Closure:
    """Read "CNMHN 11 Jan to 20 Jan" or "R1 12 Jan to 12 Jan"."""
    name, first, last = re.fullmatch(r"(\w+) (\d+ \w+) to (\d+ \w+)", rest).groups()
    days = [datetime.strptime(f"{text} {YEAR}", "%d %b %Y").date() for text in (first, last)]
    places, services = ((name,), ()) if re.fullmatch(r"[A-Z]{5}", name) else ((), (name,))
    return Closure(f"X-{name}", "closed", places, services, (), *days, f"{name} is closed.", FACT)


def _price(rest: str) -> Price:
    """Read "R1 1000-2000 USD"."""
    name, low, high, currency = re.fullmatch(r"(\w+) (\d+)-(\d+) (\w+)", rest).groups()
    return Price(f"C-{name}", (name,), float(low), float(high), currency, "TEU", "2026-01", "2026-12", FACT)


def question(corridor: Corridor, told: str) -> PlanQuestion:
    """Read "CNTJC to LAVTS, ready 11 Jan 08:00, 1 TEU, reefer, class 3, hs 081060, from MY, by rail and sea"."""
    way, ready, *more = [part.strip() for part in told.split(",")]
    origin, destination = way.split(" to ")
    moment = datetime.strptime(f"{ready.removeprefix('ready ')} {YEAR}", "%d %b %H:%M %Y")
    cargo, modes = Cargo(), frozenset(MODES)
    for part in more:
        word, _, value = part.partition(" ")
        if value == "TEU":
            cargo = replace(cargo, teu=float(word))
        elif value == "kg":
            cargo = replace(cargo, kg=float(word))
        elif word == "reefer":
            cargo = replace(cargo, reefer=True)
        elif word in {"class", "hs", "from"}:
            cargo = replace(cargo, **{{"class": "dangerous", "hs": "hs", "from": "origin"}[word]: value})
        elif word == "by":
            modes = frozenset(value.split(" and "))
    zone = corridor.places[origin].zone if origin in corridor.places else "Asia/Shanghai"
    return PlanQuestion(origin, destination, moment.replace(tzinfo=ZoneInfo(zone)), cargo, modes)


__all__ = ["Scenario", "question", "room", "scenarios"]
