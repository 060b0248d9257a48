"""Background work of the experiences app."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.experiences.actions.expire import expire_outdated


@app.periodic(cron="41 * * * *")
@app.task(name="experiences.expire", queueing_lock="experiences.expire")
def expire_experiences(timestamp: int) -> None:
    """Once an hour: end what rests on a measure that ended."""
    now = timezone.now()
    expire_outdated(now, timezone.localdate(now))
