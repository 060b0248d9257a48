"""Silence has consequences: each step's deadline, acted on once, by the watcher."""

from datetime import timedelta

import pytest

from landsea.base.actors import make_filer
from landsea.base.audit.verify import find_broken_entries
from landsea.base.outbox.models import Delivery
from landsea.cases import deadline_watcher as watching
from landsea.cases.access import list_cases_for_agenda
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.ask_filer import ask_filer
from landsea.cases.actions.extend import extend_step
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.actions.reply import reply_as_filer
from landsea.cases.actions.take_up import take_up
from landsea.cases.deadline_watcher import act_on_due_cases
from landsea.cases.models import AgendaRequest, Case, Involvement, StepRecord
from landsea.cases.tests.world import end_appointment, make_world
from landsea_core.caseflow import Lane

pytestmark = pytest.mark.django_db
LANES = pytest.mark.parametrize("lane", list(Lane))


@pytest.fixture
def world():
    return make_world()


def after_its_deadline(case):
    """After the deadline; of a late case, after whoever was called last had their time."""
    case.refresh_from_db()
    return (case.wakes_at if case.silent_since else case.due_at) + timedelta(minutes=1)


def told(case, template):
    return set(Delivery.objects.filter(stream=f"case:{case.pk}", template=template).values_list("address", flat=True))


def answered(world, lane=Lane.NORMAL):
    case = world.file(lane=lane).case
    answer_case(world.actor("holder"), case.ref, "So it is.", now=case.filed_at + timedelta(minutes=5))
    return case


@LANES
def test_nobody_looks_and_it_is_admitted_by_itself(world, lane):
    case = world.file(lane=lane).case
    assert act_on_due_cases(after_its_deadline(case)) == 1
    case.refresh_from_db()
    assert (case.state, case.step, case.silent_since) == ("admitted", "accept", None)


def silent(world, lane=Lane.NORMAL, **fields):
    """A case whose time of acceptance has passed, with the first one called."""
    case = world.file("Nobody says a word.", lane=lane, **fields).case
    for _ in range(2):
        act_on_due_cases(after_its_deadline(case))
    case.refresh_from_db()
    return case


def wait_until_nobody_is_left(case):
    """Let everybody be called who is there, one after another; return whom, in order."""
    called = [case.called]
    while case.wakes_at is not None:
        act_on_due_cases(after_its_deadline(case))
        case.refresh_from_db()
        called.append(case.called)
    return called


@LANES
def test_silence_calls_everybody_once_and_ends_on_the_list_for_the_next_dialogue(world, lane):
    world.add_secretariat()
    case = silent(world, lane)
    missed = case.due_at
    assert wait_until_nobody_is_left(case) == ["deputy", "coordinator", "secretariat", "dialogue"]
    assert case.due_at == missed < case.silent_since, "a late case shows since when, never a time to come"
    assert (case.desk, case.state) == (world.coordinator, "admitted")
    asked = AgendaRequest.objects.get()
    assert (asked.case_id, asked.step, asked.taken_at) == (case.pk, "accept", None)
    assert act_on_due_cases(asked.asked_at + timedelta(days=400)) == 0
    mails = Delivery.objects.filter(stream=f"case:{case.pk}")
    assert mails.count() <= 8
    late = mails.filter(template="case_late").values_list("address", flat=True)
    assert sorted(late) == sorted(world.people[part].email for part in ("deputy", "coordinator", "secretariat"))
    assert mails.filter(template="case_silence").count() == 2, "the filer hears of the first silence and of the last"
    assert not mails.filter(template__in=("case_late", "case_silence")).exclude(facts__due="").exists()


@LANES
def test_where_nobody_is_nobody_is_waited_for(world, lane):
    end_appointment(world.people["deputy"])
    case = silent(world, lane)
    assert (case.called, case.desk) == ("coordinator", world.coordinator)
    assert wait_until_nobody_is_left(case) == ["coordinator", "dialogue"], "no secretariat has a head here"


