"""What writes is done once for its Idempotency-Key, also when two equal requests come at one instant."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from landsea.api.actions.answer_once import forget_old_answers
from landsea.api.models import KeptAnswer
from landsea.api.subjects import filing
from landsea.api.tests.programs import Program, program_of
from landsea.base.refusal import Refused
from landsea.cases.models import Case
from landsea.cases.tests.world import make_world
from landsea.cases.understanding.meaning import understand_filing

BODY = {"text": "Our durian waits at Mohan.", "visibility": "named", "party": "Demo Fruit", "country": "CN"}


@pytest.mark.django_db
def test_the_same_request_gets_the_same_answer_and_does_nothing_twice(world):
    once, program = str(uuid.uuid4()), Program()
    first, again = (program.send("POST", "/cases", BODY, once=once) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201) and first.json() == again.json()
    assert "Idempotency-Replayed" not in first and again["Idempotency-Replayed"] == "true"
    assert Case.objects.count() == 1
    kept = KeptAnswer.objects.get()
    assert first.json()["secret"].encode() not in bytes(kept.answer), "the answer is sealed"


@pytest.mark.django_db
def test_another_request_with_the_same_key_is_refused(world):
    once, program = str(uuid.uuid4()), Program()
    program.post("/cases", BODY, once=once, status=201)
    told = program.post("/cases", BODY | {"goods": "durian"}, once=once, status=422)
    assert told["type"].endswith("#key-used") and Case.objects.count() == 1


@pytest.mark.django_db
def test_what_was_refused_may_be_mended_with_the_same_key(world):
    once, program = str(uuid.uuid4()), Program()
    assert program.post("/cases", BODY | {"text": "!!"}, once=once, status=422)["faults"][0]["pointer"] == "/text"
    assert not KeptAnswer.objects.exists()
    program.post("/cases", BODY, once=once, status=201)


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "short", "x" * 201, "with blanks in the key"])
def test_a_request_that_writes_needs_a_key(world, key):
    headers = {"Idempotency-Key": key} if key else {}
    response = Program().client.post("/api/v1/cases", BODY, content_type="application/json", headers=headers)
    assert response.status_code == 400 and response.json()["type"].endswith("#key-missing")


@pytest.mark.django_db
def test_an_act_is_done_once_and_the_keys_of_two_callers_are_apart(world):
    filed, once = world.file(), str(uuid.uuid4())
    holder, coordinator = program_of(world, "holder"), program_of(world, "coordinator")
    first = holder.post(f"/cases/{filed.case.ref}/accept", once=once)
    assert holder.post(f"/cases/{filed.case.ref}/accept", once=once) == first
    told = coordinator.post(f"/cases/{filed.case.ref}/accept", once=once, status=409)
    assert told["type"].endswith("#refused")


@pytest.mark.django_db
def test_answers_are_forgotten_after_a_day(world):
    Program().post("/cases", BODY, status=201)
    assert forget_old_answers(timezone.now() + timedelta(hours=23)) == 0
    assert forget_old_answers(timezone.now() + timedelta(hours=25)) == 1


@pytest.mark.django_db
def test_a_refused_act_is_counted_and_an_answer_given_again_is_not(world, settings, monkeypatch):
    def refuse(*_given, **_named):
        raise Refused("no", "No.")

    settings.FILINGS_PER_HOUR = 2
    once, program = str(uuid.uuid4()), Program()
    program.post("/cases", BODY, once=once, status=201)
    with monkeypatch.context() as patched:
        patched.setattr(filing, "file_case", refuse)
        program.post("/cases", BODY, status=409)
    assert program.post("/cases", BODY, status=429)["type"].endswith("#too-often")
    assert program.send("POST", "/cases", BODY, once=once)["Idempotency-Replayed"] == "true"
    assert Case.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_equal_requests_at_one_instant_are_one_case_and_one_answer():
    make_world()
    understand_filing(BODY)  # reads the model: whoever comes later waits 15 s at most for the first
    once = str(uuid.uuid4())

    def send(_number: int):
        try:
            return Program().send("POST", "/cases", BODY, once=once)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(send, range(4)))
    assert [one.status_code for one in answers] == [201] * 4
    assert len({one.content for one in answers}) == 1 and Case.objects.count() == 1
    assert sorted(one.headers.get("Idempotency-Replayed", "") for one in answers) == ["", "true", "true", "true"]
