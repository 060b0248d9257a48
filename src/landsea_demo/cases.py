"""Files the demo's problems in the past and lets desks act on them, through the same actions that everybody uses."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from landsea.base.actors import ANONYMOUS, make_filer
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.ask_filer import ask_filer
from landsea.cases.actions.coordinate import hand_on
from landsea.cases.actions.file import file_case
from landsea.cases.actions.filer_moves import confirm_outcome
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.filing_plan import Filing
from landsea.cases.models import Case
from landsea.directory import access as directory_access
from landsea.directory.actors import make_actor
from landsea_core.caseflow import Lane
from landsea_demo.played_year.office_hours import find_next_working_time
from landsea_demo.played_year.troubles import read_answers_to_problems
from landsea_demo.problem_filings import make_filing_of_problem
from landsea_demo.problem_texts import PROBLEMS

ARBITRATION = "China International Economic and Trade Arbitration Commission (CIETAC)"


def make_demo_cases(now: datetime) -> int:
    """Make the demo's cases, unless there are some; return how many were made."""
    if Case.objects.filter(is_demo=True).exists():
        return 0
    for number, row in enumerate(PROBLEMS):
        age = timedelta(hours=1 + number % 3) if row[9] == "urgent" else timedelta(days=1 + 2 * number)
        case = file_case(_filing(number, row), actor=ANONYMOUS, now=now - age).case
        _go_on(case, number, now - age, now)
    return len(PROBLEMS)


def _filing(number: int, row) -> Filing:
    filing = make_filing_of_problem(
        row, party=row[-1], email=f"filer{number}@demo.example.org", form_key=f"demo-{number}"
    )
    comes_in = filing.goods and filing.country != filing.filer_country
    return replace(filing, direction="import" if comes_in else "")


def _go_on(case: Case, number: int, filed_at: datetime, now: datetime) -> None:
    """Let the case's desk do what desks do, where the demo has a person there: every case stops somewhere else."""
    people = list(directory_access.list_people_of_desk(case.desk_id, filed_at + timedelta(minutes=1)))
    if not people:
        return
    actor = make_actor(people[0].user, filed_at + timedelta(minutes=1))
    stop, said = number % 5, read_answers_to_problems().get(str(number), {})
    chance = Random(number)

    def next_time(after: datetime) -> datetime:
        """Some minutes later, when the office is open; at once where it was not open since."""
        at = after + timedelta(minutes=chance.randint(12, 25))
        opening = find_next_working_time(case.desk, at, chance, urgent=case.lane == Lane.URGENT)
        return opening if opening < now else at

    at = next_time(filed_at)
    if case.matter == "private_dispute":
        if actor.is_coordinator and said:
            hand_on(actor, case.ref, ARBITRATION, said["words"], now=at)
        return
    if stop == 0 or (stop > 1 and not said):
        return
    accept_case(actor, case.ref, now=at)
    if stop == 1:
        return
    at = next_time(at)
    if stop == 2:
        ask_filer(actor, case.ref, said["words"], now=at, language=said["language"])
        return
    answer_case(actor, case.ref, said["words"], now=at, language=said["language"])
    if stop == 3:
        return
    at = next_time(at)
    propose_outcome(actor, case.ref, "fixed", said["end"], now=at, language=said["language"])
    confirm_outcome(make_filer(case.pk), case.ref, now=at + timedelta(minutes=chance.randint(4, 12)))
