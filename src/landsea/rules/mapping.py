"""Versions in the database <-> measures of the core."""

from landsea.rules.models import Version
from landsea_core.rules import Interest, Measure, MeasureReason, Shipment, export_measure, read_measure
from landsea_core.rules.interests import find_reach


def make_measure(version: Version) -> Measure:
    """Return the measure that a version says."""
    return read_measure(version.row)


def make_columns(measure: Measure) -> dict:
    """Return the columns of a version that hold what a measure says and where it reaches."""
    reached = find_reach(measure)
    return {
        "row": export_measure(measure),
        "kind": reached.kind,
        "hs": list(reached.hs),
        "origins": sorted(reached.origins),
        "destinations": sorted(reached.destinations),
        "either": sorted(reached.either),
        "places": sorted(reached.places),
        "modes": sorted(reached.modes),
    }


def store_changes(changes: list[MeasureReason]) -> list:
    """Return changes as the database keeps them."""
    return [[change.code, dict(change.values)] for change in changes]


def read_changes(version: Version) -> list[MeasureReason]:
    """Return the changes that a version brought."""
    return [MeasureReason(code, values) for code, values in version.changes]


def find_why_withdrawn(version: Version) -> str:
    """Why a version was withdrawn, in the editor's words: the last line of its note."""
    return "".join(version.note.strip().splitlines()[-1:])


def make_interest(watch) -> Interest:
    """Return what a watch wants to hear of."""
    return Interest(
        tuple(watch.hs),
        frozenset(watch.origins),
        frozenset(watch.destinations),
        frozenset(watch.places),
        frozenset(watch.modes),
        frozenset(watch.kinds),
    )


def make_shipment(question: dict) -> Shipment:
    """Return the shipment of a checklist's question."""
    return Shipment(
        question.get("hs", ""),
        question.get("origin", ""),
        question.get("destination", ""),
        tuple(question.get("transit", ())),
        question.get("mode", ""),
        condition=question.get("condition", ""),
    )
