"""The played year, in small: everything holds, and each of the counts can tell when something does not."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from landsea.base.outbox.models import Delivery
from landsea.cases.deadline_watcher import act_on_due_cases
from landsea.cases.models import Case, Involvement, StepRecord
from landsea.cases.tests.world import make_world
from landsea_demo.simulation.cast import Cast
from landsea_demo.simulation.clock import Clock
from landsea_demo.simulation.holds import Holds
from landsea_demo.simulation.year import Year

pytestmark = pytest.mark.django_db
START = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def world():
    return make_world()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_year_in_small_in_which_everything_holds(world, seed):
    chance = Random(seed)
    said = []
    year = Year(Cast(START, chance), Clock(START, chance, surges=1), chance, 25, said.append)
    year.play()
    assert year.filed == Case.objects.count() == 25
    assert year.holds.violations() == dict.fromkeys(year.holds.violations(), 0)
    assert year.holds.steps_due >= StepRecord.objects.exclude(expired_at=None).count() > 0
    assert Case.objects.exclude(closed_at=None).exists()
    assert said[0].startswith("January") and len(said) == 12


def broken(world, spoil) -> dict[str, int]:
    """Let a case live a little, spoil something, and return what does not hold any more."""
    case = world.file(now=START + timedelta(days=4, hours=2)).case
    holds = Holds()
    for day in range(4, 30):
        now = START + timedelta(days=day, hours=11)
        act_on_due_cases(now)
        holds.after_watch(now)
    assert not any(holds.violations().values())
    spoil(case)
    holds.check_end(START + timedelta(days=31))
    return {name for name, count in holds.violations().items() if count}


def test_a_case_without_a_desk_is_counted(world):
    spoil = lambda case: Involvement.objects.filter(case=case, until=None).update(until=START + timedelta(days=29))  # noqa: E731
    assert broken(world, spoil) == {"no_accountable_desk"}


def test_a_gap_between_two_desks_is_counted(world):
    def spoil(case):
        first, *_rest = Involvement.objects.filter(case=case).order_by("since")
        Involvement.objects.filter(pk=first.pk).update(until=first.until - timedelta(hours=1))

    assert broken(world, spoil) == {"no_accountable_desk"}


def test_two_desks_at_a_time_are_counted(world):
    def spoil(case):
        first, *_rest = Involvement.objects.filter(case=case).order_by("since")
        Involvement.objects.filter(pk=first.pk).update(until=first.until + timedelta(hours=1))

    assert broken(world, spoil) == {"two_accountable_desks"}


def test_a_deadline_that_nobody_acted_on_is_counted(world):
    spoil = lambda case: StepRecord.objects.filter(case=case, step="admit").update(expired_at=None)  # noqa: E731
    assert broken(world, spoil) == {"step_missed"}


def test_being_told_twice_is_counted(world):
    def spoil(case):
        twin = Delivery.objects.filter(template="case_late").first()
        twin.pk, twin.once = None, "twin"
        twin.save(force_insert=True)

    assert broken(world, spoil) == {"step_twice"}


def test_a_reminder_at_night_is_counted(world):
    def spoil(case):
        sent = Delivery.objects.filter(template="case_reminder").first()
        Delivery.objects.filter(pk=sent.pk).update(not_before=sent.not_before.replace(hour=18))  # two at night there

    assert broken(world, spoil) == {"night_reminder"}
