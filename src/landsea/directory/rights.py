"""Who may change what about the people of a desk, and who may appoint whom. Seeing contacts is `access.may_see_contacts`.

The table of who may appoint whom is `landsea_core.appointing`; here it is asked about actors and rows.
"""

from landsea_core.appointing import Part, Standing
from landsea_core.appointing import may_appoint as table_allows


def may_manage_desk(actor, desk) -> bool:
    """Say whether somebody may change people and roster of a desk: its holders, deputies and head, and the coordinator. A
    second factor is asked by the doors of the pages.
    """
    return actor.is_coordinator or desk.pk in actor.desks


def may_hand_over_for(actor, user_id: int, offices: frozenset[int] | set[int]) -> bool:
    """Say whether somebody may hand a person's work over at desks of these offices: oneself, the head of all, the
    coordinator.
    """
    return actor.is_coordinator or actor.user_id == user_id or bool(offices) and offices <= actor.heads


def may_appoint(actor, desk) -> bool:
    """Say whether somebody may begin and end appointments to a desk: its office's head and the coordinator, not its people."""
    return may_appoint_to(actor, _part_at(desk, Part.HOLDER), desk.office_id)


def may_appoint_to(actor, part: Part, office_id: int | None) -> bool:
    """Say whether somebody may begin and end appointments to a part at an office or its desks (id; None: at neither)."""
    return table_allows(find_standing(actor), part, office_id)


def find_standing(actor) -> Standing:
    """Return what an actor has to appoint with."""
    return Standing(actor.is_coordinator, actor.heads)


def find_part(appointment) -> Part:
    """Return the part that an appointment (its desk loaded) makes of somebody: whoever is at the coordinator's desk is a
    coordinator.
    """
    part = Part(appointment.role)
    return _part_at(appointment.desk, part) if appointment.desk_id else part


def find_office_id(appointment) -> int | None:
    """Return the office that an appointment (its desk loaded) names, or whose desk it names; None: neither."""
    return appointment.desk.office_id if appointment.desk_id else appointment.office_id


def may_change_appointment(actor, appointment) -> bool:
    """Say whether somebody may begin and end this appointment (its desk loaded)."""
    return may_appoint_to(actor, find_part(appointment), find_office_id(appointment))


def _part_at(desk, part: Part) -> Part:
    return Part.COORDINATOR if desk.code == desk.COORDINATOR else part
