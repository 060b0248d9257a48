"""Sending one answer to many cases: one that cannot be sent holds up no other, and its writer reads why in their language."""

import uuid

import pytest
from django.utils import timezone

from landsea.cases.actions import answer_many, send_common_answer
from landsea.cases.actions.message import write_message
from landsea.cases.models import CommonAnswer

NOW = timezone.now()


def prepared(world, cases) -> CommonAnswer:
    actor, seen = world.actor("holder"), {case.pk: case.version for case in cases}
    return answer_many.prepare_answer(actor, "measure:M012", seen, "It counts again.", form_key=uuid.uuid4(), now=NOW)[
        0
    ]


def states(answer) -> list[str]:
    return list(answer.items.order_by("pk").values_list("state", flat=True))


def test_a_case_that_always_fails_waits_and_those_after_it_are_answered(world, monkeypatch):
    cases = [world.file(f"Durian {number}", now=NOW).case for number in range(3)]
    answer, original = prepared(world, cases), send_common_answer.answer_case
    broken = answer.items.order_by("pk")[0].case.ref

    def answer_or_fail(actor, ref, *args, **how):
        if ref == broken:
            raise RuntimeError("this one")
        return original(actor, ref, *args, **how)

    monkeypatch.setattr(send_common_answer, "answer_case", answer_or_fail)
    with pytest.raises(RuntimeError, match="this one"):
        send_common_answer.send_waiting(answer.pk, now=NOW)
    assert states(answer) == ["waiting", "sent", "sent"]


def test_why_a_case_was_not_answered_is_said_in_the_language_of_whoever_wrote_the_answer(world):
    case, writer = world.file(now=NOW).case, world.people["holder"]
    writer.language = "zh-hans"
    writer.save(update_fields=["language"])
    answer = prepared(world, [case])
    write_message(world.actor("holder"), case.ref, "all", "Wait for the other report.", now=NOW)
    send_common_answer.send_waiting(answer.pk, now=NOW)
    assert states(answer) == ["not_sent"] and "请单独答复该诉求" in answer.items.get().note
