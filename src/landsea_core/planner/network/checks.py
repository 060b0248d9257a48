"""What must hold of the network's files; every fault is a sentence that names file and line.

Reads the rows as they stand, so that a file with faults can be told about; nothing is planned here. What must hold of
each row by itself is in `row_checks`; here is what rows say of each other.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from landsea_core.planner.network.model import HAUL, HOP, LINE, MODES
from landsea_core.planner.network.row_checks import find_row_faults
from landsea_core.planner.network.row_counts import Numbered, count_rows
from landsea_core.planner.network.row_facts import find_provenance_faults
from landsea_core.planner.network.row_files import NetworkFault, read_rows
from landsea_core.sentences import Sentence

KM_PER_NAUTICAL_MILE = 1.852
SEA_TOLERANCE = 0.2
ROW_FILES = ("places.jsonl", "services.jsonl", "procedures.jsonl", "closures.jsonl", "prices.jsonl")


@dataclass(slots=True)
class CheckFindings:
    """Faults, each with file and line, and what was counted."""

    faults: list[str] = field(default_factory=list)
    counts: dict[str, dict[str, int]] = field(default_factory=dict)


class PlacedFault(NamedTuple):
    """A fault with where it stands: file, line, the row's own name, the key it is about, the sentence."""

    file: str
    line: int
    row: str
    key: str
    sentence: Sentence

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else f"{self.file}:"
        return f"{where} {self.row}: {self.sentence}" if self.row else f"{where} {self.sentence}"


def check_network(folder: Path) -> CheckFindings:
    """Check the network under a reference folder (data/reference)."""
    found = CheckFindings()
    files: dict[str, Numbered] = {}
    network = folder / "network"
    for path in (folder / "places.jsonl", *sorted(network.glob("*.jsonl"))):
        try:
            files[path.name] = list(read_rows(path))
        except NetworkFault as fault:
            found.faults.append(str(fault))
            files[path.name] = []
    if not files.get("services.jsonl"):
        found.faults.append(f"services.jsonl: no service is on record in {network.name}.")
        return found
    rows = check_rows(files)
    return CheckFindings([*found.faults, *rows.faults], {} if found.faults else rows.counts)


def check_rows(files: dict[str, Numbered]) -> CheckFindings:
    """Check the rows of a network by file name, wherever they were read from."""
    found = CheckFindings()
    found.faults += [str(fault) for fault in find_faults_within_rows(files)]
    if not found.faults:  # what rows say of each other can be read only when each can
        found.faults += [str(fault) for fault in find_faults_between_rows(files)]
        found.counts = count_rows(files)
    return found


def find_faults_within_rows(files: dict[str, Numbered]) -> Iterator[PlacedFault]:
    """Yield what is wrong with rows by themselves, and with ids that are given twice."""
    places = {row["code"]: row for _, row in files["places.jsonl"] if "code" in row}
    for name, numbered in files.items():
        seen: dict[str, int] = {}
        for line, row in numbered:
            said = (
                [] if "hours_low" in row else list(find_provenance_faults(row))
            )  # journeys have a basis in place of a grade
            said += find_row_faults(name, row, places)
            yield from (PlacedFault(name, line, name_row(row), *fault) for fault in said)
            if name in ROW_FILES:
                if name_row(row) in seen:
                    twice = Sentence("is given twice; it is on line %(line)s already.", line=seen[name_row(row)])
                    yield PlacedFault(name, line, name_row(row), "id", twice)
                seen.setdefault(name_row(row), line)


def find_faults_between_rows(files: dict[str, Numbered]) -> Iterator[PlacedFault]:
    """Yield what rows say against each other. Each row must be sound by itself; retired ones are passed over."""
    live = {name: [one for one in numbered if not one[1].get("retired")] for name, numbered in files.items()}
    places = {row["code"]: row for _, row in files["places.jsonl"]}
    yield from _check_borders(live, places)
    yield from _check_doors(live, places)
    yield from _check_references(files)
    yield from _check_sea_distances(live)
    yield from _check_told_journeys(files)


def name_row(row: dict[str, Any]) -> str:
    """Return what a row is called: its id, its code, or what else tells it from others."""
    return str(row.get("id") or row.get("code") or row.get("mode") or row.get("currency") or "row")


def _check_borders(files: dict[str, Numbered], places: dict[str, dict[str, Any]]) -> Iterator[PlacedFault]:
    """Every border that cargo crosses by a hop has formalities on both sides, and a line's end abroad has some too."""
    crossed = (row for _, row in files["procedures.jsonl"] if "hop" in row["at"] and row["hours"]["typical"])
    hops = {row["place"] for row in crossed if row["kind"] == "customs"}
    cleared = {(row["place"], row["mode"]) for _, row in files["procedures.jsonl"] if "in" in row["at"]}

    def abroad(called: list[str]) -> bool:
        return bool(places[called[0]]["country"] != places[called[-1]]["country"])

    for line, row in files["services.jsonl"]:
        said = []
        called = [call["place"] for call in row["calls"]]
        said += [
            Sentence("calls at %(place)s, which is retired.", place=code)
            for code in called
            if places[code].get("retired")
        ]
        if row["kind"] == HOP:
            missing = [code for code in called if code not in hops]
            said += [
                Sentence("no procedure is on record at %(place)s for those who cross.", place=code) for code in missing
            ]
        elif row["kind"] == LINE and abroad(called) and (called[-1], row["mode"]) not in cleared:
            said.append(Sentence("nobody clears what it brings to %(place)s.", place=called[-1]))
        yield from (PlacedFault("services.jsonl", line, row["id"], "calls", one) for one in said)


