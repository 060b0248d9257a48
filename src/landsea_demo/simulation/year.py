"""Plays the year: at each instant the watcher wakes (unless it is down), people act, new cases are filed, mail goes out.

People act through the platform's own actions, those of one instant in one pool; the watcher is the platform's own. At
random the watcher is down for some hours, or is killed after it did everything and before it could commit. Several sides
may play, each with its own cases and its own watcher; a watcher acts on the cases of all.
"""

import contextlib
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from random import Random

from django.db import transaction

from landsea.base.actors import ANONYMOUS, Actor, make_filer
from landsea.base.refusal import Refused
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.ask_filer import ask_filer
from landsea.cases.actions.coordinate import hand_on, reassign_case
from landsea.cases.actions.extend import extend_step
from landsea.cases.actions.file_many import file_many
from landsea.cases.actions.filer_moves import (
    confirm_outcome,
    dispute_outcome,
    reopen_case,
    withdraw_case,
)
from landsea.cases.actions.follow_desks import follow_desks
from landsea.cases.actions.name_right_desk import name_right_desk
from landsea.cases.actions.pool import open_pool
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.actions.reply import reply_as_filer
from landsea.cases.actions.send_late_digests import send_late_digests
from landsea.cases.deadline_watcher import act_on_due_cases
from landsea.cases.models import Case
from landsea.directory.actors import make_actor, make_actors
from landsea.directory.models import Desk
from landsea_core.caseflow import PROPOSABLE, Act, Called, State
from landsea_demo.simulation.cast import Cast, Worker
from landsea_demo.simulation.choices import (
    Looks,
    choose_filer_act,
    choose_office_act,
    choose_who_acts,
    draw_filer_delay,
    draw_office_delay,
)
from landsea_demo.simulation.clock import Clock
from landsea_demo.simulation.holds import Holds
from landsea_demo.simulation.post import deliver_mails
from landsea_demo.simulation.problems import draw_filings_by_instant
from landsea_demo.simulation.sides import Alone, Side
from landsea_demo.simulation.silences import is_dialogue_day, is_overlooked, talk_about_waiting_cases

OUTCOMES = sorted(outcome.value for outcome in PROPOSABLE)
WORDS = "We spoke to the post; the list of 10 January counts."


class Killed(Exception):
    """The watcher was killed before its commit."""


