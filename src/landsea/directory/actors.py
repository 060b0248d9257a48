"""Who somebody is by the appointments that hold now: the one way from an account to an `Actor`."""

from collections.abc import Iterable
from datetime import datetime

from landsea.base.actors import ANONYMOUS, Actor
from landsea.directory import access as directory_access
from landsea.directory.models import Desk, Role


def make_actor(user, now: datetime) -> Actor:
    """Return what this signed-in user may be, from the appointments that are current at `now` (aware)."""
    if user is None or not user.is_authenticated or not user.is_active:
        return ANONYMOUS
    appointments = directory_access.list_appointments_held_by([user.pk], now)
    heads = {one.office_id for one in appointments if one.role == Role.HEAD}
    return _build_actor(user, appointments, directory_access.list_desk_ids_of_offices(heads) if heads else frozenset())


def make_actors(users: Iterable, now: datetime) -> dict[int, Actor]:
    """Return what each of these users may be, by id: as `make_actor`, by two statements however many they are."""
    active = {user.pk: user for user in users if user.is_active}
    appointments: dict[int, list] = {pk: [] for pk in active}
    for one in directory_access.list_appointments_held_by(active, now):
        appointments[one.user_id].append(one)
    heads = {pk: {one.office_id for one in found if one.role == Role.HEAD} for pk, found in appointments.items()}
    desks = directory_access.list_desk_ids_by_office(set().union(*heads.values()))
    return {
        pk: _build_actor(user, appointments[pk], frozenset().union(*(desks[office] for office in heads[pk])))
        for pk, user in active.items()
    }


def _build_actor(user, appointments: Iterable, headed: frozenset[int]) -> Actor:
    """Return what this user is by these appointments; `headed` are the desks of the offices they head."""
    holds, deputises, heads, associations, observed = set(), set(), set(), set(), set()
    is_coordinator = is_operator = is_editor = False
    for appointment in appointments:
        if appointment.desk_id:
            (holds if appointment.role == Role.HOLDER else deputises).add(appointment.desk_id)
            is_coordinator |= appointment.desk_code == Desk.COORDINATOR
        elif appointment.role == Role.HEAD:
            heads.add(appointment.office_id)
        elif appointment.role == Role.ASSOCIATION:
            associations.add(appointment.office_id)
        elif appointment.role == Role.OBSERVER:
            observed.add(appointment.office_country)
        elif appointment.role == Role.OPERATOR:
            is_operator = True
        elif appointment.role == Role.EDITOR:
            is_editor = True
    return Actor(
        user_id=user.pk,
        name=str(user),
        language=user.language,
        zone=user.time_zone,
        holds=frozenset(holds),
        deputises=frozenset(deputises),
        desks=frozenset(holds | deputises | headed),
        heads=frozenset(heads),
        associations=frozenset(associations),
        observed_countries=frozenset(observed),
        is_coordinator=is_coordinator,
        is_operator=is_operator,
        is_editor=is_editor,
    )