def _check_doors(files: dict[str, Numbered], places: dict[str, dict[str, Any]]) -> Iterator[PlacedFault]:
    """A line that calls at a city makes it the only door there (`place_names.find_doors`): hauls must lead to its terminals."""
    offered = [(line, row) for line, row in files["services.jsonl"] if not row["not_offered"]]
    called = {call["place"] for _, row in offered for call in row["calls"]}
    joined = [{call["place"] for call in row["calls"]} for _, row in offered if row["kind"] in {HAUL, HOP}]
    for line, row in offered:
        cities = [call["place"] for call in row["calls"] if places[call["place"]]["kind"] == "city"]
        for city in dict.fromkeys(cities) if row["kind"] == LINE else ():
            reached = _follow_joins(city, joined)
            lost = [code for code in called - reached if places[code]["within"] == city]
            if lost:
                said = Sentence(
                    "calls at the city %(place)s, whose doors then open there alone, and no haul leads to %(terminals)s; "
                    "call at a terminal or add the haul.",
                    place=city,
                    terminals=", ".join(sorted(lost)),
                )
                yield PlacedFault("services.jsonl", line, row["id"], "calls", said)


def _follow_joins(city: str, joined: list[set[str]]) -> set[str]:
    """Return the places that hauls and hops lead to from a city, one after another."""
    reached = {city}
    while more := {code for pair in joined if pair & reached for code in pair} - reached:
        reached |= more
    return reached


def _check_references(files: dict[str, Numbered]) -> Iterator[PlacedFault]:
    known = {row["id"] for _, row in files["services.jsonl"]}
    for name in ("prices.jsonl", "closures.jsonl"):
        for line, row in files.get(name, ()):
            unknown = [one for one in row["services"] if one not in known]
            if unknown:
                said = Sentence("the services %(services)s are not known.", services=", ".join(unknown))
                yield PlacedFault(name, line, row["id"], "services", said)
    currencies = {row["currency"] for _, row in files.get("exchange_rates.jsonl", ())} | {"USD"}
    for line, row in files.get("prices.jsonl", ()):
        if row["currency"] not in currencies:
            said = Sentence(
                "no exchange rate is on record for %(currency)s; use %(known)s.",
                currency=row["currency"],
                known=", ".join(sorted(currencies)),
            )
            yield PlacedFault("prices.jsonl", line, row["id"], "currency", said)
    modes = {row["mode"] for _, row in files.get("emissions.jsonl", ()) if row["used"]}
    for mode in sorted(set(MODES) - modes):
        yield PlacedFault(
            "emissions.jsonl", 0, "", "mode", Sentence("no factor is used for %(mode)s; mark one.", mode=mode)
        )


def _check_sea_distances(files: dict[str, Numbered]) -> Iterator[PlacedFault]:
    """Kilometres of lines by sea agree with the table of distances, which names its overrides."""
    miles = {frozenset((row["from"], row["to"])): row["nm"] for _, row in files.get("sea_distances.jsonl", ())}
    for line, row in files["services.jsonl"]:
        if row["mode"] != "sea" or row["kind"] != LINE or row["not_offered"] or not miles:
            continue
        called = [call["place"] for call in row["calls"]]
        stretches = [frozenset(pair) for pair in pairwise(called)]
        if not all(pair in miles for pair in stretches):
            continue
        km = sum(miles[pair] for pair in stretches) * KM_PER_NAUTICAL_MILE
        if abs(km / row["km"] - 1) > SEA_TOLERANCE:
            said = Sentence(
                "%(km)s km, but sea_distances.jsonl makes it %(other)s; "
                "correct the row, or give the pair an override with its source.",
                km=row["km"],
                other=f"{km:.0f}",
            )
            yield PlacedFault("services.jsonl", line, row["id"], "km", said)


def _check_told_journeys(files: dict[str, Numbered]) -> Iterator[PlacedFault]:
    """Every told journey has been held against its plan before it teaches how far plans may be off."""
    taught = {name for _, row in files.get("scatter.jsonl", ()) for name in row.get("taught", ())}
    for name in ("journeys_fit.jsonl", "journeys_held_out.jsonl"):
        for line, row in files.get(name, ()):
            if taught and row["id"] not in taught:
                said = Sentence(
                    "has taught nothing yet; see by `landsea network truth --new` whether it lies outside, "
                    "then run `landsea network learn`."
                )
                yield PlacedFault(name, line, row["id"], "", said)