@dataclass
class Year:
    """One played year. `say` gets a line of progress now and then."""

    cast: Cast
    clock: Clock
    chance: Random
    count: int
    say: Callable[[str], None] = print
    side: Side | Alone = field(default_factory=Alone)
    acts: int = 0
    refused: int = 0
    filed: int = 0
    holds: Holds = field(default_factory=Holds)
    _looks: dict[int, dict[int, Looks]] = field(default_factory=lambda: defaultdict(dict))
    _actors: dict[int, tuple[Actor, datetime | None]] = field(default_factory=dict)
    _down_until: int = 0

    def play(self) -> None:
        """Play all instants of the year, in step with the other sides."""
        problems, bouncing, day = (
            draw_filings_by_instant(self.clock, self.chance, self.count),
            self.cast.bouncing(),
            None,
        )
        actors = make_actors((worker.user for worker in self.cast.workers()), self.clock.start)
        self._actors = {one.user.pk: (actors[one.user.pk], one.left) for one in self.cast.workers()}
        for number, now in enumerate(self.clock.instants):
            if self.side.first and now.date() != day:
                follow_desks(now)
            self.side.meet()
            watched = self.side.any_of_us(self._let_watcher_wake(number, now))
            if self.side.first and watched:
                self.holds.after_watch(now)
            self.side.meet()
            if self.side.first and is_dialogue_day(now) and now.date() != day:
                self._hold_dialogue(now)
            self._let_people_act(number, now)
            for case in file_many(problems.get(number, []), actor=ANONYMOUS, now=now):
                self.filed += 1
                self._look(case, Looks.OFFICE, self._first_look(case, now))
            self.side.meet()
            if self.side.first and now.date() != day:
                day = now.date()
                send_late_digests(now)
                deliver_mails(now, bouncing)
                if day.day == 1:
                    self.say(f"{day:%B}: {self.holds.steps_due} deadlines passed until now")
        if self.side.first:
            self.holds.check_end(self.clock.end)

    def _let_watcher_wake(self, number: int, now: datetime) -> bool:
        """Let this side's watcher look; return whether it looked at everything."""
        what = self.chance.random()
        if what < 0.01:
            self._down_until = number + self.chance.randrange(2, 6)
        if number < self._down_until:
            return False
        if what < 0.03:
            with contextlib.suppress(Killed), transaction.atomic():
                act_on_due_cases(now)
                raise Killed
        self.acts += act_on_due_cases(now)
        return True

    def _let_people_act(self, number: int, now: datetime) -> None:
        looks = self._looks.pop(number, None)
        if not looks:
            return
        with transaction.atomic():
            cases = list(Case.objects.select_for_update(of=("self",)).filter(pk__in=looks).order_by("pk"))
            for case in cases:
                case.desk = self.cast.desks[case.desk_id].desk
            with open_pool(cases, now):
                plans = [(case, self._act(case, looks[case.pk], now)) for case in cases]
        for case, plan in plans:
            if plan is not None:
                who, delay = plan
                self._look(case, who, now + delay)

    def _act(self, case: Case, looks: Looks, now: datetime) -> tuple[Looks, timedelta] | None:
        """Let whoever looks act; return who looks next and after what time."""
        if looks is Looks.FILER:
            worker, act = None, choose_filer_act(case, self.chance)
        elif looks is not Looks.FOLLOW_UP and self._is_overlooked(case, looks):
            return self._nobody_acts(case, now)
        elif looks in (Looks.COORDINATOR, Looks.FOLLOW_UP) and State(case.state) not in (State.PROPOSED, State.CLOSED):
            worker, act = self.cast.desks[self._coordinator].holder, Act.REASSIGN
        else:
            people = self.cast.desks[case.desk_id]
            worker = choose_who_acts(people, case, now)
            if worker is None:
                return self._nobody_acts(case, now)
            act = choose_office_act(worker, case, self.chance, is_coordinator=case.desk_id == self._coordinator)
        if act is not None:
            try:
                self._do(act, case, worker, now)
                self.acts += 1
            except Refused:
                self.refused += 1
                return Looks.OFFICE, timedelta(days=2)
        return self._next(case, worker, now)

    def _next(self, case: Case, worker: Worker | None, now: datetime) -> tuple[Looks, timedelta] | None:
        if case.state == State.CLOSED:
            return (Looks.FILER, timedelta(days=self.chance.randrange(1, 28))) if self.chance.random() < 0.02 else None
        if case.paused_at is not None or case.state == State.PROPOSED:
            delay = draw_filer_delay(case, self.chance)
            return (Looks.FILER, delay) if delay else None
        people = self.cast.desks[case.desk_id]
        stayed = worker is not None and worker in (people.holder, people.deputy, people.head)
        looks_on = worker if stayed else people.holder
        if not looks_on.habit.acts:
            return self._nobody_acts(case, now)
        return Looks.OFFICE, draw_office_delay(looks_on, case, self.chance)

    def _nobody_acts(self, case: Case, now: datetime) -> tuple[Looks, timedelta] | None:
        """Somebody looks after the next silence; in the end the coordinator, who gives the case to another desk, or whoever
        follows up the next dialogue.
        """
        if case.state in (State.PROPOSED, State.CLOSED) or case.paused_at is not None:
            return None
        next_silence = case.wakes_at if case.silent_since else case.due_at
        if next_silence is not None and next_silence > now:
            return Looks.OFFICE, next_silence - now + timedelta(hours=4)
        if self._is_overlooked(case, Looks.COORDINATOR) and case.called == Called.DIALOGUE:
            return None
        return Looks.COORDINATOR, timedelta(days=self.chance.randrange(1, 6))

    def _is_overlooked(self, case: Case, looks: Looks) -> bool:
        """Whether it is the coordinator's turn, who does not see this case."""
        return (looks is Looks.COORDINATOR or case.desk_id == self._coordinator) and is_overlooked(case)

    def _hold_dialogue(self, now: datetime) -> None:
        """Talk about the cases that nobody answered; the coordinator gives each to a desk within two weeks."""
        coordinator = self._actor(self.cast.desks[self._coordinator].holder, now)
        for case in talk_about_waiting_cases(coordinator, now):
            self._look(case, Looks.FOLLOW_UP, now + timedelta(days=self.chance.randrange(1, 14)))

    def _do(self, act: Act, case: Case, worker: Worker | None, now: datetime) -> None:
        actor = self._actor(worker, now) if worker else make_filer(case.pk, case.language)
        DOES[act](self, actor, case, now)

    def _actor(self, worker: Worker, now: datetime) -> Actor:
        """Who the person may be now: asked at the beginning, and again once their appointment has ended."""
        actor, until = self._actors[worker.user.pk]
        if until is not None and now >= until:
            actor = make_actor(worker.user, now)
            self._actors[worker.user.pk] = actor, None
        return actor

    @cached_property
    def _coordinator(self) -> int:
        return next(pk for pk, people in self.cast.desks.items() if people.desk.code == Desk.COORDINATOR)

    def another_desk(self, case: Case) -> str:
        """Return the code of any other desk but the coordinator's."""
        desks = [people.desk for pk, people in self.cast.desks.items() if pk not in (case.desk_id, self._coordinator)]
        return self.chance.choice(desks).code

    def _first_look(self, case: Case, now: datetime) -> datetime:
        holder = self.cast.desks[case.desk_id].holder
        if holder.habit.acts and holder.is_here(now):
            return now + draw_office_delay(holder, case, self.chance)
        return now + timedelta(minutes=30 if case.lane == "urgent" else 60 * 20)

    def _look(self, case: Case, who: Looks, at: datetime) -> None:
        number = self.clock.not_before(at)
        if case.state == State.CLOSED and at - case.closed_at > timedelta(days=29):
            return
        if number < len(self.clock.instants):
            self._looks[number][case.pk] = who


