"""Background work of phrases. A job only wakes what finds in the rows what is to do."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.phrases.actions.watch import watch_promises


@app.periodic(cron="*/5 * * * *")
@app.task(name="phrases.watch", queueing_lock="phrases.watch")
def watch_promised_answers(timestamp: int) -> None:
    """Every five minutes: remind of promised answers that fall due soon, and mark those that did not come."""
    watch_promises(timezone.now())
