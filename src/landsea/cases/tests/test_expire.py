"""Silence has consequences: each step's deadline, acted on once, by the watcher."""

from datetime import timedelta

import pytest

from landsea.cases.actions.accept import accept
from landsea.cases.actions.answer import answer
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.models import Case, Involvement, StepRecord
from landsea.cases.tests.world import make_world
from landsea.cases.watch import watch
from landsea.outbox.models import Delivery

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


def after_its_deadline(case):
    case.refresh_from_db()
    return case.due_at + timedelta(minutes=1)


def told(case, template):
    return set(Delivery.objects.filter(stream=f"case:{case.pk}", template=template).values_list("address", flat=True))


def test_nobody_looks_and_it_is_admitted_by_itself(world):
    case = world.file().case
    assert watch(after_its_deadline(case)) == 1
    case.refresh_from_db()
    assert (case.state, case.step, case.silent_since) == ("admitted", "accept", None)


def test_nobody_accepts_and_the_deputy_is_called_then_the_coordinator(world):
    case = world.file().case
    watch(after_its_deadline(case))
    watch(after_its_deadline(case))
    case.refresh_from_db()
    assert case.silent_since is not None and case.desk == world.quarantine
    assert world.people["deputy"].email in told(case, "case_late")
    deputy_may_act = accept(world.actor("deputy"), case.ref, now=case.silent_since + timedelta(hours=1))
    assert deputy_may_act.state == "accepted"

    other = world.file("Another one.").case
    for _ in range(3):
        watch(after_its_deadline(other))
    other.refresh_from_db()
    assert other.desk == world.coordinator
    assert Involvement.objects.filter(case=other, kind="accountable", until=None).count() == 1


def test_no_answer_is_shown_as_silence_and_calls_the_head_once(world):
    case = world.file().case
    accept(world.actor("holder"), case.ref, now=case.filed_at + timedelta(hours=1))
    late = after_its_deadline(case)
    assert watch(late) == 1
    assert watch(late + timedelta(minutes=1)) == 0
    case.refresh_from_db()
    assert (case.state, case.step) == ("accepted", "answer") and case.silent_since
    assert StepRecord.objects.get(case=case, ended_at=None).expired_at == late
    assert world.people["head"].email in told(case, "case_late")


def test_an_outcome_that_nobody_confirms_closes_as_not_confirmed(world):
    case = world.file().case
    holder, at = world.actor("holder"), case.filed_at + timedelta(hours=1)
    answer(holder, case.ref, "So it is.", now=at)
    propose_outcome(holder, case.ref, "workaround", "Through the other gate.", now=at)
    watch(after_its_deadline(case))
    case.refresh_from_db()
    assert (case.state, case.outcome, case.due_at) == ("closed", "not_confirmed", None)


def test_one_case_that_cannot_be_moved_holds_up_no_other(world, monkeypatch):
    from landsea.cases import watch as watching

    poison, well = world.file("Poison.").case, world.file("Well.").case
    real = watching.expire

    def expire(case_id, *, now):
        if case_id == poison.pk:
            raise RuntimeError("poison")
        return real(case_id, now=now)

    monkeypatch.setattr(watching, "expire", expire)
    assert watch(after_its_deadline(well)) == 1
    assert Case.objects.get(pk=well.pk).state == "admitted"
    assert Case.objects.get(pk=poison.pk).state == "filed"
