"""A measure as a row of `measures*.jsonl`, as `measure_files.read_measure` reads it back."""

from typing import Any

from landsea_core.rules.model import Measure, Requirement


def export_measure(measure: Measure) -> dict[str, Any]:
    """The row of a measure, as `read_measure` reads it; open and unknown fields are left out of `applies` and `life`."""
    scope, life = measure.scope, measure.life
    applies: dict[str, Any] = {
        name: sorted(value) if isinstance(value, frozenset) else list(value)
        for name in ("hs", "hs_except", "origin", "destination", "path", "borders", "places", "modes", "conditions")
        if (value := getattr(scope, name))
    }
    if scope.goods:
        applies["goods"] = scope.goods
    if scope.exception:
        applies["exception"] = True
    if scope.modes_only:
        applies["modes_only"] = True
    if scope.land_transit is not None:
        applies["land_transit"] = list(scope.land_transit)
    applies["direction"] = scope.direction
    dates: dict[str, Any] = {
        name: getattr(life, name).text for name in ("announced", "in_force", "last_day") if getattr(life, name).known
    }
    if life.suspensions:
        dates["suspensions"] = [
            {"first": one.first.text, "last": one.last.text, "act": one.act, "doubt": one.doubt}
            for one in life.suspensions
        ]
    if life.replaced_by:
        dates["replaced_by"] = life.replaced_by
    if life.pending:
        dates["pending"] = True
    written = {
        "id": measure.code,
        "version": measure.version,
        "title": measure.title,
        "title_local": measure.title_local,
        "kind": str(measure.kind),
        "effect": str(measure.effect),
        "country": measure.country,
        "authority": measure.authority,
        "legal_act": measure.legal_act,
        "applies": applies,
        "requires": [_write_requirement(one) for one in measure.requirements],
        "life": dates,
        "complete": measure.complete,
        "summary": measure.summary,
        "source": measure.source,
        "grade": measure.grade,
        "checked": measure.checked,
        "note": measure.note,
    }
    return written | {"to_confirm": measure.to_confirm} if measure.to_confirm else written


def _write_requirement(requirement: Requirement) -> dict[str, Any]:
    fields = ("what", "who", "lead_time", "cost", "validity", "sample", "doc", "condition")
    row = {name: value for name in fields if (value := getattr(requirement, name))}
    return {**row, "hs": list(requirement.hs)} if requirement.hs else row
