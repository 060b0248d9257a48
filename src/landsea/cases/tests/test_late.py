"""A late case: what it shows everywhere, the one mail a day that tells of it, and one that cannot be computed."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.board.concerns import list_concerns
from landsea.cases import deadline_watcher
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.send_late_digests import send_late_digests
from landsea.cases.deadline_watcher import act_on_due_cases
from landsea.cases.models import Case
from landsea.cases.tests.browsing import page_of
from landsea.cases.tests.world import make_world
from landsea_core.caseflow import Lane

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 16, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def world():
    return make_world()


def silent(world, *, times=2, now=MONDAY, **fields):
    """A case that nobody touched until its next call has come so many times."""
    case = world.file(now=now, **fields).case
    for _ in range(times):
        act_on_due_cases(case.wakes_at if case.silent_since else case.due_at)
        case.refresh_from_db()
    return case


@pytest.mark.parametrize("times", [2, 3, 4])
def test_a_late_case_shows_since_when_and_never_a_time_it_is_due(world, times):
    case = silent(world, times=times, lane=Lane.URGENT)
    for address in (f"/cases/{case.ref}/", "/queue/?scope=all", "/board/"):
        page = page_of(world.client("coordinator").get(address))
        assert "late" in page and "since" in page
        assert "due in " not in page and "by Thu, 31" not in page
    assert Delivery.objects.filter(stream=f"case:{case.pk}", facts__due="", template="case_late").exists()


def test_the_page_says_who_was_called_and_who_is_next(world):
    case = silent(world)
    page = page_of(world.client("coordinator").get(f"/cases/{case.ref}/"))
    assert "The deputy of the desk was called." in page and "the coordinator is called." in page
    case = silent(world, times=4)
    page = page_of(world.client("coordinator").get(f"/cases/{case.ref}/"))
    assert "The coordinator became accountable." in page and "put on the list for the next dialogue" in page
    assert "counted in public as unanswered" in page


def test_a_desk_that_answered_is_not_called_unanswered_when_only_the_solution_is_late(world):
    case, holder = world.file(now=MONDAY).case, world.actor("holder")
    accept_case(holder, case.ref, now=MONDAY)
    answer_case(holder, case.ref, "We look into it.", now=MONDAY)
    case.refresh_from_db()
    act_on_due_cases(case.due_at)
    page = page_of(world.client("holder").get(f"/cases/{case.ref}/"))
    assert "no solution in time" in page and "There was no solution in time. Who was called:" in page
    assert "unanswered" not in page and "Nobody" not in page


def test_what_waits_for_a_dialogue_stands_on_the_board_though_none_is_planned(world):
    case = silent(world, times=4)
    lists = {one.code: one for one in list_concerns(world.actor("coordinator"), MONDAY + timedelta(days=60))}
    assert [one.pk for one in lists["for_dialogue"].cases] == [case.pk]
    assert "For the next dialogue" in page_of(world.client("coordinator").get("/board/"))


def test_everybody_gets_one_mail_a_day_with_all_their_late_cases(world):
    cases = [silent(world) for _ in range(3)]
    at = cases[-1].silent_since + timedelta(days=1)
    at = at.astimezone(ZoneInfo("Asia/Shanghai")).replace(hour=10)
    assert send_late_digests(at.replace(hour=3)) == 0, "nobody is at work at night"
    send_late_digests(at)
    send_late_digests(at + timedelta(hours=1))
    (sent,) = Delivery.objects.filter(template="late_digest")
    assert sent.address == world.people["holder"].email and sent.facts["total"] == 3
    for language in ("en", "zh-hans", "vi", "lo", "th"):
        sent.language = language
        subject, body = render_words(sent)
        assert "3" in subject and all(case.ref in body for case in cases) and "{" not in body
    send_late_digests(at + timedelta(days=3))
    assert Delivery.objects.filter(template="late_digest").count() == 2


def test_a_case_that_cannot_be_computed_is_put_aside_and_operators_read_of_it(world, monkeypatch):
    poison, well = world.file("Poison words.", now=MONDAY).case, world.file(now=MONDAY).case
    real = deadline_watcher.expire_step

    def expire(pool, case):
        if case.pk == poison.pk:
            raise ValueError("Poison words.")
        return real(pool, case)

    monkeypatch.setattr(deadline_watcher, "expire_step", expire)
    assert act_on_due_cases(well.due_at) == 1, "it holds up no other"
    page = page_of(world.client("operator").get(reverse("deliveries")))
    assert "1 case is put aside" in page and poison.ref in page and "ValueError in test_late.py" in page
    assert "Poison words" not in page
    monkeypatch.setattr(deadline_watcher, "expire_step", real)
    assert act_on_due_cases(Case.objects.get(pk=poison.pk).wakes_at) == 1
    assert "put aside" not in page_of(world.client("operator").get(reverse("deliveries")))
