"""`landsea network truth | learn`: planned hours beside told ones, whole sources left out if asked, and what that teaches.

`truth` judges the network as it is; `truth --leave-out source` plans each journey without what its own source brought, and
gives it the interval that the journeys of other sources teach; `truth --new` says which journeys that have taught nothing
yet lie outside; `learn` writes scatter.jsonl anew.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from landsea.corridor.network_files import find_reference_folder, read_corridor
from landsea_core.planner.network.compared_journeys import ComparedJourney, ContextsByClosures, compare_with_plan
from landsea_core.planner.network.row_files import NetworkFault, read_rows
from landsea_core.planner.network.row_kinds import find_path
from landsea_core.planner.network.row_writing import write_rows
from landsea_core.planner.network.scatter_learning import (
    Lesson,
    choose_quantile,
    describe_reaches,
    leave_sources_out,
)
from landsea_core.planner.network.searching import PlanningContext
from landsea_core.planner.network.told_journeys import FILES, PEOPLES_FILE, ToldJourney, read_told_journeys
from landsea_core.planner.network.told_sources import leave_source_out, list_sources
from landsea_core.planner.network.truth_tables import Judged, count_by_kind, count_journeys
from landsea_search import load_compiled, make_planner

FAULTS = 1
OUTSIDE = 1


def print_truth(as_json: bool, leave_out: bool = False, only_new: bool = False, path: str | None = None) -> int:
    """Print told beside planned hours; return 0, or 1 where files cannot be read or new journeys lie outside."""
    try:
        return _print_truth(as_json, leave_out, only_new, path)
    except NetworkFault as fault:
        print(f"landsea network truth: {fault}", file=sys.stderr)
        return FAULTS


def _print_truth(as_json: bool, leave_out: bool, only_new: bool, path: str | None) -> int:
    told = _read_told(path)
    if only_new:
        taught = _read_taught()
        told = {name: [one for one in rows if one.id not in taught] for name, rows in told.items()}
    results = {name: _compare_all(rows, leave_out) for name, rows in told.items()}
    if leave_out and any(results.values()):
        results = _give_hours_of_others(results, _compare_teachers(results) if path or only_new else ())
    everything = [one for found in results.values() for one in found]
    if as_json:
        print(json.dumps({name: count_journeys(found)._asdict() for name, found in results.items()}))
    else:
        for name, found in results.items():
            print(name)
            for one in found:
                print(_write_line(one))
            print(f"  {_write_judged(count_journeys(found))}\n")
        _print_table(everything)
    return OUTSIDE if only_new and any(not one.inside for one in everything) else 0


def learn_scatter(as_json: bool) -> int:
    """Learn the reach of each kind of way from all told journeys, whole sources left out, and write scatter.jsonl."""
    folder = find_reference_folder()
    try:
        told = [one for rows in _read_told(None).values() for one in rows]
        told += read_told_journeys(folder / "network" / PEOPLES_FILE)
        compared = _compare_all(told, leave_out=True)
    except NetworkFault as fault:
        print(f"landsea network learn: {fault}", file=sys.stderr)
        return FAULTS
    lessons = make_lessons(compared)
    quantile = choose_quantile(lessons)
    rows = describe_reaches(lessons, quantile, [one.journey.id for one in compared], datetime.now(UTC).date())
    (folder / find_path("scatter")).write_text(write_rows("scatter", rows), encoding="utf-8")
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for row in rows:
        print(f"{row['mode']} {row['stop']}: {row['reach']} times, by {row['journeys']} journeys")
    print(rows[0]["note"])
    return 0


def make_lessons(compared: Iterable[ComparedJourney]) -> list[Lesson]:
    """Return what journeys that could be planned teach."""
    return [
        Lesson(
            one.journey.id,
            list_sources(one.journey.source),
            one.kind,
            one.journey.low,
            one.journey.high,
            one.hours.typical,
        )
        for one in compared
        if one.hours is not None and one.kind is not None
    ]


def _read_told(path: str | None) -> dict[str, list[ToldJourney]]:
    """Return the told journeys by file: those of the reference files, or of one file that is named."""
    if path:
        return {Path(path).name: list(read_told_journeys(Path(path)))}
    return {name: list(read_told_journeys(find_reference_folder() / "network" / name)) for name in FILES}


def _read_taught() -> frozenset[str]:
    rows: list[dict[str, Any]] = [row for _, row in read_rows(find_reference_folder() / find_path("scatter"))]
    return frozenset(name for row in rows for name in row.get("taught", ()))


def _compare_all(told: Iterable[ToldJourney], leave_out: bool) -> list[ComparedJourney]:
    corridor = read_corridor()
    load_compiled()  # each journey is searched nineteen times: what compiling costs is won back at the tenth
    whole = ContextsByClosures(PlanningContext(corridor, engine=make_planner))
    found = []
    for one in told:
        without = leave_source_out(corridor, list_sources(one.source)) if leave_out else corridor
        plannings = whole if without is corridor else ContextsByClosures(PlanningContext(without, engine=make_planner))
        found.append(compare_with_plan(plannings, one))
    return found


def _compare_teachers(results: dict[str, list[ComparedJourney]]) -> list[ComparedJourney]:
    """Return the journeys of the reference files that are not asked about: what others teach, where only some are."""
    asked = {one.journey.id for found in results.values() for one in found}
    return _compare_all((one for rows in _read_told(None).values() for one in rows if one.id not in asked), True)


def _give_hours_of_others(
    results: dict[str, list[ComparedJourney]], teachers: Iterable[ComparedJourney] = ()
) -> dict[str, list[ComparedJourney]]:
    """Return each journey with the interval that the journeys of other sources teach, `teachers` among them."""
    lessons = make_lessons([*teachers, *(one for found in results.values() for one in found)])
    if not lessons:
        return results  # nothing could be planned
    hours = dict(zip([one.id for one in lessons], leave_sources_out(lessons, choose_quantile(lessons)), strict=True))
    return {name: [replace(one, hours=hours.get(one.journey.id)) for one in found] for name, found in results.items()}


def _print_table(found: list[ComparedJourney]) -> None:
    for kind, judged in count_by_kind(found).items():
        print(f"{kind}: {_write_judged(judged)}")


def _write_judged(judged: Judged) -> str:
    width = f"; upper end {judged.width:.2f} times the lower at the median" if judged.width else ""
    none = f", {judged.without_plan} without a plan" if judged.without_plan else ""
    return f"{judged.inside} of {judged.journeys} inside low to p90, {judged.near} within 25 %{none}{width}"


def _write_line(one: ComparedJourney) -> str:
    way = one.journey
    head = f"  {way.id} {way.origin} - {way.destination} by {', '.join(sorted(way.modes))}: {way.basis} {way.low:g}"
    said = head if way.low == way.high else f"{head} to {way.high:g}"
    if one.hours is None:
        return f"{said} h; no plan: {one.why}"
    marks = " ".join(("inside" if one.inside else "OUTSIDE", "near" if one.near else "far"))
    return f"{said} h; ours {one.hours.low:.0f} / {one.hours.typical:.0f} / {one.hours.p90:.0f} h  {marks}"
