"""Files the demo's problems in the past and lets desks act on them, through the same actions that everybody uses."""

from dataclasses import replace
from datetime import datetime, timedelta

from landsea.base.actors import ANONYMOUS, filer_of
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
from landsea.directory.actors import actor_for
from landsea_demo.problem_filings import filing_of_problem
from landsea_demo.problem_texts import PROBLEMS


def make_demo_cases(now: datetime) -> int:
    """Make the demo's cases, unless there are some; return how many were made."""
    if Case.objects.filter(is_demo=True).exists():
        return 0
    for number, row in enumerate(PROBLEMS):
        age = timedelta(hours=1 + number % 3) if row[9] == "urgent" else timedelta(days=1 + 2 * number)
        case = file_case(_filing(number, row), actor=ANONYMOUS, now=now - age).case
        _go_on(case, number, now - age)
    return len(PROBLEMS)


def _filing(number: int, row) -> Filing:
    filing = filing_of_problem(row, party=row[-1], email=f"filer{number}@demo.example.org", form_key=f"demo-{number}")
    comes_in = filing.goods and filing.country != filing.filer_country
    return replace(filing, direction="import" if comes_in else "")


def _go_on(case: Case, number: int, filed_at: datetime) -> None:
    """Let the case's desk do what desks do, where the demo has a person there: every case stops somewhere else."""
    people = list(directory_access.people_of_desk(case.desk_id, filed_at + timedelta(minutes=1)))
    if not people:
        return
    actor, at = actor_for(people[0].user, filed_at + timedelta(minutes=1)), filed_at
    if case.matter == "private_dispute":
        if actor.is_coordinator:
            hand_on(
                actor,
                case.ref,
                "China International Economic and Trade Arbitration Commission (CIETAC)",
                "A dispute about a sale between two firms is for the parties, mediation or arbitration. Look for an "
                "arbitration clause in your contract first; CIETAC also offers mediation.",
                now=at + timedelta(hours=1),
            )
        return
    stop = number % 5
    if stop == 0:
        return
    accept_case(actor, case.ref, now=at + timedelta(minutes=20))
    if stop == 1:
        return
    if stop == 2:
        ask_filer(
            actor, case.ref, "Please send a photo of the certificate, both sides.", now=at + timedelta(minutes=30)
        )
        return
    answered = "We have looked at it and spoke to the post; here is what to do next."
    answer_case(actor, case.ref, answered, now=at + timedelta(minutes=40))
    if stop == 3:
        return
    propose_outcome(actor, case.ref, "fixed", "The goods went through this morning.", now=at + timedelta(minutes=50))
    confirm_outcome(filer_of(case.pk), case.ref, now=at + timedelta(minutes=55))
