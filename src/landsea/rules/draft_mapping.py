"""An editor's form <-> a measure. Fields that the form does not show keep what the measure had."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from landsea_core.rules import Effect, Life, Measure, MeasureKind, MeasureScope, Requirement, read_partial_day
from landsea_core.rules.model import GENERAL_KNOWLEDGE

PARTS = ("what", "who", "lead_time", "cost", "validity")


def make_initial_values(measure: Measure) -> dict[str, str | bool]:
    """Return what the form shows of a measure."""
    scope, life = measure.scope, measure.life
    plain = (
        "title",
        "title_local",
        "authority",
        "legal_act",
        "summary",
        "source",
        "grade",
        "note",
        "to_confirm",
        "country",
    )
    return {
        **{name: getattr(measure, name) for name in plain},
        "kind": str(measure.kind),
        "effect": str(measure.effect),
        "hs": ", ".join(scope.hs),
        "hs_except": ", ".join(scope.hs_except),
        "goods": scope.goods,
        "exception": scope.exception,
        "origin": ", ".join(sorted(scope.origin)),
        "destination": ", ".join(sorted(scope.destination)),
        "modes": ", ".join(sorted(scope.modes)),
        "requires": "\n".join(write_line(split_line(one)) for one in measure.requirements),
        "announced": life.announced.text,
        "in_force": life.in_force.text,
        "last_day": life.last_day.text,
        "replaced_by": life.replaced_by,
        "pending": life.pending,
        "checked": "",
    }


def split_line(one: Requirement) -> tuple[str, ...]:
    """Return the parts of a requirement's line, "" for what is not known."""
    return tuple(getattr(one, part) for part in PARTS)


def write_line(parts: Iterable[str]) -> str:
    """Return the line that an editor types for a requirement; what is not known at its end is left out."""
    return " | ".join(parts).rstrip(" |")


def make_measure(typed: dict, code: str, before: Measure | None, today: date) -> Measure:
    """Return the measure that the cleaned form says. Raises ValueError for a day that is none."""
    scope = before.scope if before else MeasureScope()
    life = before.life if before else Life()
    known = {one.what: one for one in before.requirements} if before else {}
    return Measure(
        code=code,
        title=typed["title"],
        title_local=typed["title_local"],
        kind=MeasureKind(typed["kind"]),
        effect=Effect(typed["effect"]),
        country=typed["country"].strip().upper(),
        authority=typed["authority"],
        legal_act=typed["legal_act"],
        summary=typed["summary"],
        scope=replace(
            scope,
            hs=_split_items(typed["hs"].replace(".", "")),
            hs_except=_split_items(typed["hs_except"].replace(".", "")),
            goods=typed["goods"],
            origin=frozenset(_split_items(typed["origin"].upper())),
            destination=frozenset(_split_items(typed["destination"].upper())),
            modes=frozenset(_split_items(typed["modes"].lower())),
            exception=typed["exception"],
        ),
        requirements=tuple(_parse_requirement(line, known) for line in typed["requires"].splitlines() if line.strip()),
        life=replace(
            life,
            announced=read_partial_day(typed["announced"]),
            in_force=read_partial_day(typed["in_force"]),
            last_day=read_partial_day(typed["last_day"]),
            replaced_by=typed["replaced_by"].strip().upper(),
            pending=typed["pending"],
        ),
        complete=before.complete if before else False,
        source=typed["source"],
        grade=typed["grade"],
        checked=_day_of_look(typed, today),
        note=typed["note"],
        to_confirm=typed["to_confirm"],
    )


def _day_of_look(typed: dict, today: date) -> str:
    """Return the day on which the editor opened the source; none for what is general knowledge."""
    return "" if typed["grade"] == GENERAL_KNOWLEDGE else typed["checked"] or today.isoformat()


def _split_items(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.replace(",", " ").split() if part)


def _parse_requirement(line: str, known: dict[str, Requirement]) -> Requirement:
    parts = [part.strip() for part in line.split("|")]
    values = dict(zip(PARTS, parts, strict=False))
    return replace(known.get(values["what"], Requirement("")), **dict.fromkeys(PARTS, "") | values)