def test_somebody_who_answers_takes_the_case_off_the_list_and_starts_its_clock(world):
    case = silent(world)
    wait_until_nobody_is_left(case)
    at = AgendaRequest.objects.get().asked_at + timedelta(days=1)
    accept_case(world.actor("coordinator"), case.ref, now=at)
    case.refresh_from_db()
    assert (case.silent_since, case.called) == (None, "") and case.due_at > at
    assert AgendaRequest.objects.get().withdrawn_at == at and not list_cases_for_agenda().exists()


def test_a_case_that_a_dialogue_took_up_without_an_answer_asks_for_the_one_after_it(world):
    case = silent(world)
    wait_until_nobody_is_left(case)
    held = AgendaRequest.objects.get().asked_at + timedelta(days=10)
    take_up(world.actor("coordinator"), [case.pk], "D-2026-1", now=held)
    case.refresh_from_db()
    assert case.wakes_at > held + timedelta(days=40 if case.lane == "normal" else 2)
    assert act_on_due_cases(case.wakes_at) == 1
    assert list(AgendaRequest.objects.order_by("id").values_list("taken_by", flat=True)) == ["D-2026-1", ""]


def test_a_late_case_whose_filer_was_asked_is_late_as_before_when_the_reply_comes(world):
    case = silent(world)
    at = case.silent_since + timedelta(hours=1)
    ask_filer(world.actor("deputy"), case.ref, "Which laboratory?", now=at)
    back = at + timedelta(days=60)
    assert act_on_due_cases(back) == 0
    reply_as_filer(make_filer(case.pk), case.ref, "That of Kunming.", now=back)
    case.refresh_from_db()
    assert case.due_at <= case.silent_since and case.wakes_at > back
    assert wait_until_nobody_is_left(case) == ["deputy", "coordinator", "dialogue"]


@LANES
def test_nobody_accepts_and_the_deputy_is_called_then_the_coordinator(world, lane):
    case = world.file(lane=lane).case
    act_on_due_cases(after_its_deadline(case))
    act_on_due_cases(after_its_deadline(case))
    case.refresh_from_db()
    assert case.silent_since is not None and case.desk == world.quarantine
    assert world.people["deputy"].email in told(case, "case_late")
    deputy_may_act = accept_case(world.actor("deputy"), case.ref, now=case.silent_since + timedelta(minutes=5))
    assert deputy_may_act.state == "accepted"

    other = world.file("Another one.", lane=lane).case
    for _ in range(3):
        act_on_due_cases(after_its_deadline(other))
    other.refresh_from_db()
    assert other.desk == world.coordinator
    assert Involvement.objects.filter(case=other, kind="accountable", until=None).count() == 1


@LANES
def test_no_answer_is_shown_as_silence_and_calls_the_head_once(world, lane):
    case = world.file(lane=lane).case
    accept_case(world.actor("holder"), case.ref, now=case.filed_at + timedelta(minutes=5))
    late = after_its_deadline(case)
    assert act_on_due_cases(late) == 1
    assert act_on_due_cases(late + timedelta(minutes=1)) == 0
    case.refresh_from_db()
    assert (case.state, case.step) == ("accepted", "answer") and case.silent_since
    assert StepRecord.objects.get(case=case, ended_at=None).expired_at == late
    assert told(case, "case_late") == {world.people["head"].email}
    assert wait_until_nobody_is_left(case) == ["head", "coordinator", "dialogue"]
    assert case.desk == world.quarantine, "the desk that accepted it stays accountable"
    assert AgendaRequest.objects.get().step == "answer"


