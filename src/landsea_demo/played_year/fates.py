"""What becomes of a case of the played year: most are answered and solved, some explained, handed to the right desk or left in
silence until somebody whom silence calls picks them up. All by the apps' own acts, each when the one before it was done.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from landsea.base.actors import Actor, make_filer
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.ask_filer import ask_filer
from landsea.cases.actions.coordinate import hand_on
from landsea.cases.actions.filer_moves import confirm_outcome, dispute_outcome, withdraw_case
from landsea.cases.actions.name_right_desk import name_right_desk
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.actions.reply import reply_as_filer
from landsea.cases.models import Case
from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in
from landsea_core.caseflow import Lane, State
from landsea_demo.played_year.figures import Figures
from landsea_demo.played_year.office_hours import find_next_working_time, move_into_day
from landsea_demo.played_year.people import find_coordinator, find_holder
from landsea_demo.played_year.schedule import Schedule
from landsea_demo.played_year.troubles import Course, Trouble, read_sayings
from landsea_demo.problem_filings import PAGE_LANGUAGES

FATES = {"ends": 21, "asked": 3, "disputed": 2, "not_confirmed": 3, "withdrawn": 2, "long": 2, "silent": 4}
"""How often something becomes of a case. `ends`: it is answered and ends as such troubles do; `long`: a solution comes after
its time; `silent`: its desk never answers, and somebody whom silence calls does.
"""
OUTCOMES = {"fixed": 10, "workaround": 6, "explained_no_change": 6, "not_a_barrier": 3, "handed_on": 1}
"""How often a case ends in an outcome, among those that its course has."""
PICKED_UP = {"deputy": (13, 17), "coordinator": (19, 25), "secretariat": (27, 33), "dialogue": (40, 60)}
"""After how many days somebody picks up a silent case, by who that is; in the urgent lane after so many half hours."""

Act = Callable[[Actor, datetime], object]
Then = Callable[[datetime], None]


@dataclass
class Life:
    """The life of one filed case: of which trouble it is, with which figures, what becomes of it. `right_desk` is the code of
    the desk that answers, where it was filed to another one.
    """

    schedule: Schedule
    chance: Random
    case: Case
    trouble: Trouble
    figures: Figures
    fate: str
    right_desk: str = ""
    course: Course = field(init=False)
    pace: timedelta = field(init=False)
    filer_language: str = field(init=False)

    def __post_init__(self):
        self.course = self.chance.choice(self.trouble.courses)
        self.filer_language = next((short for short, code in PAGE_LANGUAGES.items() if code == self.case.language), "")
        self.filer_language = self.filer_language or self.case.language
        units = {"hours" if self.is_urgent else "days": self.chance.uniform(1, 5)}
        self.pace = timedelta(**units)

    @property
    def is_urgent(self) -> bool:
        """Whether it runs in the urgent lane."""
        return self.case.lane == Lane.URGENT

    def begin(self, filed_at: datetime) -> None:
        """Let the first thing happen after the filing."""
        if "handed_on" in self.course.ends:
            self.at_office(filed_at + self.pace, self._hand_on, by_coordinator=True)
        elif self.fate == "waits":
            self.at_office(filed_at + self.pace, self._say_that_others_have_it)
        elif self.fate == "withdrawn":
            self.at_filer(filed_at + self.pace, self._withdraw)
        elif self.right_desk:
            self.at_office(filed_at + self.pace, self._name_right_desk, self._answer_after)
        elif self.fate == "asked":
            self.at_office(filed_at + self.pace, self._ask, self._reply_after)
        elif self.fate == "silent":
            self._answer_after(filed_at + _silence(self.chance, self.is_urgent) - self.pace)
        else:
            self._answer_after(filed_at)

    def at_office(self, when: datetime, act: Act, then: Then | None = None, *, by_coordinator: bool = False) -> None:
        """Let whoever acts for the accountable desk do it, when that office is open; nobody when a common answer was there
        first. The coordinator acts where nobody is appointed.
        """

        def do(now: datetime) -> None:
            state, desk_id = Case.objects.values_list("state", "desk_id").get(pk=self.case.pk)
            if state in (State.PROPOSED, State.CLOSED):
                return
            actor = find_coordinator(now) if by_coordinator else find_holder(desk_id, now)
            acts_for = desk_id if desk_id in actor.desks and not by_coordinator else None
            desk = directory_access.find_desk_by_id(acts_for) if acts_for else directory_access.find_coordinator_desk()
            opening = find_next_working_time(desk, now, self.chance, urgent=self.is_urgent)
            if opening > now:
                self.schedule.at(opening, do)
                return
            act(actor, now)
            if then is not None:
                then(now)

        self.schedule.at(when, do)

    def at_filer(self, when: datetime, act: Act, then: Then | None = None, state: State | None = None) -> None:
        """Let the filer do it by day, when the case stands there."""

        def do(now: datetime) -> None:
            if state is None or Case.objects.filter(pk=self.case.pk, state=state).exists():
                act(make_filer(self.case.pk, self.case.language), now)
                if then is not None:
                    then(now)

        self.schedule.at(move_into_day(when, self.chance), do)

    def _answer_after(self, now: datetime) -> None:
        self.at_office(now + self.pace, self._answer, self._end_after)

    def _reply_after(self, now: datetime) -> None:
        self.at_filer(now + self.pace, self._reply, self._answer_after)

    def _end_after(self, now: datetime) -> None:
        wait = timedelta(days=self.chance.randint(62, 90)) if self.fate == "long" else self.pace * 2
        self.at_office(now + wait, self._propose, self._filer_says_after)

    def _filer_says_after(self, now: datetime) -> None:
        if self.fate == "disputed":
            self.at_filer(now + self.pace, self._dispute, self._settle_after, State.PROPOSED)
        elif self.fate != "not_confirmed":
            self.at_filer(now + self.pace, self._confirm, None, State.PROPOSED)

    def _settle_after(self, now: datetime) -> None:
        then = lambda at: self.at_filer(at + self.pace, self._confirm, None, State.PROPOSED)  # noqa: E731
        self.at_office(now + self.pace, self._settle, then)

    def _answer(self, actor: Actor, now: datetime) -> None:
        promised = now + timedelta(days=3) if self.fate == "long" or self.is_urgent else now + self.pace * 2
        answer_case(
            actor, self.case.ref, self._in_office_words(self.course.says, promised), now=now, language=self._office
        )

    def _propose(self, actor: Actor, now: datetime) -> None:
        ends = {outcome: OUTCOMES[outcome] for outcome in self.course.ends}
        (outcome,) = self.chance.choices(list(ends), list(ends.values()))
        words = self._in_office_words(self.course.ends[outcome], now)
        propose_outcome(actor, self.case.ref, outcome, words, now=now, language=self._office)

    def _settle(self, actor: Actor, now: datetime) -> None:
        words = self._in_office_words(self._some("after_dispute", self.trouble.desk_language), now)
        propose_outcome(actor, self.case.ref, "fixed", words, now=now, language=self._office)

    def _hand_on(self, actor: Actor, now: datetime) -> None:
        hand_on(
            actor, self.case.ref, self.course.ends["handed_on"], self._in_office_words(self.course.says, now), now=now
        )

    def _ask(self, actor: Actor, now: datetime) -> None:
        words = self._in_office_words(self._some("asked", self.trouble.desk_language), now)
        ask_filer(actor, self.case.ref, words, now=now, language=self._office)

    def _say_that_others_have_it(self, actor: Actor, now: datetime) -> None:
        words = self._in_office_words(self._some("with_others", self.trouble.desk_language), now)
        answer_case(actor, self.case.ref, words, now=now, language=self._office)

    def _name_right_desk(self, actor: Actor, now: datetime) -> None:
        language = self.trouble.desk_language
        names = directory_access.find_matter_names([self.trouble.matter])[self.trouble.matter]
        matter = name_in(names, PAGE_LANGUAGES.get(language, language))
        words = self._some("not_ours", language).replace("{matter}", matter)
        name_right_desk(actor, self.case.ref, self.right_desk, self._in_office_words(words, now), now=now)

    def _reply(self, actor: Actor, now: datetime) -> None:
        reply_as_filer(actor, self.case.ref, self._as_filer("replied", now), now=now)

    def _withdraw(self, actor: Actor, now: datetime) -> None:
        withdraw_case(actor, self.case.ref, self._as_filer("withdrawn", now), now=now)

    def _dispute(self, actor: Actor, now: datetime) -> None:
        dispute_outcome(actor, self.case.ref, self._as_filer("disputed", now), now=now)

    def _confirm(self, actor: Actor, now: datetime) -> None:
        confirm_outcome(actor, self.case.ref, self._as_filer("confirmed", now), now=now)

    @property
    def _office(self) -> str:
        """The code of the language of the desks that answer."""
        return PAGE_LANGUAGES.get(self.trouble.desk_language, self.trouble.desk_language)

    def _in_office_words(self, words: str, later: datetime) -> str:
        return self.figures.write(words, self.trouble.desk_language, later.date())

    def _as_filer(self, kind: str, now: datetime) -> str:
        return self.figures.write(self._some(kind, self.filer_language), self.filer_language, now.date())

    def _some(self, kind: str, language: str) -> str:
        return self.chance.choice(read_sayings()[kind][language])


def _silence(chance: Random, urgent: bool) -> timedelta:
    """Return how long nobody answers a silent case: until the deputy, the coordinator, the secretariat or a dialogue does."""
    (who,) = chance.choices(list(PICKED_UP), (5, 4, 2, 1))
    length = chance.uniform(*PICKED_UP[who])
    return timedelta(minutes=30 * length) if urgent else timedelta(days=length)
