"""The people of the played year: a holder at every desk, a deputy at most, a head in most offices, two coordinators; each
with a habit that does not change. Their rows are written as the directory has them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from random import Random
from zoneinfo import ZoneInfo

from landsea.accounts.models import User
from landsea.directory.models import Appointment, Contact, Desk, Leave, Role, RotaTurn

SINCE = timedelta(days=400)


class Habit(StrEnum):
    """How somebody works. Silent people are there by the directory and never act; mail to bouncing ones comes back, so
    that they never hear of a case."""

    PROMPT = "prompt"
    SLOW = "slow"
    WRONG_DESK = "wrong_desk"
    SILENT = "silent"
    BOUNCING = "bouncing"

    @property
    def acts(self) -> bool:
        """Whether such a person ever does anything."""
        return self not in (Habit.SILENT, Habit.BOUNCING)


HOLDERS = {Habit.PROMPT: 60, Habit.SLOW: 18, Habit.WRONG_DESK: 6, Habit.SILENT: 9, Habit.BOUNCING: 7}
OTHERS = {Habit.PROMPT: 75, Habit.SLOW: 15, Habit.SILENT: 10}


@dataclass
class Worker:
    """A person with a habit; `leaves` are first and last days, `left` when their appointment ends."""

    user: User
    habit: Habit
    zone: ZoneInfo
    leaves: list[tuple[date, date]] = field(default_factory=list)
    left: datetime | None = None

    def is_here(self, at: datetime) -> bool:
        """Whether the person has the appointment and is not on leave at `at` (aware)."""
        day = at.astimezone(self.zone).date()
        return (self.left is None or at < self.left) and not any(first <= day <= last for first, last in self.leaves)


@dataclass
class People:
    """Who works for a desk."""

    desk: Desk
    holder: Worker
    deputy: Worker | None = None
    head: Worker | None = None


class Cast:
    """Everybody: `desks` by the desk's id; `coordinator` is at its own desk like any other holder."""

    def __init__(self, start: datetime, chance: Random):
        self.start, self.chance = start, chance
        self.desks: dict[int, People] = {}
        self._users: list[User] = []
        self._heads: dict[int, Worker | None] = {}
        self._write()

    def bouncing(self) -> list[str]:
        """Return the addresses whose mail comes back."""
        return [one.holder.user.email for one in self.desks.values() if one.holder.habit is Habit.BOUNCING]

    def workers(self) -> Iterator[Worker]:
        """Yield everybody, a head once for each desk of the office."""
        for people in self.desks.values():
            yield from (one for one in (people.holder, people.deputy, people.head) if one)

    def _write(self) -> None:
        for desk in Desk.objects.filter(retired_at=None).select_related("office__place").order_by("code"):
            self.desks[desk.pk] = self._people_of(desk)
        User.objects.bulk_create(self._users)
        appointments, leaves, rota = [], [], []
        since = self.start - SINCE
        for pk, people in self.desks.items():
            for role, worker in ((Role.HOLDER, people.holder), (Role.DEPUTY, people.deputy)):
                if worker:
                    appointments.append(
                        Appointment(user=worker.user, role=role, desk_id=pk, starts_at=since, ends_at=worker.left)
                    )
                    leaves += [Leave(user=worker.user, first_day=a, last_day=b) for a, b in worker.leaves]
            rota += self._rota(people)
        for office_id, head in self._heads.items():
            if head:
                appointments.append(Appointment(user=head.user, role=Role.HEAD, office_id=office_id, starts_at=since))
        Appointment.objects.bulk_create(appointments)
        Leave.objects.bulk_create(leaves)
        Contact.objects.bulk_create(turn.contact for turn in rota)
        RotaTurn.objects.bulk_create(rota)

    def _people_of(self, desk: Desk) -> People:
        if desk.code == Desk.COORDINATOR:
            self._heads[desk.office_id] = self._worker(desk, {Habit.PROMPT: 1})
            return People(desk, self._worker(desk, {Habit.PROMPT: 1}), self._worker(desk, {Habit.PROMPT: 1}))
        holder = self._worker(desk, HOLDERS)
        if self.chance.random() < 0.3:
            first = (self.start + timedelta(days=self.chance.randrange(360))).date()
            holder.leaves.append((first, first + timedelta(days=self.chance.randrange(3, 20))))
        if self.chance.random() < 0.04:
            holder.left = self.start + timedelta(days=self.chance.randrange(20, 340), hours=3)
        deputy = self._worker(desk, OTHERS) if self.chance.random() < 0.8 else None
        if desk.office_id not in self._heads:
            self._heads[desk.office_id] = self._worker(desk, OTHERS) if self.chance.random() < 0.85 else None
        return People(desk, holder, deputy, self._heads[desk.office_id])

    def _worker(self, desk: Desk, habits: dict[Habit, int]) -> Worker:
        number = len(self._users)
        user = User(email=f"person{number}@simulated.example.org", name=f"Person {number}", is_demo=True, password="!")
        self._users.append(user)
        (habit,) = self.chance.choices(list(habits), list(habits.values()))
        return Worker(user, habit, ZoneInfo(desk.office.time_zone))

    def _rota(self, people: People) -> list[RotaTurn]:
        """Holders at border posts have duty every night of the year, from closing to opening."""
        desk = people.desk
        if desk.office.place is None or desk.office.place.kind != "border_post":
            return []
        contact = Contact(
            desk=desk, user=people.holder.user, name=people.holder.user.name, email=people.holder.user.email
        )
        monday = (self.start - timedelta(days=self.start.weekday() + 7)).date()
        return [
            RotaTurn(
                desk=desk, contact=contact, first_day=monday + timedelta(days=day), begins="17:00", days=1, ends="09:00"
            )
            for day in range(7)
        ]
