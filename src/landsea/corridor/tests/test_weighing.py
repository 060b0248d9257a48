"""Trips move a line's time: kept plans on it are planned anew and their keepers told once, when it moves far enough."""

from datetime import timedelta

import pytest
from django.template.loader import render_to_string

from landsea.base.audit.models import Entry
from landsea.base.outbox.models import Delivery
from landsea.corridor import access, access_trips
from landsea.corridor.actions.log_trip import Wish, log_file
from landsea.corridor.actions.rule_on_trips import rule_on_trips
from landsea.corridor.models import MeasuredLine, Trip
from landsea.corridor.tasks import sweep_trips
from landsea_core.planner.network.spreads import Spreads

from .conftest import NOW, SENDERS, journey
from .test_replanning import told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now_is_then(monkeypatch):
    """The round runs at the moment of the tests."""
    monkeypatch.setattr("landsea.corridor.tasks.timezone.now", lambda: NOW)


@pytest.fixture
def usual() -> float:
    """The hours that plans make of the line's advertised ones, whatever the fitted spreads say by now."""
    line = access.find_service("D009")
    return line.hours * Spreads(access.find_current_network()).find_spread(line).scale


def minutes() -> list[int]:
    """How much later the mails say that it comes, to ten minutes: the timetable's clock is whole minutes."""
    return [round(one["minutes"], -1) for one in told()]


def logged(world, hours: float, first: int = 0, parts=SENDERS) -> None:
    """Each of five senders logs a trip of so many hours."""
    for number, part in enumerate(parts):
        log_file(journey(first + number, hours), Wish("road", how="csv"), actor=world.actor(part), now=NOW)


def test_the_keeper_hears_once_how_much_later_it_comes(world, kept, usual):
    """Five hours more than plans made of what is said; a second round, or the same again, tells nothing more."""
    logged(world, usual + 5)
    sweep_trips(0)
    kept.refresh_from_db()
    assert [one["way"] for one in told()] == ["same"] and minutes() == [300]
    assert kept.instead["legs"][0]["service"] == "D009"
    sweep_trips(0)
    logged(world, usual + 5, first=50)
    sweep_trips(0)
    assert len(told()) == 1
    facts = Delivery.objects.get(template="plan_changed").facts
    text = " ".join(render_to_string("mails/plan_changed.txt", facts).split())
    assert f"plans count with {usual + 5:.0f} h, where 13 h are said" in text and "later." in text
    assert Entry.objects.filter(act="measure_line").count() == 1


def test_too_few_senders_or_too_little_wakes_nobody(world, kept, usual):
    """Four senders change no plan; less than an hour is within what a plan says anyway."""
    logged(world, usual + 5, parts=SENDERS[:4])
    sweep_trips(0)
    assert not MeasuredLine.objects.exists() and not told()
    Trip.objects.all().delete()
    logged(world, usual + 0.5)
    sweep_trips(0)
    assert not MeasuredLine.objects.exists() and not told()


def test_small_steps_are_told_once_they_have_come_to_enough(world, kept, usual):
    """What keepers were told of is compared, not the round before."""
    logged(world, usual + 5)
    sweep_trips(0)
    for number, more in enumerate((5.6, 7.5), 1):
        Trip.objects.all().delete()
        logged(world, usual + more, first=number)
        sweep_trips(0)
    assert minutes() == [300, 150]
    assert MeasuredLine.objects.get().number == 2


def test_what_an_editor_leaves_out_or_lets_count_reaches_the_plans(world, kept, usual):
    """Four senders within the bounds and one beyond: nothing, until an editor lets it count; then it is left out."""
    logged(world, usual + 5, parts=SENDERS[1:])
    logged(world, 60, first=70, parts=SENDERS[:1])
    sweep_trips(0)
    assert not told()
    editor = next(part for part in ("coordinator", "holder") if part != SENDERS[0])
    (group,) = access_trips.list_held_trips(world.actor(editor))
    rule_on_trips(group.mark, "counted", why="A flood.", actor=world.actor(editor), now=NOW)
    sweep_trips(0)
    assert minutes() == [300]


def test_trips_that_grow_old_give_way_to_what_is_said(world, kept, usual, monkeypatch):
    """A year later nothing stands behind the hours any more; the keeper hears that it comes earlier again."""
    logged(world, usual + 5)
    sweep_trips(0)
    monkeypatch.setattr(access_trips, "find_day_of_weighing", lambda: NOW.date() + timedelta(days=360))
    sweep_trips(0)
    assert minutes() == [300, -300]
    assert MeasuredLine.objects.get().hours is None
    facts = Delivery.objects.filter(template="plan_changed").last().facts
    assert "plans count with what is said again, 13 h" in render_to_string("mails/plan_changed.txt", facts)


def test_plans_on_other_lines_are_left_alone(world, kept, usual):
    """They are not even planned."""
    before = kept.planned_at
    logged(world, usual + 5)
    kept.services = ["R001"]
    kept.places = ["CNCKG"]
    kept.save()
    sweep_trips(0)
    kept.refresh_from_db()
    assert kept.planned_at == before and not told()
    assert MeasuredLine.objects.get().spread_at == NOW
