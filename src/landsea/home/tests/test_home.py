"""The first page and today's lines."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from landsea.base.actors import SYSTEM
from landsea.cases.tests.world import make_world
from landsea.corridor.actions.disrupt import Report, open_disruption
from landsea.dialogues.tests.making import dialogue_with_chairs
from landsea.home import today

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nothing_kept():
    today.forget_counts()
    yield
    today.forget_counts()


def words() -> list[str]:
    today.forget_counts()
    return [line.words for line in today.lines_of_today(NOW, "en")]


def test_the_first_page_leads_to_the_four_doors_and_to_today(client):
    page = client.get(reverse("home")).content.decode()
    for name in ("file_case", "who", "checklist", "plan", "search", "today"):
        assert f'"{reverse(name)}"' in page


def test_today_is_a_page_of_its_own_and_a_piece_of_the_first_one(client):
    whole = client.get(reverse("today")).content.decode()
    piece = client.get(reverse("today"), headers={"HX-Request": "true"}).content.decode()
    assert "<h1>Today on the corridor</h1>" in whole and "<h1>" not in piece


def test_what_stands_still_is_counted_by_place_and_service():
    before = next((line for line in words() if "still" in line), "0 ")
    report = Report("A flood closed the road.", "customs, by telephone", date(2026, 11, 20), place="CNMHN")
    open_disruption(report, actor=SYSTEM, now=NOW)
    after = next(line for line in words() if "still" in line)
    assert int(after.split()[0]) == int(before.split()[0]) + 1


def test_the_next_dialogue_is_named_with_its_day():
    world = make_world()
    dialogue_with_chairs(world, NOW)
    assert any("Working meeting on plant health" in line for line in words())


def test_counts_are_kept_for_a_minute(monkeypatch):
    clock = [1000.0]
    monkeypatch.setattr("landsea.base.kept.time.monotonic", lambda: clock[0])
    today.lines_of_today(NOW, "en")
    with CaptureQueriesContext(connection) as asked:
        today.lines_of_today(NOW, "en")
    assert len(asked) == 0
    clock[0] += today.KEPT_SECONDS + 1
    with CaptureQueriesContext(connection) as asked:
        today.lines_of_today(NOW, "en")
    assert len(asked) > 0
