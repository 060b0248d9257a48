"""Background work of the mailroom. A job only wakes the sorters: what is to be sorted stands in the mails."""

from procrastinate.contrib.django import app

from landsea.mailroom.actions.keep import QUEUE
from landsea.mailroom.actions.sort import sort_due


@app.task(name="mailroom.sort", queue=QUEUE)
def sort_kept_mails() -> None:
    """Sort everything that came in."""
    while sort_due():
        pass


@app.periodic(cron="* * * * * */10")  # the sixth field counts seconds
@app.task(name="mailroom.sweep", queue=QUEUE, queueing_lock="mailroom.sweep")
def sweep_mailroom(timestamp: int) -> None:
    """Every ten seconds: sort what a dead sorter left."""
    sort_due()
