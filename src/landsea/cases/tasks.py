"""Background work of the cases app: the watcher of deadlines."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.cases.watch import watch


@app.periodic(cron="*/10 * * * * *")
@app.task(name="cases.watch", queueing_lock="cases.watch")
def watch_deadlines(timestamp: int) -> None:
    """Every ten seconds: let cases move whose deadline has passed."""
    watch(timezone.now())