@LANES
def test_no_solution_asks_for_the_next_dialogue_once(world, lane):
    case = answered(world, lane)
    late = after_its_deadline(case)
    assert act_on_due_cases(late) == 1
    assert act_on_due_cases(late + timedelta(days=100)) == 0
    asked = AgendaRequest.objects.get()
    assert (asked.case_id, asked.asked_at) == (case.pk, late)
    assert [found.pk for found in list_cases_for_agenda()] == [case.pk]
    assert [take_up(world.actor("coordinator"), [case.pk], "D-2026-1", now=late) for _ in range(2)] == [1, 0]
    assert not list_cases_for_agenda().exists()


@LANES
def test_an_outcome_that_nobody_confirms_closes_as_not_confirmed(world, lane):
    case = answered(world, lane)
    at = case.filed_at + timedelta(minutes=10)
    propose_outcome(world.actor("holder"), case.ref, "workaround", "Through the other gate.", now=at)
    act_on_due_cases(after_its_deadline(case))
    case.refresh_from_db()
    assert (case.state, case.outcome, case.due_at) == ("closed", "not_confirmed", None)


def test_a_pause_is_no_silence_and_moves_the_deadline(world):
    case = world.file().case
    at = case.filed_at + timedelta(hours=1)
    due = case.due_at
    ask_filer(world.actor("holder"), case.ref, "Which laboratory?", now=at)
    assert act_on_due_cases(due + timedelta(days=30)) == 0
    back = due + timedelta(days=30)
    reply_as_filer(make_filer(case.pk), case.ref, "That of Kunming.", now=back)
    case.refresh_from_db()
    assert case.due_at > back and case.paused_at is None
    assert act_on_due_cases(back + timedelta(minutes=1)) == 0


def test_an_extension_takes_the_silence_away_once(world):
    case = answered(world)
    late = after_its_deadline(case)
    act_on_due_cases(late)
    extend_step(world.actor("holder"), case.ref, "The ministry meets next week.", now=late + timedelta(minutes=1))
    case.refresh_from_db()
    assert case.silent_since is None and case.due_at > late + timedelta(days=18)
    assert world.people["holder"].email not in told(case, "case_extended") == {"filer@demo.example.org"}
    assert act_on_due_cases(after_its_deadline(case)) == 1
    assert AgendaRequest.objects.count() == 1  # it had asked already


def test_however_late_and_however_many_each_step_is_acted_on_once(world):
    cases = [world.file(f"Problem {number}.").case for number in range(7)]
    late = max(after_its_deadline(case) for case in cases) + timedelta(days=2)
    assert [act_on_due_cases(late), act_on_due_cases(late), act_on_due_cases(late)] == [7, 0, 0]
    assert StepRecord.objects.filter(step="admit", expired_at=late).count() == 7
    assert Delivery.objects.filter(template__in=("case_silence", "case_late")).count() == 0, "no silence of a person"
    assert list(find_broken_entries()) == []


def test_one_batch_takes_no_more_statements_for_more_cases(world, django_assert_max_num_queries):
    for number in range(30):
        world.file(f"Problem {number}.")
    late = Case.objects.order_by("-due_at").first().due_at + timedelta(minutes=1)
    with django_assert_max_num_queries(30):
        assert act_on_due_cases(late) == 30


def test_one_case_that_cannot_be_moved_holds_up_no_other_and_is_put_off(world, monkeypatch):
    poison, well = world.file("Poison.").case, world.file("Well.").case
    real = watching.expire_step

    def expire(pool, case):
        if case.pk == poison.pk:
            raise RuntimeError("poison")
        return real(pool, case)

    monkeypatch.setattr(watching, "expire_step", expire)
    late = after_its_deadline(well)
    assert act_on_due_cases(late) == 1
    assert Case.objects.get(pk=well.pk).state == "admitted"
    assert Case.objects.get(pk=poison.pk).state == "filed"
    assert act_on_due_cases(late) == 0
    assert Case.objects.get(pk=poison.pk).wakes_at == late + timedelta(minutes=1)
    monkeypatch.setattr(watching, "expire_step", real)
    assert act_on_due_cases(late + timedelta(minutes=1)) == 1
    assert Case.objects.get(pk=poison.pk).wake_failures == 0
