"""Background work of the rules. A job only wakes what finds in the rows what is to do."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.rules.actions.digest import send_digests, send_reminders
from landsea.rules.actions.poll import poll_due
from landsea.rules.actions.post_hooks import post_due
from landsea.rules.actions.publish import publish_due


@app.periodic(cron="* * * * * */20")
@app.task(name="rules.sweep", queueing_lock="rules.sweep")
def sweep_rules(timestamp: int) -> None:
    """Every twenty seconds: publish what is due, post what waits for receivers."""
    now = timezone.now()
    publish_due(now)
    post_due(now)


@app.periodic(cron="5 * * * *")
@app.task(name="rules.digests", queueing_lock="rules.digests")
def send_due_digests(timestamp: int) -> None:
    """Every hour: digests that are due, and reminders of papers that expire."""
    now = timezone.now()
    send_digests(now)
    send_reminders(now)


@app.periodic(cron="40 * * * *")
@app.task(name="rules.poll", queueing_lock="rules.poll")
def poll_news(timestamp: int) -> None:
    """Every hour: read the sources that are on and due."""
    poll_due(timezone.now())
