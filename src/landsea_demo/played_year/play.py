"""Plays the year."""

from datetime import datetime, timedelta
from random import Random

from landsea.barriers.models import Barrier
from landsea.base.outbox.actions.withdraw import withdraw_queued_before
from landsea.cases.models import Case
from landsea_demo.played_year import (
    answers,
    cases,
    meetings,
    members,
    partners,
    readings,
    trips,
)
from landsea_demo.played_year.schedule import Schedule

LENGTH = timedelta(days=365)


def play_year(now: datetime) -> Schedule | None:
    """Play the year that ends at `now` (aware), unless one was played; return what happened, or None."""
    if Barrier.objects.filter(is_demo=True).exists():
        return None
    schedule = Schedule(start=now - LENGTH, end=now)
    chance, taken = Random(7), set(Case.objects.filter(is_demo=True).values_list("text", flat=True))
    cases.single_cases(schedule, chance, taken)
    cases.play_waves(schedule, chance, taken)
    members.play_members(schedule, Random(13), taken)
    meetings.play_barriers(schedule)
    meetings.play_meetings(schedule)
    partners.play_board(schedule)
    answers.play_answers(schedule)
    readings.play_judgements(schedule)
    trips.play_trips(schedule, Random(11))
    schedule.play(readings.read_what_was_filed)
    withdraw_queued_before(now, "a mail of the played year, which nobody waits for")
    return schedule
