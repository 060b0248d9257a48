"""Who is asking, as one frozen value that every access function and action takes.

Built once a request from the session and the *current* appointments, so that somebody whose appointment ended can do
nothing from the next request on. No rights are stored anywhere else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from landsea.directory import access as directory_access
from landsea.directory.models import Desk, Role


@dataclass(frozen=True)
class Actor:
    """A person, the filer behind a secret link, or the platform itself.

    `desks` are the ids of desks the person holds, deputises for or heads through the office; `heads` the office ids
    headed; `associations` the office ids filed for; `observes` the office ids (missions) observed for, read-only,
    with `observed_countries`. `filer_case` is the id of the one case that a secret link opens.
    """

    user_id: int | None = None
    name: str = ""
    language: str = "en"
    zone: str = "UTC"
    holds: frozenset[int] = frozenset()
    deputises: frozenset[int] = frozenset()
    desks: frozenset[int] = frozenset()
    heads: frozenset[int] = frozenset()
    associations: frozenset[int] = frozenset()
    observed_countries: frozenset[str] = frozenset()
    is_coordinator: bool = False
    is_operator: bool = False
    filer_case: int | None = None
    is_system: bool = field(default=False)

    @property
    def is_officer(self) -> bool:
        """True for people at desks, heads, coordinators and observers: those who sign in to read cases."""
        return bool(self.desks or self.heads or self.is_coordinator or self.observed_countries)

    @property
    def works_at_desks(self) -> bool:
        """True for those who act on cases, as opposed to those who only observe."""
        return bool(self.desks or self.is_coordinator)

    @property
    def must_use_second_factor(self) -> bool:
        """Whoever can see somebody else's case or address needs a second factor."""
        return self.is_officer or self.is_operator or bool(self.associations)

    @property
    def label(self) -> str:
        """How the audit names the actor: never a filer's name."""
        if self.user_id:
            return f"user:{self.user_id}"
        return "filer" if self.filer_case else "system" if self.is_system else "anonymous"


ANONYMOUS = Actor()
SYSTEM = Actor(is_system=True, name="Landsea")


def filer_of(case_id: int, language: str = "en") -> Actor:
    """Return the actor behind a valid secret link to this case."""
    return Actor(filer_case=case_id, language=language)


def actor_for(user, now: datetime) -> Actor:
    """Return what this signed-in user may be, from the appointments that are current at `now` (aware)."""
    if user is None or not user.is_authenticated or not user.is_active:
        return ANONYMOUS
    appointments = list(directory_access.current_appointments(user.pk, now))
    heads = {one.office_id for one in appointments if one.role == Role.HEAD}
    return _actor(user, appointments, directory_access.desk_ids_of_offices(heads) if heads else frozenset())


def actors_for(users: Iterable, now: datetime) -> dict[int, Actor]:
    """Return what each of these users may be, by id: as `actor_for`, by two statements however many they are."""
    active = {user.pk: user for user in users if user.is_active}
    appointments: dict[int, list] = {pk: [] for pk in active}
    for one in directory_access.current_appointments_of(active, now):
        appointments[one.user_id].append(one)
    heads = {pk: {one.office_id for one in found if one.role == Role.HEAD} for pk, found in appointments.items()}
    desks = directory_access.desk_ids_by_office(set().union(*heads.values()))
    return {
        pk: _actor(user, appointments[pk], frozenset().union(*(desks[office] for office in heads[pk])))
        for pk, user in active.items()
    }


def _actor(user, appointments: Iterable, headed: frozenset[int]) -> Actor:
    """Return what this user is by these appointments; `headed` are the desks of the offices they head."""
    holds, deputises, heads, associations, observed = set(), set(), set(), set(), set()
    is_coordinator = is_operator = False
    for appointment in appointments:
        if appointment.desk_id:
            (holds if appointment.role == Role.HOLDER else deputises).add(appointment.desk_id)
            is_coordinator |= appointment.desk.code == Desk.COORDINATOR
        elif appointment.role == Role.HEAD:
            heads.add(appointment.office_id)
        elif appointment.role == Role.ASSOCIATION:
            associations.add(appointment.office_id)
        elif appointment.role == Role.OBSERVER:
            observed.add(appointment.office.country)
        elif appointment.role == Role.OPERATOR:
            is_operator = True
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
    )
