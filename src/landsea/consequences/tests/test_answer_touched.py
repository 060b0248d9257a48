"""A rule changed: desks answer their cases with one text that cites it, look at each first, and can take it back from one."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.access import list_entries
from landsea.base.audit.verify import find_broken_entries
from landsea.base.refusal import Refused
from landsea.cases.actions import send_common_answer
from landsea.cases.actions.coordinate import reassign_case
from landsea.cases.actions.message import write_message
from landsea.cases.actions.send_common_answer import (
    send_left_waiting,
    send_waiting,
)
from landsea.cases.models import Case, CommonAnswer, Message
from landsea.cases.tests.browsing import page_of
from landsea.consequences import access
from landsea.consequences.actions.answer_touched import answer_touched, take_back
from landsea.rules import access as rules_access
from landsea.rules.actions import drafting, publish
from landsea.rules.models import Version

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def cases(measures, world, now, settings, tmp_path) -> list[Case]:
    """Four durian cases from Viet Nam at the quarantine of Mohan, and one of rice that no durian rule touches."""
    settings.FILES_ROOT = tmp_path / "files"
    found = [world.file(now=now - timedelta(days=4 - number)).case for number in range(4)]
    world.file(now=now, goods="rice", hs="100630")
    return found


@pytest.fixture
def version(cases, editors, now) -> Version:
    """A published change of the protocol on Vietnamese durian."""
    rule = replace(rules_access.find_measure("M012"), summary="The laboratory report counts again.")
    draft = drafting.draft_version(rule, actor=editors[0], now=now)
    return publish.approve_version(draft.pk, actor=editors[1], now=now)


def seen(cases) -> dict[int, int]:
    return {case.pk: Case.objects.get(pk=case.pk).version for case in cases}


def give(world, version, cases, now, part="holder", **how):
    answer = answer_touched(
        world.actor(part), version.pk, seen(cases), "It counts again.", form_key=uuid.uuid4(), now=now, **how
    )
    send_waiting(answer.pk, now=now)
    return answer


def states(answer):
    return sorted(answer.items.values_list("state", flat=True))


def test_one_text_answers_the_cases_and_cites_the_rule(world, version, cases, now):
    answer = give(world, version, cases, now)
    assert states(answer) == ["sent"] * 4
    assert {tuple(map(tuple, one.cites)) for one in Message.objects.filter(act="answer")} == {(("M012", 2),)}
    assert Case.objects.filter(state="answered").count() == 4
    assert [entry.act for entry in list_entries("measure:M012")][-1] == "answer_touched"
    assert list(find_broken_entries()) == []


def test_each_desk_is_offered_its_own_cases_and_answers_no_other(world, version, cases, now):
    reassign_case(world.actor("coordinator"), cases[0].ref, world.border.code, "Theirs.", now=now)
    offered = {
        part: [one.count for one in access.find_proposals(world.actor(part), now)]
        for part in ("holder", "other_holder")
    }
    assert offered == {"holder": [3], "other_holder": [1]}
    assert states(give(world, version, cases, now)) == ["sent"] * 3
    assert states(give(world, version, cases, now, part="other_holder")) == ["sent"]
    with pytest.raises(Refused, match="yours to answer"):
        give(world, version, cases, now)
    for part in ("observer", "clerk", "stranger", "anonymous"):
        with pytest.raises(PermissionDenied):
            give(world, version, cases, now, part=part)


def test_cases_left_out_and_cases_that_it_does_not_touch_get_nothing(world, version, cases, now):
    rice = Case.objects.get(hs="100630")
    answer = give(world, version, [*cases[1:], rice], now)
    assert set(answer.items.values_list("case_id", flat=True)) == {case.pk for case in cases[1:]}


def test_a_case_that_moved_on_after_it_was_looked_at_is_not_answered(world, version, cases, now):
    looked_at = seen(cases)
    write_message(world.actor("holder"), cases[0].ref, "all", "Wait for the other report.", now=now)
    answer = answer_touched(
        world.actor("holder"), version.pk, looked_at, "It counts again.", form_key=uuid.uuid4(), now=now
    )
    send_waiting(answer.pk, now=now)
    assert states(answer) == ["not_sent"] + ["sent"] * 3
    assert "moved on" in answer.items.get(state="not_sent").note


def test_a_sender_killed_midway_leaves_the_rest_and_the_round_sends_it_once(world, version, cases, now, monkeypatch):
    answer = answer_touched(
        world.actor("holder"), version.pk, seen(cases), "It counts again.", form_key=uuid.uuid4(), now=now
    )
    send_waiting(answer.pk, now=now, most=1)
    original = send_common_answer.answer_case
    monkeypatch.setattr(
        send_common_answer, "answer_case", lambda *args, **how: (_ for _ in ()).throw(RuntimeError("killed"))
    )
    with pytest.raises(RuntimeError):
        send_waiting(answer.pk, now=now)
    monkeypatch.setattr(send_common_answer, "answer_case", original)
    assert send_left_waiting(now) == 3
    assert Message.objects.filter(act="answer").count() == 4


def test_the_same_form_twice_is_one_answer_and_one_case_can_take_it_back(world, version, cases, now):
    key = uuid.uuid4()
    for _ in range(2):
        answer = answer_touched(world.actor("holder"), version.pk, seen(cases), "Once.", form_key=key, now=now)
        send_waiting(answer.pk, now=now)
    assert CommonAnswer.objects.count() == 1 and Message.objects.filter(act="answer").count() == 4
    take_back(world.actor("holder"), answer.items.get(case=cases[1]).pk, "Yours is another report.", now=now)
    assert states(answer) == ["sent"] * 3 + ["taken_back"]
    assert Case.objects.get(pk=cases[1].pk).step == "answer"
    assert [entry.act for entry in list_entries("measure:M012")][-1] == "take_back_answer"


@pytest.mark.usefixtures("marks_are_believed")
def test_the_rule_is_locked_before_the_case_whoever_begins(world, version, cases, now):
    answer = give(world, version, cases, now)
    with CaptureQueriesContext(connection) as asked:
        take_back(world.actor("holder"), answer.items.first().pk, "Not yours.", now=now)
    locks = [one["sql"] for one in asked if "FOR UPDATE" in one["sql"]]
    tables = [
        next(name for name in ("rules_measure", "common", "case") if name in sql.split("FROM")[1]) for sql in locks
    ]
    assert tables.index("rules_measure") == 0 < tables.index("case")


def test_a_withdrawal_is_news_too_and_a_draft_is_none(world, version, cases, editors, now):
    draft = drafting.draft_version(
        replace(rules_access.find_measure("M012"), summary="Not yet."), actor=editors[0], now=now
    )
    with pytest.raises(Http404):
        access.find_version_that_answers(draft.pk)
    publish.withdraw_version(version.pk, actor=editors[0], now=now, why="It was the wrong laboratory.")
    rules_access.forget_book()
    assert [one.version.state for one in access.find_proposals(world.actor("holder"), now)] == ["withdrawn"]
    give(world, version, cases, now)
    assert Message.objects.filter(act="answer").first().cites == [["M012", 1]]


def test_what_a_first_load_brought_is_no_proposal(world, cases, now):
    assert Version.objects.count() > 400
    assert access.find_proposals(world.actor("holder"), now) == []


def test_the_pages_show_each_case_keep_what_was_typed_and_lead_to_what_became_of_it(world, version, cases, now):
    client = world.client("holder")
    assert "4 open cases of yours may be answered" in page_of(client.get(reverse("rule_answers")))
    address = reverse("answer_cases", args=[version.pk])
    page = page_of(client.get(address))
    assert all(case.ref in page for case in cases) and page.count(" checked") >= 4
    ticks = [f"{pk}:{number}" for pk, number in seen(cases).items()]
    typed = {"form_key": str(uuid.uuid4()), "outcome": "", "case": ticks[1:], "shown": [case.pk for case in cases]}
    again = client.post(address, typed | {"body": "", "shown": [*typed["shown"], "²", "9" * 30]})
    assert again.status_code == 422
    assert f'value="{ticks[0]}">' in page_of(again) and f'value="{ticks[1]}" checked' in page_of(again)
    page = page_of(client.post(address, typed | {"body": "It counts again."}, follow=True))
    assert page.count("Take the answer back") == 3
    answer = CommonAnswer.objects.get()
    back = reverse("rule_answer_back", args=[answer.pk, answer.items.first().pk])
    assert client.post(back, {"body": ""}).status_code == 409
    assert client.post(back, {"body": "Not yours."}).status_code == 302
    assert world.client("other_holder").get(reverse("rule_answered", args=[answer.pk])).status_code == 404
    assert cases[0].ref not in page_of(world.client("other_holder").get(address))
    assert world.client("stranger").get(address).status_code == 403
