"""Cases that nobody answered come onto the agenda of the next dialogue by themselves, also when none was planned."""

from datetime import timedelta

import pytest

from landsea.barriers.access import find_barriers_of_cases
from landsea.base.actors import make_filer
from landsea.base.outbox.models import Delivery
from landsea.cases.actions.accept import accept_case
from landsea.cases.deadline_watcher import act_on_due_cases
from landsea.cases.models import AgendaRequest, Case
from landsea.cases.tests.browsing import page_of
from landsea.dialogues.access import find_dialogue_with_case, list_agenda
from landsea.dialogues.actions.agenda import propose_agenda
from landsea.dialogues.actions.convene import call_off
from landsea.dialogues.actions.take_in import CLOSED_BEFORE, take_in_waiting_cases
from landsea.dialogues.tests.making import dialogue_with_chairs, hold

pytestmark = pytest.mark.django_db


@pytest.fixture
def unheard(world, now):
    """A case that nobody touched until it asked for a dialogue; nobody answered its deputy's or the coordinator's call."""
    case = world.file(now=now - timedelta(days=90)).case
    while case.wakes_at is not None:
        act_on_due_cases(case.wakes_at)
        case.refresh_from_db()
    assert AgendaRequest.objects.get().case_id == case.pk
    return case


def test_without_a_dialogue_it_waits_and_the_next_one_takes_it_in(world, unheard, now):
    assert take_in_waiting_cases(now) == 0
    planned = dialogue_with_chairs(world, now, days=30)
    (line,) = list_agenda(planned)
    assert line.case == unheard
    assert take_in_waiting_cases(now) == 0, "once"
    inside = page_of(world.client("coordinator").get(f"/dialogues/{planned.pk}/"))
    assert "A case that nobody answered" in inside
    assert "It is on the agenda of the dialogue of" in page_of(
        world.client("coordinator").get(f"/cases/{unheard.ref}/")
    )


def test_proposing_the_agenda_again_keeps_it(world, unheard, now):
    planned = dialogue_with_chairs(world, now, days=30)
    propose_agenda(world.actor("coordinator"), planned.pk, now=now)
    assert [line.case for line in list_agenda(planned)] == [unheard]


def test_shortly_before_a_dialogue_its_agenda_is_left_alone(world, now, unheard):
    planned = dialogue_with_chairs(world, now, days=30)
    planned.agenda.all().delete()
    assert take_in_waiting_cases(planned.starts_at - CLOSED_BEFORE + timedelta(minutes=1)) == 0
    assert take_in_waiting_cases(planned.starts_at - CLOSED_BEFORE - timedelta(minutes=1)) == 1


def test_called_off_the_case_waits_for_another(world, now, unheard):
    planned = dialogue_with_chairs(world, now, days=30)
    call_off(world.actor("coordinator"), planned.pk, "The road is flooded.", now=now)
    assert find_dialogue_with_case(unheard.pk) is None
    other = dialogue_with_chairs(world, now, days=30)
    assert [line.case for line in list_agenda(other)] == [unheard]


def test_an_answer_before_the_dialogue_takes_its_request_back(world, now, unheard):
    dialogue_with_chairs(world, now, days=30)
    accept_case(world.actor("coordinator"), unheard.ref, now=now)
    assert AgendaRequest.objects.get().withdrawn_at == now
    assert take_in_waiting_cases(now) == 0


def test_talked_about_and_still_silent_it_asks_again(world, now, unheard):
    planned = dialogue_with_chairs(world, now, days=30)
    hold(world, planned, planned.starts_at)
    unheard.refresh_from_db()
    assert unheard.wakes_at > planned.starts_at
    act_on_due_cases(unheard.wakes_at)
    assert AgendaRequest.objects.filter(taken_at=None).count() == 1
    mails = Delivery.objects.filter(stream=f"case:{unheard.pk}", template="case_late")
    assert mails.count() == len(set(mails.values_list("address", flat=True))), "nobody is called twice"
    assert make_filer(unheard.pk) and Case.objects.get(pk=unheard.pk).due_at < now


def test_a_waiting_case_of_a_barrier_is_talked_about_with_the_barrier(world, barrier, now):
    member = Case.objects.get(pk=min(find_barriers_of_cases(Case.objects.values_list("pk", flat=True))))
    AgendaRequest.objects.create(case=member, asked_at=now)
    planned = dialogue_with_chairs(world, now, days=30)
    propose_agenda(world.actor("coordinator"), planned.pk, now=now)
    assert [line.case_id for line in list_agenda(planned)] == [None]
    hold(world, planned, planned.starts_at)
    assert AgendaRequest.objects.get().taken_by == planned.ref
