"""The played year, in small: everything holds, and each of the counts can tell when something does not."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from tests.breadth import all_or

from landsea.base.audit.models import Entry
from landsea.base.outbox.models import Delivery
from landsea.cases.deadline_watcher import act_on_due_cases
from landsea.cases.models import AgendaRequest, Case, Involvement, StepRecord
from landsea.cases.tests.world import make_world
from landsea.directory.models import Appointment
from landsea_demo.management.commands.simulate import MOST_MAILS
from landsea_demo.simulation.cast import Cast
from landsea_demo.simulation.clock import Clock
from landsea_demo.simulation.holds import Holds
from landsea_demo.simulation.year import Year
from landsea_demo.simulation.year_table import ask_for_months, lay_out

pytestmark = pytest.mark.django_db
START = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def world():
    return make_world()


@pytest.mark.parametrize("seed", all_or([1, 2, 3], [1]))
def test_a_year_in_small_in_which_everything_holds(world, seed):
    Appointment.objects.all().delete()  # the year's own people only: one at each rung
    chance = Random(seed)
    said = []
    year = Year(Cast(START, chance), Clock(START, chance, surges=1), chance, 25, said.append)
    year.play()
    assert year.filed == Case.objects.count() == 25
    assert year.holds.violations() == dict.fromkeys(year.holds.violations(), 0)
    assert year.holds.mails_most_a_case <= MOST_MAILS
    assert year.holds.steps_due >= StepRecord.objects.exclude(expired_at=None).count() > 0
    assert Case.objects.exclude(closed_at=None).exists()
    assert said[0].startswith("January") and len(said) == 12
    assert_months_hold(ask_for_months())


def assert_months_hold(rows: list[dict]) -> None:
    """Hold the table of the year to the rows: each case stands in one month and came to one end."""
    *months, whole = rows
    assert [one["month"] for one in months] == sorted({f"{one.filed_at:%Y-%m}" for one in Case.objects.all()})
    ends = ("fixed", "workaround", "explained", "ended_otherwise", "open")
    for row in rows:
        assert sum(row[end] for end in ends) == row["filed"]
    assert whole["month"] == "year" and whole["filed"] == Case.objects.count()
    for name in ("filed", "urgent", "late_to_accept", "dialogue_called", "mails", *ends):
        assert whole[name] == sum(one[name] for one in months)
    lines = list(lay_out(rows))
    assert len({len(line) for line in lines}) == 1 and lines[-1].startswith("year")


def played(world, holds: Holds, days: int = 30) -> Case:
    """Let a case live a little that nobody answers, and return it."""
    case = world.file(now=START + timedelta(days=4, hours=2)).case
    for day in range(4, days):
        now = START + timedelta(days=day, hours=11)
        act_on_due_cases(now)
        holds.after_watch(now)
    assert not any(holds.violations().values())
    return case


def broken(world, spoil, days: int = 30) -> set[str]:
    """Let a case live a little, spoil something, and return what does not hold any more."""
    holds = Holds()
    case = played(world, holds, days)
    spoil(case)
    holds.check_end(START + timedelta(days=days + 1))
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


def test_a_case_that_is_silent_for_longer_than_everybody_is_called_is_counted(world):
    spoil = lambda case: AgendaRequest.objects.filter(case=case).delete()  # noqa: E731
    assert broken(world, spoil, days=200) == {"endless_silence"}


def test_silence_that_calls_somebody_again_is_counted(world):
    def spoil(case):
        called = Entry.objects.filter(stream=f"case:{case.pk}", act="expire", facts__calls="coordinator").get()
        last = Entry.objects.filter(stream=called.stream).order_by("position").last()
        again = {"position": last.position + 1, "at": last.at + timedelta(hours=1), "digest": "0" * 64}
        fields = {f.attname: getattr(called, f.attname) for f in Entry._meta.concrete_fields if not f.primary_key}
        Entry.objects.bulk_create([Entry(**fields | again)])

    assert "endless_silence" in broken(world, spoil)


def test_a_case_whose_desk_everybody_left_is_counted(world):
    def spoil(case):
        desk = Case.objects.get(pk=case.pk).desk_id
        Appointment.objects.filter(desk=desk).update(ends_at=START + timedelta(days=30))

    assert broken(world, spoil) == {"accountable_to_nobody"}


def test_a_late_case_with_a_deadline_to_come_is_counted(world):
    spoil = lambda case: Case.objects.filter(pk=case.pk).update(due_at=START + timedelta(days=900))  # noqa: E731
    assert broken(world, spoil) == {"late_shown_as_due_ahead"}


def test_a_mail_of_a_missed_deadline_that_names_one_to_come_is_counted(world):
    def spoil(case):
        late = Delivery.objects.filter(template="case_late").first()
        Delivery.objects.filter(pk=late.pk).update(facts=late.facts | {"due": "2027-01-01T00:00:00+00:00"})

    assert broken(world, spoil) == {"late_shown_as_due_ahead"}


def test_the_mails_of_one_silent_case_are_counted(world):
    def spoil(case):
        one = Delivery.objects.filter(stream=f"case:{case.pk}").first()
        for number in range(9):
            one.pk, one.once, one.template, one.address = (
                None,
                f"more {number}",
                "case_message",
                f"{number}@demo.example.org",
            )
            one.save(force_insert=True)

    holds = Holds()
    before = played(world, holds)
    spoil(before)
    holds.check_end(START + timedelta(days=31))
    assert holds.mails_most_a_case > MOST_MAILS


def test_a_reminder_at_night_is_counted(world):
    def spoil(case):
        sent = Delivery.objects.filter(template="case_reminder").first()
        Delivery.objects.filter(pk=sent.pk).update(not_before=sent.not_before.replace(hour=18))  # two at night there

    assert broken(world, spoil) == {"night_reminder"}