DOES: dict[Act, Callable[[Year, Actor, Case, datetime], Case]] = {
    Act.ACCEPT: lambda year, actor, case, now: accept_case(actor, case.ref, now=now),
    Act.ANSWER: lambda year, actor, case, now: answer_case(actor, case.ref, WORDS, now=now),
    Act.ASK_FILER: lambda year, actor, case, now: ask_filer(actor, case.ref, WORDS, now=now),
    Act.EXTEND: lambda year, actor, case, now: extend_step(actor, case.ref, WORDS, now=now),
    Act.PROPOSE_OUTCOME: lambda year, actor, case, now: propose_outcome(
        actor, case.ref, year.chance.choice(OUTCOMES), WORDS, now=now
    ),
    Act.NAME_RIGHT_DESK: lambda year, actor, case, now: name_right_desk(
        actor, case.ref, year.another_desk(case), WORDS, now=now
    ),
    Act.REASSIGN: lambda year, actor, case, now: reassign_case(
        actor, case.ref, year.another_desk(case), WORDS, now=now
    ),
    Act.HAND_ON: lambda year, actor, case, now: hand_on(actor, case.ref, "The filer's court", WORDS, now=now),
    Act.FILER_REPLIES: lambda year, actor, case, now: reply_as_filer(actor, case.ref, WORDS, now=now),
    Act.CONFIRM: lambda year, actor, case, now: confirm_outcome(actor, case.ref, now=now),
    Act.DISPUTE: lambda year, actor, case, now: dispute_outcome(actor, case.ref, WORDS, now=now),
    Act.WITHDRAW: lambda year, actor, case, now: withdraw_case(actor, case.ref, now=now),
    Act.REOPEN: lambda year, actor, case, now: reopen_case(actor, case.ref, WORDS, now=now),
}
"""How each act is done: by the platform's own action."""
