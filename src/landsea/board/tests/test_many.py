"""One act on many cases: seen before it is done, done to each by itself, refused for one without holding the others."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.cases.models import Case, Message
from landsea.cases.tests.world import make_world

pytestmark = pytest.mark.django_db
NOW = timezone.now()
PLACE = "late"


@pytest.fixture
def world():
    return make_world()


@pytest.fixture
def late(world) -> list[Case]:
    cases = [world.file(f"Durian {number}", now=NOW).case for number in range(3)]
    Case.objects.update(due_at=NOW - timedelta(hours=1))
    return cases


def send(world, step: str, cases, **typed):
    form = {"act": "write", "words": "Please look at it today.", "key": "k" * 32, "step": step} | typed
    form["ref"] = [case.ref for case in cases]
    return world.client("coordinator").post(reverse("act_on_many", args=[PLACE]), form)


def said(case: Case) -> list[str]:
    return list(Message.objects.filter(case=case).values_list("body", flat=True))


def test_the_list_can_be_ticked_and_nothing_is_done_before_it_was_looked_at(world, late):
    page = world.client("coordinator").get(reverse("act_on_many", args=[PLACE])).content.decode()
    assert all(f'value="{case.ref}"' in page for case in late)
    looked = send(world, "look", late[:2]).content.decode()
    assert late[0].ref in looked and late[2].ref not in looked and "Please look at it today." in looked
    assert not any("Please look" in body for case in late for body in said(case))


def test_a_list_that_is_longer_than_the_page_says_so(world, late, monkeypatch):
    browser, page = world.client("coordinator"), reverse("act_on_many", args=[PLACE])
    assert "the others are in the queue" not in browser.get(page).content.decode()
    monkeypatch.setattr("landsea.board.many_views.MOST", 2)
    text = browser.get(page).content.decode()
    assert "The first 2 cases of this list" in text and text.count('name="ref"') == 2


def test_the_same_words_are_written_to_each_once(world, late):
    for _press in range(2):
        assert send(world, "do", late[:2]).status_code == 200
    assert [sum("Please look" in body for body in said(case)) for case in late] == [1, 1, 0]


def test_all_go_to_another_desk_and_the_one_that_cannot_says_why(world, late):
    Case.objects.filter(pk=late[0].pk).update(desk=world.border)
    done = send(world, "do", late, act="move", desk_code=world.border.code).content.decode()
    assert set(Case.objects.values_list("desk", flat=True)) == {world.border.pk}
    assert done.count("not done") == 1


@pytest.mark.parametrize(
    ("cases", "typed", "says"),
    [
        (0, {}, "Tick the cases that are meant."),
        (1, {"words": " "}, "Write a few words"),
        (1, {"act": "move", "desk": "no such desk"}, "Pick one of the desks that are offered."),
        (1, {"act": "erase"}, "Choose what shall be done"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(world, late, cases, typed, says):
    answer = send(world, "look", late[:cases], **typed)
    page = answer.content.decode()
    assert answer.status_code == 422 and says in page
    assert page.count(" checked") >= cases


def test_it_is_the_coordinators_and_of_the_lists_that_there_are(world, late):
    for who in ("holder", "head", "observer", "operator"):
        assert world.client(who).get(reverse("act_on_many", args=[PLACE])).status_code == 403
    assert world.client("coordinator").get(reverse("act_on_many", args=["all"])).status_code == 404
