"""Offices and desks of the own installation: one to change, one that nobody is at to retire, one that is out of service."""

from datetime import datetime

from tests.contract.one_of_each.addresses import TYPED

from landsea.directory.actions.change_units import retire_desk
from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.directory.models import Desk

WHY = "It moved."


def make(world, now: datetime) -> dict:
    """Add two desks without people; retire one."""
    staying, gone = add_empty_desk(world, "closing"), add_empty_desk(world, "closed")
    retire_desk(actor=world.actor("coordinator"), code=gone.code, why=WHY, now=now)
    return {
        **dict.fromkeys(("edit_office", "new_desk"), {"code": world.quarantine.office.code}),
        "edit_desk": {"code": world.quarantine.code},
        "retire_unit": {"unit_kind": "desks", "code": staying.code, TYPED: {"why": WHY}},
        "return_unit": {"unit_kind": "desks", "code": gone.code},
    }


def add_empty_desk(world, name: str) -> Desk:
    """Add a desk that nobody holds at the quarantine's office."""
    office = world.quarantine.office
    desk = Desk.objects.create(
        code=f"{office.code}.{name}", office=office, names={"en": name.title()}, name_tokens=[name]
    )
    raise_revision(lock_revision())
    return desk


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Another desk without people, out of service."""
    desk = add_empty_desk(world, f"closed{number}")
    retire_desk(actor=world.actor("coordinator"), code=desk.code, why=WHY, now=now)
