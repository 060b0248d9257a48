"""The head of the board: what is counted, who is named, where each line leads."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.board.cockpit import WEEKS, make_cockpit
from landsea.board.concerns import list_concerns
from landsea.board.drawing import FLOOR, TOP, draw_weeks
from landsea.cases.models import Case
from landsea.cases.tests.world import make_world

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def world():
    return make_world()


def put(case: Case, **changed) -> Case:
    Case.objects.filter(pk=case.pk).update(**changed)
    return case


def cockpit_of(world):
    return make_cockpit(world.actor("coordinator"), NOW, "en")


def test_open_late_and_ended_are_counted_once_each(world):
    late = put(world.file("Durian 1", now=NOW).case, due_at=NOW - timedelta(hours=1), lane="urgent")
    put(world.file("Durian 2", now=NOW).case, due_at=NOW + timedelta(days=2))
    put(world.file("Durian 3", now=NOW).case, closed_at=NOW, due_at=None, state="closed", outcome="solved")
    put(
        world.file("Durian 4", now=NOW).case,
        closed_at=NOW - timedelta(days=8),
        due_at=None,
        state="closed",
        outcome="solved",
    )
    found = cockpit_of(world)
    assert (found.open, found.late, found.urgent_late, found.late_percent) == (2, 1, 1, 50)
    assert (found.this_week.ended, found.week_before.ended) == (1, 1)
    assert (
        late.ref in world.client("coordinator").get(reverse("queue"), {"scope": "all", "step": "late"}).content.decode()
    )


def test_each_line_leads_to_the_late_cases_that_it_counts(world):
    case = put(world.file("Durian 1", now=NOW).case, due_at=NOW - timedelta(hours=1))
    case.refresh_from_db()
    other = put(world.file("Durian 2", now=NOW).case, due_at=NOW + timedelta(days=2))
    for kind in cockpit_of(world).shares:
        for line in kind.lines:
            listed = world.client("coordinator").get(line.url).content.decode()
            assert case.ref in listed and other.ref not in listed, line.url
    assert [line.late for kind in cockpit_of(world).shares[:1] for line in kind.lines] == [1]


def test_days_are_those_of_the_readers_clock(world):
    evening = NOW.replace(hour=18, minute=0)
    put(world.file("Durian 1", now=NOW).case, filed_at=evening)
    with timezone.override("Asia/Shanghai"):
        found = make_cockpit(world.actor("coordinator"), evening, "en")
    assert found.this_week.filed == 1, "in Shanghai the next day has begun"


@pytest.mark.parametrize(("days", "age"), [(0, 0), (3, 1), (10, 2), (30, 3), (90, 4), (900, 4)])
def test_a_case_is_of_one_age(world, days, age):
    put(world.file(now=NOW).case, filed_at=NOW - timedelta(days=days))
    assert [line.open for line in cockpit_of(world).ages] == [int(number == age) for number in range(5)]


def test_each_case_stands_in_one_list(world):
    case = put(world.file(now=NOW).case, due_at=NOW - timedelta(hours=1), hand_offs=3)
    lists = list_concerns(world.actor("coordinator"), NOW)
    assert [one.code for one in lists if case in one.cases] == ["late"]
    assert {one.code: one.total for one in lists}["handed_twice"] == 0


def test_the_counts_do_not_grow_with_the_cases(world, django_assert_max_num_queries):
    for number in range(6):
        put(world.file(f"Durian {number}", now=NOW).case, due_at=NOW - timedelta(hours=1))
    with django_assert_max_num_queries(8):
        cockpit_of(world)


def test_bars_stand_on_the_floor_and_the_highest_reaches_the_top(world):
    world.file(now=NOW)
    drawing = draw_weeks(cockpit_of(world).weeks)
    assert len(drawing.bars) == WEEKS and drawing.bars[-1].filed_y == TOP
    assert all(one.filed_y + one.filed_height == FLOOR and one.filed_x >= 0 for one in drawing.bars)
    assert drawing.bars[-1].filed_x + 2 * drawing.bars[-1].bar <= drawing.width


def test_a_board_without_cases_counts_noughts(world):
    found = cockpit_of(world)
    assert (found.open, found.late, found.late_percent, found.grown) == (0, 0, 0, 0)
    assert world.client("coordinator").get(reverse("board")).status_code == 200
