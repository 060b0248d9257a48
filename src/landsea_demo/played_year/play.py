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
from landsea_demo.problem_texts import PROBLEMS

LENGTH = timedelta(days=365)
BEGUN = timedelta(days=60)
"""Invented cases that are older than this, and more than the demonstration begins with, were filed by a year."""
NOBODY_WAITS = "a mail of the played year, which nobody waits for"


def play_year(now: datetime) -> Schedule | None:
    """Play the year that ends at `now` (aware), unless one was played; return what happened, or None.

    A year that was begun and interrupted stays as it is: played once more, its cases would live twice.
    """
    if Barrier.objects.filter(is_demo=True).exists():
        return None
    if Case.objects.filter(is_demo=True, filed_at__lt=now - BEGUN).count() > len(PROBLEMS):
        withdraw_queued_before(now, NOBODY_WAITS)
        return None
    schedule = Schedule(start=now - LENGTH, end=now)
    chance, taken = Random(7), set(Case.objects.filter(is_demo=True).values_list("text", flat=True))
    cases.file_single_cases(schedule, chance, taken)
    cases.play_waves(schedule, chance, taken)
    members.play_members(schedule, Random(13), taken)
    meetings.play_barriers(schedule)
    meetings.play_meetings(schedule)
    partners.play_board(schedule)
    answers.play_answers(schedule)
    readings.play_judgements(schedule)
    trips.play_trips(schedule, Random(11))
    schedule.play(readings.read_what_was_filed)
    withdraw_queued_before(now, NOBODY_WAITS)
    return schedule
