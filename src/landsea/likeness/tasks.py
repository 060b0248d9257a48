"""Background work of likeness: cases. What is public is read by the search app, which knows where it stands."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.likeness.actions.read_cases import AT_ONCE, read_cases

MOST_ROUNDS = 8
"""With `AT_ONCE` about a quarter of a minute of one core, so that other work of the worker never waits long."""


@app.periodic(cron="* * * * *")
@app.task(name="likeness.read_cases", queueing_lock="likeness.read_cases")
def read_new_cases(timestamp: int) -> None:
    """Once a minute: read cases that are new or changed, in small pieces, the newest first."""
    for _ in range(MOST_ROUNDS):
        if read_cases(now=timezone.now()) < AT_ONCE:
            return
