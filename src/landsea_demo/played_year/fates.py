"""What becomes of a case of the played year: most are answered and solved, some explained, some left in silence until somebody
whom silence calls picks them up. All by the apps' own acts."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from landsea.base.actors import Actor, filer_of
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.ask_filer import ask_filer
from landsea.cases.actions.filer_moves import confirm_outcome, dispute_outcome, withdraw_case
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.actions.reply import reply_as_filer
from landsea.cases.models import Case
from landsea_core.caseflow import Lane, State
from landsea_demo.played_year.filings import answer_to, end_of
from landsea_demo.played_year.filings.ends import ASKED, DISPUTED, REPLIED, WITHDRAWN
from landsea_demo.played_year.people import at_desk
from landsea_demo.played_year.schedule import Schedule
from landsea_demo.played_year.texts import ANSWER, EXPLAINED, SOLVED, WITH_OTHERS

FATES = (
    *("fixed",) * 9,
    *("workaround",) * 3,
    *("explained_no_change",) * 3,
    *("asked",) * 2,
    "not_a_barrier",
    "disputed",
    "not_confirmed",
    "withdrawn",
    "long",
    *("silent",) * 3,
)
"""What becomes of a case: an outcome, or a way to one. `long`: a solution comes after its time; `silent`: its desk never
answers, and somebody whom silence calls does."""
PICKED_UP = {"deputy": (13, 17), "coordinator": (19, 25), "secretariat": (27, 33), "dialogue": (40, 60)}
"""After how many days somebody picks up a silent case, by who that is; in the urgent lane after so many half hours."""


def live_on(schedule: Schedule, chance: Random, case: Case, fate: str, kind: str, filed_at: datetime) -> None:
    """Schedule what becomes of a case that was filed. `waits`: one of many of a barrier, answered with the others in the end;
    `kind` is the kind of trouble, empty where it is none of those with words of its own.
    """
    urgent = case.lane == Lane.URGENT
    pace = timedelta(hours=chance.randint(1, 5)) if urgent else timedelta(days=chance.randint(1, 5))
    if fate == "waits":
        schedule.at(filed_at + pace, _by_desk(case, _answers(case, WITH_OTHERS, "en")))
        return
    if fate == "withdrawn":
        filer, words = filer_of(case.pk, case.language), chance.choice(WITHDRAWN)
        schedule.at(filed_at + pace, lambda now: withdraw_case(filer, case.ref, words, now=now))
        return
    first = filed_at + pace
    if fate == "silent":
        first = filed_at + _silence(chance, urgent)
    elif fate == "asked":
        schedule.at(first, _by_desk(case, _asks(case, chance.choice(ASKED))))
        filer, words = filer_of(case.pk, case.language), chance.choice(REPLIED)
        schedule.at(first + pace, lambda now: reply_as_filer(filer, case.ref, words, now=now))
        first += pace * 2
    words, language = answer_to(kind, case.language, chance) if kind else (ANSWER, "en")
    schedule.at(first, _by_desk(case, _answers(case, words, language)))
    second = first + (timedelta(days=chance.randint(62, 90)) if fate == "long" else pace * 2)
    _end(schedule, chance, case, fate, kind, second, pace)


def _silence(chance: Random, urgent: bool) -> timedelta:
    """Return how long nobody answers a silent case: until the deputy, the coordinator, the secretariat or a dialogue does."""
    (who,) = chance.choices(list(PICKED_UP), (5, 4, 2, 1))
    length = chance.uniform(*PICKED_UP[who])
    return timedelta(minutes=30 * length) if urgent else timedelta(days=length)


def _end(schedule: Schedule, chance: Random, case: Case, fate: str, kind: str, at: datetime, pace: timedelta) -> None:
    """Schedule the outcome that the desk proposes at `at`, and what the filer says to it."""
    wished = fate if fate in ("workaround", "explained_no_change", "not_a_barrier") else "fixed"
    outcome, words = end_of(kind, wished, chance) if kind else _plain_end(wished)
    schedule.at(at, _by_desk(case, _proposes(case, outcome, words)))
    if fate == "disputed":
        disputes = _disputes(case, chance.choice(DISPUTED))
        schedule.at(at + pace, _by_filer(case, disputes, State.PROPOSED))
        again, other = end_of(kind, "workaround", chance) if kind else ("workaround", SOLVED)
        at += pace * 2
        schedule.at(at, _by_desk(case, _proposes(case, again, other)))
    if fate != "not_confirmed":
        confirms = lambda actor, now: confirm_outcome(actor, case.ref, now=now)  # noqa: E731
        schedule.at(at + pace, _by_filer(case, confirms, State.PROPOSED))


def _plain_end(outcome: str) -> tuple[str, str]:
    return outcome, EXPLAINED if outcome == "explained_no_change" else SOLVED


def _answers(case: Case, words: str, language: str) -> Callable[[Actor, datetime], Case]:
    return lambda actor, now: answer_case(actor, case.ref, words, now=now, language=language)


def _asks(case: Case, words: str) -> Callable[[Actor, datetime], Case]:
    return lambda actor, now: ask_filer(actor, case.ref, words, now=now)


def _proposes(case: Case, outcome: str, words: str) -> Callable[[Actor, datetime], Case]:
    return lambda actor, now: propose_outcome(actor, case.ref, outcome, words, now=now)


def _disputes(case: Case, words: str) -> Callable[[Actor, datetime], Case]:
    return lambda actor, now: dispute_outcome(actor, case.ref, words, now=now)


def _by_desk(case: Case, act: Callable[[Actor, datetime], Case]) -> Callable[[datetime], None]:
    """Let whoever acts for the accountable desk then do it; the coordinator where nobody is appointed; nobody when a common
    answer was there first.
    """

    def do(now: datetime) -> None:
        state, desk = Case.objects.values_list("state", "desk_id").get(pk=case.pk)
        if state not in (State.PROPOSED, State.CLOSED):
            act(at_desk(desk, now), now)

    return do


def _by_filer(case: Case, act: Callable[[Actor, datetime], Case], state: State) -> Callable[[datetime], None]:
    """Let the filer do it, when the case stands there."""

    def do(now: datetime) -> None:
        if Case.objects.filter(pk=case.pk, state=state).exists():
            act(filer_of(case.pk, case.language), now)

    return do
