"""Background work of talks. A job only wakes what finds in the rows what is to do."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.talks.actions.watch import watch_talks


@app.periodic(cron="*/15 * * * *")
@app.task(name="talks.watch", queueing_lock="talks.watch")
def watch_offers(timestamp: int) -> None:
    """Every quarter of an hour: remind of offers that nobody answers, and end those whose times have passed."""
    watch_talks(timezone.now())
