"""Who acts in the played year: the people of a desk at that time, else the coordinator."""

from datetime import datetime

from landsea.base.actors import Actor
from landsea.directory import access as directory_access
from landsea.directory.actors import make_actor


def find_coordinator(now: datetime) -> Actor:
    """Return somebody of the coordinator's desk as of `now` (aware)."""
    return _somebody(directory_access.find_coordinator_desk().pk, now)


def find_holder(desk_id: int, now: datetime) -> Actor:
    """Return the holder of a desk as of `now`; where nobody is appointed, the coordinator acts for it."""
    return _somebody(desk_id, now) or find_coordinator(now)


def find_holder_by_code(code: str, now: datetime) -> Actor:
    """Return the holder of the desk with this code as of `now`."""
    return find_holder(directory_access.find_desk(code).pk, now)


def _somebody(desk_id: int, now: datetime) -> Actor | None:
    person = directory_access.list_people_of_desk(desk_id, now).first()
    return make_actor(person.user, now) if person else None
