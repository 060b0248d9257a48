"""Who may be woken for a case of a desk, in order, each with the ways that reach them: whoever has duty or is there now, then
those who would answer in their place, and at last whoever answers at the coordinator's desk. Nobody in quiet hours or on leave.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings

from landsea.base.messengers import access as messengers_access
from landsea.base.messengers.ways import list_ways
from landsea.directory import access as directory_access
from landsea.directory.reachability import find_people_in_reach
from landsea.directory.reaching import find_reach
from landsea.directory.rosters import Person
from landsea_core.waking import Callee, order_ways


@dataclass(frozen=True)
class Reachable:
    """Somebody with the addresses by which they are woken, by way."""

    person: Person
    callee: Callee
    addresses: dict[str, str] = field(default_factory=dict)


def list_callees(desk, at: datetime) -> list[Reachable]:
    """Return who may be woken at `at` (aware) for a case of this desk (with office); those with no way at all are left out."""
    people = [(desk, one) for one in find_people_in_reach(desk, at)]
    coordinator = directory_access.find_coordinator_desk()
    if coordinator.pk != desk.pk:
        known = {person.key for _desk, person in people}
        people += [(coordinator, one) for one in find_people_in_reach(coordinator, at) if one.key not in known]
    users = [person.user_id for _desk, person in people if person.user_id]
    accounts = messengers_access.find_accounts(users)
    ways = list_ways()
    found = []
    for its_desk, person in people:
        reach = find_reach(its_desk, person, at)
        by_account = {way.code: accounts.get((person.user_id, way.code), "") for way in ways if way.knows_people}
        by_phone = {way.code: reach.phone for way in ways if not way.knows_people}
        addresses = {way: address for way, address in (by_account | by_phone).items() if address}
        ordered = order_ways(settings.WAKE_WAYS, reach.first_way, addresses)
        if ordered:
            found.append(Reachable(person, Callee(person.key, ordered), addresses))
    return found
