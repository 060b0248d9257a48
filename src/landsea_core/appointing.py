"""Who may appoint whom: one table, and the questions that pages and acts ask it. Knows no people and no database.

A person's part at the mechanism is one of `Part`. Whoever may begin an appointment to a part may end it as well, and
everybody may lay down a part of their own; that the last coordinator stays is looked after by the act, which counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What an appointment makes of a person. A coordinator is whoever is appointed to the coordinator's desk."""

    COORDINATOR = "coordinator"
    HOLDER = "holder"
    DEPUTY = "deputy"
    HEAD = "head"
    CLERK = "association"
    OBSERVER = "observer"
    EDITOR = "editor"
    OPERATOR = "operator"


class UnitKind(StrEnum):
    """What an appointment to a part names: a desk, an office, or the whole installation."""

    DESK = "desk"
    OFFICE = "office"
    NONE = "none"


class Where(StrEnum):
    """How far the right to appoint reaches: everywhere, or only to the office that one heads and its desks."""

    EVERYWHERE = "everywhere"
    OWN_OFFICE = "own_office"


UNIT_OF_PART = {
    Part.COORDINATOR: UnitKind.NONE,  # its desk is given: there is one
    Part.HOLDER: UnitKind.DESK,
    Part.DEPUTY: UnitKind.DESK,
    Part.HEAD: UnitKind.OFFICE,
    Part.CLERK: UnitKind.OFFICE,
    Part.OBSERVER: UnitKind.OFFICE,
    Part.EDITOR: UnitKind.NONE,
    Part.OPERATOR: UnitKind.NONE,
}


@dataclass(frozen=True)
class AppointingRight:
    """One line of the table: somebody with the part `by` may appoint people to `part`, there."""

    by: Part
    part: Part
    where: Where


APPOINTING_RIGHTS: tuple[AppointingRight, ...] = (
    *(AppointingRight(Part.COORDINATOR, part, Where.EVERYWHERE) for part in Part),
    AppointingRight(Part.HEAD, Part.COORDINATOR, Where.OWN_OFFICE),
    AppointingRight(Part.HEAD, Part.HOLDER, Where.OWN_OFFICE),
    AppointingRight(Part.HEAD, Part.DEPUTY, Where.OWN_OFFICE),
    AppointingRight(Part.HEAD, Part.CLERK, Where.OWN_OFFICE),
)
"""Who may appoint whom. Holders, deputies, clerks, observers, editors and operators appoint nobody."""


@dataclass(frozen=True)
class Standing:
    """What somebody has to appoint with: the coordinator's part, and the offices (ids) that they head."""

    is_coordinator: bool = False
    heads: frozenset[int] = frozenset()


def may_appoint(standing: Standing, part: Part, office: int | None) -> bool:
    """Say whether somebody may begin and end appointments to `part`; `office` is the id of the office that the appointment
    names, or whose desk it names, and None where it names neither.

    >>> may_appoint(Standing(heads=frozenset({7})), Part.DEPUTY, 7), may_appoint(Standing(heads=frozenset({7})), Part.HEAD, 7)
    (True, False)
    """
    return any(_reaches(standing, line, office) for line in APPOINTING_RIGHTS if line.part is part)


def _reaches(standing: Standing, line: AppointingRight, office: int | None) -> bool:
    has_part = standing.is_coordinator if line.by is Part.COORDINATOR else bool(standing.heads)
    return has_part and (line.where is Where.EVERYWHERE or office in standing.heads)


def list_parts_to_appoint(standing: Standing, coordinator_office: int | None = None) -> tuple[Part, ...]:
    """Return the parts that somebody may appoint to at all, in the order of `Part`. `coordinator_office` is the id of the
    office of the coordinator's desk.
    """
    found = []
    for part in Part:
        offices: Iterable[int | None] = (coordinator_office,) if part is Part.COORDINATOR else (None, *standing.heads)
        if any(may_appoint(standing, part, office) for office in offices):
            found.append(part)
    return tuple(found)


def list_appointers(part: Part) -> tuple[AppointingRight, ...]:
    """Return the lines of the table that let somebody appoint to this part, for the page that shows the table."""
    return tuple(line for line in APPOINTING_RIGHTS if line.part is part)
