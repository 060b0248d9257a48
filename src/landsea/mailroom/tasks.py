"""Background work of the mailroom. A job only wakes the sorters: what is to be sorted stands in the mails."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.base.jobs.places import Places
from landsea.mailroom.actions.forget import forget_done_mails
from landsea.mailroom.actions.keep import QUEUE
from landsea.mailroom.actions.sort import sort_due

PLACES = Places(1)
"""Of a worker's four: a month's mails at once held them all, and deadlines waited for minutes."""


@app.task(name="mailroom.sort", queue=QUEUE)
def sort_kept_mails() -> None:
    """Sort everything that came in."""
    with PLACES.take() as free:
        while free and sort_due():
            pass


@app.periodic(cron="* * * * *")  # what comes in wakes the sorters at once
@app.task(name="mailroom.sweep", queue=QUEUE, queueing_lock="mailroom.sweep")
def sweep_mailroom(timestamp: int) -> None:
    """Every minute: sort what a dead sorter left."""
    with PLACES.take() as free:
        if free:
            sort_due()


@app.periodic(cron="23 2 * * *")
@app.task(name="mailroom.forget", queue=QUEUE, queueing_lock="mailroom.forget")
def forget_old_mails(timestamp: int) -> None:
    """Once a night: take the bytes of mails away that were dealt with long ago."""
    forget_done_mails(now=timezone.now())
