"""One answer to all cases, sent whatever dies midway, taken back one by one."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from landsea.barriers.actions.answer_members import answer_members, take_back
from landsea.base.outbox.models import Delivery
from landsea.base.refusal import Refused
from landsea.cases.actions import send_common_answer as module
from landsea.cases.actions.coordinate import reassign_case
from landsea.cases.actions.send_common_answer import (
    send_left_waiting,
    send_waiting,
)
from landsea.cases.models import Case, CommonAnswer, CommonAnswerItem, Message
from landsea.cases.tests.browsing import page_of

pytestmark = pytest.mark.django_db


def give(world, barrier, now, part="holder", **how):
    answer = answer_members(
        world.actor(part), barrier.pk, "The gate accepts the report again.", form_key=uuid.uuid4(), now=now, **how
    )
    send_waiting(answer.pk, now=now)
    return answer


def states(answer):
    return sorted(answer.items.values_list("state", flat=True))


def test_all_open_cases_get_the_answer_each_with_its_own_mail(world, cases, barrier, now):
    answer = give(world, barrier, now)
    assert states(answer) == ["sent"] * 6
    assert set(Case.objects.values_list("state", flat=True)) == {"answered"}
    assert Delivery.objects.filter(template="case_answered").count() == 6


def test_a_desk_answers_its_own_cases_and_the_coordinator_all(world, cases, barrier, now):
    reassign_case(world.actor("coordinator"), cases[0].ref, world.border.code, "Theirs.", now=now)
    assert give(world, barrier, now).items.count() == 5
    assert give(world, barrier, now, part="coordinator").items.filter(state="sent").count() == 1


def test_others_and_empty_words_are_refused(world, barrier, now):
    with pytest.raises(Refused, match="is yours to answer"):
        give(world, barrier, now, part="other_holder")
    for part in ("observer", "clerk", "stranger", "anonymous"):
        with pytest.raises(PermissionDenied):
            give(world, barrier, now, part=part)
    with pytest.raises(Refused, match="Write the answer first"):
        answer_members(world.actor("holder"), barrier.pk, " ", form_key=uuid.uuid4(), now=now)


def test_the_same_form_twice_is_one_answer(world, barrier, now):
    key = uuid.uuid4()
    for _ in range(2):
        answer = answer_members(world.actor("holder"), barrier.pk, "Once.", form_key=key, now=now)
        send_waiting(answer.pk, now=now)
    assert CommonAnswer.objects.count() == 1 and Message.objects.filter(act="answer").count() == 6


def test_a_case_that_refuses_says_why_and_holds_up_no_other(world, cases, barrier, now):
    answer = answer_members(world.actor("holder"), barrier.pk, "To all.", form_key=uuid.uuid4(), now=now)
    Case.objects.filter(pk=cases[0].pk).update(state="answered", step="solve")
    send_waiting(answer.pk, now=now)
    assert states(answer) == ["not_sent"] + ["sent"] * 5
    assert CommonAnswerItem.objects.get(state="not_sent").note


def test_a_sender_that_dies_leaves_the_rest_waiting_and_the_next_one_sends_it_once(world, barrier, now, monkeypatch):
    answer = answer_members(world.actor("holder"), barrier.pk, "To all.", form_key=uuid.uuid4(), now=now)
    send_waiting(answer.pk, now=now, most=2)
    original = module.answer_case
    monkeypatch.setattr(module, "answer_case", lambda *args, **how: (_ for _ in ()).throw(RuntimeError("killed")))
    with pytest.raises(RuntimeError):
        send_waiting(answer.pk, now=now)
    monkeypatch.setattr(module, "answer_case", original)
    assert send_waiting(answer.pk, now=now) == 4
    assert Message.objects.filter(act="answer").count() == 6


def test_it_is_taken_back_from_one_case_and_the_others_keep_it(world, cases, barrier, now):
    answer = give(world, barrier, now)
    item = answer.items.get(case=cases[2])
    with pytest.raises(Refused, match="Tell the filer"):
        take_back(world.actor("holder"), item.pk, " ", now=now)
    take_back(world.actor("holder"), item.pk, "Yours is another report.", now=now)
    assert states(answer) == ["sent"] * 5 + ["taken_back"]
    assert Case.objects.get(pk=cases[2].pk).state == "accepted"
    with pytest.raises(Refused, match="no common answer"):
        take_back(world.actor("holder"), item.pk, "Again.", now=now)


def test_taking_an_earlier_answer_back_leaves_a_later_one_alone(world, cases, barrier, now):
    earlier = give(world, barrier, now)
    later = give(world, barrier, now + timedelta(minutes=5), outcome="fixed")
    item = earlier.items.get(case=cases[2])
    with pytest.raises(Refused, match="written since"):
        take_back(world.actor("holder"), item.pk, "It was the old words.", now=now + timedelta(minutes=10))
    assert Case.objects.get(pk=cases[2].pk).state == "proposed"
    assert states(earlier) == states(later) == ["sent"] * 6
    take_back(world.actor("holder"), later.items.get(case=cases[2]).pk, "Not yet.", now=now + timedelta(minutes=15))


def test_what_a_failed_job_left_waiting_is_sent_by_the_round_and_one_fault_holds_up_no_other(
    world, barrier, now, monkeypatch
):
    left = answer_members(world.actor("holder"), barrier.pk, "To all.", form_key=uuid.uuid4(), now=now)
    original = module.answer_case
    monkeypatch.setattr(module, "answer_case", lambda *args, **how: (_ for _ in ()).throw(RuntimeError("killed")))
    assert send_left_waiting(now) == 0 and states(left) == ["waiting"] * 6
    monkeypatch.setattr(module, "answer_case", original)
    assert send_left_waiting(now) == 6 and states(left) == ["sent"] * 6
    assert send_left_waiting(now) == 0


def test_with_an_outcome_it_is_proposed_to_every_filer(world, barrier, now):
    answer = give(world, barrier, now, outcome="fixed")
    assert states(answer) == ["sent"] * 6
    assert set(Case.objects.values_list("state", "proposed_outcome")) == {("proposed", "fixed")}
    with pytest.raises(Refused, match="which outcome"):
        give(world, barrier, now, outcome="withdrawn")


def test_the_pages_show_what_became_of_it_to_its_writer_only(world, cases, barrier, now):
    client = world.client("holder")
    typed = {"form_key": str(uuid.uuid4()), "body": "The gate accepts it.", "outcome": ""}
    page = page_of(client.post(f"/barriers/{barrier.pk}/answer/", typed, follow=True))
    assert page.count("Take the answer back") == 6
    answer = CommonAnswer.objects.get()
    address = f"/barriers/answers/{answer.pk}/"
    assert world.client("coordinator").get(address).status_code == 200
    assert world.client("other_holder").get(address).status_code == 404
    assert client.post(f"{address}{answer.items.first().pk}/back", {"body": ""}).status_code == 409
